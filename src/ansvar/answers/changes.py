"""What has moved since the source, by date; and one change as a row and as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.history import Move, moves
from ..dataset.record import frozen
from .answer import ROOM, Plain, Sheets
from .sheet import Cell, Sheet, cells, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ..dataset.history import Step
    from ..search.index import Index
    from .phrasebook import Phrasebook

COLUMNS = ("date", "from", "to", "note", "by")
"""The columns of a change."""


def step_row(step: Step, said: Phrasebook) -> tuple[Cell, ...]:
    """A change as cells."""
    outcome = said.outcome(step.status, step.after, step.on) or said.word("stays")
    about = "; ".join(filter(None, (", ".join(said.news(step)), said.text(step.note))))
    return cells(step.on.isoformat(), said.names_of(step.before), outcome, about, said.text(step.basis))


def plain_step(step: Step) -> Plain:
    """A change as plain data."""
    return {
        "on": step.on.isoformat(),
        "status": step.status.value,
        "from": list(step.before),
        "to": list(step.after),
        "partners": list(step.partners),
        "name": dict(step.name) if step.name else None,
        "basis": dict(step.basis) if step.basis else None,
        "note": dict(step.note) if step.note else None,
    }


def table(listing: Iterable[Move], said: Phrasebook) -> Sheet:
    """Changes, each with the number of its duties."""
    rows = [(*step_row(move.step, said), Cell(str(len(move.duties)))) for move in listing]
    return Sheet(columns((key, said.word(key)) for key in (*COLUMNS, "number")), rows)


@frozen
class Changes(Sheets):
    """What has moved."""

    said: Phrasebook
    moves: Sequence[Move]

    def __bool__(self) -> bool:
        return bool(self.moves)

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """One table."""
        return [table(self.moves, self.said)]

    def plain(self) -> Plain:
        """Every change with the ids of its duties."""
        listed = [{**plain_step(move.step), "duties": list(move.duties), "count": len(move.duties)} for move in self.moves]
        return {"language": self.said.language, "changes": listed}


def changes(
    index: Index, said: Phrasebook, since: date | None = None, until: date | None = None, actors: Sequence[str] = ()
) -> Changes:  # fmt: skip
    """What has moved from a day up to a day, both included; with actors, what they have given or got."""
    every = moves((entry.duty.id, entry.steps) for entry in index.entries())
    found = [move for move in every if _within(move, since, until) and (not actors or _concerns(move, actors))]
    return Changes(said.naming(index, [id_ for move in found for id_ in _mentioned(move)]), found)


def _within(move: Move, since: date | None, until: date | None) -> bool:
    return (since is None or move.step.on >= since) and (until is None or move.step.on <= until)


def _mentioned(move: Move) -> tuple[str, ...]:
    return (*move.step.before, *move.step.after, *move.step.partners)


def _concerns(move: Move, actors: Sequence[str]) -> bool:
    return not set(_mentioned(move)).isdisjoint(actors)
