"""Places and bodies: what the table says of every municipality, and what `check` says of faulty places."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset.load import load
from ansvar.dataset.shipped import shipped_path
from ansvar.search.cache import open_index
from test_check import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ansvar.dataset.model import Body, Dataset
    from ansvar.search.gazetteer import Gazetteer

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "data" / "places.tsv"
MUNICIPALITIES = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
ACTORS = {
    "county": "wellbeing-services-counties",
    "area": "employment-authorities",
    "centre": "economic-development-centres",
}
UUSIMAA = "Uudenmaan elinvoimakeskus"


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    """The dataset that the tool comes with."""
    return load(shipped_path())


class Map:
    """The places and bodies of the shipped dataset, and who serves what in its compiled form."""

    def __init__(self, dataset: Dataset, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.bodies = dataset.bodies
        self.places = {place.id: place for place in dataset.places}
        self.ids = {place.name["fi"]: place.id for place in dataset.places}

    def of(self, actor: str, place: str, duty: str = "") -> list[Body]:
        """The bodies of an actor in the municipality of this Finnish name."""
        return self.gazetteer.bodies(actor, self.ids[place], duty)


@pytest.fixture(scope="module")
def finland(shipped: Dataset) -> Iterator[Map]:
    """The places and bodies of the shipped dataset."""
    index = open_index(shipped_path(), cached=False)
    yield Map(shipped, index.gazetteer)
    index.close()


def test_the_file_is_what_the_tables_make_of_it() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "places.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_there_is_every_municipality_and_no_other(finland: Map) -> None:
    inner = {place.name["fi"] for place in finland.places.values() if place.parents}
    assert len(MUNICIPALITIES) == 308
    assert inner == {row["fi"] for row in MUNICIPALITIES}


@pytest.mark.parametrize("row", MUNICIPALITIES, ids=lambda row: row["fi"])
def test_a_municipality_is_where_the_table_has_it_and_served_by_whom_it_says(row: dict[str, str], finland: Map) -> None:
    place = finland.places[finland.ids[row["fi"]]]
    assert place.name["sv"] == row["sv"]
    [region] = [finland.places[parent] for parent in place.parents]
    assert (region.name["fi"], region.name["sv"]) == (row["region_fi"], row["region_sv"])
    for column, actor in ACTORS.items():
        names = [body.name for body in finland.of(actor, row["fi"])]
        expected = {language: row[f"{column}_{language}"] for language in ("sv", "fi", "en")}
        assert [dict(name) for name in names] == ([expected] if expected["fi"] else [])
    [municipality] = finland.of("municipalities", row["fi"])
    assert municipality.name == place.name
    assert (municipality.website or "") == row["site"]


@pytest.mark.parametrize("row", MUNICIPALITIES, ids=lambda row: row["fi"])
def test_a_host_is_named_where_one_is_known_and_nowhere_else(row: dict[str, str], finland: Map) -> None:
    bodies = {body.id: body for body in finland.bodies}
    for area in finland.of(ACTORS["area"], row["fi"]):
        assert area.note
        if row["host"].startswith("Kuntayhtymä"):
            assert area.host is None
            assert row["host"] in area.note["fi"]
        elif row["host"]:
            assert area.host is not None
            assert bodies[area.host].name["fi"] == row["host"]
            assert row["host"] in area.note["fi"]
        else:
            assert area.host is None
            assert area.note["en"].startswith("The sources do not say")


@pytest.mark.parametrize("row", MUNICIPALITIES, ids=lambda row: row["fi"])
def test_some_duties_are_another_centres(row: dict[str, str], finland: Map) -> None:
    def names(duty: str) -> list[str]:
        return [body.name["fi"] for body in finland.of(ACTORS["centre"], row["fi"], duty)]

    assert names("good-population-relations") == [row["centre_fi"]]
    assert names("representatives-supervision") == [row["minors_fi"]][: bool(row["minors_fi"])]
    assert names("special-costs-decision") == [UUSIMAA]
    assert names("trafficking-costs-decision") == [UUSIMAA]


def test_helsinki_is_a_county_of_its_own_and_aland_has_none(finland: Map) -> None:
    [helsinki] = finland.of(ACTORS["county"], "Helsinki")
    assert helsinki.name["en"] == "City of Helsinki"
    assert finland.of(ACTORS["county"], "Sund") == finland.of(ACTORS["area"], "Sund") == []
    notes = [place.note for place in finland.gazetteer.lineage("sund")]
    assert [bool(note) for note in notes] == [False, True]


def test_every_duty_that_is_assigned_is_its_actors(shipped: Dataset) -> None:
    """Or of the actor that this one succeeds."""
    actors = {actor.id: actor for actor in shipped.actors}
    holders = {duty.id: {*duty.actors, *(s for one in duty.actors for s in actors[one].successors)} for duty in shipped.duties}
    assigned = [(duty, body.actor) for body in shipped.bodies for one in body.assignments for duty in one.duties]
    assert len(assigned) > 20
    assert [duty for duty, actor in assigned if actor not in holders[duty]] == []


HEAD = """title: {en: T}
languages: [en]
actors: [{id: a, name: {en: Ann}}, {id: b, name: {en: Bob}}]
duties: [{id: d, actors: [a], statement: {en: sings}}, {id: e, actors: [a], statement: {en: dances}}]
"""
PLACES = """places:
  - {id: north, name: {en: N}}
  - {id: x, name: {en: X}, parents: [north]}
  - {id: y, name: {en: Y}, parents: [north]}
  - {id: z, name: {en: Z}}
