"""Who holds what when: each duty of the programme on five days against the map to the law, each row of the acts on three."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset.continuity import courses
from ansvar.dataset.load import load
from ansvar.dataset.model import Status
from ansvar.dataset.shipped import shipped_path

if TYPE_CHECKING:
    from ansvar.dataset.history import State

DATA = Path(__file__).parent / "data"
DATASET = load(shipped_path())
COURSES = courses(DATASET)
DUTIES = {duty.id: duty for duty in DATASET.duties}
ACTORS = {actor.id: actor for actor in DATASET.actors}
TODAY = date(2026, 6, 1)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the tests."""
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


PROGRAMME, ACT = rows("programme-map.tsv"), rows("act-rows.tsv")
PROGRAMME_DAYS = ("2022-06-01", "2023-06-01", "2024-12-31", "2025-06-01", "2026-06-01")
ACT_DAYS = ("2025-06-01", "2026-06-01")


def state(duty: str, day: str) -> State:
    """The state of a duty on a day."""
    return COURSES[duty].state(DUTIES[duty].actors, date.fromisoformat(day))


def named(cell: str) -> set[str]:
    """The ids in a cell of a table."""
    return set(cell.split(",")) - {"-", ""}


def test_the_map_has_every_duty_of_the_programme() -> None:
    programme = [duty.id for duty in DATASET.duties if duty.source and duty.source.id == "forssa-2021-2024"]
    assert [row["duty"] for row in PROGRAMME] == programme
    assert len(programme) == 95


@pytest.mark.parametrize("row", PROGRAMME, ids=[row["duty"] for row in PROGRAMME])
def test_a_duty_of_the_programme_on_five_days(row: dict[str, str]) -> None:
    assert {day: set(state(row["duty"], day).actors) for day in PROGRAMME_DAYS} == {day: named(row[day]) for day in PROGRAMME_DAYS}


@pytest.mark.parametrize("row", PROGRAMME, ids=[row["duty"] for row in PROGRAMME])
def test_what_has_become_of_a_duty_of_the_programme(row: dict[str, str]) -> None:
    today = state(row["duty"], str(TODAY))
    assert bool(today.continued_by) == (row["kind"] in ("continued", "partly")), row["kind"]
    assert bool(today.part) == (row["kind"] == "partly")
    assert (today.status is Status.UNCONFIRMED) == (row["kind"] == "unconfirmed")


@pytest.mark.parametrize("row", ACT, ids=[f"{row['row']}-{row['duty']}" for row in ACT])
def test_a_row_of_the_acts_on_three_days(row: dict[str, str]) -> None:
    assert state(row["duty"], "2024-12-31").actors == ()
    for day in ACT_DAYS:
        assert named(row[day]) <= set(state(row["duty"], day).actors), day


def test_no_duty_is_held_today_by_a_body_that_has_ended() -> None:
    gone = {actor.id for actor in DATASET.actors if actor.until and actor.until < TODAY}
    assert gone
    held = {duty.id: set(state(duty.id, str(TODAY)).actors) & gone for duty in DATASET.duties}
    assert {duty: actors for duty, actors in held.items() if actors} == {}


def test_a_holder_is_there_on_the_day() -> None:
    for day in (*PROGRAMME_DAYS, *ACT_DAYS):
        then = date.fromisoformat(day)
        for duty in DATASET.duties:
            for holder in state(duty.id, day).actors:
                actor = ACTORS[holder]
                assert (actor.from_ or then) <= then <= (actor.until or then), (duty.id, day, holder)


def test_each_change_of_holder_and_each_end_names_its_act() -> None:
    changes = [(duty.id, change) for duty in DATASET.duties for change in duty.changes]
    assert [duty for duty, change in changes if change.status is not Status.CURRENT and not change.basis] == []
    assert [actor.id for actor in DATASET.actors if actor.until and not actor.basis] == []


def test_a_condition_is_on_a_holder() -> None:
    conditioned = [(duty.id, actor) for duty in DATASET.duties for actor in duty.when]
    assert ("integration-plan-drawing-up", "employment-authorities") in conditioned
    held = {duty.id: {holder for day in ACT_DAYS for holder in state(duty.id, day).actors} for duty in DATASET.duties}
    assert [one for one in conditioned if one[1] not in held[one[0]]] == []


def test_the_overall_responsibility_is_held_in_the_state_the_region_and_the_municipality() -> None:
    overall = [duty.id for duty in DATASET.duties if "integration-overall" in duty.topics]
    held = {holder for duty in overall for holder in state(duty, str(TODAY)).actors}
    assert held == {"employment-ministry", "economic-development-centres", "municipalities"}
