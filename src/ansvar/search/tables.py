"""What the compiled form is made of: its tables, and the numbers and keys in them. `build` writes it, all others read it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..dataset.model import LANGUAGES
from .words import edits_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE record (kind TEXT, position INTEGER, id TEXT, json TEXT, PRIMARY KEY (kind, position)) WITHOUT ROWID;
CREATE TABLE duty (n INTEGER PRIMARY KEY, position INTEGER, id TEXT, length INTEGER, since TEXT, until TEXT, json TEXT);
CREATE TABLE word (id INTEGER PRIMARY KEY, form TEXT, stems TEXT, spoken TEXT);
CREATE TABLE posting (word INTEGER, field INTEGER, duty INTEGER, place INTEGER, PRIMARY KEY (word, field, duty)) WITHOUT ROWID;
CREATE TABLE stem (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE part (key TEXT, word INTEGER, last INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE core (word INTEGER PRIMARY KEY, form TEXT) WITHOUT ROWID;
CREATE TABLE folded (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE lexicon (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE segment (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE name (id INTEGER PRIMARY KEY, kind TEXT, owner TEXT, language TEXT, text TEXT, words TEXT);
CREATE TABLE token (word INTEGER, name INTEGER, place INTEGER, PRIMARY KEY (word, name, place)) WITHOUT ROWID;
CREATE TABLE actor_duty (actor TEXT, relation INTEGER, duty INTEGER, PRIMARY KEY (actor, relation, duty)) WITHOUT ROWID;
CREATE TABLE path (position INTEGER PRIMARY KEY, part TEXT, matching TEXT, duty INTEGER, patterns TEXT);
CREATE TABLE topic_duty (topic TEXT, duty INTEGER, PRIMARY KEY (topic, duty)) WITHOUT ROWID;
CREATE TABLE place_key (key TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TABLE serves (actor TEXT, duty TEXT, place TEXT, body INTEGER, PRIMARY KEY (actor, duty, place, body)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX record_id ON record (kind, id);
CREATE UNIQUE INDEX duty_id ON duty (id);
CREATE INDEX duty_position ON duty (position);
CREATE INDEX duty_days ON duty (since, until);
CREATE UNIQUE INDEX word_form ON word (form);
"""
"""Written when the tables are full, which is quicker."""

FIELDS = tuple(f"{kind}.{language}" for kind in ("statement", "change", "when") for language in LANGUAGES)
"""The fields of a posting, by number: what a duty says, what it is called after a change, under which conditions it is held."""
REST = "rest"
"""The kind of the record that has all of a dataset that is in no other: what only an export asks for."""
HOLDER, LATER_HOLDER, TARGET, PARTNER = range(4)
"""How an actor belongs to a duty."""


def segments(form: str) -> Iterator[str]:
    """The keys under which a word is found when it is misspelled: cut in one part more than the edits allowed, at least
    one part of a misspelling is unharmed (the pigeonhole rule of Pass-Join; Li et al., PVLDB 5, 2011)."""
    if allowed := edits_allowed(form):
        for n, (start, end) in enumerate(_cuts(len(form), allowed + 1)):
            yield f"{len(form)}:{n}:{form[start:end]}"


def segment_keys(typed: str, edits: int) -> set[str]:
    """The keys under which the words within `edits` edits (1 or 2) of a typed word stand."""
    keys: set[str] = set()
    for length in range(len(typed) - edits, len(typed) + edits + 1):
        for count in {1 + (length >= 5), 1 + (length >= 5) + (length >= 9)} - {1}:
            for n, (start, end) in enumerate(_cuts(length, count)):
                shifted = range(max(start - edits, 0), min(start + edits, len(typed)) + 1)
                keys.update(f"{length}:{n}:{typed[s : s + end - start]}" for s in shifted)
    return keys


def _cuts(length: int, count: int) -> list[tuple[int, int]]:
    """`count` nearly equal parts of a word of some length, as start and end."""
    bounds = [length * n // count for n in range(count + 1)]
    return list(pairwise(bounds))
