"""`ansvar who`, through the installed command."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Ansvar

DAY = ("--as-of", "2025-06-01")


def test_answers_in_the_language_of_the_question(ansvar: Ansvar) -> None:
    run = ansvar("who", "kuka tutkii veden laadun?", *DAY)
    assert run.status == 0
    head, answer = (re.split("  +", line) for line in run.out.splitlines())
    assert head == ["Toimija", "Vastuu", "Rooli", "Lähde", "Verkkosivusto", "Lähteen osoite", "id"]
    told = ["terveyslautakunta ja vesilaitos", "tutkii veden laadun", "vastaa", "Vesihuolto, virke 4"]
    assert answer == [*told, "ei tiedossa", "https://example.org/water", "water-quality"]
    assert run.err == ""


def test_a_question_needs_no_quotation_marks(ansvar: Ansvar) -> None:
    assert ansvar("who", "tests", "the", "quality", *DAY).out == ansvar("who", "tests the quality", *DAY).out


def test_lang_overrides_the_language_of_the_question(ansvar: Ansvar) -> None:
    assert "hälsonämnden och vattenverket" in ansvar("who", "quality", "--lang", "sv", *DAY).out


def test_tells_what_has_changed_by_the_day_asked_for(ansvar: Ansvar) -> None:
    after = ansvar("who", "algae", "--as-of", "2024-01-01").out.splitlines()
    assert "As of 1 January 2024" in after[0]
    assert after[1].startswith("Shore Centre ")
    assert "since 1 January 2024 (Act 7/2023), before: Lake Agency" in after[1]
    before = ansvar("who", "algae", "--as-of", "2023-12-31").out
    assert "As of" not in before
    assert "Shore Centre" not in before


def test_json_is_the_contract(ansvar: Ansvar) -> None:
    run = ansvar("who", "algae", "--as-of", "2024-01-01", "--format", "json")
    assert json.loads(run.out) == {
        "schema": 1,
        "query": "algae",
        "language": "en",
        "as_of": "2024-01-01",
        "places": [],
        "known_until": "2025-12-31",
        "count": 1,
        "results": [
            {
                "duty": "close-beaches",
                "actors": ["lake-agency"],
                "role": "responsible",
                "statement": {
                    "sv": "stänger badstränder där algerna blommar",
                    "fi": "sulkee uimarannat leväkukinnan ajaksi",
                    "en": "closes beaches where algae bloom",
                },
                "topics": ["bathing"],
                "partners": [],
                "target": None,
                "paths": [],
                "source": {"id": "guide", "section": "shore", "sentences": [1]},
                "today": {"status": "moved", "actors": ["shore-centre"], "since": "2024-01-01", "basis": "Act 7/2023"},
                "place": {"text": "The shore, sentence 1", "url": "https://example.org/water"},
                "holders": [
                    {
                        "actor": "shore-centre",
                        "when": None,
                        "name": {"sv": "strandcentralen", "fi": "rantakeskus", "en": "Shore Centre"},
                        "url": None,
                        "email": None,
                        "phone": None,
                        "chat": None,
                        "body": None,
                    }
                ],
                "continues": [],
                "changes": [
                    {
                        "on": "2024-01-01",
                        "status": "moved",
                        "from": ["lake-agency"],
                        "to": ["shore-centre"],
                        "partners": [],
                        "name": None,
                        "basis": {"sv": "lag 7/2023", "fi": "laki 7/2023", "en": "Act 7/2023"},
                        "note": None,
                    }
                ],
                "matched": [{"word": "algae", "with": "algae", "field": "statement.en", "tier": "exact"}],
            }
        ],
        "partial": [],
        "topics": [],
        "signposts": [],
        "respelled": [],
        "unmatched": [],
        "suggestions": [],
        "more": False,
    }


def test_nothing_found_is_status_1_with_the_nearest_words_and_the_way_on(ansvar: Ansvar) -> None:
    run = ansvar("who", "dricksvttnt", "--lang", "sv")
    assert (run.status, run.out) == (1, "")
    assert run.err.splitlines() == [
        "Inget hittades för ”dricksvttnt”. Menade du: dricksvatten?",
        "Vad man kan fråga om: ansvar topics --lang sv",
    ]


def test_nothing_found_is_still_json(ansvar: Ansvar) -> None:
    run = ansvar("who", "jäätelö", "--format", "json")
    assert run.status == 1
    found = json.loads(run.out)
    assert (found["schema"], found["query"], found["language"], found["results"]) == (1, "jäätelö", "fi", [])
    assert found["unmatched"] == ["jäätelö"]
    assert run.err.startswith("Haulla ”jäätelö” ei löytynyt mitään.")


@pytest.mark.parametrize("question", ["", "   ", "the of and", "?!"])
def test_a_question_without_words_finds_nothing(ansvar: Ansvar, question: str) -> None:
    run = ansvar("who", question)
    assert (run.status, run.out) == (1, "")
    assert "ansvar topics" in run.err


def test_words_not_met_are_told(ansvar: Ansvar) -> None:
    run = ansvar("who", "who closes beaches for zeppelins where algae bloom?", *DAY)
    assert run.status == 0
    assert "closes beaches where algae bloom" in run.out
    assert run.err == "No match for: zeppelins.\n"
    assert ansvar("who", "algae zeppelin", *DAY).status == 1


def test_a_known_actor_without_duties_is_told_apart_from_nothing(ansvar: Ansvar, tmp_path: object) -> None:
    text = (
        "title: {en: T}\nlanguages: [en]\nactors:\n- {id: idle, name: {en: Idle Office}}\n- {id: busy, name: {en: Busy Office}}\n"
        "duties:\n- {id: one, actors: [busy], statement: {en: counts sheep}}\n"
    )
    run = ansvar("who", "Idle Office", data="-", stdin=text)
    assert run.status == 1
    assert run.err == "Idle Office is known but has no duties in the source. More: ansvar actor idle\n"


def test_explain_says_which_word_met_which(ansvar: Ansvar) -> None:
    run = ansvar("who", "swimming", "--explain", "--format", "csv", *DAY)
    explained = [row for row in csv.reader(run.out.splitlines()) if "swimming" in row]
    assert ["close-beaches", "swimming", "swimming", "Topic (English)", "a word for the same topic"] in explained
    every = ansvar("who", "shore centre algae", "--lang", "sv", "--explain", "--format", "csv", *DAY).out
    assert "close-beaches,shore,Shore Centre,Efterträdare (English),samma ord" in every


def test_filters_narrow_the_answers(ansvar: Ansvar) -> None:
    def ids(*filters: str) -> list[str]:
        run = ansvar("who", "bathing", "--format", "json", *DAY, *filters)
        return [result["duty"] for result in json.loads(run.out)["results"]]

    assert ids() == ["water-quality", "close-beaches", "water-policy", "beach-rescue", "keep-clean"]
    assert ids("--level", "region") == ["close-beaches", "beach-rescue"]
    assert ids("--role", "steers", "--role", "participates") == ["water-policy", "keep-clean"]
    assert ids("--topic", "drinking water") == ["water-quality", "water-policy"]
    assert ids("--actor", "VV") == ["water-quality"]
    assert ids("--actor", "shore-centre") == ["close-beaches"]
    assert ids("--limit", "2") == ["water-quality", "close-beaches"]


def test_filters_that_let_nothing_pass(ansvar: Ansvar) -> None:
    run = ansvar("who", "bathing", "--role", "coordinates")
    assert (run.status, run.out, run.err) == (1, "", "Nothing found for “bathing” with these filters.\n")


def test_the_limit_is_told(ansvar: Ansvar) -> None:
    assert "The best 2 answers are shown" in ansvar("who", "bathing", "--limit", "2", *DAY).err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--actor", "nosuch"], "ansvar: no actor is called 'nosuch'\nAll that there are: ansvar actors\n"),
        (["--actor", "Lake Agancie"], "ansvar: no actor is called 'Lake Agancie'\nDid you mean lake-agency?\n"),
        (["--topic", "bating"], "ansvar: no topic is called 'bating'\nDid you mean bathing?\n"),
        (["--topic", "xyzzy"], "ansvar: no topic is called 'xyzzy'\nAll that there are: ansvar topics\n"),
    ],
)
def test_an_unknown_filter_is_a_usage_error(ansvar: Ansvar, arguments: list[str], error: str) -> None:
    run = ansvar("who", "bathing", *arguments)
    assert (run.status, run.out, run.err) == (2, "", error)


def test_what_lies_outside_the_knowledge_is_told_once(ansvar: Ansvar) -> None:
    beyond = "Changes are known up to 31 December 2025; later ones are not known here.\n"
    before = "The source covers the time from 1 January 2020; what applied before that is not known here.\n"
    assert ansvar("who", "bathing", "--as-of", "2026-01-01").err == beyond
    assert ansvar("who", "bathing", "--as-of", "2025-12-31").err == ""
    earlier = ansvar("who", "bathing", "--as-of", "2019-12-31")
    assert (earlier.status, earlier.out) == (1, "")  # a source's period binds its duties
    assert earlier.err.endswith(before)


def test_a_misspelled_word_is_said_to_have_been_read_as_another(ansvar: Ansvar) -> None:
    run = ansvar("who", "qualitty", *DAY)
    assert (run.status, run.err) == (0, "“qualitty” was read as “quality”.\n")


def test_an_id_that_has_the_word_in_it_is_suggested(ansvar: Ansvar) -> None:
    run = ansvar("duty", "beach")
    assert run.status == 1
    assert "close-beaches" in run.err


def test_todays_holder_stands_first_and_with_its_condition(ansvar: Ansvar) -> None:
    run = ansvar("who", "perheryhmäkodin perustaminen", "--as-of", "2026-06-01", "--format", "tsv", data=None)
    rows = [line.split("\t") for line in run.out.splitlines()[1:]]
    assert rows
    assert not [row for row in rows if "ELY-keskukset" in row[0] or "aluehallintovirastot" in row[0]]
    plan = ansvar("duty", "integration-plan-drawing-up", "--lang", "en", data=None)
    assert "employment authorities (employment areas) (registered jobseekers)" in plan.out
    assert "681/2023 § 16 (1)" in plan.out


def test_a_duty_of_the_law_names_what_it_continues(ansvar: Ansvar) -> None:
    then, now = (
        ansvar("who", "kotoutumissuunnitelma", "--as-of", day, "--format", "json", data=None)
        for day in ("2024-12-31", "2026-06-01")
    )
    sources = [{result["source"]["id"] for result in json.loads(run.out)["results"]} for run in (then, now)]
    assert sources[0] == {"forssa-2021-2024"}
    assert "681-2023" in sources[1]
    continued = {one["duty"] for result in json.loads(now.out)["results"] for one in result["continues"]}
    assert continued & {result["duty"] for result in json.loads(then.out)["results"]}
