"""The records of an answer put into words: names, days, places, citations, and what has changed.

This is the one place that says what happened to a duty or an actor, whatever shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.history import Earlier, State, Step
from ..dataset.model import Force, Status
from ..dataset.places import link, written_place
from ..dataset.record import NamedTuple, frozen, replace
from ..languages import CODES
from .wording import ROLE_LETTERS, day_name, first_upper, level_name, listed, role_name, say, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from typing import Self, TypeVar

    from ..dataset.model import Actor, Duty, Locator, Note, OwnRole, Section, Source, Text, Topic
    from ..search.index import Index
    from .local import Local

    _R = TypeVar("_R", Actor, Source, Topic)


class Names(NamedTuple):
    """The records that an answer calls by name, by id."""

    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]
    kinds: Mapping[str, Text]
    roles: Mapping[str, OwnRole]
    levels: Mapping[str, Text]
    known_until: date | None = None


_NOBODY = Names({}, {}, {}, {}, {}, {})


def _by_id(records: Iterable[_R]) -> dict[str, _R]:
    return {one.id: one for one in records}


@frozen
class Phrasebook:
    """The words for one reader: a language, a day (`dated`: asked for, not just today), and whom it can call by name."""

    language: str
    as_of: date
    dated: bool = False
    names: Names = _NOBODY
    local: Local | None = None
    """The places that are asked for, and who the holders are there."""

    def naming(self, index: Index, ids: Iterable[str]) -> Self:
        """The same for an answer that speaks of these actors, of those that succeed them, and of places in the sources."""
        actors: dict[str, Actor] = {}
        for id_ in ids:
            for one in (id_, *(actor.successors if (actor := index.actor(id_)) else ())):
                if one not in actors and (known := index.actor(one)):
                    actors[one] = known
        return self._knowing(index, actors, {})

    def naming_all(self, index: Index) -> Self:
        """The same for an answer that speaks of any actor, topic and place."""
        return self._knowing(index, _by_id(index.actors()), _by_id(index.topics()))

    def _knowing(self, index: Index, actors: Mapping[str, Actor], topics: Mapping[str, Topic]) -> Self:
        own = (index.kinds, index.own_roles, index.own_levels, index.known_until)
        return replace(self, names=Names(actors, _by_id(index.sources()), topics, *own))

    def speaking(self, language: str) -> Self:
        """The same in another language."""
        return replace(self, language=language)

    # Words and names.

    def word(self, key: str, **values: str) -> str:
        """A word of the tool."""
        return word(key, self.language, **values)

    def text(self, text: Text | None) -> str:
        """A text of the dataset; empty where there is none."""
        return say(text, self.language) if text else ""

    def day(self, day: date) -> str:
        """A date as the language writes it."""
        return day_name(day, self.language)

    def days(self, first: date, last: date) -> str:
        """Some days: whole years as these."""
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year}–{last.year}" if first.year != last.year else str(first.year)
        return f"{self.day(first)} – {self.day(last)}"

    def name(self, id_: str) -> str:
        """The name of an actor; its id where the dataset has none of that id."""
        actor = self.names.actors.get(id_)
        return say(actor.name, self.language) if actor else id_

    def names_of(self, ids: Iterable[str]) -> str:
        """The names of some actors as one phrase."""
        return listed([self.name(id_) for id_ in ids], self.language)

    def role(self, role: str) -> str:
        """The kind of responsibility, the dataset's own or the tool's."""
        own = self.names.roles.get(role)
        return say(own.name, self.language) if own else role_name(role, self.language)

    def letter(self, role: str) -> str:
        """What stands for a kind of responsibility in a matrix."""
        own = self.names.roles.get(role)
        return (own.letter or first_upper(self.role(role)[:2])) if own else ROLE_LETTERS[self.language][role]

    def level(self, level: str) -> str:
        """The level of an actor, the dataset's own or the tool's."""
        own = self.names.levels.get(level)
        return say(own, self.language) if own else level_name(level, self.language)

    def kind(self, kind: str | None) -> str:
        """The kind of an actor; empty where it has none."""
        return self.text(self.names.kinds.get(kind)) if kind else ""

    def topics(self, ids: Iterable[str]) -> str:
        """The names of some topics, with commas between them."""
        return ", ".join(self.text(self.names.topics[id_].name) for id_ in ids)

    # Places in the sources.

    def _section(self, place: Locator) -> tuple[Source, Section]:
        source = self.names.sources[place.id]
        return source, next(part for part in source.sections if part.id == place.section)

    def _numbers(self, place: Locator, language: str) -> str:
        return listed([str(n) for n in place.numbers], language)

    def place(self, place: Locator | None) -> str:
        """Where the source says it, as its readers write that; else the section's title and the numbers of the sentences."""
        return self._where(place, self.language) if place else ""

    def document(self, source: Source) -> str:
        """What a source is called for short: its number where the title ends with one in brackets, as an act's does."""
        title = self.text(source.title)
        number = title.rpartition("(")[2].removesuffix(")")
        return number if title.endswith(")") and any(map(str.isdigit, number)) else title

    def _where(self, place: Locator, language: str) -> str:
        source, section = self._section(place)
        if written := written_place(source, place, language):
            return written
        key = "sentence" if len(place.numbers) == 1 else "sentences"
        return f"{say(section.title, language)}, {word(f'{key}.{source.unit}', language)} {self._numbers(place, language)}"

    def address(self, place: Locator | None) -> str | None:
        """Where a place can be read: its section's own address, or that of the document."""
        return link(self.names.sources[place.id], place) if place else None

    def citation(self, record: Duty | Note) -> str:
        """A citation of the place in the source, ready to paste: all of it in the document's own language, and its address."""
        if record.source is None:
            return ""
        source, section = self._section(record.source)
        own = self.cited_in(source)
        title, place = say(source.title, own), self._where(record.source, own)
        if source.place:  # which has the document's number in it, as the title may
            first, _, rest = place.partition(", ")
            place = f"{rest if rest and first in title else place} ({say(section.title, own)})"
        publisher = f"{say(source.publisher, own)}: " if source.publisher else ""
        return ". ".join(filter(None, (f"{publisher}{title}, {place}", self.address(record.source))))

    def cited_in(self, source: Source) -> str:
        """The language of a citation: the document's own, where the tool speaks it."""
        return source.language if source.language in CODES else self.language

    # Changes of duties.

    def earlier(self, one: Earlier) -> str:
        """Who held, and until when, what a duty continues."""
        return self.word("until", day=self.day(one.until), what=self.names_of(one.actors))

    def basis(self, basis: Text | None) -> str:
        """The act that a change rests on, in brackets, to be put after it."""
        return f" ({self.text(basis)})" if basis else ""

    def since(self, day: date, what: str) -> str:
        """That something holds from a day on."""
        return self.word("since", day=self.day(day), what=what)

    def outcome(self, status: Status | Force, holders: Sequence[str], on: date) -> str:
        """Who holds a duty after a change, or that nobody does; empty where the holders stay."""
        if status is Status.CURRENT:
            return ""
        if isinstance(status, Force):
            return self.word(status.value, day=self.day(on))
        if status is Status.ENDED:
            return self.word("ended", day=self.day(on))
        return self.names_of(holders) if holders else self.word("no_successor")

    def news(self, step: Step) -> list[str]:
        """What a duty is called, and with whom it is done, from a change on."""
        called = [self.word("called", name=self.text(step.name))] if step.name else []
        return called + ([self.word("with_partner", who=self.names_of(step.partners))] if step.partners else [])

    def _news_or_note(self, step: Step) -> str:
        return ", ".join(self.news(step)) or self.text(step.note).rstrip(".")

    def _dated_news(self, step: Step) -> str:
        what = self._news_or_note(step)
        return self.since(step.on, what) + self.basis(step.basis) if what else ""

    def moved(self, state: State) -> str:
        """Since when a duty is where it is, and by which act; empty where it has not moved."""
        if state.since is None:
            return ""
        what = self.outcome(state.status, state.actors, state.since)
        dated = state.status is Status.ENDED or isinstance(state.status, Force)
        return (what if dated else self.since(state.since, what)) + self.basis(state.basis)

    def _moved_from(self, duty: Duty, state: State) -> str:
        """Since when its holders have a duty, by which act, and who had it before; else what has become of it."""
        if state.since is None or not state.actors:
            return self.moved(state)
        since = self.word("since_then", day=self.day(state.since)) + self.basis(state.basis)
        return f"{since}, {self.word('before', who=self.names_of(duty.actors) or self.word('nobody'))}"

    def change(self, duty: Duty, state: State, continues: Iterable[Earlier] = ()) -> str:
        """What has changed by the day: where the duty is, who had what it continues, what became of those it concerns."""
        return self._joined(self.moved(state), duty, state, continues)

    def since_when(self, duty: Duty, state: State, continues: Iterable[Earlier] = ()) -> str:
        """The same, beside the holders of the day: since when they have the duty, by which act, and who had it before."""
        gone = ((one, [id_ for id_ in one.actors if id_ not in state.actors]) for one in continues)
        left = [one._replace(actors=tuple(actors)) for one, actors in gone if actors]
        return self._joined(self._moved_from(duty, state), duty, state, left)

    def _joined(self, moved: str, duty: Duty, state: State, continues: Iterable[Earlier]) -> str:
        parts = [moved, *dict.fromkeys(self.earlier(one) for one in continues), *self.renamings(state), *self.parties(duty)]
        return "; ".join(filter(None, parts))

    def renamings(self, state: State) -> list[str]:
        """What else has changed of a duty: its name, those it is done with, what is noted."""
        steps = [step for step in state.steps if step.status is Status.CURRENT or step.name]
        news = [self._dated_news(step) if step.on != state.since else self._news_or_note(step) for step in steps]
        return [one for one in news if one]

    def parties(self, duty: Duty) -> list[str]:
        """What became of those that a duty is about or done with, where they have ended."""
        concerned = (self.names.actors.get(id_) for id_ in dict.fromkeys((*filter(None, [duty.target]), *duty.partners)))
        return [f"{self.text(one.name)}: {self.end(one)}" for one in concerned if one and self.has_ended(one)]

    def step(self, step: Step) -> str:
        """One change of a duty, whatever the day."""
        if step.status is Status.CURRENT:
            return self._dated_news(step)
        moved = self.moved(State(status=step.status, actors=step.after, since=step.on, basis=step.basis))
        return "; ".join(filter(None, (moved, self._news_or_note(step))))

    def event(self, step: Step) -> str:
        """One change as a single phrase: from which day on who holds the duty, what it is called, by which act."""
        outcome = self.outcome(step.status, step.after, step.on)
        what = ", ".join(filter(None, (outcome, *self.news(step)))) or self.text(step.note).rstrip(".")
        return (what if step.status is Status.ENDED else self.since(step.on, what)) + self.basis(step.basis)

    # Changes of actors.

    def has_ended(self, actor: Actor) -> bool:
        """Whether an actor is there no more on the day."""
        return actor.until is not None and actor.until < self.as_of

    def end(self, actor: Actor) -> str:
        """When an actor ends or ended, who succeeds it, and by which act; empty for one that goes on."""
        if actor.until is None:
            return ""
        ended = self.word("ended_actor" if self.has_ended(actor) else "ends_actor", day=self.day(actor.until))
        names = self.names_of(actor.successors)
        successor = f"{self.word('successor')}: {names}" if names else self.word("no_successor")
        return f"{ended}, {successor}{self.basis(actor.basis)}"

    def lifetime(self, actor: Actor) -> str:
        """Since when an actor exists and what became of it, as far as the day tells."""
        begins = ""
        if actor.from_:
            begins = self.word("begins" if actor.from_ <= self.as_of else "begins_later", day=self.day(actor.from_))
        return "; ".join(filter(None, (begins, self.end(actor) if self.has_ended(actor) else "")))
