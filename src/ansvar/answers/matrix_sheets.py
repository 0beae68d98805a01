"""The matrix of topics and actors: as sheets that fit a width, as rows for a spreadsheet, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..dataset.model import Level, Role
from ..search.words import words
from .sheet import Sheet, cells
from .wording import ROLE_LETTERS, first_upper, level_name, role_name, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..dataset.model import Actor, Topic
    from .matrix import Matrix
    from .phrasebook import Reader

WIDTH = 100
"""Columns of text that a sheet may take."""
_BETWEEN = 3
_LONGEST_TOPIC = 40
_LONGEST_CODE = 8
_LONGEST_PARTICLE = 3


def sheets(matrix: Matrix, reader: Reader, width: int = WIDTH) -> list[Sheet]:
    """For each level a sheet, or several where its actors do not fit the width, with letters for the roles; then the topics
    that nobody, and those that several actors are responsible for."""
    codes = actor_codes(reader.index.actors(), reader.language)
    found = [sheet for level in Level for sheet in _of_level(matrix, level, codes, reader, width)]
    if found:
        letters = ROLE_LETTERS[reader.language]
        meanings = ", ".join(f"{letters[role]} {role_name(role, reader.language)}" for role in Role)
        found[0] = found[0]._replace(notes=(meanings, *found[0].notes))
    nobody = [cells(_name(topic, reader), mark(matrix, topic, reader)) for topic in matrix.nobody()]
    several = [
        cells(_name(topic, reader), ", ".join(codes[id_] for id_ in matrix.responsible[topic.id])) for topic in matrix.several()
    ]
    shown = {actor.id for actor in matrix.actors}
    others = dict.fromkeys(id_ for topic in matrix.several() for id_ in matrix.responsible[topic.id] if id_ not in shown)
    legend = tuple(f"{codes[id_]}: {reader.actor(id_)}" for id_ in others)
    columns = (reader.word("topic"), reader.word("in_charge"))
    ends = [
        Sheet(columns, nobody, reader.word("for_nobody"), dense=True),
        Sheet(columns, several, reader.word("for_several"), legend, dense=True),
    ]
    return [*found, *(sheet for sheet in ends if sheet.rows)]


def _of_level(matrix: Matrix, level: Level, codes: dict[str, str], reader: Reader, width: int) -> Iterator[Sheet]:
    actors = [actor for actor in matrix.actors if actor.level is level]
    parts = list(_parts(actors, matrix, codes, reader, width))
    date = f", {reader.word('as_of', day=reader.day(reader.as_of))}" if reader.dated else ""
    for n, part in enumerate(parts, 1):
        number = f" ({n}/{len(parts)})" if len(parts) > 1 else ""
        title = f"{first_upper(level_name(level, reader.language))}{number}{date}"
        rows = [
            cells(_name(topic, reader), *(_letters(matrix, topic, actor, reader) for actor in part), mark(matrix, topic, reader))
            for topic in _topics_of(matrix, part)
        ]
        columns = (reader.word("topic"), *(codes[actor.id] for actor in part), reader.word("in_charge"))
        legend = tuple(f"{codes[actor.id]}: {reader.actor(actor.id)}" for actor in part)
        yield Sheet(columns, rows, title, legend, dense=True)


def _parts(actors: Sequence[Actor], matrix: Matrix, codes: dict[str, str], reader: Reader, width: int) -> Iterator[list[Actor]]:
    """The actors in as many parts as the width asks for, each as large as it may be."""
    names = [len(_name(topic, reader)) for topic in _topics_of(matrix, actors)]
    marks = [len(mark(matrix, topic, reader)) for topic in matrix.topics]
    topic = min(max((len(reader.word("topic")), *names)), _LONGEST_TOPIC)
    taken = 1 + topic + _BETWEEN + max((len(reader.word("in_charge")), *marks)) + _BETWEEN
    part: list[Actor] = []
    used = taken
    for actor in actors:
        letters = (len(_letters(matrix, topic, actor, reader)) for topic in matrix.topics)
        needed = max(len(codes[actor.id]), *letters) + _BETWEEN
        if part and used + needed > width:
            yield part
            part, used = [], taken
        part.append(actor)
        used += needed
    if part:
        yield part


def _topics_of(matrix: Matrix, actors: Sequence[Actor]) -> list[Topic]:
    return [topic for topic in matrix.topics if any((topic.id, actor.id) in matrix.roles for actor in actors)]


def _name(topic: Topic, reader: Reader) -> str:
    return first_upper(say(topic.name, reader.language))


def _letters(matrix: Matrix, topic: Topic, actor: Actor, reader: Reader) -> str:
    return "".join(ROLE_LETTERS[reader.language][role] for role in matrix.roles.get((topic.id, actor.id), ()))


def mark(matrix: Matrix, topic: Topic, reader: Reader) -> str:
    """That nobody, or nobody in that role, is responsible for a topic, or how many are; nothing where it is one."""
    count = len(matrix.responsible[topic.id])
    if count == 1:
        return ""
    if count:
        return reader.word("several", count=str(count))
    return reader.word("other_roles" if any(held == topic.id for held, _ in matrix.roles) else "nobody")


def actor_codes(actors: Sequence[Actor], language: str) -> dict[str, str]:
    """A code of a few letters for each actor: its short form, that of the language where it has several, else initials."""
    codes: dict[str, str] = {}
    taken: dict[str, int] = {}
    for actor in actors:
        base = _short_form(actor, language) or _initials(say(actor.name, language))
        code, n = base, taken.get(base, 1)
        while code in taken:
            n += 1
            code = f"{base}{n}"
        taken[base] = n
        taken.setdefault(code, 1)
        codes[actor.id] = code
    return codes


def _short_form(actor: Actor, language: str) -> str:
    name = say(actor.name, language).casefold()
    fitting = [short for short in actor.short if _abbreviates(short.casefold(), name)]
    return (fitting or list(actor.short) or [""])[0]


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short form stand in the name in their order: then it is of the name's language."""
    rest = iter(name)
    return name[:1] == short[:1] and all(letter in rest for letter in short)


