"""Who has a duty: one record for each holder, with the condition under which it holds the duty and where one finds it.

Every format and the page take holders from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.model import Level
from ..dataset.record import NamedTuple
from .wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..dataset.history import State
    from ..dataset.model import Duty, Text
    from .answer import Plain
    from .local import Here
    from .phrasebook import Phrasebook


class Holder(NamedTuple):
    """An actor that has a duty: its name, the condition under which it has it, and its website, or the duty's own.

    `reachable` is false for those whom nobody turns to: the people that the duties are about. `bodies` are those that an actor
    which is a kind stands for in the places asked for (none: nobody there); None where no place is asked for.
    """

    actor: str
    name: Text
    when: Text | None = None
    website: str | None = None
    reachable: bool = True
    email: str | None = None
    phone: str | None = None
    chat: str | None = None
    bodies: tuple[Here, ...] | None = None

    @property
    def contact(self) -> list[str]:
        """How one reaches the holder, beside its website."""
        return [way for way in (self.email, self.phone, self.chat) if way]


def of_duty(duty: Duty, ids: Sequence[str], said: Phrasebook) -> tuple[Holder, ...]:
    """Some holders of a duty, those first that its own order (a question may change it) puts first."""
    order = {id_: n for n, id_ in enumerate(duty.actors)}
    return tuple(_holder(duty, id_, said) for id_ in sorted(ids, key=lambda id_: order.get(id_, len(order))))


def on_day(duty: Duty, state: State, said: Phrasebook) -> tuple[Holder, ...]:
    """Those who have a duty on the day; none where it is not in force, or where no successor is confirmed."""
    there = said.local.bodies if said.local else {}
    return tuple(holder._replace(bodies=there.get((holder.actor, duty.id))) for holder in of_duty(duty, state.actors, said))


def here(holders: Iterable[Holder], said: Phrasebook) -> list[str]:
    """Who the holders are in the places asked for, one a line."""
    known = [holder for holder in holders if holder.bodies is not None]
    if not known:
        return []
    from .local import lines

    return [line for holder in known for line in lines(holder.actor, holder.bodies or (), said, holder.website)]


def _holder(duty: Duty, id_: str, said: Phrasebook) -> Holder:
    actor = said.names.actors.get(id_)
    if actor is None:
        return Holder(id_, {said.language: id_}, duty.when.get(id_), duty.url)
    website, reachable = duty.url or actor.website, actor.level != Level.PERSON
    return Holder(id_, actor.name, duty.when.get(id_), website, reachable, actor.email, actor.phone, actor.chat)


def named(holder: Holder, said: Phrasebook) -> str:
    """A holder's name and its condition: employment authorities (registered jobseekers)."""
    return said.text(holder.name) + condition(holder, said)


def condition(holder: Holder, said: Phrasebook) -> str:
    """The condition in brackets, to be put after the name; empty where there is none."""
    return f" ({said.text(holder.when)})" if holder.when else ""


def phrase(holders: Iterable[Holder], said: Phrasebook) -> str:
    """Some holders as one phrase, which says it where there is nobody."""
    return listed([named(holder, said) for holder in holders] or [said.word("nobody")], said.language)


def told(duty: Duty, state: State, said: Phrasebook) -> str:
    """Who has a duty on the day, as one phrase, or why nobody has it."""
    having = on_day(duty, state, said)
    return phrase(having, said) if having else nobody(state, said)


def nobody(state: State, said: Phrasebook) -> str:
    """Why nobody has a duty on the day: it has ended, it is not in force, or no successor is confirmed."""
    return said.outcome(state.status, (), state.since) if state.since else said.word("nobody")


def sites(holder: Holder, said: Phrasebook) -> list[str]:
    """The websites of its bodies in the places asked for."""
    if not holder.bodies:
        return []
    from .local import website

    return [site for body in holder.bodies if (site := website(body, said.language) or holder.website)]


def websites(holders: Iterable[Holder], said: Phrasebook) -> list[str]:
    """Where one finds them, each once: where a body in a place is known, its site is the site."""
    found = (site for holder in holders for site in sites(holder, said) or [holder.website or ""])
    return list(dict.fromkeys(filter(None, found)))


def contacts(holders: Sequence[Holder], said: Phrasebook) -> str:
    """How one reaches them, each with its name where there are several."""
    ways = [(holder, ", ".join(holder.contact)) for holder in holders if holder.contact]
    return "; ".join(way if len(holders) == 1 else f"{said.text(holder.name)}: {way}" for holder, way in ways)


def plain_holder(holder: Holder, said: Phrasebook) -> Plain:
    """A holder as plain data."""
    return {
        "actor": holder.actor,
        "when": dict(holder.when) if holder.when else None,
        "name": dict(holder.name),
        "url": holder.website,
        "email": holder.email,
        "phone": holder.phone,
        "chat": holder.chat,
        **_plain_bodies(holder, said),
    }


def _plain_bodies(holder: Holder, said: Phrasebook) -> Plain:
    """The first of its bodies, and all of them, where a place is asked for."""
    if holder.bodies is None or said.local is None:
        return {"body": None}
    from .local import plain_body

    bodies = [plain_body(here, said.local.on) for here in holder.bodies]
    return {"body": bodies[0] if bodies else None, "bodies": bodies}
