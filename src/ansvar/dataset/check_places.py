"""What a dataset must hold of places and bodies: each place served once, and none forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .circles import in_circles
from .nearest import near_miss
from .printable import printable
from .record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from .model import Body, Dataset

Path = tuple[str | int, ...]
Fault = tuple[Path, str]


def place_faults(dataset: Dataset) -> Iterator[Fault]:
    """Every fault of places and bodies, as the path of the value and what is wrong with it."""
    yield from _references(dataset)
    circles = in_circles({place.id: place.parents for place in dataset.places})
    for n, place in enumerate(dataset.places):
        if place.id in circles:
            yield ("places", n, "parents"), f"a circle: {place.id!r} comes to lie in itself"
    if not circles:
        yield from _Service(dataset).faults()


def _references(dataset: Dataset) -> Iterator[Fault]:
    places = dict.fromkeys(place.id for place in dataset.places)
    bodies = dict.fromkeys(body.id for body in dataset.bodies)
    actors = dict.fromkeys(actor.id for actor in dataset.actors)
    duties = dict.fromkeys(duty.id for duty in dataset.duties)
    for n, place in enumerate(dataset.places):
        yield from _unknown("place", ("places", n, "parents"), place.parents, places)
    for n, body in enumerate(dataset.bodies):
        here: Path = ("bodies", n)
        yield from _unknown("actor", (*here, "actor"), body.actor, actors)
        yield from _unknown("place", (*here, "places"), body.places, places)
        if body.host == body.id:
            yield (*here, "host"), f"the body {body.id!r} cannot run itself"
        elif body.host is not None:
            yield from _unknown("body", (*here, "host"), body.host, bodies)
        for m, assignment in enumerate(body.assignments):
            yield from _unknown("duty", (*here, "assignments", m, "duties"), assignment.duties, duties)
            yield from _unknown("place", (*here, "assignments", m, "places"), assignment.places, places)


def _unknown(kind: str, path: Path, named: str | Sequence[str], known: Collection[str]) -> Iterator[Fault]:
    """Ids that are not known, or named twice. `named` is one id, or a list of them."""
    listed = [(path, named)] if isinstance(named, str) else [((*path, n), id_) for n, id_ in enumerate(named)]
    seen: set[str] = set()
    for here, id_ in listed:
        if id_ not in known:
            yield here, f"unknown {kind} '{printable(id_)}'{near_miss(id_, known)}"
        elif id_ in seen:
            yield here, f"the {kind} {id_!r} is named twice"
        seen.add(id_)


class _Served(NamedTuple):
    """A list of places that a body serves, for one duty or, with an empty one, for all that are not assigned."""

    path: Path
    body: Body
    duty: str
    places: Sequence[str]


class _Service:
    """Which of the places that no other lies in are served, and by whom."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.inner: dict[str, list[str]] = {place.id: [] for place in dataset.places}
        for place in dataset.places:
            for parent in place.parents:
                self.inner.setdefault(parent, []).append(place.id)
        self.told: set[Path] = set()

    def _smallest(self, place: str) -> list[str]:
        """The places in a place that no other lies in, or itself; none for one that is unknown."""
        found, seen = [place], {place}
        for one in found:
            more = [inner for inner in self.inner.get(one, ()) if inner not in seen]
            seen.update(more)
            found += more
        return [one for one in found if self.inner.get(one) == []]

    def faults(self) -> Iterator[Fault]:
        by: dict[tuple[str, str], dict[str, str]] = {}
        for served in self._lists():
            yield from self._twice(served, by.setdefault((served.body.actor, served.duty), {}))
        for (actor, duty), bodies in by.items():
            yield from self._forgotten(actor, duty, bodies)

    def _lists(self) -> Iterator[_Served]:
        for n, body in enumerate(self.dataset.bodies):
            yield _Served(("bodies", n, "places"), body, "", body.places)
            for m, assignment in enumerate(body.assignments):
                path = ("bodies", n, "assignments", m, "places")
                yield from (_Served(path, body, duty, assignment.places) for duty in assignment.duties)

    def _twice(self, served: _Served, bodies: dict[str, str]) -> Iterator[Fault]:
        """Note who serves each place; places that another body of the same actor serves already are faults."""
        for n, place in enumerate(served.places):
            taken = [one for one in self._smallest(place) if bodies.setdefault(one, served.body.id) != served.body.id]
            path = (*served.path, n)
            if taken and path not in self.told:
                self.told.add(path)
                yield path, f"{taken[0]!r} is served twice: by {bodies[taken[0]]!r} already{_for(served.duty)}"

    def _forgotten(self, actor: str, duty: str, bodies: dict[str, str]) -> Iterator[Fault]:
        """Places that nobody serves, though somebody serves one that lies in the same."""
        beside: dict[str, str] = {}
        for place in self.dataset.places:
            if place.id in bodies:
                beside |= dict.fromkeys(place.parents or ("",), place.id)
        for n, place in enumerate(self.dataset.places):
            other = next((beside[one] for one in place.parents or ("",) if one in beside), None)
            path = ("places", n, "id")
            if other and not self.inner[place.id] and place.id not in bodies and path not in self.told:
                self.told.add(path)
                yield path, f"no body of {actor!r} serves {place.id!r}, though {bodies[other]!r} serves {other!r}{_for(duty)}"


def _for(duty: str) -> str:
    return f", for the duty {duty!r}" if duty else ""
