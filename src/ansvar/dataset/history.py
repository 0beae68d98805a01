"""Who holds a duty on a given date, and what has moved when.

A duty has changes of its own (`Change`, written in the dataset), its holders are succeeded by others, and it may go on in other
duties (`continued_by`). All three become steps (`Step`), day by day; a course (`Course`) is all that is known of a duty over time.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from .model import Actor, Change, Duty, Force, Source, Status, Text
from .record import NamedTuple


class Step(NamedTuple):
    """A day on which something happened to a duty: who held it until then, who holds it from then on, and by which act.

    Where it goes on in other duties from then on, these are `duties`, and `part` says which part of it does.
    """

    on: date
    status: Status
    before: tuple[str, ...]
    after: tuple[str, ...]
    partners: tuple[str, ...] = ()
    name: Text | None = None
    basis: Text | None = None
    note: Text | None = None
    duties: tuple[str, ...] = ()
    part: Text | None = None


class State(NamedTuple):
    """A duty on a date: its status, holders, since when and by which act, and the steps that led there.

    A duty that is not yet or no more in force has no holders. `continued_by` are the duties in which it goes on by that date.
    """

    status: Status | Force
    actors: tuple[str, ...]
    since: date | None = None
    basis: Text | None = None
    steps: tuple[Step, ...] = ()
    continued_by: tuple[str, ...] = ()
    part: Text | None = None

    @property
    def answers(self) -> bool:
        """Whether the duty answers a question on that date: it has begun, and no later duty says what it said."""
        return self.status is not Force.PENDING and not self.continued_by


class Earlier(NamedTuple):
    """A duty that another one continues: its id, who held it at last, and the last day."""

    duty: str
    actors: tuple[str, ...]
    until: date
    part: Text | None = None


class Course(NamedTuple):
    """A duty over time: what has happened to it, the days on which it is in force, and the duties that it continues."""

    steps: tuple[Step, ...] = ()
    begins: date | None = None
    ends: date | None = None
    continues: tuple[Earlier, ...] = ()

    def state(self, holders: tuple[str, ...], as_of: date) -> State:
        """The state on a date of a duty that was first held by `holders`."""
        state = state_after(holders, self.steps, as_of)
        if self.begins and as_of < self.begins:
            return State(status=Force.PENDING, actors=(), since=self.begins)
        if self.ends and as_of > self.ends and not state.continued_by:
            since = self.ends + timedelta(days=1)
            return state._replace(status=Force.EXPIRED, actors=(), since=since, basis=None)
        return state


def validity(duty: Duty, source: Source | None, known_until: date | None) -> tuple[date | None, date | None]:
    """The first and the last day on which a duty is in force, its own or its source's.

    A source whose changes are known beyond its end does not end its duties: each of them is what is known of it.
    """
    period = source.period if source else None
    known = (source.known_until if source else None) or known_until
    followed = bool(period and period.until and known and known > period.until)
    begins = duty.from_ or (period.from_ if period else None)
    return begins, duty.until or (period.until if period and not followed else None)


def history(duty: Duty, actors: Mapping[str, Actor]) -> tuple[Step, ...]:
    """Everything that is known to have happened to a duty itself, by date.

    An actor's succession carries its duties along unless the duty has a change of its own on that day.
    """
    steps: list[Step] = []
    holders = duty.actors
    end = _next_end(holders, actors, date.min)
    changes = iter(sorted(duty.changes, key=lambda change: change.on))
    change = next(changes, None)
    while change or end:
        if change and (end is None or change.on <= end):
            step = _by_change(change, holders)
            if change.on == end and change.status is Status.CURRENT:
                step = _merged(step, _by_succession(holders, actors, end))
            change = next((one for one in changes if one.on > step.on), None)
        else:
            assert end  # noqa: S101 (the loop's condition)
            step = _by_succession(holders, actors, end)
        steps.append(step)
        if step.after != holders or end == step.on:
            end = _next_end(step.after, actors, step.on)
        holders = step.after
    return tuple(steps)


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
    after: dict[str, None] = {}
    for holder in holders:
        after |= dict.fromkeys(actors[holder].successors if holder in gone else (holder,))
    status = Status.MOVED if after else Status.UNCONFIRMED
    last = actors[gone[0]]
    return Step(on=on, status=status, before=holders, after=tuple(after), basis=last.basis, note=last.note)


def _merged(change: Step, succession: Step) -> Step:
    """A new name or partner on the very day on which the holder hands over."""
    return Step(
        on=change.on, status=succession.status, before=change.before, after=succession.after, partners=change.partners,
        name=change.name, basis=change.basis or succession.basis, note=change.note or succession.note,
    )  # fmt: skip


def state(duty: Duty, actors: Mapping[str, Actor], as_of: date) -> State:
    """The state of a duty by itself on a date (the date included)."""
    return state_after(duty.actors, history(duty, actors), as_of)


def state_after(holders: tuple[str, ...], steps: Iterable[Step], as_of: date) -> State:
    """The state on a date of a duty first held by `holders`, with the history `steps`."""
    past = tuple(step for step in steps if step.on <= as_of)
    moves = [step for step in past if step.status is not Status.CURRENT]
    continued = next((step for step in reversed(past) if step.duties), None)
    state = State(status=Status.CURRENT, actors=holders, steps=past)
    if moves:
        last = moves[-1]
        state = state._replace(status=last.status, actors=last.after, since=last.on, basis=last.basis)
    return state._replace(continued_by=continued.duties, part=continued.part) if continued else state


class Move(NamedTuple):
    """One reform as it met some duties: the step that they share, and the ids of the duties."""

    step: Step
    duties: tuple[str, ...]


def moves(histories: Iterable[tuple[str, Iterable[Step]]]) -> list[Move]:
    """What has happened to some duties (id and history), by date; those with the same step on the same day stand together."""
    groups: dict[tuple[object, ...], tuple[Step, list[str]]] = {}
    for duty, steps in histories:
        for step in steps:
            texts = map(_frozen, (step.name, step.basis, step.note, step.part))
            key = (step.on, step.before, step.after, step.partners, step.status.value, *texts)
            groups.setdefault(key, (step, []))[1].append(duty)
    found = [Move(step=step, duties=tuple(ids)) for step, ids in groups.values()]
    return sorted(found, key=lambda move: move.step.on)


def _frozen(text: Text | None) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(text.items())) if text else ()


def chain(steps: Iterable[Step]) -> Iterator[str]:
    """The actors that come to hold or share a duty after its first holders."""
    for step in steps:
        yield from step.after
        yield from step.partners
