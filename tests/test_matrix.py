"""`ansvar matrix`: topics × actors."""

from __future__ import annotations

import csv
import json
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from ansvar.answers.matrix import matrix
from ansvar.answers.matrix_sheets import actor_codes
from ansvar.answers.phrasebook import Phrasebook
from ansvar.dataset.model import Actor, Level, Role

if TYPE_CHECKING:
    from ansvar.search.index import Index
    from conftest import Ansvar

EN = ("--lang", "en")
THEN = ("--as-of", "2022-06-30")
EVERY_DAY = Phrasebook("en", date(2025, 1, 1))


def test_the_roles_of_every_topic_and_actor(index: Index) -> None:
    found = matrix(index, EVERY_DAY)
    assert [actor.id for actor in found.actors] == [
        "water-ministry", "lake-agency", "fish-office", "waterworks", "health-board", "bather",
    ]  # fmt: skip
    assert found.roles == {
        ("drinking-water", "water-ministry"): (Role.STEERS,),
        ("drinking-water", "waterworks"): (Role.RESPONSIBLE,),
        ("drinking-water", "health-board"): (Role.RESPONSIBLE,),
        ("bathing", "water-ministry"): (Role.STEERS,),
        ("bathing", "lake-agency"): (Role.RESPONSIBLE, Role.SUPPORTS),
        ("bathing", "waterworks"): (Role.RESPONSIBLE,),
        ("bathing", "health-board"): (Role.RESPONSIBLE,),
        ("bathing", "bather"): (Role.PARTICIPATES,),
        ("fishing", "fish-office"): (Role.RESPONSIBLE,),
    }


def test_topics_with_nobody_and_with_several_responsible(index: Index) -> None:
    found = matrix(index, EVERY_DAY, [Level.STATE])
    assert [topic.id for topic in found.nobody()] == ["ice"]
    assert [topic.id for topic in found.several()] == ["drinking-water", "bathing"]
    assert found.responsible["bathing"] == ("lake-agency", "waterworks", "health-board")


def test_the_holders_of_a_day(index: Index) -> None:
    then = matrix(index, EVERY_DAY, on=date(2024, 7, 1))
    assert then.roles["bathing", "shore-centre"] == (Role.RESPONSIBLE,)
    assert then.roles["bathing", "health-board"] == (Role.RESPONSIBLE, Role.SUPPORTS)
    assert "lake-agency" not in [actor.id for actor in then.actors]
    assert [topic.id for topic in then.nobody()] == ["fishing", "ice"]


def test_level_by_level_with_letters_and_a_legend(ansvar: Ansvar) -> None:
    run = ansvar("matrix", *EN, *THEN)
    assert run.status == 0
    assert run.out.splitlines()[:12] == [
        "Topic           MW  Responsible",
        "drinking water  S   several: 2",
        "bathing         S   several: 3",
        "R responsible, S steers, C coordinates, D develops, V supervises, U supports, M may, P participates, O cooperates",
        "MW: Ministry of Water",
        "",
        "Topic    LA  FO  Responsible",
        "bathing  RU      several: 3",
        "fishing      R",
        "LA: Lake Agency",
        "FO: Fish Office",
        "",
    ]
    assert run.out.splitlines()[-6:] == [
        "Topic  Responsible",
        "ice    nobody",
        "",
        "Topic           Responsible",
        "drinking water  VV, HB",
        "bathing         LA, VV, HB",
    ]


@pytest.mark.parametrize("width", [50, 60, 100])
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_a_level_with_many_actors_is_split_to_fit(index: Index, width: int, language: str) -> None:
    found = matrix(index, EVERY_DAY.speaking(language))
    parts = found.sheets(width)
    for sheet in parts[:-2]:
        widths = [max(len(cell) for cell in column) for column in zip(*sheet.lines(), strict=True)]
        assert sum(widths) + 3 * len(widths) + 1 <= width
    columns = [column for sheet in parts[:-2] for column in sheet.labels()[1:-1]]
    assert len(columns) == len(set(columns)) == len(found.actors)


def test_the_shipped_dataset_fits_100_columns(ansvar: Ansvar) -> None:
    for language in ("sv", "fi", "en"):
        run = ansvar("matrix", "--lang", language, data=None)
        tables = [line for line in run.out.splitlines() if not line.startswith(("A ansvarar", "V vastaa", "R responsible"))]
        assert max(map(len, tables)) <= 100


def test_codes_are_short_and_differ() -> None:
    def actor(id_: str, name: str, *short: str) -> Actor:
        return Actor(id=id_, name={"fi": name}, short=short)

    codes = actor_codes(
        [
            actor("a", "työ- ja elinkeinoministeriö", "ANM", "TEM"),
            actor("b", "Maahanmuuttovirasto", "Migri"),
            actor("c", "Suomen edustustot ulkomailla"),
            actor("d", "kunnat (yhdessä)"),
            actor("e", "Kunnat"),
            actor("f", "elinvoimakeskukset"),
        ],
        "fi",
    )
    assert codes == {"a": "TEM", "b": "Migri", "c": "SEU", "d": "Kunnat", "e": "Kunnat2", "f": "Elinvo."}


