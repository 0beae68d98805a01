"""`actors`, `actor`, `duty`, `topics` and `changes`, through the installed command."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from ansvar import OpenDataset
from ansvar.dataset.errors import AnsvarError, UnknownError
from ansvar.search.lookup import find_actor, find_duty, find_topic

if TYPE_CHECKING:
    from ansvar.search.index import Index
    from conftest import Ansvar

DAY = ("--as-of", "2025-06-01")
EN = ("--lang", "en")


def _csv(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines()))


def test_actors_by_level_with_the_number_of_their_duties(ansvar: Ansvar) -> None:
    rows = _csv(ansvar("actors", *EN, *DAY, "--format", "csv").out)
    assert rows == [
        ["Level", "Actor", "Short", "Duties in the source", "As of 1 June 2025", "id"],
        ["state", "Ministry of Water", "VM, MW", "1", "", "water-ministry"],
        ["region", "Lake Agency", "LA", "2", "ended on 31 December 2023, successor: Shore Centre (Act 7/2023)", "lake-agency"],
        ["region", "Shore Centre", "", "0", "exists from 1 January 2024", "shore-centre"],
        ["region", "Fish Office", "", "1", "ended on 30 June 2024, no confirmed successor", "fish-office"],
        ["local", "the waterworks", "VV", "2", "", "waterworks"],
        ["local", "Health Board", "", "1", "", "health-board"],
        ["person", "the bather", "", "1", "", "bather"],
    ]


def test_actors_of_a_level_and_role(ansvar: Ansvar) -> None:
    def ids(*filters: str) -> list[str]:
        return [actor["id"] for actor in json.loads(ansvar("actors", *filters, "--format", "json").out)["actors"]]

    assert ids("--level", "local") == ["waterworks", "health-board"]
    assert ids("--role", "supports") == ["lake-agency"]
    run = ansvar("actors", "--role", "coordinates", *EN)
    assert (run.status, run.out) == (1, "")
    assert run.err.endswith("Nothing found.\n")


def test_one_actor_in_full(ansvar: Ansvar) -> None:
    run = ansvar("actor", "LA", *EN, *DAY)
    moved = "since 1 January 2024: Shore Centre (Act 7/2023)"
    assert run.status == 0
    assert run.out.splitlines() == [
        "Name               What",
        "svenska            sjöverket",
        "suomi              järvivirasto",
        "English            Lake Agency",
        "Short              LA",
        "Level              region",
        "Steered by         Ministry of Water (Supply, sentence 1)",
        "What became of it  ended on 31 December 2023, successor: Shore Centre (Act 7/2023)",
        "id                 lake-agency",
        "",
        f"Responsibility                       Role         Source                 As of 1 June 2025{' ' * 32}id",
        f"closes beaches where algae bloom     responsible  The shore, sentence 1  {moved}  close-beaches",
        f"supports life-saving on the beaches  supports     The shore, sentence 2  ended on 1 January 2025{' ' * 26}beach-rescue",
        "",
        "Statement           Source",
        "The lake is clear.  The shore, sentence 1",
    ]


def test_an_actor_that_took_duties_over_and_one_that_has_none(ansvar: Ansvar) -> None:
    heir = json.loads(ansvar("actor", "shore-centre", "--format", "json").out)
    assert heir["actor"]["id"] == "shore-centre"
    assert (heir["duties"], [entry["duty"] for entry in heir["received"]]) == ([], ["close-beaches"])
    board = json.loads(ansvar("actor", "Health Board", "--format", "json").out)
    assert [entry["duty"] for entry in board["shared"]] == ["deliver-water"]


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("lake-agency", "lake-agency"),
        ("Lake Agency", "lake-agency"),
        ("LAKE  AGENCY", "lake-agency"),
        ("sjöverkets", "lake-agency"),
        ("järviviraston", "lake-agency"),
        ("vm", "water-ministry"),
        ("water company", "waterworks"),
        ("Lake Agenci", "lake-agency"),
        ("shore centre", "shore-centre"),
        ("lake", "lake-agency"),  # a part of one name only
        (" bather ", "bather"),
    ],
)
def test_an_actor_is_found_by_id_name_short_form_or_near_miss(index: Index, asked: str, id_: str) -> None:
    assert find_actor(index, asked).id == id_


@pytest.mark.parametrize("asked", ["", "   ", "the", "*", "x" * 5000])
def test_what_names_no_actor_finds_none(index: Index, asked: str) -> None:
    with pytest.raises(UnknownError):
        find_actor(index, asked)


def test_an_ambiguous_name_lists_its_actors(ansvar: Ansvar) -> None:
    text = (
        "title: {en: T}\nlanguages: [en]\nactors:\n- {id: north, name: {en: North}, short: [AB]}\n"
        "- {id: south, name: {en: South}, short: [AB]}\nduties: []\n"
    )
    run = ansvar("actor", "AB", data="-", stdin=text)
    assert (run.status, run.out, run.err) == (2, "", "ansvar: 'AB' names several actors\nChoose one: north, south.\n")


def test_an_unknown_actor_is_nothing_found(ansvar: Ansvar) -> None:
    run = ansvar("actor", "Lake Agancie", *EN)
    assert (run.status, run.out) == (1, "")
    assert run.err.splitlines() == [
        "No actor is called “Lake Agancie”. Did you mean: Lake Agency (lake-agency)?",
        "All actors: ansvar actors",
    ]
    assert json.loads(ansvar("actor", "xyzzy", "--format", "json").out)["actor"] is None


def test_one_duty_in_full(ansvar: Ansvar) -> None:
    rows = _csv(ansvar("duty", "deliver-water", *EN, *DAY, "--format", "csv").out)
    assert rows == [
        ["Duty", "What"],
        ["Actor", "the waterworks"],
        ["Role", "responsible"],
        ["svenska", "levererar vatten till hushållen"],
        ["suomi", "toimittaa vettä kotitalouksille"],
        ["English", "delivers water to the households"],
        ["Website", "not known here"],
        ["Together with", "Health Board"],
        ["Topics", "drinking water"],
        ["As of 1 June 2025", "since 1 May 2023: now “household water” (By-law 3/2023)"],
        ["Source", "Supply, sentences 2 and 3"],
        ["Citation", "Ekeby stad: Vattenguiden, Försörjning, meningarna 2 och 3. https://example.org/water"],
        ["id", "deliver-water"],
        [],
        ["Date", "From", "To", "Note", "Basis"],
        ["2023-05-01", "the waterworks", "same holder", "now “household water”", "By-law 3/2023"],
    ]


def test_an_unknown_duty_is_nothing_found(ansvar: Ansvar) -> None:
    run = ansvar("duty", "close-beach", "--lang", "fi")
    assert (run.status, run.out) == (1, "")
    assert run.err.startswith("Tunnuksella ”close-beach” ei löydy tehtävää. Tarkoititko: close-beaches")
    assert json.loads(ansvar("duty", "xyzzy", "--format", "json").out)["duty"] is None


def test_duties_and_topics_by_name(index: Index) -> None:
    assert find_duty(index, " Close-Beaches ").duty.id == "close-beaches"
    assert find_topic(index, "Drinking  water").id == find_topic(index, "juomavesi").id == "drinking-water"
    with pytest.raises(UnknownError) as unknown:
        find_topic(index, "kranvatten")
    assert isinstance(unknown.value, AnsvarError)


def test_topics_with_the_words_to_ask_with(ansvar: Ansvar) -> None:
    rows = _csv(ansvar("topics", "--lang", "fi", "--format", "csv").out)
    assert rows == [
        ["Aihe", "Hakusanoja", "Tehtäviä", "id"],
        ["juomavesi", "hanavesi", "3", "drinking-water"],
        ["uiminen", "uimaranta", "5", "bathing"],
        ["kalastus", "kalastuslupa", "1", "fishing"],
        ["jää", "", "0", "ice"],
    ]


CHANGES = [
    ["2022-07-01", "Lake Agency", "Health Board", "", "Decision 12", "1"],
    ["2023-05-01", "the waterworks", "same holder", "now “household water”", "By-law 3/2023", "1"],
    ["2024-01-01", "Lake Agency", "Shore Centre", "", "Act 7/2023", "1"],
    ["2024-07-01", "Fish Office", "no confirmed successor", "Who took over is not known.", "", "1"],
    ["2025-01-01", "Health Board", "ended on 1 January 2025", "Life-saving is voluntary.", "", "1"],
]


MOVED = ["beach-rescue", "deliver-water", "close-beaches", "fishing-permits", "beach-rescue"]


def test_changes_by_date_with_the_act(ansvar: Ansvar) -> None:
    rows = _csv(ansvar("changes", *EN, "--format", "csv").out)
    assert [row[:-1] for row in rows] == [["Date", "From", "To", "Note", "Basis", "Number of duties"], *CHANGES]
    assert [row[-1] for row in rows] == ["Duties", *MOVED]


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        (["--since", "2024-01-01"], ["2024-01-01", "2024-07-01", "2025-01-01"]),
        (["--until", "2024-01-01"], ["2022-07-01", "2023-05-01", "2024-01-01"]),
        (["--since", "2023-05-01", "--until", "2023-05-01"], ["2023-05-01"]),
        (["--actor", "Health Board"], ["2022-07-01", "2025-01-01"]),
        (["--actor", "shore-centre", "--actor", "fish-office"], ["2024-01-01", "2024-07-01"]),
    ],
)
def test_changes_between_days_and_of_actors(ansvar: Ansvar, arguments: list[str], days: list[str]) -> None:
    found = json.loads(ansvar("changes", *arguments, "--format", "json").out)["changes"]
    assert [change["on"] for change in found] == days


def test_no_changes_is_nothing_found(ansvar: Ansvar) -> None:
    run = ansvar("changes", "--since", "2025-01-02", *EN)
    assert (run.status, run.out) == (1, "")
    assert run.err.endswith("Nothing found.\n")
    empty = ansvar("changes", "--since", "2025-01-02", "--format", "json")
    assert (empty.status, json.loads(empty.out)["changes"]) == (1, [])


def test_a_period_that_ends_before_it_begins_is_a_usage_error(ansvar: Ansvar) -> None:
    run = ansvar("changes", "--since", "2025-01-01", "--until", "2024-01-01")
    assert (run.status, run.out, run.err) == (2, "", "ansvar: --since 2025-01-01 is after --until 2024-01-01\n")


def test_duties_with_the_same_step_stand_together(index: Index) -> None:
    moves = OpenDataset(index).changes(actors=["lake-agency"]).moves
    assert [(move.step.on.isoformat(), move.duties) for move in moves] == [
        ("2022-07-01", ("beach-rescue",)),
        ("2024-01-01", ("close-beaches",)),
    ]


@pytest.mark.parametrize("format_", ["table", "markdown", "csv", "tsv", "json"])
@pytest.mark.parametrize("command", [["actors"], ["actor", "VV"], ["duty", "water-policy"], ["topics"], ["changes"]])
def test_every_listing_has_every_format(ansvar: Ansvar, command: list[str], format_: str) -> None:
    run = ansvar(*command, "--format", format_)
    assert run.status == 0
    assert len(run.out.splitlines()) > 1


@pytest.mark.parametrize("format_", ["table", "markdown", "csv", "tsv"])
def test_a_guessed_name_is_said_in_every_format(ansvar: Ansvar, format_: str) -> None:
    guessed = ansvar("actor", "waterwoks", "--lang", "en", "--format", format_)
    assert (guessed.status, "“waterwoks” was read as “the waterworks”" in guessed.out) == (0, True)
    assert "was read as" not in ansvar("actor", "the waterworks", "--lang", "en", "--format", format_).out


def test_a_guessed_name_is_a_key_in_json(ansvar: Ansvar) -> None:
    told = [json.loads(ansvar("actor", name, "--format", "json").out)["guessed_from"] for name in ("waterwoks", "waterworks")]
    assert told == ["waterwoks", None]
