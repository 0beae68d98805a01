"""Who a holder is in a place: the bodies of actors that are kinds, where somebody has named a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ..dataset.model import Body, Place, Text
    from ..search.gazetteer import Gazetteer
    from ..search.index import Index
    from .answer import Plain
    from .phrasebook import Phrasebook


class Here(NamedTuple):
    """A body in a place, and the body that runs it, where one is known."""

    place: Place
    body: Body
    host: Body | None = None


class Local(NamedTuple):
    """The places that an answer is for: the day of which that holds, what is to be known of them, and the bodies there.

    `bodies` has those of each holder that is a kind (an empty list: none serves the place), by holder and duty.
    """

    places: tuple[Place, ...]
    on: date | None
    notes: tuple[Text, ...]
    bodies: Mapping[tuple[str, str], tuple[Here, ...]]


def local(index: Index, places: Sequence[str], held: Iterable[tuple[str, str]]) -> Local | None:
    """Who some holders are in some places, for their duties (actor, duty); None where no place is known."""
    gazetteer = index.gazetteer
    known = tuple(place for id_ in places if (place := gazetteer.place(id_)))
    if not known:
        return None
    pairs = dict.fromkeys(pair for pair in held if pair[0] in gazetteer.served)
    bodies = {pair: tuple(here for place in known for here in serving(gazetteer, pair[0], place, pair[1])) for pair in pairs}
    return Local(known, gazetteer.on, notes(gazetteer, known), bodies)


def serving(gazetteer: Gazetteer, actor: str, place: Place, duty: str = "") -> list[Here]:
    """The bodies of an actor in a place; of a larger place that none serves as a whole, those of the places in it."""
    found = gazetteer.bodies(actor, place.id, duty) or gazetteer.bodies_within(actor, place.id, duty)
    return [Here(place, body, gazetteer.body(body.host) if body.host else None) for body in found]


def notes(gazetteer: Gazetteer, places: Iterable[Place]) -> tuple[Text, ...]:
    """What is to be known of places and of those that they lie in, each text once."""
    around = [one for place in places for one in gazetteer.lineage(place.id)]
    return tuple({place.id: place.note for place in around if place.note}.values())


def website(here: Here, language: str) -> str | None:
    """Where a body is found: its own site, where it can in the reader's language, else that of the body that runs it."""
    sites = (one.websites.get(language) or one.website for one in (here.body, here.host) if one)
    return next(filter(None, sites), None)


def lines(actor: str, heres: Sequence[Here], said: Phrasebook, otherwise: str | None = None) -> Iterator[str]:
    """The bodies of an actor in words, one a line: name, site, contact, what else is known. `otherwise` is the kind's own site.

    The name of the actor stands before that of the body, which may be no more than that of a town.
    """
    kind = said.name(actor)
    if not heres:
        yield f"{kind}: {said.word('no_body')}"
    for here in heres:
        body = here.body
        site = website(here, said.language) or otherwise
        contact = [one for one in (said.text(body.name), site, body.email, body.phone) if one]
        yield ". ".join(filter(None, (f"{kind}: {', '.join(contact)}", said.text(body.note).rstrip("."))))


def label(places: Iterable[Place], on: date | None, said: Phrasebook) -> str:
    """For which places, and of which day: Forssa (1 January 2026)."""
    named = ", ".join(said.text(place.name) for place in places)
    return f"{named} ({said.day(on)})" if on else named


def plain_place(place: Place) -> Plain:
    """A place as plain data."""
    return {
        "id": place.id,
        "names": dict(place.name),
        "other_names": {language: list(names) for language, names in place.other_names.items()},
        "parents": list(place.parents),
        "note": dict(place.note) if place.note else None,
    }


def plain_body(here: Here, on: date | None) -> Plain:
    """A body as plain data."""
    body = here.body
    return {
        "id": body.id,
        "names": dict(body.name),
        "website": body.website,
        "websites": dict(body.websites),
        "email": body.email,
        "phone": body.phone,
        "host": {"id": here.host.id, "names": dict(here.host.name), "website": here.host.website} if here.host else None,
        "place": here.place.id,
        "note": dict(body.note) if body.note else None,
        "on": on.isoformat() if on else None,
    }
