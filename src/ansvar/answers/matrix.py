"""Topics × actors: who has which kind of responsibility for what."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ..dataset.closed_sets import known_levels, known_roles
from ..dataset.model import Actor, Role, Text, Topic
from ..dataset.record import frozen
from . import topics
from .answer import ROOM, Plain, Sheets
from .sheet import Sheet, cells, columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ..search.index import Index
    from .phrasebook import Phrasebook


@frozen
class Matrix(Sheets):
    """The topics; the actors that hold something, by level; the roles of each pair that has any, best first; and by topic
    the ids of those responsible, whatever their level."""

    said: Phrasebook
    title: Text
    topics: tuple[Topic, ...]
    actors: tuple[Actor, ...]
    roles: Mapping[tuple[str, str], tuple[str, ...]]
    responsible: Mapping[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.actors)

    def nobody(self) -> list[Topic]:
        """The topics that nobody is responsible for."""
        return [topic for topic in self.topics if not self.responsible[topic.id]]

    def several(self) -> list[Topic]:
        """The topics that several actors are responsible for."""
        return [topic for topic in self.topics if len(self.responsible[topic.id]) > 1]

    @property
    def by_level(self) -> list[tuple[str, list[Actor]]]:
        """The levels that have actors, with these."""
        return [(level, list(actors)) for level, actors in groupby(self.actors, key=lambda actor: actor.level)]

    def topics_of(self, actors: Sequence[Actor]) -> list[Topic]:
        """The topics of which some actors hold something."""
        return [topic for topic in self.topics if any((topic.id, actor.id) in self.roles for actor in actors)]

    def held(self, topic: Topic, actor: Actor) -> list[tuple[str, str]]:
        """The roles of an actor in a topic: the letter and the name of each."""
        return [(self.said.letter(role), self.said.role(role)) for role in self.roles.get((topic.id, actor.id), ())]

    def letters(self) -> list[tuple[str, str]]:
        """The letter of each role, and its name."""
        return [(self.said.letter(role), self.said.role(role)) for role in known_roles(self.said.names.roles)]

    def mark(self, topic: Topic) -> str:
        """That nobody, or nobody in that role, is responsible for a topic, or how many are; nothing where it is one."""
        count = len(self.responsible[topic.id])
        if count == 1:
            return ""
        if count:
            return self.said.word("several", count=str(count))
        return self.said.word("other_roles" if any(held == topic.id for held, _ in self.roles) else "nobody")

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """Level by level, in sheets that fit the room."""
        from .matrix_sheets import sheets

        return sheets(self, room)

    def rows(self) -> list[Sheet]:
        """Every topic in one sheet, an actor a column, the roles in words."""
        said = self.said
        heads = [("id", "id"), ("topic", said.word("topic")), ("in_charge", said.word("in_charge"))]
        names = [(actor.id, said.name(actor.id)) for actor in self.actors]
        lines = [
            cells(
                topic.id,
                topics.label(topic, said),
                str(len(self.responsible[topic.id])),
                *(", ".join(name for _, name in self.held(topic, actor)) for actor in self.actors),
            )
            for topic in self.topics
        ]
        return [Sheet(columns([*heads, *names]), lines)]

    def plain(self) -> Plain:
        """By topic who is responsible, and the roles of each actor. `as_of` is null for the holders of the source."""
        actors = [actor.id for actor in self.actors]
        return {
            "language": self.said.language,
            "as_of": self.said.as_of.isoformat() if self.said.dated else None,
            "actors": [{"id": actor.id, "name": dict(actor.name), "level": actor.level} for actor in self.actors],
            "topics": [
                {
                    "topic": topic.id,
                    "name": dict(topic.name),
                    "responsible": list(self.responsible[topic.id]),
                    "cells": {id_: [*self.roles[topic.id, id_]] for id_ in actors if (topic.id, id_) in self.roles},
                }
                for topic in self.topics
            ],
            "nobody": [topic.id for topic in self.nobody()],
            "several": [topic.id for topic in self.several()],
        }


def matrix(index: Index, said: Phrasebook, levels: Sequence[str] = (), on: date | None = None) -> Matrix:
    """The matrix of some levels (all, where none is named) with the holders on a day, or those of the source."""
    roles = _roles(index, on)
    actors = index.actors()
    holding = {holder for _, holder in roles}
    chosen = [actor for level in known_levels(index.own_levels) for actor in actors if actor.level == level and actor.id in holding]
    subjects = index.topics()
    answering = responsible_roles(index)
    return Matrix(
        said=said.naming_all(index),
        title=index.title,
        topics=tuple(subjects),
        actors=tuple(actor for actor in chosen if not levels or actor.level in levels),
        roles=roles,
        responsible={
            topic.id: tuple(actor.id for actor in actors if not answering.isdisjoint(roles.get((topic.id, actor.id), ())))
            for topic in subjects
        },
    )


def responsible_roles(index: Index) -> set[str]:
    """The roles whose holders answer for a topic: `responsible`, and those of the dataset's own that are like it."""
    own = index.own_roles
    return {
        role
        for role in known_roles(index.own_roles)
        if role == Role.RESPONSIBLE or (role in own and own[role].like is Role.RESPONSIBLE)
    }


def _roles(index: Index, on: date | None) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], set[str]] = {}
    for entry in index.entries():
        state = None if on is None else entry.state(on)
        if state and not state.answers:  # what later duties say stands there
            continue
        holders = state.actors if state else entry.duty.actors
        for topic in entry.duty.topics:
            for holder in holders:
                found.setdefault((topic, holder), set()).add(entry.duty.role)
    return {pair: tuple(role for role in known_roles(index.own_roles) if role in roles) for pair, roles in found.items()}
