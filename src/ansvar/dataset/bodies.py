"""Who an actor that is a kind is in a place: the bodies that serve it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Body, Place


def lineage(place: str, places: Mapping[str, Place]) -> list[str]:
    """A place and all that it lies in, the nearest first."""
    found = [place]
    for one in found:
        found += (parent for parent in (places[one].parents if one in places else ()) if parent not in found)
    return found


def bodies_for(actor: str, place: str, duty: str | None, bodies: Iterable[Body], places: Mapping[str, Place]) -> list[Body]:
    """The bodies of an actor that have a duty in a place, in their order; without a duty, those that serve it.

    A duty that is assigned to any body of the actor is only theirs to whom it is assigned there.
    """
    around = set(lineage(place, places))
    its = [body for body in bodies if body.actor == actor]
    assigned = {body.id: [one.places for one in body.assignments if duty in one.duties] for body in its}
    if any(assigned.values()):
        return [body for body in its if not around.isdisjoint(place for listed in assigned[body.id] for place in listed)]
    return [body for body in its if not around.isdisjoint(body.places)]
