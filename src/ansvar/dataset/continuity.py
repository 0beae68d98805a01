"""How duties go on in one another: the courses of all duties of a dataset."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from .circles import components
from .history import Course, Earlier, Step, history, state_after, validity
from .model import Status
from .places import written_place
from .record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .model import Dataset, Duty, Source, Text


def courses(dataset: Dataset) -> dict[str, Course]:
    """The course of each duty, by id: its own history, and from the day on which others continue it, theirs."""
    actors = {actor.id: actor for actor in dataset.actors}
    duties = {duty.id: duty for duty in dataset.duties}
    sources = Sources(dataset)
    found = {duty.id: Course(history(duty, actors), *sources.validity(duty)) for duty in dataset.duties}
    earlier: dict[str, list[Earlier]] = {}
    for (id_,) in components({duty.id: duty.continued_by for duty in dataset.duties}):
        duty = duties[id_]
        if duty.continued_by and (day := continued_from(duty, found)):
            before = state_after(duty.actors, found[id_].steps, day - timedelta(days=1)).actors
            found[id_] = _continued(duty, day, found, duties, sources)
            for other in duty.continued_by:
                part = duty.continued_part
                earlier.setdefault(other, []).append(Earlier(duty=id_, actors=before, until=day - timedelta(days=1), part=part))
    return {id_: course._replace(continues=tuple(earlier.get(id_, ()))) for id_, course in found.items()}


def continued_from(duty: Duty, found: Mapping[str, Course]) -> date | None:
    """The day from which others continue a duty: the first on which one of them begins."""
    return min((day for other in duty.continued_by if (day := found[other].begins)), default=None)


class Sources:
    """The sources of a dataset, and what follows from them for its duties."""

    def __init__(self, dataset: Dataset) -> None:
        self.known_until, self.languages = dataset.known_until, dataset.languages
        self.by_id = {source.id: source for source in dataset.sources}
        self.only = dataset.sources[0] if len(dataset.sources) == 1 else None

    def of(self, duty: Duty) -> Source | None:
        """The source of a duty; a locator without an id means the only one."""
        return (self.by_id.get(duty.source.id) if duty.source.id else self.only) if duty.source else None

    def validity(self, duty: Duty) -> tuple[date | None, date | None]:
        """The first and the last day on which a duty is in force."""
        return validity(duty, self.of(duty), self.known_until)

    def basis(self, duty: Duty) -> Text | None:
        """What a duty rests on: its own basis, else its place as the source writes it, else the source's title."""
        source = self.of(duty)
        if duty.basis or not source or not duty.source:
            return duty.basis
        places = {language: written_place(source, duty.source, language) for language in self.languages}
        return {language: place or source.title[language] for language, place in places.items()}


class _Event(NamedTuple):
    """A day from which one of the continuing duties is held by these, or by nobody (with the status that says why)."""

    on: date
    duty: str
    actors: tuple[str, ...]
    status: Status
    basis: Text | None


def _continued(duty: Duty, day: date, found: Mapping[str, Course], duties: Mapping[str, Duty], sources: Sources) -> Course:
    """The course of a duty that others continue from a day on: until then its own, from then on theirs together."""
    course = found[duty.id]
    steps = [step for step in course.steps if step.on < day]
    holders = state_after(duty.actors, steps, day).actors
    events = [event for id_ in duty.continued_by for event in _events(duties[id_], found[id_], sources.basis(duties[id_]))]
    events.sort(key=lambda event: event.on)
    now: dict[str, _Event] = {}
    for on, group in groupby(events, key=lambda event: event.on):
        latest = list(group)
        now.update({event.duty: event for event in latest})
        held = [event for event in now.values() if event.actors]
        after = tuple(dict.fromkeys(actor for event in held for actor in event.actors))
        begun = tuple(id_ for id_ in duty.continued_by if id_ in now)
        if steps and steps[-1].duties == begun and after == holders:
            continue
        status = _status(holders, after, list(now.values()))
        basis = (held or latest)[0].basis if on == day else latest[0].basis
        steps.append(Step(on, status, holders, after, basis=basis, duties=begun, part=duty.continued_part))
        holders = after
    return course._replace(steps=tuple(steps))


def _status(before: tuple[str, ...], after: tuple[str, ...], now: list[_Event]) -> Status:
    if after:
        return Status.CURRENT if after == before else Status.MOVED
    return Status.UNCONFIRMED if any(event.status is Status.UNCONFIRMED for event in now) else Status.ENDED


def _events(duty: Duty, course: Course, basis: Text | None) -> Iterator[_Event]:
    """Who holds a continuing duty from which day on."""
    begins, ends = course.begins or date.min, course.ends
    first = state_after(duty.actors, course.steps, begins)
    yield _Event(begins, duty.id, first.actors, Status(first.status), basis)
    for step in course.steps:
        if step.on > begins and (not ends or step.on <= ends or step.duties) and step.status is not Status.CURRENT:
            yield _Event(step.on, duty.id, step.after, step.status, step.basis)
    if ends and not any(step.duties for step in course.steps):
        yield _Event(ends + timedelta(days=1), duty.id, (), Status.ENDED, None)
