"""The places of a compiled dataset and who serves them. Nothing is decoded but what is asked for."""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..dataset.bodies import lineage
from ..dataset.codec import decode
from ..dataset.model import Body, Place
from .places import candidates, keys_of
from .words import normalise, tokens

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

GENERAL = ""
"""Stands for a duty where a body serves a place for all duties that are not assigned."""
_CHUNK = 900
_KEYS = "SELECT key, places FROM place_key WHERE key IN (%s)"
_SERVING = """
SELECT json FROM record WHERE kind = 'bodies' AND position IN
    (SELECT body FROM serves WHERE actor = ? AND duty = ? AND place IN (%s)) ORDER BY position
"""


class Gazetteer:
    """Places by id and by the words of a question; the bodies of an actor in a place. An index opens it."""

    def __init__(self, connection: sqlite3.Connection, day: str | None) -> None:
        self._connection = connection
        self._places: dict[str, Place] = {}
        self.on = date.fromisoformat(day) if day else None
        """The day on which the places and bodies were as they are here."""

    @cached_property
    def _first(self) -> bool:
        return bool(self._connection.execute("SELECT 1 FROM place_key LIMIT 1").fetchall())

    def __bool__(self) -> bool:
        return self._first

    def keys_of(self, written: Sequence[str]) -> dict[str, list[str]]:
        """Those keys of places that words of a question may have, as `places.place_keys` makes them."""
        if not self:
            return {}
        keys = list(candidates(written))
        rows: list[tuple[str, str]] = []
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK]
            rows += self._connection.execute(_KEYS % ",".join("?" * len(chunk)), chunk)
        return {key: places.split() for key, places in rows}

    def called(self, name: str) -> list[str]:
        """The ids of the places that a name names as a whole, in any of its forms."""
        written = tokens(name)
        keys = self.keys_of(written)
        return next((keys[key] for key in keys_of(" ".join(map(normalise, written))) if keys.get(key)), [])

    def names(self) -> list[tuple[str, str]]:
        """All keys of names, each with the id of the first place that has it."""
        return [(key, places.split()[0]) for key, places in self._connection.execute("SELECT key, places FROM place_key") if places]

    def _record(self, kind: str, id_: str) -> str | None:
        rows = self._connection.execute("SELECT json FROM record WHERE kind = ? AND id = ?", (kind, id_)).fetchall()
        return rows[0][0] if rows else None

    def place(self, id_: str) -> Place | None:
        """The place with this id."""
        if id_ not in self._places:
            plain = self._record("places", id_)
            if plain is None:
                return None
            self._places[id_] = decode(Place, json.loads(plain))
        return self._places[id_]

    def places(self) -> list[Place]:
        """All places, in the dataset's order."""
        return self._all_places

    @cached_property
    def _all_places(self) -> list[Place]:
        rows = self._connection.execute("SELECT json FROM record WHERE kind = 'places' ORDER BY position")
        return [decode(Place, json.loads(plain)) for (plain,) in rows]

    def lineage(self, id_: str) -> list[Place]:
        """A place and all that it lies in, the nearest first."""
        return [place for one in lineage(id_, self.place) if (place := self.place(one))]

    def within(self, id_: str) -> list[Place]:
        """The places that lie in a place, in the dataset's order."""
        known = {place.id: place for place in self.places()}
        return [place for place in self.places() if place.id != id_ and id_ in lineage(place.id, known.get)]

    def body(self, id_: str) -> Body | None:
        """The body with this id."""
        plain = self._record("bodies", id_)
        return decode(Body, json.loads(plain)) if plain is not None else None

    def all_bodies(self) -> list[Body]:
        """All bodies, in the dataset's order."""
        rows = self._connection.execute("SELECT json FROM record WHERE kind = 'bodies' ORDER BY position")
        return [decode(Body, json.loads(plain)) for (plain,) in rows]

    def served_by_place(self) -> dict[str, list[Body]]:
        """By place, the bodies that serve it and all that lies in it."""
        served: dict[str, list[Body]] = {}
        for body in self.all_bodies():
            for place in body.places:
                served.setdefault(place, []).append(body)
        return served

    @cached_property
    def served(self) -> frozenset[str]:
        """The actors that are kinds: those that have bodies."""
        return frozenset(actor for (actor,) in self._connection.execute("SELECT DISTINCT actor FROM serves"))

    @cached_property
    def assigned(self) -> dict[str, set[str]]:
        """The duties that are divided otherwise than the rest, each with the places for which anybody has it."""
        assigned: dict[str, set[str]] = {}
        for duty, place in self._connection.execute("SELECT duty, place FROM serves WHERE duty != ''"):
            assigned.setdefault(duty, set()).add(place)
        return assigned

    def has(self, duty: str, places: Iterable[str]) -> bool:
        """Whether a duty is one for any of some places: one that is divided otherwise has to be assigned for it there."""
        its = self.assigned.get(duty)
        return not its or any(not its.isdisjoint(lineage(place, self.place)) for place in places)

    def bodies(self, actor: str, place: str, duty: str = GENERAL) -> list[Body]:
        """The bodies of an actor that have a duty in a place, in their order; without a duty, those that serve it.

        A duty that is assigned to any body of the actor is only theirs to whom it is assigned there.
        """
        return self._serving(actor, duty, lineage(place, self.place))

    def bodies_within(self, actor: str, place: str, duty: str = GENERAL) -> list[Body]:
        """The bodies of an actor that have a duty in places that lie in a place."""
        return self._serving(actor, duty, [one.id for one in self.within(place)])

    def _serving(self, actor: str, duty: str, places: Sequence[str]) -> list[Body]:
        its = self._connection.execute("SELECT 1 FROM serves WHERE actor = ? AND duty = ? LIMIT 1", (actor, duty)).fetchall()
        sql = _SERVING % ",".join("?" * len(places))
        rows = self._connection.execute(sql, (actor, duty if its else GENERAL, *places))
        return [decode(Body, json.loads(plain)) for (plain,) in rows]


def service(bodies: Iterable[Body]) -> list[tuple[str, str, str, int]]:
    """Who serves what: actor, duty (`GENERAL` for all that are not assigned), place, number of the body."""
    rows = []
    for n, body in enumerate(bodies):
        rows += [(body.actor, GENERAL, place, n) for place in body.places]
        rows += [(body.actor, duty, place, n) for one in body.assignments for duty in one.duties for place in one.places]
    return rows


def key_rows(keys: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The keys of places as they are kept."""
    return [(key, " ".join(places)) for key, places in keys.items()]