def _initials(name: str) -> str:
    parts = words(name.partition("(")[0]) or words(name) or ["?"]
    telling = [part for part in parts if len(part) > _LONGEST_PARTICLE] or parts
    if len(telling) > 1:
        return "".join(part[0] for part in telling).upper()[:4]
    only = first_upper(telling[0])
    return only if len(only) <= _LONGEST_CODE else f"{only[: _LONGEST_CODE - 2]}."


def rows(matrix: Matrix, reader: Reader) -> Sheet:
    """For a spreadsheet: every topic in one sheet, an actor a column, the roles in words."""
    lines = [
        cells(
            topic.id,
            _name(topic, reader),
            str(len(matrix.responsible[topic.id])),
            *(_in_words(matrix, topic, actor, reader) for actor in matrix.actors),
        )
        for topic in matrix.topics
    ]
    names = [first_upper(reader.actor(actor.id)) for actor in matrix.actors]
    return Sheet(("id", reader.word("topic"), reader.word("in_charge"), *names), lines)


def _in_words(matrix: Matrix, topic: Topic, actor: Actor, reader: Reader) -> str:
    return ", ".join(role_name(role, reader.language) for role in matrix.roles.get((topic.id, actor.id), ()))


def plain(matrix: Matrix, reader: Reader) -> dict[str, Any]:
    """For JSON: by topic who is responsible, and the roles of each actor. `as_of` is null for the holders of the source."""
    actors = [actor.id for actor in matrix.actors]
    return {
        "language": reader.language,
        "as_of": reader.as_of.isoformat() if reader.dated else None,
        "actors": [{"id": actor.id, "name": dict(actor.name), "level": actor.level.value} for actor in matrix.actors],
        "topics": [
            {
                "topic": topic.id,
                "name": dict(topic.name),
                "responsible": list(matrix.responsible[topic.id]),
                "cells": {id_: [*matrix.roles[topic.id, id_]] for id_ in actors if (topic.id, id_) in matrix.roles},
            }
            for topic in matrix.topics
        ],
        "nobody": [topic.id for topic in matrix.nobody()],
        "several": [topic.id for topic in matrix.several()],
    }
