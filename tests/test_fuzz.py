"""A seeded fuzz: mutated datasets and random questions hold the property. ANSVAR_FUZZ names how many of each, else 2,000.

In process, for there are many: what runs is the command line itself, with the streams that it would have. A sample goes through
the installed command.
"""

from __future__ import annotations

import io
import random
import re
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ansvar.cli import terminal
from ansvar.cli.app import run
from ansvar.search.ask import search
from attacks import ERROR, FOUND, FUZZ, HOSTILE_TEXTS, NOTHING, Outcome, attack, environment, hold, quoted
from conftest import WATER
from slow import first

if TYPE_CHECKING:
    from pathlib import Path

    from ansvar.search.index import Index

BATCHES = 8
SAMPLE = 10
"""Of each kind, how many go through the installed command."""
BASE = (
    "title: {en: Tea, sv: Te}\nlanguages: [en, sv]\nknown_until: 2025-01-01\nkinds: {firm: {en: firm, sv: firma}}\n"
    "vocabulary: {sv: [te, bryggare]}\n"
    "sources: [{id: s, title: {en: S, sv: S}, language: sv, period: {from: 2020-01-01, until: 2021-01-01}, website: 'https://x.org',"
    " sections: [{id: x, title: {en: X, sv: Y}, sentences: 3}]}]\n"
    "actors:\n- {id: ann, name: {en: Ann, sv: Anna}, short: [A], kind: firm, level: state, until: 2023-12-31, successors: [bob]}\n"
    "- {id: bob, name: {en: Bob, sv: Bo}, other_names: {en: [Robert]}, from: 2022-01-01}\n"
    "topics: [{id: tea, name: {en: tea, sv: te}, terms: {en: [brew], sv: [brygd]}}]\n"
    "duties:\n- {id: d1, actors: [ann], role: steers, target: bob, statement: {en: brews tea, sv: brygger te}, topics: [tea],"
    " source: {section: x, sentences: [1, 2]}}\n"
    "- {id: d2, actors: [ann, bob], partners: [bob], statement: {en: pours tea, sv: tebryggaren häller},"
    " changes: [{on: 2024-01-01, status: moved, to: [bob], basis: {en: Act 1/2023, sv: lag 1/2023}}]}\n"
    "notes: [{id: n, statement: {en: Tea is hot, sv: Te är hett}, actors: [bob]}]\n"
)
TOKENS = re.compile(r"[\w'-]+|[^\w\s]|\s+")
SCRAPS = (
    "{", "}", "[", "]", ":", ": ", ",", "- ", "? ", "&a ", "*a", "<<: ", "!!int ", "!!python/object:x ", "|\n", ">\n", "'", '"',
    "#", "%", "@", "`", "\t", "\n", "\n\n", "---\n", "...\n", "~", "null", "\\", '"\\ud800"', '"\\x00"', '"\\e[31m"', "\x00",
    "\x1b", "\x85", "\u2028", "\ufeff", "\U0010ffff", "9" * 50, "0", "-1", "2024-02-30", "9999-12-31", "0001-01-01", "ann",
    "bob", "tea", "en", "sv", "fi", "moved", "ended", "current", "unconfirmed", "person",
)  # fmt: skip
COMMANDS = (
    ["who", "tea"], ["who", "brew", "--explain"], ["actors"], ["actor", "ann"], ["actor", "Bo"], ["duty", "d2"], ["topics"],
    ["matrix"], ["changes"], ["export"], ["export", "--format", "csv"], ["export", "--format", "json"],
    ["export", "--format", "html"], ["export", "--format", "jsonld"], ["matrix", "--format", "html"],
    ["who", "te", "--format", "markdown"], ["who", "tea", "--as-of", "2024-06-01"],
)  # fmt: skip


