"""The compiled form of a dataset as JSON that may stand in a script: what the page's own search reads (`engine.js`)."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ...languages.function_words import KIND_NOUNS, ROLE_OF_VERB, SUBJECT_QUESTIONS, VERB_GROUP, function_words
from ...search.tables import FIELDS, HOLDER, LATER_HOLDER, ONE_OF_SEVERAL, PARTNER, TARGET

if TYPE_CHECKING:
    from ...search.index import Index

_RELATIONS = {HOLDER: "holder", LATER_HOLDER: "later", TARGET: "target", PARTNER: "partner", ONE_OF_SEVERAL: "several"}
# What would end a script, open a comment or an entity in HTML, or break a line in JavaScript.
_UNSAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def script_json(plain: Any) -> str:
    """JSON that stays JSON inside `<script>`."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def compiled(index: Index) -> dict[str, Any]:
    """Words, where they stand, what they are made of, whose names they are, and which words of a question say nothing.

    Duties are numbered by their rank, as everywhere in the compiled form.
    """
    words = sorted((number, form) for number, form, _ in index.table("word"))
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
        "topical": _grouped(index.table("topic_duty")),
        "functions": " ".join(sorted(function_words(index.languages))),
        "verbGroup": VERB_GROUP,
        "roleOfVerb": {verb: role.value for verb, role in ROLE_OF_VERB.items()},
        "subjects": " ".join(sorted(SUBJECT_QUESTIONS)),
        "kinds": " ".join(sorted(KIND_NOUNS)),
        "roles": [entry.duty.role.value for entry in sorted(index.entries(), key=lambda entry: entry.n)],
    }


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
