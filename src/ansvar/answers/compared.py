"""Two days compared: which duties somebody else has now, who had them then, and who has them now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.model import Force
from ..dataset.record import NamedTuple, frozen
from . import duties, holders
from .answer import ROOM, Cards, Plain
from .card import Deck, Line, Part, Span
from .sheet import Sheet, cells, columns
from .wording import first_upper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ..dataset.history import State
    from ..search.index import Index
    from .card import Card
    from .duties import OnDay
    from .phrasebook import Phrasebook


class Pair(NamedTuple):
    """A duty as it is now, and its state then."""

    now: OnDay
    then: State


@frozen
class Compared(Cards):
    """The duties that somebody else has on the day than had them on an earlier one (`then`)."""

    said: Phrasebook
    then: date
    pairs: Sequence[Pair]

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def _days(self) -> tuple[str, str]:
        said = self.said
        return tuple(said.word("as_of", day=said.day(day)) for day in (self.then, said.as_of))  # type: ignore[return-value]

    def deck(self, *, short: bool = False) -> Deck:
        """The duties in groups that went from the same to the same."""
        groups: dict[tuple[str, str], list[Card]] = {}
        for pair in self.pairs:
            groups.setdefault(self._holders(pair), []).append(tuple(self._card(pair)))
        key = "moved_one" if len(self.pairs) == 1 else "moved_many"
        heading = self.said.word(
            key, count=str(len(self.pairs)), first=self.said.day(self.then), last=self.said.day(self.said.as_of)
        )
        parts = [
            Part((Span(f"{first_upper(then)} → "), Span(now, strong=True), Span(f": {len(cards)}")), cards)
            for (then, now), cards in groups.items()
        ]
        return Deck((heading,), tuple(parts))

    def _holders(self, pair: Pair) -> tuple[str, str]:
        said = self.said
        return holders.told(pair.now.duty, pair.then, said), holders.told(pair.now.duty, pair.now.state, said)

    def _card(self, pair: Pair) -> Iterator[Line]:
        yield Line("statement", "", (Span(f"{self.said.text(pair.now.duty.statement)} · {pair.now.duty.id}"),))
        state = pair.now.state
        if state.since:
            day = self.said.word("since_then", day=self.said.day(state.since))
            yield Line("changed", "", (Span(first_upper(day) + self.said.basis(state.basis)),))

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """A row for each duty: who had it then, who has it now, since when and by which act."""
        said = self.said
        heads = [("responsibility", said.word("responsibility")), *zip(("then", "now"), self._days(), strict=True)]
        heads += [("changed", said.word("changes")), ("id", "id")]
        rows = [
            cells(
                said.text(pair.now.duty.statement), *map(first_upper, self._holders(pair)), said.moved(pair.now.state),
                pair.now.duty.id,
            )
            for pair in self.pairs
        ]  # fmt: skip
        return [Sheet(columns(heads), rows, named=False)]

    def plain(self) -> Plain:
        """Every duty as it is now, with those who had it then."""
        listed = [{**duties.plain_duty(pair.now, self.said), "then": list(pair.then.actors)} for pair in self.pairs]
        days = {"compared_with": self.then.isoformat(), "as_of": self.said.as_of.isoformat()}
        return {"language": self.said.language, **days, "duties": listed}


def compared(index: Index, said: Phrasebook, then: date, actors: Sequence[str] = ()) -> Compared:
    """What somebody else has on the day than had it then; with actors, what they have given or got.

    A duty that continues an earlier one is told with that one, which had holders then.
    """
    found = []
    for entry in index.entries():
        now, before = duties.on_day(entry, said.as_of), entry.state(then)
        told_elsewhere = before.status is Force.PENDING and now.continues
        concerned = not actors or not set(actors).isdisjoint((*before.actors, *now.state.actors))
        if set(before.actors) != set(now.state.actors) and concerned and not told_elsewhere:
            found.append(Pair(now, before))
    mentioned = (*duties.mentioned(pair.now for pair in found), *(id_ for pair in found for id_ in pair.then.actors))
    return Compared(said.naming(index, mentioned), then, found)
