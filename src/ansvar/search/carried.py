"""What a search of its own (the page's) carries with it: the compiled form of a dataset as plain data."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from .constants import constants
from .match import RELATION_FIELDS
from .tables import FIELDS, HOLDER, LATER_HOLDER, ONE_OF_SEVERAL, PARTNER, TARGET

if TYPE_CHECKING:
    from .index import Entry, Index

_RELATIONS = {HOLDER: "holder", LATER_HOLDER: "later", TARGET: "target", PARTNER: "partner", ONE_OF_SEVERAL: "several"}


def carried(index: Index) -> dict[str, Any]:
    """Words, where they stand, what they are made of, whose names they are, and the constants of the search.

    Duties are numbered by their rank, as everywhere in the compiled form.
    """
    words = sorted((number, form) for number, form, _ in index.table("word"))
    entries = sorted(index.entries(), key=lambda entry: entry.n)
    findable = {word for _, word in index.table("segment")}
    return {
        "languages": list(index.languages),
        "words": " ".join(form for _, form in words),
        "spoken": _spoken(index, len(words)),
        "unfindable": [number for number, form in words if number not in findable],
        "postings": _postings(index),
        "statementFields": sum(field.startswith("statement") for field in FIELDS),
        "parts": _grouped((key, word) for key, word in index.table("part") if not key.startswith("~")),
        "lexicon": " ".join(key for (key,) in index.table("lexicon")),
        "names": [
            [kind, owner, language, " ".join(part[0] for part in json.loads(parts))]
            for _, kind, owner, language, _, parts in sorted(index.table("name"))
        ],
        "related": _related(index),
        "relationRanks": {_RELATIONS[relation]: rank for relation, (_, rank) in RELATION_FIELDS.items()},
        "topical": _grouped(index.table("topic_duty")),
        "constants": constants(index.languages),
        "roles": [entry.duty.role.value for entry in entries],
        "answersFrom": [str(entry.course.begins or "") for entry in entries],
        "answersUntil": [_superseded(entry) for entry in entries],
    }


def _superseded(entry: Entry) -> str:
    """The day from which later duties say what a duty said, so that it answers no more; nothing where there is none."""
    begins = entry.course.begins
    days = (step.on for step in entry.course.steps if not begins or step.on >= begins)
    return str(next((day for day in days if not entry.state(day).answers), ""))


def _spoken(index: Index, count: int) -> str:
    """For each word one digit: the languages that it is a word of, as bits in the dataset's order."""
    bits = {language: 1 << n for n, language in enumerate(index.languages)}
    spoken = [0] * count
    for key, word in index.table("stem"):
        spoken[word] |= bits[key[:2]]
    return "".join(map(str, spoken))


def _postings(index: Index) -> dict[int, list[int]]:
    """By word: field, duty, place; field, duty, place; …"""
    postings: dict[int, list[int]] = defaultdict(list)
    for word, field, duty, place in index.table("posting"):
        postings[word] += (field, duty, place)
    return postings


def _grouped(rows: Any) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for key, value in rows:
        groups[key].append(value)
    return groups


def _related(index: Index) -> dict[str, dict[str, list[int]]]:
    related: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in _RELATIONS.values()}
    for actor, relation, duty in index.table("actor_duty"):
        related[_RELATIONS[relation]][actor].append(duty)
    return related
