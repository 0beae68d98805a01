"""The example under examples/: it passes check, answers as its README says, and is about something else entirely."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset.load import parse

if TYPE_CHECKING:
    from conftest import Ansvar

ROOT = Path(__file__).parents[1]
ON_CALL = ROOT / "examples" / "on-call.yaml"
README = (ROOT / "examples" / "README.md").read_text("utf-8")


def test_the_example_passes_check(ansvar: Ansvar) -> None:
    run = ansvar("check", str(ON_CALL))
    assert run.status == 0
    assert "no problems" in run.err


@pytest.mark.parametrize(
    ("kind", "file", "title", "made"),
    [
        ("codeowners", "CODEOWNERS", "Code owners of Lumi", "codeowners.yaml"),
        ("markdown-table", "raci.md", "Who does what at the launch", "raci.yaml"),
        ("csv", "rota.csv", "On call at Lumi", "rota.yaml"),
    ],
)
def test_what_is_imported_is_what_stands_there(ansvar: Ansvar, kind: str, file: str, title: str, made: str) -> None:
    run = ansvar("import", kind, str(ROOT / "examples" / file), "--title", title)
    assert run.out == (ROOT / "examples" / made).read_text("utf-8")
    assert ansvar("check", str(ROOT / "examples" / made)).status == 0


@pytest.mark.parametrize(
    ("made", "question", "duty", "holders"),
    [
        ("codeowners.yaml", "src/eBay/sync.ts", "src/eBay", ["@lumi/checkout"]),
        ("codeowners.yaml", "docs/install.md", ".md", ["@lumi/writers"]),
        ("codeowners.yaml", "who owns the payments", "src/payments", ["@lumi/checkout"]),
        ("raci.yaml", "load test", "load-test", ["tech-lead"]),
        ("rota.yaml", "eBay sync", "ebay-sync", ["bo-ek"]),
    ],
)
def test_what_is_imported_answers(ansvar: Ansvar, made: str, question: str, duty: str, holders: list[str]) -> None:
    run = ansvar("who", question, "--format", "json", data=ROOT / "examples" / made)
    first = json.loads(run.out)["results"][0]
    assert (first["duty"], first["actors"]) == (duty, holders)


def test_the_example_uses_no_words_of_the_shipped_dataset() -> None:
    dataset = parse(ON_CALL.read_bytes(), str(ON_CALL))
    assert dataset.languages == ("en", "fi")
    assert not re.search("immigra|integra|kotout|asyl|kunta", ON_CALL.read_text("utf-8"))


@pytest.mark.parametrize(
    ("question", "duties"),
    [
        ("who fixes a failed payment?", ["payment-service"]),
        ("refund", ["refunds", "payment-service"]),
        ("mistä saa hyvityksen", ["refunds", "payment-service"]),
        ("varmuuskopio", ["database-backups"]),
        ("backup", ["database-backups"]),
        ("deploy", ["deployments"]),
        ("rollback", ["deployments"]),
        ("on call at night", ["on-call-night"]),
        ("data breach", ["data-breaches"]),
    ],
)
def test_questions_in_both_languages_are_answered(question: str, duties: list[str], ansvar: Ansvar) -> None:
    run = ansvar("who", question, "--format", "json", "--as-of", "2026-03-01", data=ON_CALL)
    assert [result["duty"] for result in json.loads(run.out)["results"]] == duties


@pytest.mark.parametrize(
    ("day", "status", "actors"),
    [("2026-03-31", "current", ["night-watch"]), ("2026-04-01", "unconfirmed", [])],
)
def test_the_night_is_watched_until_the_contract_ends(day: str, status: str, actors: list[str], ansvar: Ansvar) -> None:
    run = ansvar("duty", "on-call-night", "--format", "json", "--as-of", day, data=ON_CALL)
    today = json.loads(run.out)["today"]
    assert (today["status"], today["actors"]) == (status, actors)


def test_the_readme_shows_answers_that_say_something() -> None:
    """That they are current is tested with everything generated (test_docs)."""
    shown = re.findall(r"<!-- answer: (ansvar .*?) -->\n(.*?)<!-- end -->", README, re.DOTALL)
    assert len(shown) >= 10
    for command, answer in shown:
        assert f"$ {command}\n" in answer
        assert answer.count("\n| ") >= 3 or "\n- **" in answer or "nobody" in answer, f"{command} shows no row and no card"
    assert "no confirmed successor" in README
    assert "since 1 September 2025 (Decision 4/2025 of the management team)\n" in README
    assert "  - Before: " in README
