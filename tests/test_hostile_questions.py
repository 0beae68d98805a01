"""Questions that nobody should ask: each is answered, or finds nothing, and is said back as text."""

from __future__ import annotations

import json
import os
import re

import pytest

from attacks import ERROR, FOUND, HOSTILE_TEXTS, NOTHING, attack, environment
from conftest import COMMAND
from slow import first

DAY = ("--as-of", "2025-06-01")


LONG = ["x" * 100_000, "word " * 20_000, "å" * 50_000, "a:" * 40_000, "-" * 1000, "\u200d" * 10_000]


@pytest.mark.parametrize(
    ("command", "question"),
    [
        *(("who", text) for text in ("", " ", " \t\n ", *LONG)),
        *((name, text) for name in ("actor", "duty") for text in ("", LONG[0])),
    ],
)
def test_empty_blank_and_long(command: str, question: str) -> None:
    run = attack(command, "--format", "json", "--", question)
    assert run.status == NOTHING
    assert len(run.err) < 1000
    assert json.loads(run.out)["schema"] == 1


@pytest.mark.parametrize("question", ["-x", "--", "---", "-"])
def test_what_looks_like_an_option(question: str) -> None:
    assert attack("who", "--", question).status == NOTHING
    assert attack("who", question).status in (NOTHING, ERROR)


OPERATORS = (
    'algae"', '"algae"', "algae*", "^algae", "algae AND", "OR algae", "NOT algae", "NEAR(algae closes, 3)", "algae + closes",
    "-algae", "x: algae", "{}: algae", "(algae", "algae)", "algae;--", "algae' OR '1'='1", "algae%",
    "al_gae algae", "algae\\", "algae:", "%s algae", "{0} algae", "algae $(id) `id`",
)  # fmt: skip


@pytest.mark.parametrize("question", first(8, OPERATORS))
def test_operators_of_a_search_engine_are_only_marks(question: str) -> None:
    run = attack("who", "--format", "json", *DAY, "--", question)
    answers = [result["duty"] for result in json.loads(run.out)["results"]]
    assert (run.status, answers[0]) == (FOUND, "close-beaches")


@pytest.mark.parametrize("bad", first(1, [b"alg\xe5", b"\xed\xa0\x80", b"algae \xff"]))
@pytest.mark.parametrize(
    "arguments",
    [
        ["who"], ["actor"], ["duty"], ["who", "x", "--actor"], ["who", "x", "--topic"], ["who", "x", "--data"], ["check"],
        ["who", "x", "--lang"], ["changes", "--actor"], ["changes", "--since"], [],
    ],
)  # fmt: skip
def test_bytes_that_are_no_text(arguments: list[str], bad: bytes) -> None:
    run = attack(*arguments, bad)
    if arguments in (["who"], ["actor"], ["duty"], []):
        assert run.status in (FOUND, NOTHING)
        json.loads(attack(*arguments, bad, "--format", "json").out)
    else:
        assert run.status == ERROR
    assert b"\xff" not in run.err


TEXTS = [text for text in HOSTILE_TEXTS if "\0" not in text]


@pytest.mark.parametrize("text", first(2, ["".join(TEXTS[n : n + 12]) for n in range(0, len(TEXTS), 12)]))
def test_a_hostile_text_is_said_back_as_text(text: str) -> None:
    """In the question, with a command and without, in a path, in the name of an actor."""
    asked = attack("who", "--lang", "en", "--format", "json", "--", f"xyzzy {text}")
    assert json.loads(asked.out)["query"] == f"xyzzy {text}"
    refused = [attack("check", f"/nowhere/{text}"), attack("who", "x", "--actor", f"xyzzy {text}")]
    assert [run.status for run in refused] == [ERROR] * len(refused)
    for run in (asked, attack(f"x{text}"), attack("actor", "--", f"xyzzy {text}"), *refused):
        assert not re.search("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]", run.err.decode())


def test_more_than_a_screen_of_options_is_no_problem() -> None:
    many = ["--level", "state"] * 2000
    assert attack("actors", *many).status == FOUND


def test_a_word_of_the_environment_that_is_no_text() -> None:
    hostile = {"LC_ALL": "\x1b[31m", "COLUMNS": "\x1b", "TERM": "\x1b", "ANSVAR_DATA": "/nowhere/\x1b[31m\u202e"}
    run = attack("who", "x", env=hostile)
    assert run.status == ERROR
    assert os.fsencode(COMMAND) not in run.err
    assert environment()["ANSVAR_DATA"] not in run.err.decode()
