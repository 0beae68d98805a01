"""What has moved since the source, by date; and one change as a row and as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.history import Move, moves
from ..dataset.record import frozen
from .answer import ROOM, Cards, Plain
from .sheet import Cell, Sheet, cells, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from ..dataset.history import Step
    from ..dataset.model import Duty
    from ..search.index import Index
    from .card import Card, Deck
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
class Changes(Cards):
    """What has moved; `duties` are the duties that it has moved, by id."""

    said: Phrasebook
    moves: Sequence[Move]
    duties: Mapping[str, Duty]

    def __bool__(self) -> bool:
        return bool(self.moves)

    def deck(self, *, short: bool = False) -> Deck:
        """A card for each change, with its duties."""
        from .card import Deck, Part

        said = self.said
        known = said.names.known_until
        until = [said.word("known_to", days=said.day(known))] if known and said.as_of > known else []
        count = said.word("changes_one" if len(self.moves) == 1 else "changes_many", count=str(len(self.moves)))
        return Deck((" ".join((count, *until)),), (Part((), [self._card(move) for move in self.moves]),))

    def _card(self, move: Move) -> Card:
        from .card import Line, Span, step_card

        duties = (self.duties[id_] for id_ in move.duties)
        listed = (Line("duty", "", (Span(f"– {self.said.text(duty.statement)} · {duty.id}"),)) for duty in duties)
        return (*step_card(move.step, self.said), *listed)

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """One table; the duties of each change by their ids."""
        sheet = table(self.moves, self.said)
        rows = [(*row, Cell(", ".join(move.duties))) for row, move in zip(sheet.rows, self.moves, strict=True)]
        return [sheet._replace(columns=(*sheet.columns, *columns([("duties", self.said.word("duties"))])), rows=rows)]

    def plain(self) -> Plain:
        """Every change with the ids of its duties."""
        listed = [{**plain_step(move.step), "duties": list(move.duties), "count": len(move.duties)} for move in self.moves]
        return {"language": self.said.language, "changes": listed}


def changes(
    index: Index, said: Phrasebook, since: date | None = None, until: date | None = None, actors: Sequence[str] = ()
) -> Changes:  # fmt: skip
    """What has moved from a day up to a day, both included; with actors, what they have given or got."""
    entries = list(index.entries())
    every = moves((entry.duty.id, entry.steps) for entry in entries)
    found = [move for move in every if _within(move, since, until) and (not actors or _concerns(move, actors))]
    moved = {id_ for move in found for id_ in move.duties}
    duties = {entry.duty.id: entry.duty for entry in entries if entry.duty.id in moved}
    return Changes(said.naming(index, [id_ for move in found for id_ in _mentioned(move)]), found, duties)


def _within(move: Move, since: date | None, until: date | None) -> bool:
    return (since is None or move.step.on >= since) and (until is None or move.step.on <= until)


def _mentioned(move: Move) -> tuple[str, ...]:
    return (*move.step.before, *move.step.after, *move.step.partners)


def _concerns(move: Move, actors: Sequence[str]) -> bool:
    return not set(_mentioned(move)).isdisjoint(actors)
