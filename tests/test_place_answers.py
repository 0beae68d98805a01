"""Places in answers: who a holder is in each municipality, however the place is named, and in every format."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import ansvar
from ansvar.dataset.errors import AnsvarError, UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ansvar import OpenDataset

TABLE = Path(__file__).parent / "data" / "places.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
DAY = date(2026, 3, 1)
COUNTIES, CENTRES = "wellbeing-services-counties", "economic-development-centres"
MUNICIPALITIES, AUTHORITIES = "municipalities", "employment-authorities"
COLUMNS = {COUNTIES: "county", AUTHORITIES: "area", CENTRES: "centre"}
ASKED = {
    "Kuka vastaa kotoutumissuunnitelmasta {in_fi}?": ("fi", (MUNICIPALITIES, AUTHORITIES)),
    "Vem ansvarar för stöd till unga som kommit utan vårdnadshavare i {sv}?": ("sv", (COUNTIES,)),
    "Who promotes good population relations in {sv}?": ("en", (CENTRES,)),
}
"""Questions of which each asks for a place in a language, and the kinds of actors among the holders."""


@pytest.fixture(scope="module")
def finland() -> Iterator[OpenDataset]:
    """The dataset that the tool comes with."""
    with ansvar.open(as_of=DAY) as dataset:
        yield dataset


def bodies(plain: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The bodies of an answer's holders, by actor."""
    holders = (holder for result in plain["results"] for holder in result["holders"])
    return {holder["actor"]: holder["bodies"] for holder in holders if holder["body"]}


def expected(row: dict[str, str], actor: str, language: str) -> str:
    """The name of an actor's body in a municipality."""
    return row[f"{COLUMNS[actor]}_{language}"] if actor in COLUMNS else row["sv" if language == "sv" else "fi"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["fi"])
def test_three_questions_of_each_municipality(row: dict[str, str], finland: OpenDataset) -> None:
    for question, (language, actors) in ASKED.items():
        plain = finland.ask(question.format(**row)).plain()
        assert [(place["names"]["fi"], plain["language"]) for place in plain["places"]] == [(row["fi"], language)], question
        found = bodies(plain)
        for actor in actors:
            wanted = expected(row, actor, language)
            assert [body["names"][language] for body in found.get(actor, [])] == [wanted][: bool(wanted)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["fi"])
def test_what_is_known_of_each_municipality(row: dict[str, str], finland: OpenDataset) -> None:
    for asked in (row["fi"], row["sv"], row["in_fi"]):
        plain = finland.place(asked).plain()
        assert plain["place"]["names"]["fi"] == row["fi"]
        assert plain["on"] == "2026-01-01"
        [region] = plain["parents"]
        assert [region["names"][language] for language in ("fi", "sv")] == [row["region_fi"], row["region_sv"]]
        found = {body["actor"]: body["names"] for body in plain["bodies"]}
        for actor, column in COLUMNS.items():
            names = {language: row[f"{column}_{language}"] for language in ("sv", "fi", "en")}
            assert found.get(actor) == (names if names["fi"] else None)


def test_the_option_is_before_the_question_and_that_before_the_usual_place(finland: OpenDataset) -> None:
    question = "kotoutumissuunnitelma Forssassa"
    named = [
        finland.ask(question, place="Turku", home="Oulu"),
        finland.ask(question, home="Oulu"),
        finland.ask("asyl", home="Oulu"),
    ]
    assert [one.result.places for one in named] == [("turku",), ("forssa",), ("oulu",)]
    assert finland.ask("asyl").result.places == ()


def test_an_unknown_place_is_an_error_that_names_the_nearest(finland: OpenDataset) -> None:
    with pytest.raises(UnknownError, match="no place is called 'Forsa'") as error:
        finland.ask("asyl", place="Forsa")
    assert error.value.near[0] == "Forssa"


@pytest.mark.parametrize(
    ("asked", "expected"), [("Forsa", "forssa"), ("Forsassa", "forssa"), ("jyväskyllä", "jyvaskyla"), ("turku", "turku")]
)
def test_a_place_is_shown_whose_name_is_misspelled(asked: str, expected: str, finland: OpenDataset) -> None:
    assert finland.place(asked).plain()["place"]["id"] == expected


def test_a_misspelling_of_several_names_is_none_of_them(finland: OpenDataset) -> None:
    with pytest.raises(AnsvarError):
        finland.place("Pyhäj")


def test_several_places_come_in_their_order(finland: OpenDataset) -> None:
    plain = finland.ask("Kuka vastaa kotoutumissuunnitelmasta Turussa ja Forssassa?").plain()
    assert [place["id"] for place in plain["places"]] == ["turku", "forssa"]
    assert [body["place"] for body in bodies(plain)[MUNICIPALITIES]] == ["turku", "forssa"]


def test_the_words_of_a_place_are_no_matter_of_the_question(finland: OpenDataset) -> None:
    def found(question: str) -> list[str]:
        return [one.duty.id for one in finland.ask(question).answers]

    alone = found("who arranges housing for refugees")
    assert alone
    assert found("who arranges housing for refugees in Turku") == found("who in Turku arranges housing for refugees") == alone
    assert found("In Turku, who arranges housing for refugees?") == alone


def test_the_name_of_an_actor_stays_and_tells_the_place_too(finland: OpenDataset) -> None:
    answer = finland.ask("Mistä vastaa Helsingin kaupunki?")
    assert "city-of-helsinki" in answer.result.named_actors
    assert answer.result.places == ("helsinki",)


def test_a_part_of_a_longer_word_is_no_place(finland: OpenDataset) -> None:
    assert finland.ask("asylum Forssa-talo").result.places == ()


