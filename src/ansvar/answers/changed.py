"""What has become of duties and actors by the reader's date, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.history import State
from ..dataset.model import Force, Status
from .wording import first_upper, say

if TYPE_CHECKING:
    from ..dataset.history import Step
    from ..dataset.model import Actor, Duty
    from .phrasebook import Reader


def change_text(duty: Duty, state: State, reader: Reader) -> str:
    """What has changed by the reader's date, in words; empty when nothing has."""
    parts = [_moved(state, reader)] if state.status is not Status.CURRENT else []
    kept = [step for step in state.steps if step.status is Status.CURRENT or step.name]
    parts += [text for step in kept if (text := renamed(step, reader, with_day=step.on != state.since))]
    parts += _ended_parties(duty, reader)
    return "; ".join(parts)


def _moved(state: State, reader: Reader) -> str:
    if state.since is None:
        return ""
    basis = f" ({say(state.basis, reader.language)})" if state.basis else ""
    day = reader.day(state.since)
    if isinstance(state.status, Force):
        return reader.word(state.status.value, day=day)
    if state.status is Status.ENDED:
        return reader.word("ended", day=day) + basis
    what = reader.actors(state.actors) if state.actors else reader.word("no_successor")
    return reader.word("since", day=day, what=what) + basis


def step_text(step: Step, reader: Reader) -> str:
    """One change of a duty in words, whatever the date."""
    if step.status is Status.CURRENT:
        return renamed(step, reader, with_day=True)
    moved = _moved(State(status=step.status, actors=step.after, since=step.on, basis=step.basis), reader)
    about = renamed(step, reader, with_day=False)
    return f"{moved}; {about}" if about else moved


def renamed(step: Step, reader: Reader, *, with_day: bool) -> str:
    """What a duty is called since a step, with whom it is done, or else what is noted; with its day if wanted."""
    what = []
    if step.name:
        what.append(reader.word("called", name=say(step.name, reader.language)))
    if step.partners:
        what.append(reader.word("with_partner", who=reader.actors(step.partners)))
    if not what and step.note:
        what.append(say(step.note, reader.language).rstrip("."))
    if not what:
        return ""
    basis = f" ({say(step.basis, reader.language)})" if step.basis and with_day else ""
    text = ", ".join(what)
    return (reader.word("since", day=reader.day(step.on), what=text) if with_day else text) + basis


def _ended_parties(duty: Duty, reader: Reader) -> list[str]:
    """What became of those that the duty is about or done with, where they are gone by the date."""
    found = []
    for id_ in dict.fromkeys((*filter(None, [duty.target]), *duty.partners)):
        actor = reader.index.actor(id_)
        if actor and actor.until and actor.until < reader.as_of:
            found.append(f"{first_upper(say(actor.name, reader.language))}: {actor_end(actor, reader)}")
    return found


def actor_end(actor: Actor, reader: Reader) -> str:
    """When an actor ends or ended, who succeeded it, and by which act; empty for one that goes on."""
    if actor.until is None:
        return ""
    ended = reader.word("ended_actor" if actor.until < reader.as_of else "ends_actor", day=reader.day(actor.until))
    names = reader.actors(actor.successors)
    successor = f"{reader.word('successor')}: {names}" if names else reader.word("no_successor")
    basis = f" ({say(actor.basis, reader.language)})" if actor.basis else ""
    return f"{ended}, {successor}{basis}"


def actor_time(actor: Actor, reader: Reader) -> str:
    """Since when an actor exists and what became of it, as far as the reader's date tells."""
    parts = []
    if actor.from_:
        key = "begins" if actor.from_ <= reader.as_of else "begins_later"
        parts.append(reader.word(key, day=reader.day(actor.from_)))
    if actor.until and actor.until < reader.as_of:
        parts.append(actor_end(actor, reader))
    return "; ".join(parts)
