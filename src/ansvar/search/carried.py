"""What a search of its own (the page's) carries with it: the compiled form of a dataset, and the rules, as plain data."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ..languages import CODES, language_data
from ..languages.asking import asking, idioms
from ..languages.function_words import FUNCTION_WORDS, ROLE_OF_VERB, VERB_GROUP
from .carried_places import carried_places
from .constants import constants
from .evidence import RELATIONS
from .settings import WEIGHTS
from .words import words

if TYPE_CHECKING:
    from .index import Index


def carried(index: Index) -> dict[str, Any]:
    """Words, where they stand, what they are made of, whose names they are, and how a question is read and weighed.

    Duties are numbered by their rank, as everywhere in the compiled form.
    """
    forms = sorted((number, form, spoken) for number, form, _, spoken in index.table("word"))
    measured = sorted((n, length, since, until) for n, _, _, length, since, until, _ in index.table("duty"))
    entries = sorted(index.entries(), key=lambda entry: entry.n)
    return {
        "languages": list(index.languages),
        "words": " ".join(form for _, form, _ in forms),
        "spoken": _spoken(index, [spoken for _, _, spoken in forms]),
        "postings": _postings(index),
        "parts": _grouped((key, 2 * word + last) for key, word, last in index.table("part") if not key.startswith("~")),
        "cores": dict(index.table("core")),
        "lexicon": " ".join(key for (key,) in index.table("lexicon")),
        "names": _names(index),
        "joinedNames": _joined_names(index),
        "related": _related(index),
        "persons": index.persons,
        "topical": _grouped(index.table("topic_duty")),
        "ids": [entry.duty.id for entry in entries],
        "lengths": [length for _, length, _, _ in measured],
        "roles": [index.role(entry.n).value for entry in entries],
        "roleSteps": [index.role_step(entry.n) for entry in entries],
        "answersFrom": [since for _, _, since, _ in measured],
        "answersUntil": [until for _, _, _, until in measured],
        "signposts": [post.terms for post in index.posts()],
        "places": carried_places(index.gazetteer, {entry.duty.id: entry.n for entry in entries}),
        **_rules(index),
    }


def _rules(index: Index) -> dict[str, Any]:
    """How a question is read and weighed: the same words and numbers as here."""
    return {
        "asides": {kind: sorted(keys) for kind, keys in index.asides.items()},
        "asking": {name: sorted(words) for name, words in vars(asking(index.languages)).items()},
        "idioms": idioms(),
        "functionWords": {code: sorted(words) for code, words in FUNCTION_WORDS.items()},
        "particles": {code: language_data(code).FIRST_PARTICLES for code in CODES},
        "verbGroup": VERB_GROUP,
        "roleOfVerb": ROLE_OF_VERB,
        "weights": WEIGHTS,
        "constants": constants(index.languages),
    }


def _spoken(index: Index, spoken: list[str]) -> str:
    """For each word one digit: the languages that it is a word of, as bits in the dataset's order."""
    bits = {language: 1 << n for n, language in enumerate(index.languages)}
    return "".join(str(sum(bits[language] for language in listed.split())) for listed in spoken)


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


def _names(index: Index) -> list[list[Any]]:
    """In their order, by owner: kind, owner, and for each name the language and then each word and its share."""
    numbers = {form: number for number, form, *_ in index.table("word")}
    names: list[list[Any]] = []
    for _, kind, owner, language, _, parts in sorted(index.table("name")):
        if not names or names[-1][:2] != [kind, owner]:
            names.append([kind, owner])
        names[-1].append([language, *(value for form, share in json.loads(parts) for value in (numbers[form], share))])
    return names


def _joined_names(index: Index) -> list[int]:
    """The numbers of the names that have a word for *and* in them."""
    joining = asking(index.languages).and_words
    return [n for n, (*_, text, _) in enumerate(sorted(index.table("name"))) if not joining.isdisjoint(words(text))]


def _related(index: Index) -> dict[str, dict[str, list[int]]]:
    related: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in RELATIONS.values()}
    for actor, relation, duty in index.table("actor_duty"):
        if relation in RELATIONS:
            related[RELATIONS[relation]][actor].append(duty)
    return related