def test_duties_of_another_centre_are_not_answers_for_a_place(finland: OpenDataset) -> None:
    def minors(place: str) -> list[str]:
        found = [one.duty.id for one in finland.ask("centre tasks concerning unaccompanied minors", place=place).answers]
        return [id_ for id_ in found if id_.startswith("unaccompanied-minors-tasks-")]

    assert minors("Forssa") == ["unaccompanied-minors-tasks-sisa-suomi"]
    assert minors("Helsinki") == ["unaccompanied-minors-tasks-uusimaa"]
    assert minors("Sund") == []


def test_uusimaa_decides_for_the_whole_country(finland: OpenDataset) -> None:
    plain = finland.ask("kuka päättää erityiskustannusten korvaamisesta Rovaniemellä?").plain()
    [centre] = bodies(plain)[CENTRES]
    assert centre["names"]["fi"] == "Uudenmaan elinvoimakeskus"


def test_in_aland_there_is_no_county_and_no_employment_area(finland: OpenDataset) -> None:
    answer = finland.ask("integration plan in Sund", place=None)
    holders = [holder for result in answer.plain()["results"] for holder in result["holders"] if holder["actor"] == AUTHORITIES]
    assert holders
    assert {(holder["body"], len(holder["bodies"])) for holder in holders} == {(None, 0)}
    text = finland.text(answer, "markdown")
    assert "nobody here" in text
    assert "Åland has an act of its own on integration" in text


def test_a_host_that_is_not_known_is_said_with_the_kinds_own_site(finland: OpenDataset) -> None:
    text = finland.text(finland.ask("integration plan for a jobseeker in Hanko"), "markdown")
    assert "The sources do not say who arranges" in text
    assert "https" in text


def test_a_region_has_the_bodies_of_its_municipalities(finland: OpenDataset) -> None:
    found = bodies(finland.ask("integration plan", place="Kanta-Häme").plain())
    assert [body["names"]["fi"] for body in found[AUTHORITIES]] == ["Etelä-Häme", "TyöHäme"]
    assert len(found[MUNICIPALITIES]) == 11


@pytest.mark.parametrize("format_", ["markdown", "csv", "tsv", "json"])
def test_every_format_has_the_body_its_site_and_the_day(format_: str, finland: OpenDataset) -> None:
    text = finland.text(finland.ask("Kuka vastaa kotoutumissuunnitelmasta Forssassa?"), format_)
    text = text if format_ == "json" else text.replace("&#58;", ":").replace("&#46;", ".")
    assert "TyöHäme" in text
    assert "https://www.hameenlinna.fi/" in text
    assert ("2026-01-01" if format_ == "json" else "1.1.2026") in text


def test_without_a_place_an_answer_is_as_it_was(finland: OpenDataset) -> None:
    answer = finland.ask("integration plan")
    assert answer.plain()["places"] == []
    assert "Forssa" not in finland.text(answer, "csv")
    assert [column.key for column in answer.sheets()[0].columns][:2] == ["holder", "responsibility"]
    assert "here" not in [column.key for column in answer.sheets()[0].columns]


def test_the_list_of_places(finland: OpenDataset) -> None:
    everywhere = finland.places()
    assert len(everywhere.places) == 308
    inside = finland.places("Kanta-Häme")
    assert len(inside.places) == 11
    forssa = next(place for place in json.loads(finland.text(inside, "json"))["places"] if place["id"] == "forssa")
    assert forssa["bodies"][AUTHORITIES] == ["tyohame-area"]
    assert "TyöHäme" in finland.text(inside, "csv")


def test_where_a_body_is_known_its_site_is_the_site(finland: OpenDataset) -> None:
    with ansvar.open(as_of=DAY, language="fi") as finnish:
        answer = finnish.ask("kotoutumiskoulutus Forssa")
        deck, [sheet] = answer.deck(), answer.sheets()
    cards = [
        {key: [line.text for line in card if line.key == key] for key in ("here", "website")}
        for p in deck.parts
        for card in p.cards
    ]
    assert all(len(card["here"]) <= 1 for card in cards)
    assert not any("ei tiedossa" in told for card in cards if card["here"] for told in card["website"])
    assert cards[0]["here"][0].startswith(
        "kunnat: Forssa, https://www.forssa.fi/; työvoimaviranomaiset (työllisyysalueet): TyöHäme"
    )
    website = [column.key for column in sheet.columns].index("website")
    assert sheet.rows[0][website].text.split() == ["https://www.forssa.fi/", "https://www.hameenlinna.fi/"]


def test_of_several_holders_only_those_that_have_gone_had_it_before(finland: OpenDataset) -> None:
    cards = [card for part in finland.ask("kommunerna", limit=0).deck().parts for card in part.cards]
    told = {line.text for card in cards for line in card if line.key == "before"}
    assert told
    for one in (each for each in finland.duties() if each.state.actors):
        lines = [
            line.text
            for part in finland.duty(one.duty.id).deck().parts[:1]
            for card in part.cards
            for line in card
            if line.key == "before"
        ]
        names = [finland.index.actor(id_) for id_ in one.state.actors]
        firsts = [line.split(", ")[0] for line in lines]
        assert not any(actor and len(one.state.steps) == 1 and actor.name["sv"] in firsts for actor in names), one.duty.id


def test_one_finds_an_actor_that_has_ended_where_its_successors_are(finland: OpenDataset) -> None:
    ended, successor = finland.index.actor("ely-centres"), finland.index.actor("economic-development-centres")
    assert ended
    assert successor
    assert ended.website != successor.website
    for name in (ended.id, successor.id):
        assert successor.website in [row[1].text for row in finland.actor(name).sheets()[0].rows]
