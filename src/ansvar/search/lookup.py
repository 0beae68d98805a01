"""An open dataset asked for one thing by its name, or for a listing: actors, duties, topics, moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..dataset.errors import AnsvarError, UnknownError
from ..dataset.history import Move, moves
from ..dataset.model import Actor, Level, Note, Role, Topic
from ..dataset.nearest import nearest
from .question import understand
from .tables import HOLDER, LATER_HOLDER, PARTNER
from .words import edits_allowed, encodable, normalise, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from .index import Entry, Index

_NEAR, _LONGEST = 3, 200


def find_actor(index: Index, asked: str) -> Actor:
    """The actor with this id, name or short form, in any form of the word, or within the edits of a misspelling.

    Raises UnknownError when there is none, AnsvarError with all of them when several share the name.
    """
    asked = encodable(asked)
    found = [asked.strip()] if index.actor(asked.strip()) else _named(index, asked) or _misspelled(index, asked)
    if len(found) > 1:
        raise AnsvarError(f"'{asked}' names several actors", f"Choose one: {', '.join(found)}.")
    actor = index.actor(found[0]) if found else None
    if actor is None:
        raise UnknownError("actor", asked, _nearest_actors(index, asked))
    return actor


def _named(index: Index, asked: str) -> list[str]:
    """The ids of the actors that have exactly this name or id; where none has, of those that have it in another form."""
    wanted = words(asked)
    names = [(name.owner, name.text) for name in index.names("actor")] + [(actor.id, actor.id) for actor in index.actors()]
    exact = dict.fromkeys(owner for owner, text in names if wanted and words(text) == wanted)
    if exact:
        return list(exact)
    units = understand(asked, index).units
    return list(dict.fromkeys(hit.name.owner for hit in units[0].actors)) if len(units) == 1 else []


def _misspelled(index: Index, asked: str) -> list[str]:
    wanted = " ".join(words(asked))[:_LONGEST]
    edits = edits_allowed(wanted.replace(" ", ""))
    if not edits:
        return []
    from rapidfuzz.distance import OSA

    names = [(name.owner, " ".join(words(name.text))) for name in index.names("actor")]
    near = [(OSA.distance(wanted, text, score_cutoff=edits), owner) for owner, text in names if len(text) > edits + 2]
    best = min(near, default=(edits + 1, ""))[0]
    return list(dict.fromkeys(owner for distance, owner in near if distance == best <= edits))


def _nearest_actors(index: Index, asked: str) -> list[str]:
    """The ids of the actors whose names are most like what was asked, best first."""
    names = {normalise(name.text): name.owner for name in index.names("actor") if len(name.text) > _NEAR}
    return list(dict.fromkeys(names[text] for text in nearest(normalise(asked), names, 20)))[:_NEAR]


def find_duty(index: Index, asked: str) -> Entry:
    """The duty with this id. Raises UnknownError with the nearest ids when there is none."""
    entry = index.entry_by_id(encodable(asked).strip().lower())
    if entry is None:
        raise UnknownError("duty", asked, nearest(asked.strip().lower(), index.duty_ids()))
    return entry


def find_topic(index: Index, asked: str) -> Topic:
    """The topic with this id or name. Raises UnknownError with the nearest ids when there is none."""
    wanted = words(asked)
    topics = index.topics()
    for topic in topics:
        if asked.strip() == topic.id or wanted in [words(name) for name in (topic.id, *topic.name.values())]:
            return topic
    raise UnknownError("topic", asked, nearest(asked.strip().lower(), [topic.id for topic in topics]))


def counted_actors(index: Index, levels: Sequence[Level] = (), roles: Sequence[Role] = ()) -> list[tuple[Actor, int]]:
    """Actors by level, with the number of duties that the source gives each; with roles, those that have such duties."""
    counts = index.actor_counts(roles)
    order = list(Level)
    chosen = [actor for actor in index.actors() if (not levels or actor.level in levels) and (not roles or actor.id in counts)]
    return [(actor, counts.get(actor.id, 0)) for actor in sorted(chosen, key=lambda actor: order.index(actor.level))]


def counted_topics(index: Index) -> list[tuple[Topic, int]]:
    """The topics, with the number of their duties."""
    counts = index.topic_counts()
    return [(topic, counts.get(topic.id, 0)) for topic in index.topics()]


class Portrait(NamedTuple):
    """An actor with its duties by the source, those that came to it later, those it shares as a partner, and its context."""

    actor: Actor
    held: list[Entry]
    received: list[Entry]
    shared: list[Entry]
    notes: list[Note]


def portrait(index: Index, actor: Actor) -> Portrait:
    """Everything that a dataset says of an actor."""
    ranks = {relation: [n for _, n in index.related(actor.id, [relation])] for relation in (HOLDER, LATER_HOLDER, PARTNER)}
    held = set(ranks[HOLDER])
    received = set(ranks[LATER_HOLDER]) - held
    shared = set(ranks[PARTNER]) - held - received
    notes = [note for note in index.notes() if actor.id in note.actors]
    return Portrait(actor, index.entries_of(held), index.entries_of(received), index.entries_of(shared), notes)


def moves_between(index: Index, since: date | None, until: date | None, actors: Sequence[str] = ()) -> list[Move]:
    """What has moved from a day up to a day, both included; with actors, what they have given or got."""
    found = moves((entry.duty.id, entry.steps) for entry in index.entries())
    return [
        move
        for move in found
        if (since is None or move.step.on >= since)
        and (until is None or move.step.on <= until)
        and (not actors or not {*move.step.before, *move.step.after, *move.step.partners}.isdisjoint(actors))
    ]
