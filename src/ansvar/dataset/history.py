"""Who holds a duty on a given date, and what has moved when."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from .model import Actor, Change, Duty, Status, Text


class Step(NamedTuple):
    """A day on which something happened to a duty: who held it until then, who holds it from then on, and by which act."""

    on: date
    status: Status
    before: tuple[str, ...]
    after: tuple[str, ...]
    partners: tuple[str, ...] = ()
    name: Text | None = None
    basis: Text | None = None
    note: Text | None = None


class State(NamedTuple):
    """A duty on a date: its status, holders, since when and by which act, and the steps that led there."""

    status: Status
    actors: tuple[str, ...]
    since: date | None = None
    basis: Text | None = None
    steps: tuple[Step, ...] = ()


def history(duty: Duty, actors: Mapping[str, Actor]) -> tuple[Step, ...]:
    """Everything that is known to have happened to a duty, by date.

    An actor's succession carries its duties along unless the duty has a change of its own on that day.
    """
    steps: list[Step] = []
    holders = duty.actors
    after = date.min
    changes = sorted(duty.changes, key=lambda change: change.on)
    while True:
        change = next((c for c in changes if c.on > after), None)
        end = _next_end(holders, actors, after)
        if change and (end is None or change.on <= end):
            step = _by_change(change, holders)
            if change.on == end and change.status is Status.CURRENT:
                step = _merged(step, _by_succession(holders, actors, end))
        elif end:
            step = _by_succession(holders, actors, end)
        else:
            return tuple(steps)
        steps.append(step)
        holders, after = step.after, step.on


def _next_end(holders: Iterable[str], actors: Mapping[str, Actor], after: date) -> date | None:
    """The first day after `after` on which one of the holders is there no more."""
    ends = [actors[h].until for h in holders if h in actors]
    days = [end + timedelta(days=1) for end in ends if end]
    return min((day for day in days if day > after), default=None)


def _by_change(change: Change, holders: tuple[str, ...]) -> Step:
    after = {Status.MOVED: change.to, Status.CURRENT: holders}.get(change.status, ())
    return Step(
        on=change.on, status=change.status, before=holders, after=after, partners=change.partners,
        name=change.name, basis=change.basis, note=change.note,
    )  # fmt: skip


def _by_succession(holders: tuple[str, ...], actors: Mapping[str, Actor], on: date) -> Step:
    gone = [h for h in holders if (end := actors[h].until) and end < on]
    after: list[str] = []
    for holder in holders:
        after += [a for a in (actors[holder].successors if holder in gone else (holder,)) if a not in after]
    status = Status.MOVED if after else Status.UNCONFIRMED
    last = actors[gone[0]]
    return Step(
        on=on, status=status, before=holders, after=tuple(after), basis=last.basis, note=last.note,
    )  # fmt: skip


def _merged(change: Step, succession: Step) -> Step:
    """A new name or partner on the very day on which the holder hands over."""
    return Step(
        on=change.on, status=succession.status, before=change.before, after=succession.after, partners=change.partners,
        name=change.name, basis=change.basis or succession.basis, note=change.note or succession.note,
    )  # fmt: skip


def state(duty: Duty, actors: Mapping[str, Actor], as_of: date) -> State:
    """The state of a duty on a date (the date included)."""
    return state_after(duty.actors, history(duty, actors), as_of)


def state_after(holders: tuple[str, ...], steps: Iterable[Step], as_of: date) -> State:
    """The state on a date of a duty first held by `holders`, with the history `steps`."""
    past = tuple(step for step in steps if step.on <= as_of)
    moves = [step for step in past if step.status is not Status.CURRENT]
    if not moves:
        return State(status=Status.CURRENT, actors=holders, steps=past)
    last = moves[-1]
    return State(status=last.status, actors=last.after, since=last.on, basis=last.basis, steps=past)


class Move(NamedTuple):
    """One reform as it met some duties: the step that they share, and the ids of the duties."""

    step: Step
    duties: tuple[str, ...]


def moves(histories: Iterable[tuple[str, Iterable[Step]]]) -> list[Move]:
    """What has happened to some duties (id and history), by date; those with the same step on the same day stand together."""
    groups: dict[tuple[object, ...], tuple[Step, list[str]]] = {}
    for duty, steps in histories:
        for step in steps:
            texts = map(_frozen, (step.name, step.basis, step.note))
            key = (step.on, step.before, step.after, step.partners, step.status.value, *texts)
            groups.setdefault(key, (step, []))[1].append(duty)
    found = [Move(step=step, duties=tuple(ids)) for step, ids in groups.values()]
    return sorted(found, key=lambda move: move.step.on)


def _frozen(text: Text | None) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(text.items())) if text else ()


def chain(duty: Duty, actors: Mapping[str, Actor]) -> Iterator[str]:
    """The actors that come to hold or share a duty after its first holders."""
    for step in history(duty, actors):
        yield from step.after
        yield from step.partners
