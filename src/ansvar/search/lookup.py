"""An open dataset asked for one thing by its name: an actor, a duty, a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.errors import AnsvarError, UnknownError
from ..dataset.nearest import nearest
from ..dataset.printable import readable
from ..languages.function_words import function_words
from .hits import Tier
from .match import Reader
from .words import encodable, normalise, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..dataset.model import Actor, Topic
    from .hits import Reading
    from .index import Entry, Index

_NEAR = 3
_LONGEST = 200
"""Letters of a word that may be a misspelled name: looking for its neighbours takes time by their square."""
_WORDS = (Tier.EXACT, Tier.STEM, Tier.MISSPELLING)
"""How a word of a name is met: as a part of another it is none."""


def find_actor(index: Index, asked: str) -> Actor:
    """The actor with this id, name or short form, in any form of the word, or within the edits of a misspelling.

    Raises UnknownError when there is none, AnsvarError with all of them when several share the name.
    """
    asked = encodable(readable(asked))
    found = [asked.strip()] if index.actor(asked.strip()) else _named(index, asked)
    if len(found) > 1:
        raise AnsvarError(f"'{asked}' names several actors", f"Choose one: {', '.join(found)}.")
    actor = index.actor(found[0]) if found else None
    if actor is None:
        raise UnknownError("actor", asked, _nearest_actors(index, asked))
    return actor


def is_called(index: Index, actor: Actor, asked: str) -> bool:
    """Whether an actor has exactly this id, name or short form: otherwise it was guessed from a part or another form of one."""
    wanted = words(encodable(readable(asked)))
    return any(words(text) == wanted for text in (actor.id, *(one.text for one in index.names("actor") if one.owner == actor.id)))


def _named(index: Index, asked: str) -> list[str]:
    """The ids of the actors that have exactly this name or id; where none has, of those that have it in another form."""
    wanted = words(asked)
    names = [(name.owner, name.text) for name in index.names("actor")] + [(actor.id, actor.id) for actor in index.actors()]
    exact = dict.fromkeys(owner for owner, text in names if wanted and words(text) == wanted)
    if exact:
        return list(exact)
    reader = Reader(index)
    return _by_words(index, asked, reader.readings) or _by_words(
        index, asked, lambda word: reader.readings(word) or (reader.respelled(word) if len(word) < _LONGEST else [])
    )


def _by_words(index: Index, asked: str, readings: Callable[[str], list[Reading]]) -> list[str]:
    """The ids of the actors whose whole name these words are, in any form; where there are none, of those that have all the
    words in their name (`Tallroth`)."""
    wanted = [word for word in words(asked) if word not in function_words(index.languages)] or words(asked)
    met: dict[int, set[tuple[int, int]]] = {}
    for n, word in enumerate(wanted):
        forms = [reading.number for reading in readings(word) if reading.tier in _WORDS]
        for _, name, place in index.name_tokens(forms):
            met.setdefault(name, set()).add((n, place))
    names = {number: name for number, name in index.names_by_number(met).items() if name.kind == "actor"}
    partly = [number for number in sorted(names) if len({n for n, _ in met[number]}) == len(wanted)]
    whole = [number for number in partly if len({place for _, place in met[number]}) == len(names[number].words)]
    return list(dict.fromkeys(names[number].owner for number in whole or partly))


def _nearest_actors(index: Index, asked: str) -> list[str]:
    """The ids of the actors whose names are most like what was asked, best first."""
    names = {normalise(name.text): name.owner for name in index.names("actor") if len(name.text) > _NEAR}
    return list(dict.fromkeys(names[text] for text in nearest(normalise(asked), names, 20)))[:_NEAR]


def find_duty(index: Index, asked: str) -> Entry:
    """The duty with this id, in any capitals. Raises UnknownError with the nearest ids when there is none."""
    asked = readable(asked)
    wanted = encodable(asked).strip()
    entry = index.entry_by_id(wanted) or index.entry_by_id(wanted.lower())
    if entry is None and (same := next((id_ for id_ in index.duty_ids() if id_.casefold() == wanted.casefold()), None)):
        entry = index.entry_by_id(same)
    if entry is None:
        raise UnknownError("duty", asked, nearest(asked.strip().lower(), index.duty_ids()))
    return entry


def find_topic(index: Index, asked: str) -> Topic:
    """The topic with this id or name. Raises UnknownError with the nearest ids when there is none."""
    asked = readable(asked)
    wanted = words(asked)
    topics = index.topics()
    for topic in topics:
        if asked.strip() == topic.id or wanted in [words(name) for name in (topic.id, *topic.name.values())]:
            return topic
    raise UnknownError("topic", asked, nearest(asked.strip().lower(), [topic.id for topic in topics]))