bodies:
"""
BODIES = {
    "sound": ("{id: p, actor: a, name: {en: P}, places: [north, z]}", []),
    "a municipality and its region": ("{id: p, actor: a, name: {en: P}, places: [north, x, z]}", []),
    "unknown ids": (
        "{id: p, actor: c, name: {en: P}, host: q, places: [nort], assignments: [{duties: [f], places: [w]}]}",
        ["11:20: unknown actor 'c'", "11:44: unknown body 'q'", "11:56: unknown place 'nort', did you mean 'north'?",
         "11:87: unknown duty 'f'", "11:100: unknown place 'w'"],
    ),
    "named twice": ("{id: p, actor: a, name: {en: P}, places: [x, x, y, z]}", ["11:50: the place 'x' is named twice"]),
    "one that runs itself": ("{id: p, actor: a, name: {en: P}, host: p}", ["11:44: the body 'p' cannot run itself"]),
    "served twice": (
        ("{id: p, actor: a, name: {en: P}, places: [north, z]}\n  - {id: q, actor: a, name: {en: Q}, places: [x, y]}\n"
        "  - {id: r, actor: b, name: {en: R}, places: [north, z]}"),
        ["12:47: 'x' is served twice: by 'p' already", "12:50: 'y' is served twice: by 'p' already"],
    ),
    "served for other duties": (
        ("{id: p, actor: a, name: {en: P}, places: [north, z]}\n"
        "  - {id: q, actor: a, name: {en: Q}, assignments: [{duties: [d, e], places: [north, z]}]}"),
        [],
    ),
    "served twice for a duty": (
        ("{id: p, actor: a, name: {en: P}, assignments: [{duties: [d, e], places: [x, y]}]}\n"
        "  - {id: q, actor: a, name: {en: Q}, assignments: [{duties: [e], places: [y]}]}"),
        ["12:75: 'y' is served twice: by 'p' already, for the duty 'e'"],
    ),
    "forgotten": (
        "{id: p, actor: a, name: {en: P}, places: [x]}",
        ["8:10: no body of 'a' serves 'y', though 'p' serves 'x'"],
    ),
    "forgotten for a duty": (
        "{id: p, actor: a, name: {en: P}, assignments: [{duties: [d, e], places: [x]}]}",
        ["8:10: no body of 'a' serves 'y', though 'p' serves 'x', for the duty 'd'"],
    ),
    "an address": (
        "{id: p, actor: a, name: {en: P}, website: x.org, websites: {en: y.org}}",
        ["11:47: 'x.org' is not an https:// or http:// address", "11:69: 'y.org' is not an https:// or http:// address"],
    ),
    "a body's text": ("{id: p, actor: a, name: {sv: P}, other_names: {sv: [P]}, note: {en: ''}}",
        ["11:23: 'name' has no text in 'en'", "11:34: 'sv' is not among the dataset's languages",
         "11:52: 'sv' is not among the dataset's languages", "11:73: 'note' is empty in 'en'"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_what_is_said_of_bodies(name: str) -> None:
    text, expected = BODIES[name]
    assert problems(f"{HEAD}{PLACES}  - {text}\n") == expected


def test_what_is_said_of_places() -> None:
    text = "places: [{id: x, name: {en: X}, parents: [y, w]}, {id: y, name: {en: Y}, parents: [x], words: {en: ['']}}]\n"
    assert problems(HEAD + text) == [
        "5:33: a circle: 'x' comes to lie in itself",
        "5:46: unknown place 'w'",
        "5:74: a circle: 'y' comes to lie in itself",
        "5:101: an empty word",
    ]


def test_neighbours_without_a_parent_are_neighbours_too() -> None:
    text = "places: [{id: x, name: {en: X}}, {id: y, name: {en: Y}}]\nbodies: [{id: p, actor: a, name: {en: P}, places: [x]}]\n"
    assert problems(HEAD + text) == ["5:39: no body of 'a' serves 'y', though 'p' serves 'x'"]
