"""The words of the page in one language. Dates are told, not compared: the page is the same from day to day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...answers import actors, duties
from ...answers.phrasebook import Phrasebook
from ...answers.wording import STATUSES, first_upper
from ...dataset.history import Step
from .phrases import phrase

if TYPE_CHECKING:
    from ...answers.actors import Portrait
    from ...answers.duties import OnDay
    from ...answers.whole import Whole
    from ...dataset.model import Actor, Force, Period, Section, Status
    from .cards import Event


class PageBook(Phrasebook):
    """A phrasebook that also has the phrases of the page."""

    def phrase(self, key: str, **values: str) -> str:
        """A phrase of the page."""
        return phrase(key, self.language, **values)

    def since(self, day: date, what: str) -> str:
        """That something holds from a day on; the page speaks of days to come as of those that are past."""
        return self.phrase("from_day", day=self.day(day), what=what)

    def as_of_day(self, day: date) -> str:
        """For which day the page speaks."""
        return self.word("as_of", day=self.day(day))

    def period(self, period: Period) -> str:
        """The days that a source speaks of."""
        return self.phrase("period_days", first=self.day(period.from_), last=self.day(period.until) if period.until else "")

    def source_period(self, period: Period) -> str:
        """The days that the source speaks of, as a sentence."""
        return self.phrase("source_period", period=self.period(period))

    def known(self, day: date) -> str:
        """Up to which day changes are known."""
        return self.phrase("known", day=self.day(day))

    def duty_count(self, count: int) -> str:
        """A number of duties."""
        return self.phrase("duties_one") if count == 1 else self.phrase("duties_many", count=str(count))

    def section(self, section: Section) -> str:
        """A section and the number of its sentences."""
        return self.phrase("sentence_count", title=self.text(section.title), count=str(section.size))

    def duty_fact(self, key: str, one: OnDay) -> str:
        """A fact of a duty."""
        return duties.FACTS[key](one, self)

    def since_fact(self, one: OnDay) -> str:
        """Since when the holders of a duty have it, and who had it before."""
        return duties.FACTS["since_when"](one, self)

    def status(self, status: Status | Force) -> str:
        """What a duty is that nobody has."""
        return STATUSES[status][self.language]

    def actor_fact(self, key: str, one: Portrait) -> str:
        """A fact of an actor."""
        return actors.FACTS[key](one, self)

    def told(self, event: Event) -> str:
        """Something that happens to a duty, and what is noted of it, as sentences."""
        said: str = self.event(event.of) if isinstance(event.of, Step) else self.party(event.of)
        return ". ".join(first_upper(one) for one in (said, self.text(event.note)) if one)

    def party(self, actor: Actor) -> str:
        """What became of somebody that a duty is about or done with."""
        return f"{self.text(actor.name)}: {self.end(actor)}"

    def remarks(self, step: Step) -> str:
        """All that is said of a change beside its holders."""
        return ". ".join(first_upper(note) for note in (*self.news(step), *filter(None, [self.text(step.note)])))

    def title(self, whole: Whole) -> str:
        """The title of the page."""
        return f"{self.phrase('question')} – {self.text(whole.title)}"


def books(whole: Whole) -> dict[str, PageBook]:
    """The words of the page by language: all that is known is told, whatever the day."""
    return {language: PageBook(language, date.max, names=whole.said.names) for language in whole.languages}
