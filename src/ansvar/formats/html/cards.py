"""What the page's cards are made of: each duty over time, its texts by number."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ...answers import duties, holders
from ...answers.phrasebook import Phrasebook
from ...answers.wording import STATUSES, first_upper
from ...dataset.model import Scope, Status
from ...dataset.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ...answers.duties import OnDay
    from ...answers.holders import Holder
    from ...answers.whole import Stage, Whole
    from ...dataset.history import Step
    from ...dataset.model import Actor, Text
    from .book import PageBook
    from .texts import Texts


class Event(NamedTuple):
    """Something that happens to a duty, or to somebody that it is about or done with."""

    on: date
    of: Step | Actor
    note: Text | None = None


class Cards:
    """The cards of a dataset. `books` are its words by language, whatever the day."""

    def __init__(self, whole: Whole, books: Mapping[str, PageBook], texts: Texts) -> None:
        self.whole, self.books, self.texts = whole, books, texts

    def plain(self) -> list[dict[str, Any]]:
        """All cards as plain data, in the dataset's order."""
        return [self._card(stages) for stages in self.stages()]

    def stages(self) -> Iterator[list[Stage]]:
        """Every duty over time; on a page that is made for a day, only as it is on that day."""
        said = self.whole.said
        for stages in self.whole.stages():
            past = [stage for stage in stages if stage.since is None or stage.since <= said.as_of]
            yield past[-1:] if said.dated else stages

    def _card(self, stages: list[Stage]) -> dict[str, Any]:
        one = stages[-1].one
        duty, actors = one.duty, self.whole.actors
        return {
            "id": duty.id,
            "n": one.n,
            "statement": self._text(lambda said: said.text(duty.statement)),
            "role": duty.role,
            "topics": duty.topics,
            "held": duty.actors,
            "levels": list(dict.fromkeys(actors[id_].level for id_ in duty.actors)),
            "facts": [[key, number] for key in duties.ON_PAGE if (number := self._fact(key, one))],
            "policy": int(duty.scope is Scope.POLICY),
            "cite": self._text(lambda said: said.citation(duty)),
            "place": self.whole.said.address(duty.source),
            "stages": [self._stage(stage) for stage in stages],
            "events": [self._event(event) for event in events(one, self.whole)],
        }  # fmt: skip

    def _stage(self, stage: Stage) -> list[Any]:
        """Since when, who has it then, what to say where nobody has, and since when they have had it, and who before."""
        one, on = stage.one, stage.since or date.min
        said = [Phrasebook(book.language, on, names=book.names) for book in self.books.values()]
        found = [self._holder(holder) for holder in holders.on_day(one.duty, one.state, said[0])]
        nobody = 0 if found else self.texts.number(first_upper(_nobody(one, book)) for book in said)
        since = self.texts.number(duties.FACTS["since_when"](one, book) for book in said)
        return [on.isoformat() if stage.since else "", found, nobody, since]

    def _holder(self, holder: Holder) -> list[Any]:
        return [holder.actor, self._text(lambda said: said.text(holder.when)), holder.website or ""]

    def _event(self, event: Event) -> list[Any]:
        return [event.on.isoformat(), self._text(lambda said: said.told(event))]

    def _fact(self, key: str, one: OnDay) -> int:
        return self._text(lambda said: said.duty_fact(key, one))

    def _text(self, say: Callable[[PageBook], str]) -> int:
        return self.texts.number(map(say, self.books.values()))


def _nobody(one: OnDay, said: Phrasebook) -> str:
    return STATUSES[one.state.status][said.language] if one.duty.actors else said.word("nobody")


def events(one: OnDay, whole: Whole) -> list[Event]:
    """What happens to a duty, and to those that it is about or done with, by date."""
    return sorted((*(_changed(step, whole) for step in one.steps), *_ended(one, whole)), key=lambda event: event.on)


def _changed(step: Step, whole: Whole) -> Event:
    """A change. What an actor's end says of itself stands with the actor, not again with each of its duties."""
    told = step.status is not Status.CURRENT or step.name or step.partners
    own = told and step.note not in [whole.actors[id_].note for id_ in step.before]
    return Event(step.on, step, step.note if own else None)


def _ended(one: OnDay, whole: Whole) -> Iterator[Event]:
    """The ends of those that a duty is about or done with."""
    for id_ in dict.fromkeys((*filter(None, [one.duty.target]), *one.duty.partners)):
        actor = whole.actors[id_]
        if actor.until:
            yield Event(actor.until + timedelta(days=1), actor)
