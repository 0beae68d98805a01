"""The matrix of topics and actors as sheets that fit a width, with a code of a few letters for each actor."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from ..search.compounds import JOINING_LANGUAGES
from ..search.words import normalise, tokens, words
from .sheet import Column, Sheet, cells
from .topics import label
from .wording import first_upper, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..dataset.model import Actor, Topic
    from .matrix import Matrix
    from .sheet import Cell

_BETWEEN = 3
_LONGEST_TOPIC = 40
_LONGEST_CODE = 8
_LONGEST_PARTICLE = 3

Codes = dict[str, str]


def sheets(matrix: Matrix, room: int) -> list[Sheet]:
    """For each level a sheet, or several where its actors do not fit the room, with letters for the roles; then the topics
    that nobody, and those that several actors are responsible for."""
    codes = actor_codes(matrix.said.names.actors.values(), matrix.said.language)
    found = [sheet for level, actors in matrix.by_level for sheet in _of_level(matrix, level, actors, codes, room)]
    if found:
        meanings = ", ".join(f"{letter} {name}" for letter, name in matrix.letters())
        found[0] = found[0]._replace(notes=(meanings, *found[0].notes))
    return [*found, *(sheet for sheet in _ends(matrix, codes, room) if sheet.rows)]


def _ends(matrix: Matrix, codes: Codes, room: int) -> Iterator[Sheet]:
    said = matrix.said
    heads = _heads(matrix)
    nobody = [cells(label(topic, said), matrix.mark(topic)) for topic in matrix.nobody()]
    yield Sheet(heads, nobody, said.word("for_nobody"), dense=True)
    responsible = [(topic, matrix.responsible[topic.id]) for topic in matrix.several()]
    several = _in_lines([(label(topic, said), ", ".join(codes[id_] for id_ in ids)) for topic, ids in responsible], room)
    shown = {actor.id for actor in matrix.actors}
    others = dict.fromkeys(id_ for _, ids in responsible for id_ in ids if id_ not in shown)
    yield Sheet(heads, several, said.word("for_several"), _legend(others, matrix, codes), dense=True)


def _in_lines(rows: list[tuple[str, str]], room: int) -> list[tuple[Cell, ...]]:
    """Rows of two columns in which the second goes on in further rows where it is too wide for the room."""
    wide = max(room - max((len(first) for first, _ in rows), default=0) - _BETWEEN, _LONGEST_CODE)
    lines = [(first, wrap(second, wide)) for first, second in rows]
    return [cells("" if n else first, line) for first, second in lines for n, line in enumerate(second)]


def _heads(matrix: Matrix, between: Iterable[Column] = ()) -> tuple[Column, ...]:
    first, last = (Column(key, matrix.said.word(key)) for key in ("topic", "in_charge"))
    return (first, *between, last)


def _legend(actors: Iterable[str], matrix: Matrix, codes: Codes) -> tuple[str, ...]:
    return tuple(f"{codes[id_]}: {matrix.said.name(id_)}" for id_ in actors)


def _of_level(matrix: Matrix, level: str, actors: Sequence[Actor], codes: Codes, room: int) -> Iterator[Sheet]:
    said = matrix.said
    parts = list(_parts(actors, matrix, codes, room))
    date = f", {said.word('as_of', day=said.day(said.as_of))}" if said.dated else ""
    for n, part in enumerate(parts, 1):
        number = f" ({n}/{len(parts)})" if len(parts) > 1 else ""
        rows = [
            cells(label(topic, said), *(_letters(matrix, topic, actor) for actor in part), matrix.mark(topic))
            for topic in matrix.topics_of(part)
        ]
        heads = _heads(matrix, (Column(actor.id, codes[actor.id]) for actor in part))
        legend = _legend([actor.id for actor in part], matrix, codes)
        yield Sheet(heads, rows, f"{first_upper(said.level(level))}{number}{date}", legend, dense=True)


def _parts(actors: Sequence[Actor], matrix: Matrix, codes: Codes, room: int) -> Iterator[list[Actor]]:
    """The actors in as many parts as the room asks for, each as large as it may be."""
    said = matrix.said
    names = [len(label(topic, said)) for topic in matrix.topics_of(actors)]
    marks = [len(matrix.mark(topic)) for topic in matrix.topics]
    topic_wide = min(max((len(said.word("topic")), *names)), max(_LONGEST_TOPIC, room * 2 // 3))
    taken = 1 + topic_wide + _BETWEEN + max((len(said.word("in_charge")), *marks)) + _BETWEEN
    part: list[Actor] = []
    used = taken
    for actor in actors:
        letters = (len(_letters(matrix, topic, actor)) for topic in matrix.topics)
        needed = max(len(codes[actor.id]), *letters) + _BETWEEN
        if part and used + needed > room:
            yield part
            part, used = [], taken
        part.append(actor)
        used += needed
    if part:
        yield part


def _letters(matrix: Matrix, topic: Topic, actor: Actor) -> str:
    return "".join(letter for letter, _ in matrix.held(topic, actor))


def actor_codes(actors: Iterable[Actor], language: str) -> Codes:
    """A code of a few letters for each actor: its short form, that of the language where it has several, else initials."""
    codes: Codes = {}
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
    """A short form of the reader's language; else one that is of no language, as a brand is; else the last one."""
    fitting = [short for short in actor.short if _abbreviates(short, say(actor.name, language), language)]
    named = actor.name.items()
    free = [short for short in actor.short if not any(_abbreviates(short, name, code) for code, name in named)]
    return (fitting or free or list(actor.short[-1:]) or [""])[0]


def _abbreviates(short: str, name: str, language: str) -> bool:
    """Whether the letters of a short form stand in the name in their order, in a language that does not join words as the first
    letters of words: then it is of the name's language."""
    letters = name.casefold() if language in JOINING_LANGUAGES else "".join(word[0] for word in words(name))
    rest = iter(letters)
    return letters[:1] == short[:1].casefold() and all(letter in rest for letter in short.casefold())


def _initials(name: str) -> str:
    parts = words(name.partition("(")[0]) or words(name) or ["?"]
    telling = [part for part in parts if len(part) > _LONGEST_PARTICLE] or parts
    if len(telling) > 1:
        return "".join(part[0] for part in telling).upper()[:4]
    written = {normalise(token): token for token in reversed(tokens(name))}.get(telling[0], telling[0])
    only = first_upper(written) if written.islower() else written
    return only if len(only) <= _LONGEST_CODE else f"{only[: _LONGEST_CODE - 2]}."
