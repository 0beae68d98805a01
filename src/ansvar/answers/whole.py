"""The whole dataset: what every export is made from."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ..dataset.closed_sets import known_levels
from ..dataset.codec import encode
from ..dataset.history import Move, moves
from ..dataset.record import NamedTuple, frozen
from . import duties
from .actors import Portrait, plain_actor, portrait
from .answer import Plain, Rows
from .sheet import Sheet, cells, columns
from .topics import plain_topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..dataset.model import Actor, Body, Note, Place, Signpost, Source, Text, Topic
    from ..search.index import Entry, Index
    from .duties import OnDay
    from .phrasebook import Phrasebook

_OF_DUTY = ("duty", "actor", "level", "role", "topics", "partners", "target", "source", "section", "sentences")
_SPOKEN = ("actor_name", "level_name", "role_name", "statement", "place", "change")
_OF_DAY = ("as_of", "status", "holders", "since")


class Stage(NamedTuple):
    """A duty as it is from a day on, until its next stage; the first one begins with no day."""

    since: date | None
    one: OnDay


@frozen
class Whole(Rows):
    """Every record of a dataset, its duties as they are on the day.

    `spoken` are the languages of the spreadsheet; `stages` gives each duty over time, in the order of `duties`; `searched` gives
    what a search of its own (the page's) reads, `recorded` is the dataset in its own form, complete.
    """

    said: Phrasebook
    title: Text
    languages: tuple[str, ...]
    known_until: date | None
    duties: Sequence[OnDay]
    notes: Sequence[Note]
    spoken: Sequence[str]
    stages: Callable[[], Iterator[list[Stage]]]
    places: Sequence[Place]
    bodies: Sequence[Body]
    signposts: Sequence[Signpost]
    searched: Callable[[], Plain]
    recorded: Plain

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""
        return self.said.names.sources

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""
        return self.said.names.actors

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by id."""
        return self.said.names.topics

    @property
    def kinds(self) -> Mapping[str, Text]:
        """The names of the kinds of actors."""
        return self.said.names.kinds

    @property
    def by_level(self) -> list[tuple[str, list[Actor]]]:
        """The levels that have actors, in their order, with these."""
        levels = known_levels(self.said.names.levels)
        found = [(level, [actor for actor in self.actors.values() if actor.level == level]) for level in levels]
        return [(level, actors) for level, actors in found if actors]

    def moves(self, until: date | None = None) -> list[Move]:
        """What has moved, by date; up to a day where one is named."""
        found = moves((one.duty.id, one.steps) for one in self.duties)
        return [move for move in found if until is None or move.step.on <= until]

    def portrait(self, actor: Actor) -> Portrait:
        """Everything that the dataset says of an actor."""
        return portrait(actor, self._related[actor.id], self._context[actor.id], self._predecessors[actor.id])

    @cached_property
    def _context(self) -> dict[str, list[Note]]:
        """By actor the statements of context about it."""
        return _by_each((note, note.actors) for note in self.notes)

    @cached_property
    def _predecessors(self) -> dict[str, list[str]]:
        """By actor those whom it succeeds."""
        return _by_each((actor.id, actor.successors) for actor in self.actors.values())

    @cached_property
    def _related(self) -> dict[str, list[OnDay]]:
        """By actor the duties that it belongs to in any way."""
        return _by_each((one, duties.mentioned([one])) for one in self.duties)

    def rows(self) -> list[Sheet]:
        """Every duty once for each of its holders by the source, with the texts in some languages and the state on the day.

        The columns' names are the same in every language; those of texts end in the language (`statement_sv`).
        """
        names = [*_OF_DUTY, *(f"{name}_{language}" for language in self.spoken for name in _SPOKEN), *_OF_DAY]
        books = [self.said.speaking(language) for language in self.spoken]
        rows = [
            cells(
                *self._of_duty(one, holder),
                *(text for book in books for text in self._spoken(one, holder, book)),
                *self._of_day(one),
            )
            for one in self.duties
            for holder in one.duty.actors or ("",)
        ]
        return [Sheet(columns((name, name) for name in names), rows)]

    def _of_duty(self, one: OnDay, holder: str) -> tuple[str, ...]:
        duty, place = one.duty, one.duty.source
        level = self.actors[holder].level if holder else ""
        where = (place.id, place.section, ", ".join(map(str, place.numbers))) if place else ("", "", "")
        return duty.id, holder, level, duty.role, ", ".join(duty.topics), ", ".join(duty.partners), duty.target or "", *where

    def _spoken(self, one: OnDay, holder: str, said: Phrasebook) -> Iterator[str]:
        yield said.name(holder)
        yield said.level(self.actors[holder].level) if holder else ""
        yield from (duties.FACTS[key](one, said) for key in ("role", "responsibility", "source", "changed"))

    def _of_day(self, one: OnDay) -> tuple[str, ...]:
        since = one.state.since.isoformat() if one.state.since else ""
        return self.said.as_of.isoformat(), one.state.status.value, ", ".join(one.state.actors), since

    def plain(self) -> Plain:
        """Every record with its state on the day; under `dataset` as they are written, which is what `--data` reads."""
        return {
            "language": self.said.language,
            "as_of": self.said.as_of.isoformat(),
            "title": dict(self.title),
            "languages": list(self.languages),
            "known_until": self.known_until.isoformat() if self.known_until else None,
            "sources": [encode(source) for source in self.sources.values()],
            "actors": [plain_actor(actor) for actor in self.actors.values()],
            "topics": [plain_topic(topic) for topic in self.topics.values()],
            "duties": [duties.plain_duty(one, self.said) for one in self.duties],
            "notes": [encode(note) for note in self.notes],
            "dataset": self.recorded,
        }


_One = TypeVar("_One")


def _by_each(pairs: Iterable[tuple[_One, Iterable[str]]]) -> dict[str, list[_One]]:
    """Of things that each have some ids: by id the things that have it."""
    found: dict[str, list[_One]] = defaultdict(list)
    for one, ids in pairs:
        for id_ in dict.fromkeys(ids):
            found[id_].append(one)
    return found


def whole(index: Index, said: Phrasebook, spoken: Sequence[str] = ()) -> Whole:
    """The whole dataset, its spreadsheet in these languages, or in all."""
    from ..search.carried import carried
    from ..search.recorded import recorded

    named = said.naming_all(index)
    return Whole(
        said=named,
        title=index.title,
        languages=index.languages,
        known_until=index.known_until,
        duties=duties.all_duties(index, said.as_of),
        notes=index.notes(),
        spoken=spoken or index.languages,
        stages=lambda: (_stages(entry, named.names.actors) for entry in index.entries()),
        places=index.gazetteer.places(),
        bodies=index.gazetteer.all_bodies(),
        signposts=[post.signpost for post in index.posts()],
        searched=lambda: carried(index),
        recorded=recorded(index),
    )


def _stages(entry: Entry, actors: Mapping[str, Actor]) -> list[Stage]:
    """A duty over time: a stage begins where it changes, where it comes into force or ends, and where somebody whom it is about
    or done with ends."""
    duty, course = entry.duty, entry.course
    parties = (actors[id_].until for id_ in (*duty.partners, *filter(None, [duty.target])))
    ends = (end + timedelta(days=1) for end in (course.ends, *parties) if end)
    days = sorted({*(step.on for step in entry.steps), *filter(None, [course.begins]), *ends})
    return [Stage(None, duties.on_day(entry, date.min)), *(Stage(day, duties.on_day(entry, day)) for day in days)]
