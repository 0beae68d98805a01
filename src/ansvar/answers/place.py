"""Places: one with who serves it, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple, frozen
from .answer import ROOM, Plain, Sheets
from .local import Here, label, notes, plain_body, plain_place, serving, website
from .sheet import Cell, Fact, Sheet, cells, columns, of_facts, without_empty_columns
from .wording import LANGUAGE_NAMES, first_upper, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ..dataset.model import Body, Duty, Place, Text
    from ..search.index import Index
    from .phrasebook import Phrasebook


class Portrait(NamedTuple):
    """All that is known of a place: what it lies in and what lies in it, who serves it, and who has which duties for it that are
    divided otherwise than the rest. `served` has every actor that is a kind."""

    place: Place
    on: date | None
    around: Sequence[Place]
    within: Sequence[Place]
    notes: Sequence[Text]
    served: Mapping[str, Sequence[Here]]
    otherwise: Sequence[tuple[Duty, Here]]


@frozen
class OnePlace(Sheets):
    """One place, or none."""

    said: Phrasebook
    found: Portrait | None = None

    def __bool__(self) -> bool:
        return self.found is not None

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """What it is, who serves it, and who has the duties there that are divided otherwise."""
        one, said = self.found, self.said
        if one is None:
            return []
        name, what = columns((key, said.word(key)) for key in ("name", "what"))
        title = first_upper(label([one.place], one.on, said))
        sheets = [of_facts(_facts(one, said), (name, what), title), _services(one, said), _otherwise(one, said)]
        return [sheet for sheet in sheets if sheet.rows]

    def plain(self) -> Plain:
        """The place with the bodies that serve it, by actor."""
        one = self.found
        if one is None:
            return {"language": self.said.language, "place": None}
        return {
            "language": self.said.language,
            "on": one.on.isoformat() if one.on else None,
            "place": plain_place(one.place),
            "parents": [plain_place(place) for place in one.around],
            "within": [place.id for place in one.within],
            "notes": [dict(note) for note in one.notes],
            "bodies": [{"actor": actor, **plain_body(here, one.on)} for actor, its in one.served.items() for here in its],
            "assigned": [{"duty": duty.id, **plain_body(here, one.on)} for duty, here in one.otherwise],
        }


def _facts(one: Portrait, said: Phrasebook) -> list[Fact]:
    place = one.place
    names = [Fact(f"name.{language}", LANGUAGE_NAMES[language], name) for language, name in place.name.items()]
    others = ", ".join(dict.fromkeys(name for listed in place.other_names.values() for name in listed))
    more = [
        ("aliases", others),
        ("lies_in", ", ".join(said.text(parent.name) for parent in one.around)),
        ("within", ", ".join(said.text(inner.name) for inner in one.within)),
        ("note", " ".join(say(note, said.language) for note in one.notes)),
    ]
    return [*names, *(Fact(key, said.word(key), text) for key, text in more), Fact("id", "id", place.id)]


def _services(one: Portrait, said: Phrasebook) -> Sheet:
    """Who serves it: the kind, the body, its site, who runs it, what else is known."""
    rows = [row for actor, its in one.served.items() for row in _rows(actor, its, said)]
    keys = ("actor", "name", "website", "note")
    heads = columns((key, said.word(key)) for key in keys)
    return without_empty_columns(Sheet(heads, rows, said.word("served_by")), optional={"website", "note"})


def _rows(actor: str, its: Sequence[Here], said: Phrasebook) -> list[tuple[Cell, ...]]:
    kind, own = said.name(actor), said.names.actors[actor].website or ""
    if not its:
        return [cells(kind, said.word("no_body"), "", "")]
    return [cells(kind, _named(here.body, said), website(here, said.language) or own, said.text(here.body.note)) for here in its]


def _named(body: Body, said: Phrasebook) -> str:
    """The name of a body, and further names that people use."""
    others = ", ".join(body.other_names.get(said.language, ()))
    return said.text(body.name) + (f" ({others})" if others else "")


def _otherwise(one: Portrait, said: Phrasebook) -> Sheet:
    rows = [cells(say(duty.statement, said.language), said.text(here.body.name), duty.id) for duty, here in one.otherwise]
    heads = columns([("responsibility", said.word("responsibility")), ("name", said.word("name")), ("id", "id")])
    return Sheet(heads, rows, said.word("assigned"))


def one_place(index: Index, place: Place, said: Phrasebook) -> OnePlace:
    """The answer about one place."""
    gazetteer = index.gazetteer
    actors = [actor.id for actor in index.actors() if actor.id in gazetteer.served]
    entries = [entry for id_ in gazetteer.assigned if (entry := index.entry_by_id(id_))]
    found = Portrait(
        place=place,
        on=gazetteer.on,
        around=gazetteer.lineage(place.id)[1:],
        within=gazetteer.within(place.id),
        notes=notes(gazetteer, [place]),
        served={actor: serving(gazetteer, actor, place) for actor in actors},
        otherwise=[
            (entry.duty, here)
            for entry in entries
            if gazetteer.has(entry.duty.id, [place.id]) and entry.state(said.as_of).answers
            for actor in entry.state(said.as_of).actors
            for here in serving(gazetteer, actor, place, entry.duty.id)
        ],
    )
    return OnePlace(said.naming(index, actors), found)


@frozen
class Places(Sheets):
    """Places, each with what it lies in and the bodies that serve it, by actor."""

    said: Phrasebook
    on: date | None
    actors: Sequence[str]
    places: Sequence[tuple[Place, Sequence[Place], Mapping[str, Sequence[Body]]]]

    def __bool__(self) -> bool:
        return bool(self.places)

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """One table, a column for each actor that is a kind."""
        said = self.said
        heads = [("place", said.word("place")), ("lies_in", said.word("lies_in"))]
        heads += [(actor, said.name(actor)) for actor in self.actors]
        rows = [
            cells(
                said.text(place.name),
                ", ".join(said.text(one.name) for one in around),
                *(", ".join(said.text(body.name) for body in bodies.get(actor, ())) for actor in self.actors),
                place.id,
            )
            for place, around, bodies in self.places
        ]
        notes = (said.word("as_of", day=said.day(self.on)),) if self.on else ()
        return [Sheet(columns([*heads, ("id", "id")]), rows, notes=notes, dense=True)]

    def plain(self) -> Plain:
        """Every place with the ids of the bodies that serve it."""
        return {
            "language": self.said.language,
            "on": self.on.isoformat() if self.on else None,
            "places": [
                {**plain_place(place), "bodies": {actor: [body.id for body in its] for actor, its in bodies.items()}}
                for place, _, bodies in self.places
            ],
        }


def places(index: Index, said: Phrasebook, within: Place | None = None) -> Places:
    """The places in a place, else all that no other lies in; of larger ones, their names stand beside these."""
    gazetteer = index.gazetteer
    known = {place.id: place for place in gazetteer.places()}
    larger = {parent for place in known.values() for parent in place.parents}
    chosen = gazetteer.within(within.id) if within else [place for place in known.values() if place.id not in larger]
    served = gazetteer.served_by_place()
    rows = []
    for place in chosen:
        around = gazetteer.lineage(place.id)
        bodies: dict[str, list[Body]] = {}
        for one in around:
            for body in served.get(one.id, ()):
                bodies.setdefault(body.actor, []).append(body)
        rows.append((place, around[1:], bodies))
    own = {actor for _, _, its in rows for actor, bodies in its.items()}
    actors = [actor.id for actor in index.actors() if actor.id in own]
    return Places(said.naming(index, actors), gazetteer.on, _telling(actors, rows), rows)


def _telling(actors: Sequence[str], rows: Sequence[tuple[Place, Sequence[Place], Mapping[str, Sequence[Body]]]]) -> list[str]:
    """The actors whose bodies are not just called as the places are."""
    return [a for a in actors if any(body.name != place.name for place, _, bodies in rows for body in bodies.get(a, ()))]