def test_csv_has_all_of_it_in_one_sheet(ansvar: Ansvar) -> None:
    rows = list(csv.reader(ansvar("matrix", *EN, *THEN, "--format", "csv").out.splitlines()))
    names = ["Ministry of Water", "Lake Agency", "Fish Office", "the waterworks", "Health Board", "the bather"]
    assert rows[0] == ["id", "Topic", "Responsible", *names]
    assert rows[2] == [
        "bathing",
        "bathing",
        "3",
        "steers",
        "responsible, supports",
        "",
        "responsible",
        "responsible",
        "participates",
    ]
    assert rows[4] == ["ice", "ice", "0", "", "", "", "", "", ""]
    assert len({len(row) for row in rows}) == 1


def test_json(ansvar: Ansvar) -> None:
    found = json.loads(ansvar("matrix", "--level", "region", "--as-of", "2024-01-01", "--format", "json").out)
    assert (found["schema"], found["as_of"]) == (1, "2024-01-01")
    assert [actor["id"] for actor in found["actors"]] == ["shore-centre", "fish-office"]
    assert {topic["topic"]: topic["cells"] for topic in found["topics"]} == {
        "drinking-water": {},
        "bathing": {"shore-centre": ["responsible"]},
        "fishing": {"fish-office": ["responsible"]},
        "ice": {},
    }
    assert (found["nobody"], found["several"]) == (["ice"], ["drinking-water", "bathing"])
    today = json.loads(ansvar("matrix", "--format", "json").out)
    assert today["as_of"] == date.today().isoformat(), "the holders are those of today where no day is named"
    assert "shore-centre" in [actor["id"] for actor in today["actors"]]


def test_markdown_tables_parse(ansvar: Ansvar) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(ansvar("matrix", *EN, *THEN, "--format", "markdown").out)
    headings = [tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings == [
        *(f"{level}, As of 30 June 2022" for level in ("State", "Region", "Local", "Person")),
        "Topics where nobody has the role “responsible”",
        "Topics that several are responsible for",
    ]
    assert sum(token.type == "table_open" for token in tokens) == len(headings)


class _Cells(HTMLParser):
    """The texts of cells and captions, and whatever would be loaded from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.loaded: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what opens."""
        self.loaded += [value or "" for name, value in attrs if name in ("src", "href", "action")] + [tag] * (tag == "script")
        if tag in ("td", "th", "caption"):
            self.texts.append("")
        self.open.append(tag)

    def handle_data(self, data: str) -> None:
        """Take what stands in a cell."""
        if {"td", "th", "caption"} & set(self.open[-2:]):
            self.texts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Note what closes."""
        while self.open and self.open.pop() != tag:
            pass


def test_html_stands_alone(ansvar: Ansvar) -> None:
    run = ansvar("matrix", "--lang", "fi", "--level", "region", *THEN, "--format", "html")
    parser = _Cells()
    parser.feed(run.out)
    assert parser.loaded == []
    assert '<html lang="fi">' in run.out
    assert parser.texts == [
        "Alue",
        "Aihe",
        "järvivirasto",
        "kalatoimisto",
        "Vastuussa",
        "uiminen",
        "V T",
        "",
        "useita: 3",
        "kalastus",
        "",
        "V",
        "",
    ]


def test_hostile_names_stay_text(ansvar: Ansvar) -> None:
    text = (
        'title: {en: "<script>x</script>"}\nlanguages: [en]\nactors: [{id: a, name: {en: "<b>\\e[31m|`&"}}]\n'
        'topics: [{id: t, name: {en: "=1+1 <img src=x> | *y*"}}]\nduties: [{id: d, actors: [a], topics: [t], statement: {en: x}}]\n'
    )
    page = ansvar("matrix", "--format", "html", data="-", stdin=text).out
    parser = _Cells()
    parser.feed(page)
    assert parser.loaded == []
    assert "=1+1 <img src=x> | *y*" in parser.texts
    assert "\x1b" not in page
    assert "<b>\x1b" not in ansvar("matrix", data="-", stdin=text).out
    assert (
        next(csv.reader(ansvar("matrix", "--format", "csv", data="-", stdin=text).out.splitlines()[1:]))[1]
        == "'=1+1 <img src=x> | *y*"
    )


def test_a_level_without_anything_is_nothing_found(ansvar: Ansvar) -> None:
    run = ansvar("matrix", "--level", "all", *EN, *THEN)
    assert (run.status, run.out, run.err) == (1, "", "Nothing found.\n")
