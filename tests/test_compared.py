"""Changes with their duties, and two days compared: who had what then, and who has it now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Ansvar

EN = ("--lang", "en")


def test_a_change_names_its_duties(ansvar: Ansvar) -> None:
    head, *rows = ansvar("changes", *EN, "--since", "2024-01-01", "--until", "2024-12-31", "--format", "tsv").out.splitlines()
    assert head.split("\t")[-2:] == ["Number of duties", "Duties"]
    assert [row.split("\t")[-1] for row in rows] == ["close-beaches", "fishing-permits"]
    cards = ansvar("changes", *EN, "--since", "2024-01-01", "--until", "2024-12-31", "--format", "text").out
    assert "1 January 2024\n  From: Lake Agency\n  To: Shore Centre\n" in cards
    assert "– closes beaches where algae bloom · close-beaches" in cards


def test_two_days_are_compared(ansvar: Ansvar) -> None:
    found = json.loads(ansvar("changes", "--compare", "2023-12-31", "--until", "2024-06-01", "--format", "json").out)
    assert (found["compared_with"], found["as_of"]) == ("2023-12-31", "2024-06-01")
    assert [(one["duty"], one["then"], one["today"]["actors"]) for one in found["duties"]] == [
        ("close-beaches", ["lake-agency"], ["shore-centre"])
    ]
    text = ansvar("changes", *EN, "--compare", "2023-12-31", "--until", "2024-06-01", "--format", "text").out
    assert text.startswith("1 duty has another holder on 1 June 2024 than on 31 December 2023.")
    assert "Lake Agency → Shore Centre: 1" in text
    assert "Since 1 January 2024 (Act 7/2023)" in text


def test_the_law_is_compared_with_the_programme(ansvar: Ansvar) -> None:
    run = ansvar("changes", "--compare", "2024-12-31", "--until", "2026-06-01", "--format", "json", data=None)
    moved = {one["duty"]: (one["then"], one["today"]["actors"]) for one in json.loads(run.out)["duties"]}
    assert moved["regional-integration-development"] == (["ely-centres"], ["economic-development-centres"])
    assert moved["general-guidance"] == ([], ["municipalities"]), "what is new had nobody then"
    assert all(set(then) != set(now) for then, now in moved.values())


@pytest.mark.parametrize("actor", ["shore-centre", "LA"])
def test_of_one_actor(ansvar: Ansvar, actor: str) -> None:
    run = ansvar("changes", "--compare", "2023-12-31", "--until", "2024-06-01", "--actor", actor, "--format", "json")
    assert [one["duty"] for one in json.loads(run.out)["duties"]] == ["close-beaches"]


def test_nothing_has_moved(ansvar: Ansvar) -> None:
    assert ansvar("changes", "--compare", "2024-01-01", "--until", "2024-01-02").status == 1
    both = ansvar("changes", "--compare", "2024-01-01", "--since", "2024-01-02")
    assert (both.status, both.err) == (2, "ansvar: --compare and --since cannot be used together\n")
