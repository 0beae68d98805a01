"""Topics × actors: who has which kind of responsibility for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..dataset.model import Actor, Level, Role, Topic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ..search.index import Index


class Matrix(NamedTuple):
    """The topics; the actors that hold something, by level; the roles of each pair that has any, best first; and by topic
    the ids of those responsible, whatever their level."""

    topics: tuple[Topic, ...]
    actors: tuple[Actor, ...]
    roles: Mapping[tuple[str, str], tuple[Role, ...]]
    responsible: Mapping[str, tuple[str, ...]]

    def nobody(self) -> list[Topic]:
        """The topics that nobody is responsible for."""
        return [topic for topic in self.topics if not self.responsible[topic.id]]

    def several(self) -> list[Topic]:
        """The topics that several actors are responsible for."""
        return [topic for topic in self.topics if len(self.responsible[topic.id]) > 1]


def matrix(index: Index, levels: Sequence[Level] = (), on: date | None = None) -> Matrix:
    """The matrix of some levels (all, where none is named) with the holders on a day, or those of the source."""
    topics = index.topics()
    found: dict[tuple[str, str], set[Role]] = {}
    for entry in index.entries():
        holders = entry.duty.actors if on is None else entry.state(on).actors
        for topic in entry.duty.topics:
            for holder in holders:
                found.setdefault((topic, holder), set()).add(entry.duty.role)
    actors = index.actors()
    responsible = {
        topic.id: tuple(actor.id for actor in actors if Role.RESPONSIBLE in found.get((topic.id, actor.id), ())) for topic in topics
    }
    holding = {holder for _, holder in found}
    chosen = [actor for level in Level for actor in actors if actor.level is level and actor.id in holding]
    return Matrix(
        topics=tuple(topics),
        actors=tuple(actor for actor in chosen if not levels or actor.level in levels),
        roles={pair: tuple(role for role in Role if role in roles) for pair, roles in found.items()},
        responsible=responsible,
    )
