"""What a dataset must hold in time: nobody acts outside their days, and what goes on begins after what it continues."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .circles import in_circles
from .continuity import Sources
from .model import Actor, Change, Dataset, Duty, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

Path = tuple[str | int, ...]
Fault = tuple[Path, str]


def time_faults(dataset: Dataset) -> Iterator[Fault]:
    """Every fault of time, as the path of the value and what is wrong with it."""
    actors = {actor.id: actor for actor in dataset.actors}
    for n, source in enumerate(dataset.sources):
        if source.period and source.period.until and source.period.from_ > source.period.until:
            yield ("sources", n, "period"), f"the period ends ({source.period.until}) before it begins ({source.period.from_})"
    circles = in_circles({actor.id: actor.successors for actor in dataset.actors})
    for n, actor in enumerate(dataset.actors):
        yield from _succession(("actors", n), actor, actors, circles)
    for n, duty in enumerate(dataset.duties):
        yield from _changes(("duties", n), duty, actors)
    yield from _Continuity(dataset, actors).faults()


def _succession(path: Path, actor: Actor, actors: Mapping[str, Actor], circles: Set[str]) -> Iterator[Fault]:
    if actor.from_ and actor.until and actor.from_ > actor.until:
        yield (*path, "until"), f"the actor ends ({actor.until}) before it begins ({actor.from_})"
    if actor.successors and not actor.until:
        yield (*path, "successors"), "an actor with successors needs its last day, 'until'"
    if actor.until == date.max:
        yield (*path, "until"), "the last day is too far off; leave 'until' out for an actor that goes on"
    if actor.id in circles:
        yield (*path, "successors"), f"a cycle: {actor.id!r} comes to succeed itself"
    if not actor.until or actor.until == date.max:
        return
    for m, id_ in enumerate(actor.successors):
        yield from _working((*path, "successors", m), id_, actor.until + timedelta(days=1), actors)


def _working(path: Path, id_: str, on: date, actors: Mapping[str, Actor]) -> Iterator[Fault]:
    actor = actors.get(id_)
    if actor and actor.from_ and on < actor.from_:
        yield path, f"the actor {id_!r} does not exist on {on}: it begins on {actor.from_}"
    if actor and actor.until and on > actor.until:
        yield path, f"the actor {id_!r} has ended by {on}: its last day is {actor.until}"


def _changes(path: Path, duty: Duty, actors: Mapping[str, Actor]) -> Iterator[Fault]:
    seen: set[date] = set()
    begun = [(holder.from_, id_) for id_ in duty.actors if (holder := actors.get(id_)) and holder.from_]
    for m, change in enumerate(duty.changes):
        here = (*path, "changes", m)
        if change.on in seen:
            yield (*here, "on"), f"two changes on {change.on}; a duty changes once a day"
        seen.add(change.on)
        for begins, id_ in begun:
            if change.on < begins:
                yield (*here, "on"), f"a change on {change.on}, before its actor {id_!r} exists: it begins on {begins}"
        yield from _change(here, change, actors)


def _change(path: Path, change: Change, actors: Mapping[str, Actor]) -> Iterator[Fault]:
    if change.status is Status.MOVED and not change.to:
        yield (*path, "status"), "a duty that moved needs 'to': where it is now"
    if change.status is not Status.MOVED and change.to:
        yield (*path, "to"), f"'to' goes with the status 'moved', not with {change.status.value!r}"
    for field in ("to", "partners"):
        for n, id_ in enumerate(getattr(change, field)):
            yield from _working((*path, field, n), id_, change.on, actors)


class _Continuity:
    """The days on which duties are in force, and those in which they go on."""

    def __init__(self, dataset: Dataset, actors: Mapping[str, Actor]) -> None:
        sources = Sources(dataset)
        self.duties, self.actors = dataset.duties, actors
        self.validity = {duty.id: sources.validity(duty) for duty in dataset.duties}
        self.circles = in_circles({duty.id: duty.continued_by for duty in dataset.duties})

    def faults(self) -> Iterator[Fault]:
        for n, duty in enumerate(self.duties):
            yield from self._days(("duties", n), duty)
            yield from self._holders(("duties", n), duty)
            yield from self._continued(("duties", n), duty)

    def _days(self, path: Path, duty: Duty) -> Iterator[Fault]:
        begins, _ = self.validity[duty.id]
        if duty.until and begins and begins > duty.until:
            yield (*path, "until"), f"the duty ends ({duty.until}) before it begins ({begins})"
        if duty.until == date.max:
            yield (*path, "until"), "the last day is too far off; leave 'until' out for a duty that goes on"
        if duty.continued_part and not duty.continued_by:
            yield (*path, "continued_part"), "'continued_part' goes with 'continued_by'"

    def _holders(self, path: Path, duty: Duty) -> Iterator[Fault]:
        """Who holds a duty is there on its first day, or has handed over."""
        begins, _ = self.validity[duty.id]
        for n, id_ in enumerate(duty.actors if begins else ()):
            actor = self.actors.get(id_)
            if begins and actor and not actor.successors:
                yield from _working((*path, "actors", n), id_, begins, self.actors)

    def _continued(self, path: Path, duty: Duty) -> Iterator[Fault]:
        if duty.id in self.circles:
            yield (*path, "continued_by"), f"a cycle: {duty.id!r} comes to continue itself"
            return
        begun: list[tuple[date, str]] = []
        seen: set[str] = set()
        for m, id_ in enumerate(duty.continued_by):
            here = (*path, "continued_by", m)
            if id_ in seen:
                yield here, f"the duty {id_!r} is named twice"
            seen.add(id_)
            if id_ in self.validity:
                yield from self._later(here, duty, id_)
                begun += [(day, id_)] if (day := self.validity[id_][0]) else []
        if begun:
            yield from self._overlaps(path, duty, *min(begun))

    def _later(self, path: Path, duty: Duty, other: str) -> Iterator[Fault]:
        """What continues a duty begins after it."""
        begins, day = self.validity[duty.id][0], self.validity[other][0]
        if day is None:
            yield path, f"the duty {other!r} has no first day: give it 'from', or its source a 'period'"
        elif begins and day <= begins:
            yield path, f"the duty {other!r} begins on {day}, and not after {duty.id!r}, which it continues ({begins})"

    def _overlaps(self, path: Path, duty: Duty, day: date, other: str) -> Iterator[Fault]:
        """From the day on which another duty continues it, a duty has no life of its own."""
        if duty.until and duty.until >= day:
            yield (*path, "until"), f"the duty goes on until {duty.until}, but {other!r} continues it from {day}"
        for m, change in enumerate(duty.changes):
            if change.on >= day:
                yield (*path, "changes", m, "on"), f"a change on {change.on}, but {other!r} continues the duty from {day}"