def mutated(seed: int) -> bytes:
    """The small dataset, changed in one to five places."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    tokens = TOKENS.findall(BASE)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        n = chance.randrange(len(tokens))
        match chance.randrange(6):
            case 0:
                tokens[n] = ""
            case 1:
                tokens[n] += tokens[n]
            case 2:
                tokens[n] = chance.choice(SCRAPS)
            case 3:
                tokens.insert(n, chance.choice(SCRAPS))
            case 4:
                words = [m for m, token in enumerate(tokens) if token[:1].isalpha()]
                tokens[chance.choice(words)] = f'"{quoted(chance.choice(HOSTILE_TEXTS))}"'
            case _:
                other = chance.randrange(len(tokens))
                tokens[n], tokens[other] = tokens[other], tokens[n]
        tokens = tokens or [" "]
    content = "".join(tokens).encode()
    if chance.random() < 0.1:
        at = chance.randrange(len(content))
        content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    return content


LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCÅÄÖ0123456789"
OPERATORS = (
    '"',
    "*",
    "^",
    "(",
    ")",
    "AND",
    "OR",
    "NOT",
    "NEAR(",
    "+",
    "-",
    ":",
    "{",
    "}",
    "--",
    "'",
    ";",
    "%",
    "_",
    "\\",
    "\n",
    "\t",
)
ASKED = (
    "vatten",
    "vesi",
    "water",
    "algae",
    "Lake",
    "Agency",
    "LA",
    "VM",
    "who",
    "vem",
    "kuka",
    "steers",
    "ansvarar",
    "badstranden",
)


def question(seed: int) -> str:
    """Words of the dataset, words that are none, operators and hostile texts, as they come."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    parts = []
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8, 60))):
        kind = chance.randrange(5)
        if kind == 0:
            parts.append("".join(chance.choice(LETTERS) for _ in range(chance.choice((1, 2, 5, 12, 90)))))
        elif kind == 1:
            parts.append(chance.choice(OPERATORS))
        elif kind == 2:
            parts.append(chance.choice(HOSTILE_TEXTS))
        else:
            word = list(chance.choice(ASKED))
            word[chance.randrange(len(word))] = chance.choice(LETTERS)
            parts.append("".join(word))
    return chance.choice((" ", "", "-")).join(parts)


class _Stream(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8", newline="\n")

    def read_all(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined, no-any-return] # it is the BytesIO from above


def in_process(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> Outcome:
    """What the entry point does but leaving the process."""
    out, err = _Stream(), _Stream()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        status = terminal.status_of(lambda: run(arguments))
        outcome = Outcome(status, out.read_all(), err.read_all())
    hold(outcome)
    return outcome


@pytest.mark.parametrize("batch", first(1, range(BATCHES)))
def test_a_mutated_dataset_is_refused_or_answered(batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mutated.yaml"
    monkeypatch.setenv("ANSVAR_CACHE_DIR", str(tmp_path / "cache"))
    for seed in range(batch * FUZZ // BATCHES, (batch + 1) * FUZZ // BATCHES):
        path.write_bytes(mutated(seed))
        print("seed", seed)
        checked = in_process(["check", str(path)], monkeypatch)
        asked = in_process([*COMMANDS[seed % len(COMMANDS)], "--data", str(path), "--no-cache"], monkeypatch)
        assert checked.status in (FOUND, NOTHING)
        assert (checked.status == NOTHING) == bool(checked.out)
        assert (asked.status == ERROR) == (checked.status == NOTHING) or b"names several" in asked.err
        if checked.status == NOTHING:
            assert checked.out.splitlines()[0] in asked.err
            assert all(re.match(rb".*:\d+:\d+: .", line) for line in checked.out.splitlines())


@pytest.mark.parametrize("batch", first(1, range(BATCHES)))
def test_a_random_question_is_answered(batch: int, index: Index) -> None:
    for seed in range(batch * FUZZ // BATCHES, (batch + 1) * FUZZ // BATCHES):
        print("seed", seed)
        asked = question(seed)
        result = search(index, asked, as_of=date(2024, 6, 1))
        assert result == search(index, asked, as_of=date(2024, 6, 1))
        assert result.query == asked
        assert all(answer.matched for answer in result.answers)


@pytest.mark.parametrize("batch", first(1, range(BATCHES)))
def test_a_random_question_is_printed(batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSVAR_CACHE_DIR", environment()["ANSVAR_CACHE_DIR"])
    for seed in range(batch, FUZZ, BATCHES * 10):
        print("seed", seed)
        named = ("table", "markdown", "csv", "tsv", "json")[seed // BATCHES % 5]
        run = in_process(["who", "--data", str(WATER), "--format", named, "--explain", "--", question(seed)], monkeypatch)
        assert run.status in (FOUND, NOTHING)


@pytest.mark.parametrize("seed", first(3, range(SAMPLE)))
def test_a_sample_through_the_installed_command(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "mutated.yaml"
    path.write_bytes(mutated(seed * 97))
    checked = attack("check", str(path))
    asked = attack(*COMMANDS[seed % len(COMMANDS)], "--data", str(path))
    assert (asked.status == ERROR) == (checked.status == NOTHING)
    words = question(seed * 97).replace("\0", " ")
    assert attack("who", "--explain", "--", words).status in (FOUND, NOTHING)
