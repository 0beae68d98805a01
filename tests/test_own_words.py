"""Words of a dataset's own: roles, levels, contacts, keys of other systems, and duties of nobody."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Ansvar

TEAMS = """
title: {en: Who does what at eBay's neighbour}
languages: [en]
roles:
  lead: {name: {en: leads}, letter: L, like: responsible}
  deputy: {name: {en: stands in}, letter: D}
  informed: {name: {en: is told}}
actors:
  - {id: "@Lumi/core", name: {en: eBay core}, email: core@example.org, phone: "+358 1", chat: "#core"}
  - {id: Åsa, name: {en: Åsa Öberg}}
  - {id: gone, name: {en: npm desk}, until: 2025-12-31}
topics:
  - {id: Shop, name: {en: npm}}
  - {id: Web, name: {en: web}}
duties:
  - {id: T-1, actors: ["@Lumi/core"], role: lead, statement: {en: Runs the shop}, topics: [Shop]}
  - {id: T-2, actors: [Åsa], role: deputy, statement: {en: Runs the shop}, topics: [Shop]}
  - {id: T-3, actors: [Åsa], role: informed, statement: {en: Runs the web}, topics: [Web]}
  - {id: T-4, actors: [], statement: {en: Feeds the cat}}
  - {id: T-5, actors: [gone], statement: {en: Mirrors packages}, topics: [Shop]}
"""


@pytest.fixture(scope="module")
def teams(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("teams") / "teams.yaml"
    path.write_text(TEAMS, "utf-8")
    return path


def test_own_roles_stand_in_answers_in_their_order(ansvar: Ansvar, teams: Path) -> None:
    run = ansvar("who", "shop", "--format", "json", data=teams)
    found = [(one["duty"], one["role"]) for one in json.loads(run.out)["results"]]
    assert found[:2] == [("T-1", "lead"), ("T-2", "deputy")]
    table = ansvar("who", "shop", "--format", "tsv", data=teams).out
    assert "\tleads" in table
    assert "\tstands in" in table


def test_a_question_can_be_filtered_by_an_own_role(ansvar: Ansvar, teams: Path) -> None:
    run = ansvar("who", "shop", "--role", "deputy", "--format", "json", data=teams)
    assert [one["duty"] for one in json.loads(run.out)["results"]] == ["T-2"]
    refused = ansvar("who", "shop", "--role", "boss", data=teams)
    assert refused.status == 2
    assert "'boss' is no role of this dataset" in refused.err
    assert "responsible, lead, deputy, informed" in refused.err


def test_the_letters_of_the_matrix_are_the_datasets(ansvar: Ansvar, teams: Path) -> None:
    out = ansvar("matrix", data=teams).out
    assert "R responsible, L leads, D stands in, Is is told" in out
    assert re.search(r"^web\b.* Is\b", out, re.MULTILINE)


def test_what_is_like_responsible_answers_for_a_topic(ansvar: Ansvar, teams: Path) -> None:
    plain = json.loads(ansvar("matrix", "--format", "json", data=teams).out)
    assert {topic["topic"]: topic["responsible"] for topic in plain["topics"]} == {"Shop": ["@Lumi/core"], "Web": []}


def test_the_answer_says_how_one_reaches_the_holder(ansvar: Ansvar, teams: Path) -> None:
    assert "core@example.org, +358 1, #core" in ansvar("who", "shop", "--format", "tsv", data=teams).out
    assert "core@example.org, +358 1, #core" in ansvar("actor", "@Lumi/core", data=teams).out
    holder = json.loads(ansvar("who", "shop", "--format", "json", data=teams).out)["results"][0]["holders"][0]
    assert (holder["email"], holder["phone"], holder["chat"]) == ("core@example.org", "+358 1", "#core")


def test_nobody_is_said_and_listed(ansvar: Ansvar, teams: Path) -> None:
    assert ansvar("who", "cat", "--format", "tsv", data=teams).out.splitlines()[1].lower().startswith("nobody\t")
    rows = ansvar("export", "--format", "tsv", data=teams).out.splitlines()
    assert len(rows) == 1 + 5
    assert '"actors": []' in ansvar("duty", "T-4", "--format", "json", data=teams).out


def test_gaps_are_what_nobody_holds(ansvar: Ansvar, teams: Path) -> None:
    run = ansvar("gaps", "--format", "json", "--as-of", "2026-05-01", data=teams)
    plain = json.loads(run.out)
    assert run.status == 0
    assert [one["duty"] for one in plain["duties"]] == ["T-4", "T-5"]
    assert plain["nobody"] == ["Web"]
    assert plain["several"] == {}
    assert plain["actors"] == [{"id": "gone", "until": "2025-12-31"}]
    table = ansvar("gaps", "--as-of", "2026-05-01", data=teams).out
    assert "Feeds the cat" in table
    assert "no confirmed successor" in table
    before = json.loads(ansvar("gaps", "--format", "json", "--as-of", "2025-05-01", data=teams).out)
    assert [one["duty"] for one in before["duties"]] == ["T-4"]
    assert before["several"] == {"Shop": ["@Lumi/core", "gone"]}


def test_without_gaps_nothing_is_found(ansvar: Ansvar, tmp_path: Path) -> None:
    path = tmp_path / "whole.yaml"
    path.write_text("title: {en: T}\nlanguages: [en]\nactors: [{id: a, name: {en: A}}]\n"
                    "duties: [{id: d, actors: [a], statement: {en: sings}}]\n", "utf-8")  # fmt: skip
    assert ansvar("gaps", data=path).status == 1


def test_a_dataset_without_levels_has_no_column_for_them(ansvar: Ansvar, teams: Path) -> None:
    assert ansvar("actors", "--format", "tsv", data=teams).out.split("\t")[0] == "Actor"
    assert "Level" not in ansvar("actor", "Åsa", data=teams).out


def test_own_levels_take_the_place_of_the_tools(ansvar: Ansvar, tmp_path: Path) -> None:
    path = tmp_path / "levels.yaml"
    own = TEAMS.replace("actors:\n", "levels:\n  squad: {en: squads}\nactors:\n", 1).replace("{id: Åsa,", "{id: Åsa, level: squad,")
    path.write_text(own, "utf-8")
    rows = [line.split("\t")[:2] for line in ansvar("actors", "--format", "tsv", data=path).out.splitlines()]
    assert rows[:2] == [["Level", "Actor"], ["squads", "Åsa Öberg"]]
    only = json.loads(ansvar("actors", "--level", "squad", "--format", "json", data=path).out)
    assert [actor["id"] for actor in only["actors"]] == ["Åsa"]
    assert "'state' is no level of this dataset" in ansvar("actors", "--level", "state", data=path).err


@pytest.mark.parametrize("key", ["@Lumi/core", "Åsa", "gone"])
def test_ids_are_the_keys_that_people_have(ansvar: Ansvar, teams: Path, key: str) -> None:
    assert json.loads(ansvar("actor", key, "--format", "json", data=teams).out)["actor"]["id"] == key


def test_a_duty_is_found_by_its_key_in_any_capitals(ansvar: Ansvar, teams: Path) -> None:
    for key in ("T-1", "t-1"):
        assert json.loads(ansvar("duty", key, "--format", "json", data=teams).out)["duty"] == "T-1"
