"""Reading by the types of fields: whatever is wrong is told once, at its own place, and the rest is read all the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset.codec import encode
from ansvar.dataset.errors import DatasetError
from ansvar.dataset.load import parse
from conftest import WATER
from test_check import SOUND, SOURCED, problems

if TYPE_CHECKING:
    from ansvar.dataset.model import Dataset

PLACES = {
    "a number in a list": (
        SOURCED.replace("[2]", "[[2]]"),
        ["4:64: 'sentences' must be a whole number in plain digits, for example 7, not a list"],
    ),
    "a list for a role": (
        SOUND.replace("[a],", "[a], role: [responsible],"),
        ["4:31: 'role' must be text, not a list"],
    ),
    "a word list that is none": (
        SOUND.replace("short: [BB]", "other_names: {en: Bobby}"),
        ["3:79: 'en' must be a list, for example [a, b], not 'Bobby'"],
    ),
    "a period without its end": (
        SOURCED.replace("language: en,", "language: en, period: {from: 2022-01-01, until: then},"),
        ["5:83: 'until' must be a date, YYYY-MM-DD, not 'then'"],
    ),
    "a change without its day": (
        SOUND.replace("{en: sings}", "{en: sings}, changes: [{status: ended, to: [b]}]"),
        ["4:65: the field 'on' is missing"],
    ),
    "actors that are no list": (SOUND.replace("[{id: a", "{x: {id: a").replace("[BB]}]", "[BB]}}").replace("}}, {", "}}, y: {"),
                                ["3:1: 'actors' must be a list, for example [a, b], not a mapping"]),
    "languages that are no list": (SOUND.replace("[en]", "en"), ["2:12: 'languages' must be a list, for example [a, b], not 'en'"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES)
def test_a_fault_is_told_once_and_nothing_follows_from_it(text: str, expected: list[str]) -> None:
    assert problems(text) == expected


def _parsed(text: str) -> Dataset | list[str]:
    try:
        return parse(text.encode(), "f")
    except DatasetError as error:
        return [str(problem) for problem in error.problems]


STRANGE = ["", "x", "2024-02-30", "20240101", "2024-01-01", "007", "-1", "{}", "[]", "{sv: x}", "[x]", "[[]]", "[{}]", "~", "2.5"]


def test_a_spoiled_dataset_is_read_or_told_and_never_guessed() -> None:
    """Values of the water dataset are exchanged for strange ones: what is still taken says what is written."""
    lines = WATER.read_text("utf-8").splitlines()
    chance, taken, told = random.Random(7), 0, 0  # noqa: S311 (no secret)
    for _ in range(400):
        at = chance.choice([n for n, line in enumerate(lines) if ": " in line and not line.lstrip().startswith("#")])
        key, _, _ = lines[at].partition(": ")
        found = _parsed("\n".join([*lines[:at], f"{key}: {chance.choice(STRANGE)}", *lines[at + 1 :]]))
        taken, told = taken + (not isinstance(found, list)), told + isinstance(found, list)
        assert found
        if not isinstance(found, list):
            assert "0001-01-01" not in repr(encode(found))
    assert min(taken, told) > 20
