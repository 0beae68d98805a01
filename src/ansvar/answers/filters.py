"""Which duties may answer: by actor, level, role and topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..dataset.history import State
    from ..search.index import Entry, Index


class Filter:
    """Ids of actors and topics, levels and roles; an empty one lets everything pass."""

    def __init__(
        self,
        index: Index,
        *,
        actors: Sequence[str] = (),
        levels: Sequence[str] = (),
        roles: Sequence[str] = (),
        topics: Sequence[str] = (),
    ) -> None:
        self.index, self.actors, self.levels, self.roles, self.topics = index, actors, levels, roles, topics

    def keeps(self, entry: Entry, state: State) -> bool:
        """Whether a duty passes. An actor passes with its duties of the source and those it has on the date."""
        duty = entry.duty
        holders = {*duty.actors, *state.actors}
        return (
            (not self.roles or duty.role in self.roles)
            and (not self.topics or not set(self.topics).isdisjoint(duty.topics))
            and (not self.actors or not holders.isdisjoint(self.actors))
            and (not self.levels or any(self._level(id_) in self.levels for id_ in duty.actors))
        )

    def _level(self, id_: str) -> str | None:
        actor = self.index.actor(id_)
        return actor.level if actor else None
