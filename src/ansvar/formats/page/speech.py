"""What the page says of actors, places and changes, as plain text in a language. Dates are told, not compared: the page is
the same from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...answers.wording import day_name, first_upper, listed, say, word
from ...dataset.model import Status
from .phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...dataset.history import Step
    from ...dataset.model import Actor, Locator, Period
    from ...search.index import Index


class Speech:
    """Sentences about the records of a dataset."""

    def __init__(self, index: Index) -> None:
        self.actors = {actor.id: actor for actor in index.actors()}
        self.sections = {(source.id, part.id): part for source in index.sources() for part in source.sections}

    def names(self, ids: Iterable[str], language: str) -> str:
        """The names of some actors as one phrase."""
        return listed([say(self.actors[id_].name, language) for id_ in ids], language)

    def place(self, locator: Locator, language: str) -> str:
        """The section's title and the numbers of the sentences."""
        numbers = listed([str(n) for n in locator.numbers], language)
        return f"{say(self.sections[locator.id, locator.section].title, language)} {numbers}"

    def step(self, step: Step, language: str) -> str:
        """What happened on which day, by which act."""
        basis = f" ({say(step.basis, language)})" if step.basis else ""
        if step.status is Status.ENDED:
            return ", ".join(self.outcome(step, language)) + basis
        what = ", ".join(self.outcome(step, language)) or say(step.note or {}, language).rstrip(".")
        return phrase("from_day", language, day=day_name(step.on, language), what=what) + basis

    def outcome(self, step: Step, language: str) -> list[str]:
        """Who holds the duty after a step (nothing where that stays), and what else is new."""
        holders = {
            Status.MOVED: [self.names(step.after, language)],
            Status.UNCONFIRMED: [word("no_successor", language)],
            Status.ENDED: [word("ended", language, day=day_name(step.on, language))],
        }
        return [*holders.get(step.status, ()), *self.renamed(step, language)]

    def renamed(self, step: Step, language: str) -> list[str]:
        """What the duty is called, and with whom it is done, from a step on."""
        called = [word("called", language, name=say(step.name, language))] if step.name else []
        return called + ([word("with_partner", language, who=self.names(step.partners, language))] if step.partners else [])

    def remarks(self, step: Step, language: str) -> str:
        """All that is said of a step beside its holders."""
        notes = [*self.renamed(step, language), *([say(step.note, language)] if step.note else [])]
        return ". ".join(first_upper(note) for note in notes)

    def end(self, actor: Actor, language: str) -> str:
        """When an actor ends, who succeeds it, and by which act; empty for one that goes on."""
        if not actor.until:
            return ""
        ended = word("ended_actor", language, day=day_name(actor.until, language))
        names = self.names(actor.successors, language)
        successor = f"{word('successor', language)}: {names}" if names else word("no_successor", language)
        basis = f" ({say(actor.basis, language)})" if actor.basis else ""
        return f"{ended}, {successor}{basis}"

    def lifetime(self, actor: Actor, language: str) -> str:
        """Since when an actor exists, and its end."""
        begins = word("begins", language, day=day_name(actor.from_, language)) if actor.from_ else ""
        return "; ".join(filter(None, (begins, self.end(actor, language))))


def period_days(period: Period, language: str) -> str:
    """The days that a source speaks of."""
    return phrase(
        "period_days",
        language,
        first=day_name(period.from_, language),
        last=day_name(period.until, language) if period.until else "",
    )


def duty_count(count: int, language: str) -> str:
    """A number of duties."""
    return phrase("duties_one", language) if count == 1 else phrase("duties_many", language, count=str(count))
