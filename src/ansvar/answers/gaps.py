"""What a dataset leaves open: what nobody holds, topics that nobody or several are responsible for, ends without a successor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.model import Force, Status
from ..dataset.record import frozen
from . import duties, topics
from .answer import ROOM, Plain, Sheets
from .matrix import matrix
from .sheet import Sheet, cells, columns, without_empty_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..dataset.model import Actor, Topic
    from ..search.index import Index
    from .duties import OnDay
    from .phrasebook import Phrasebook
    from .sheet import Cell


@frozen
class Gaps(Sheets):
    """What is open on the day. `responsible` are, by topic, the ids of those responsible for it."""

    said: Phrasebook
    unheld: Sequence[OnDay]
    nobody: Sequence[Topic]
    several: Sequence[Topic]
    responsible: Mapping[str, Sequence[str]]
    ending: Sequence[Actor]

    def __bool__(self) -> bool:
        return bool(self.unheld or self.nobody or self.several or self.ending)

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """A table for each kind of gap that there is."""
        said = self.said
        unheld = Sheet(
            columns(duties.heads(said, _UNHELD)),
            [duties.row(one, said, _UNHELD) for one in self.unheld],
            said.word("without_holder"),
        )
        named = [(key, said.word(key)) for key in ("topic", "in_charge")]
        ending = columns([("actor", said.word("actor")), ("became", said.word("became")), ("id", "id")])
        found = [
            without_empty_columns(unheld, optional={"source", "changed"}),
            Sheet(columns([named[0], ("id", "id")]), [self._topic(one) for one in self.nobody], said.word("for_nobody")),
            Sheet(
                columns([*named, ("id", "id")]), [self._topic(one, shared=True) for one in self.several], said.word("for_several")
            ),
            Sheet(
                ending,
                [cells(said.text(one.name), said.end(one), one.id) for one in self.ending],
                said.word("without_successor"),
            ),
        ]
        return [sheet for sheet in found if sheet.rows]

    def _topic(self, topic: Topic, *, shared: bool = False) -> tuple[Cell, ...]:
        names = [self.said.names_of(self.responsible[topic.id])] if shared else []
        return cells(topics.label(topic, self.said), *names, topic.id)

    def plain(self) -> Plain:
        """The ids of what is open, each kind under a key of its own."""
        return {
            "language": self.said.language,
            "as_of": self.said.as_of.isoformat(),
            "duties": [duties.plain_duty(one, self.said) for one in self.unheld],
            "nobody": [topic.id for topic in self.nobody],
            "several": {topic.id: list(self.responsible[topic.id]) for topic in self.several},
            "actors": [{"id": one.id, "until": one.until.isoformat() if one.until else None} for one in self.ending],
        }


_UNHELD = ("responsibility", "role", "source", "changed", "id")


def gaps(index: Index, said: Phrasebook) -> Gaps:
    """What is open on the day: of the duties in force, of the topics that have any, and of the actors that end."""
    named = said.naming_all(index)
    ones = duties.all_duties(index, said.as_of)
    held = matrix(index, said, on=said.as_of)
    counts = index.topic_counts()
    ending = [one for one in index.actors() if one.until and not one.successors and _holds(one, ones)]
    return Gaps(
        said=named,
        unheld=[one for one in ones if not one.state.actors and one.state.answers and not _over(one)],
        nobody=[topic for topic in held.nobody() if counts.get(topic.id)],
        several=held.several(),
        responsible=held.responsible,
        ending=ending,
    )


def _over(one: OnDay) -> bool:
    """Whether a duty is not in force on the day, or has ended for good."""
    return isinstance(one.state.status, Force) or one.state.status is Status.ENDED


def _holds(actor: Actor, ones: Sequence[OnDay]) -> bool:
    """Whether an actor holds a duty on the day, or has held one at its end that nobody has taken over."""
    return any(actor.id in one.state.actors or (actor.id in one.duty.actors and not one.state.actors) for one in ones)
