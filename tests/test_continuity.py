"""Duties in time: in force from when to when, who holds them on a day, and how they go on in one another."""

from __future__ import annotations

import json
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ansvar.dataset.continuity import courses
from ansvar.dataset.history import Earlier, State
from ansvar.dataset.load import parse
from ansvar.dataset.model import Change, Dataset, Duty, Force, Locator, Status
from ansvar.dataset.places import link, written_place
from ansvar.search.build import compile_dataset
from ansvar.search.index import Index
from attacks import attack
from conftest import in_memory
from slow import slow
from test_check import problems

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """
title: {en: T}
languages: [en]
known_until: 2026-06-01
sources:
  - {id: plan, title: {en: Plan}, language: en, period: {from: 2021-01-01, until: 2024-12-31},
     sections: [{id: state, title: {en: The state}, sentences: 9}]}
  - {id: act, title: {en: Act}, language: en, unit: moments, place: {en: "681/2023 § {section} ({units})"},
     period: {from: 2025-01-01}, website: https://law.example/,
     sections: [{id: "14", title: {en: First}, moments: 4, website: https://law.example/14},
                {id: "15", title: {en: Second}, moments: 1}]}
actors:
  - {id: office, name: {en: Office}, until: 2025-12-31, successors: [centre], basis: {en: Act 721/2025}}
  - {id: centre, name: {en: Centre}, from: 2026-01-01}
  - {id: town, name: {en: Town}}
  - {id: county, name: {en: County}}
"""
DUTIES = """
duties:
  - {id: old, actors: [county], statement: {en: does it}, source: {id: plan, section: state, sentences: [1]},
     continued_by: [new, other], continued_part: {en: the greater part}}
  - {id: new, actors: [town, office], when: {office: {en: registered jobseekers}}, statement: {en: does it now},
     source: {id: act, section: "14", moments: [1, 2, 4]}}
  - {id: other, actors: [county], statement: {en: does the rest}, source: {id: act, section: "15", moments: [1]}, from: 2026-03-01}
  - {id: same, actors: [town], statement: {en: stays}, source: {id: plan, section: state, sentences: [2]}}
  - {id: brief, actors: [town], role: may, statement: {en: tries it}, source: {id: act, section: "15", moments: [1]},
     until: 2025-06-30}
"""


def dataset(duties: str = DUTIES, head: str = HEAD) -> Dataset:
    return parse((head + duties).encode(), "f")


def on(day: str, duty: str, found: Dataset | None = None) -> State:
    """The state of a duty on a day."""
    made = found or dataset()
    holders = next(one.actors for one in made.duties if one.id == duty)
    return courses(made)[duty].state(holders, date.fromisoformat(day))


HELD = {
    ("old", "2020-12-31"): (Force.PENDING, ()),
    ("old", "2021-01-01"): (Status.CURRENT, ("county",)),
    ("old", "2024-12-31"): (Status.CURRENT, ("county",)),
    ("old", "2025-01-01"): (Status.MOVED, ("town", "office")),
    ("old", "2026-01-01"): (Status.MOVED, ("town", "centre")),
    ("old", "2026-03-01"): (Status.MOVED, ("town", "centre", "county")),
    ("new", "2024-12-31"): (Force.PENDING, ()),
    ("new", "2025-01-01"): (Status.CURRENT, ("town", "office")),
    ("new", "2026-01-01"): (Status.MOVED, ("town", "centre")),
    ("other", "2026-02-28"): (Force.PENDING, ()),
    ("other", "2026-03-01"): (Status.CURRENT, ("county",)),
    ("brief", "2025-06-30"): (Status.CURRENT, ("town",)),
    ("brief", "2025-07-01"): (Force.EXPIRED, ()),
    ("same", "2026-06-01"): (Status.CURRENT, ("town",)),
}


@pytest.mark.parametrize(("duty", "day"), HELD)
def test_who_holds_a_duty_on_a_day(duty: str, day: str) -> None:
    state = on(day, duty)
    assert (state.status, state.actors) == HELD[duty, day]


def test_a_continued_duty_points_at_its_continuations() -> None:
    assert on("2024-12-31", "old").continued_by == ()
    state = on("2025-06-01", "old")
    assert (state.continued_by, state.part) == (("new",), {"en": "the greater part"})
    assert (state.since, state.basis) == (date(2025, 1, 1), {"en": "681/2023 § 14 (1–2, 4)"})
    later = on("2026-01-01", "old")
    assert (later.since, later.basis) == (date(2026, 1, 1), {"en": "Act 721/2025"})
    assert on("2026-03-01", "old").continued_by == ("new", "other")


def test_a_continuing_duty_says_what_it_continues() -> None:
    found = courses(dataset())
    part = {"en": "the greater part"}
    assert found["new"].continues == (Earlier(duty="old", actors=("county",), until=date(2024, 12, 31), part=part),)
    assert found["old"].continues == ()


def test_a_source_that_is_not_followed_beyond_its_end_ends_its_duties() -> None:
    for followed, expected in (("2024-12-31", Force.EXPIRED), ("2025-01-01", Status.CURRENT)):
        made = dataset(head=HEAD.replace("known_until: 2026-06-01", f"known_until: {followed}"))
        assert on("2025-01-01", "same", made).status == expected
        own = HEAD.replace("language: en, period: {from: 2021", f"language: en, known_until: {followed}, period: {{from: 2021")
        assert on("2025-01-01", "same", dataset(head=own)).status == expected
    assert on("2024-12-31", "same", dataset(head=HEAD.replace("known_until: 2026-06-01", ""))).status == Status.CURRENT


def test_a_duty_may_go_on_again_and_again() -> None:
    duties = DUTIES.replace('section: "15", moments: [1]}, from', 'section: "15", moments: [1]}, continued_by: [last], from')
    duties += "  - {id: last, actors: [centre], statement: {en: does it at last}, basis: {en: Act 9/2027}, from: 2027-01-01}\n"
    made = dataset(duties)
    assert on("2027-01-01", "other", made).actors == ("centre",)
    assert on("2027-01-01", "old", made).actors == ("town", "centre")
    assert on("2027-01-01", "other", made).basis == {"en": "Act 9/2027"}


def test_what_continues_a_duty_may_end() -> None:
    made = dataset(DUTIES.replace("continued_by: [new, other]", "continued_by: [brief]"))
    assert on("2025-06-30", "old", made).actors == ("town",)
    state = on("2025-07-01", "old", made)
    assert (state.status, state.actors, state.continued_by) == (Status.ENDED, (), ("brief",))


def test_the_compiled_form_has_the_courses() -> None:
    connection = in_memory()
    compile_dataset(dataset(), connection)
    index = Index(connection)
    found = courses(dataset())
    for entry in index.entries():
        assert entry.course == found[entry.duty.id]
        assert entry.state(date(2026, 1, 1)) == on("2026-01-01", entry.duty.id)
    index.close()


def test_a_section_of_an_act_may_have_a_letter() -> None:
    made = dataset(DUTIES.replace('section: "15"', "section: 15 a"), HEAD.replace('id: "15"', "id: 15 a"))
    place = Locator(section="15 a", moments=(1,))
    assert written_place(made.sources[1], place, "en") == "681/2023 § 15 a (1)"


def test_a_place_is_written_as_its_readers_do_and_links_to_its_text() -> None:
    plan, act = dataset().sources
    place = Locator(id="act", section="14", moments=(1, 2, 4))
    assert written_place(act, place, "en") == "681/2023 § 14 (1–2, 4)"
    assert written_place(plan, Locator(id="plan", section="state", sentences=(1,)), "en") is None
    assert link(act, place) == "https://law.example/14"
    assert link(act, Locator(section="15", moments=(1,))) == "https://law.example/"
    assert link(plan, Locator(section="state", sentences=(1,))) is None


def changed(old: str, new: str, text: str = DUTIES) -> str:
    assert old in text
    return text.replace(old, new, 1)


FAULTS: dict[str, tuple[str, str]] = {
    "an unknown continuation": (changed("[new, other]", "[nev]"), "unknown duty 'nev', did you mean 'new'?"),
    "a continuation twice": (changed("[new, other]", "[new, new]"), "the duty 'new' is named twice"),
    "a continuation that is not later": (
        changed("until: 2025-06-30", "from: 2021-01-01", changed("[new, other]", "[brief]")),
        "the duty 'brief' begins on 2021-01-01, and not after 'old', which it continues (2021-01-01)",
    ),
    "a continuation without a day": (
        changed(', source: {id: act, section: "15", moments: [1]}, from: 2026-03-01', ""),
        "the duty 'other' has no first day: give it 'from', or its source a 'period'",
    ),
    "a circle": (
        changed("until: 2025-06-30", "continued_by: [brief]"),
        "a cycle: 'brief' comes to continue itself",
    ),
    "a change after the continuation": (
        changed("continued_by: [new, other],", "continued_by: [new, other], changes: [{on: 2025-01-01, status: ended}],"),
        "a change on 2025-01-01, but 'new' continues the duty from 2025-01-01",
    ),
    "an end after the continuation": (
        changed("continued_by: [new, other],", "continued_by: [new, other], until: 2025-01-01,"),
        "the duty goes on until 2025-01-01, but 'new' continues it from 2025-01-01",
    ),
    "a part of nothing": (changed("continued_by: [new, other], ", ""), "'continued_part' goes with 'continued_by'"),
    "an end before the beginning": (changed("until: 2025-06-30", "until: 2024-06-30"),
                                    "the duty ends (2024-06-30) before it begins (2025-01-01)"),
    "the end of time": (changed("until: 2025-06-30", "until: 9999-12-31"),
                        "the last day is too far off; leave 'until' out for a duty that goes on"),
    "a holder that is not there yet": (changed("id: other, actors: [county]", "id: brief2, actors: [centre]").replace(
        ", other]", "]").replace("from: 2026-03-01", "from: 2025-03-01"),
        "the actor 'centre' does not exist on 2025-03-01: it begins on 2026-01-01"),
    "an unknown holder of a condition": (changed("{office: {en", "{ofice: {en"), "unknown actor 'ofice', did you mean 'office'?"),
    "a condition without its text": (changed("{en: registered jobseekers}", "{}"), "'office' has no text in 'en'"),
    "another unit": (changed("moments: [1, 2, 4]", "moments: [1], rows: [2]"),
                     "the source is counted in moments (its 'unit'), not in rows"),
    "too high a moment": (changed("moments: [1, 2, 4]", "moments: [5]"), "the section '14' has moments 1 to 4, not 5"),
    "no moment": (changed("moments: [1, 2, 4]", "moments: []"), "name at least one moment"),
    "an address": (changed("role: may", "role: may, url: x"), "'x' is not an https:// or http:// address"),
}  # fmt: skip


@pytest.mark.parametrize(("duties", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_time_or_place_is_told(duties: str, message: str) -> None:
    [problem] = problems(HEAD + duties)
    assert problem.split(": ", 1)[1] == message


@pytest.mark.parametrize(("old", "new", "message"), [
    ("moments: 4, ", "", "the field 'moments' is missing"),
    ("moments: 4", "moments: 0", "a section has at least one moment, not 0"),
    ("§ {section} ({units})", "§ {units}", "the place in 'en' must have {section} in it, may have {units}, and no other braces"),
    ('{id: "15"', '{id: "15  a"',
     ("the id '15  a' must be letters, digits, '-', '_', '.', '@' or '/', with single blanks between them, "
     "and begin with a letter, a digit, '@' or '.'")),
    ("{units}", "{unit}", "the place in 'en' must have {section} in it, may have {units}, and no other braces"),
    ("https://law.example/14", "law.example", "'law.example' is not an https:// or http:// address"),
])  # fmt: skip
def test_a_fault_of_a_source_is_told(old: str, new: str, message: str) -> None:
    head = changed(old, new, HEAD)
    told = problems(head + DUTIES.replace("[1, 2, 4]", "[1]"))
    [problem] = [one for one in told if "moments 1 to" not in one and "unknown section" not in one]
    assert problem.split(": ", 1)[1] == message


def test_a_holder_that_has_ended_without_a_successor_is_told_but_one_with_a_successor_is_not() -> None:
    late = DUTIES + "  - {id: late, actors: [office], statement: {en: x}, from: 2026-02-01}\n"
    assert problems(HEAD + late) == []
    [problem] = problems(HEAD.replace(", successors: [centre]", "") + late)
    assert problem.endswith("the actor 'office' has ended by 2026-02-01: its last day is 2025-12-31")


def _quick(limit: float, text: str) -> list[str]:
    start = time.process_time()
    found = problems(text)
    assert time.process_time() - start < limit
    return found


def _actors(count: int, *, ring: bool) -> str:
    last = count - 1
    lines = []
    for n in range(count):
        successor = f", successors: [a{(n + 1) % count}]" if ring or n < last else ""
        day = date(2000, 1, 1) + timedelta(days=0 if ring else n)
        lines.append(f"- {{id: a{n}, name: {{en: x}}, until: {day}{successor}}}\n")
    return "title: {en: T}\nlanguages: [en]\nactors:\n" + "".join(lines) + "duties: []\n"


@slow
def test_long_chains_and_rings_of_successors_are_checked_in_linear_time() -> None:
    assert _quick(20, _actors(10_000, ring=False)) == []
    told = _quick(20, _actors(10_000, ring=True))
    assert sum("comes to succeed itself" in one for one in told) == 10_000


def test_a_duty_that_changes_20000_times_has_its_history_at_once() -> None:
    day = date(1900, 1, 1)
    changes = tuple(Change(on=day + timedelta(days=n), status=Status.MOVED, to=(("town", "county")[n % 2],)) for n in range(20_000))
    made = dataset()
    parts: dict[str, Any] = {name: getattr(made, name) for name in Dataset.__annotations__}
    duties = (Duty(id="d", actors=("town",), statement={"en": "x"}, changes=changes),)
    start = time.process_time()
    found = courses(Dataset(**{**parts, "duties": duties}))["d"]
    assert len(found.steps) == 20_000
    assert found.state(("town",), date(1930, 1, 1)).actors == (("town", "county")[(date(1930, 1, 1) - day).days % 2],)
    assert time.process_time() - start < 1


def test_a_long_chain_of_continuations_is_no_deep_recursion() -> None:
    lines = [f"  - {{id: d{n}, actors: [town], statement: {{en: x}}, from: {date(2000, 1, 1) + timedelta(days=n)}, "
             f"continued_by: [d{n + 1}]}}\n" for n in range(300)]  # fmt: skip
    duties = "duties:\n" + "".join(lines) + "  - {id: d300, actors: [county], statement: {en: x}, from: 2010-01-01}\n"
    assert on("2010-01-01", "d0", dataset(duties)).actors == ("county",)


def test_an_answer_for_a_day_on_which_a_duty_is_not_in_force_says_so(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    path.write_text(HEAD + DUTIES, "utf-8")
    for day, expected in (("2024-12-31", "in force only from 1 January 2025"), ("2026-01-01", "not in force since 1 July 2025")):
        run = attack("duty", "brief", "--as-of", day, "--data", str(path), "--lang", "en")
        assert expected in run.out.decode()
        plain = json.loads(attack("duty", "brief", "--as-of", day, "--data", str(path), "--format", "json").out)
        assert (plain["today"]["status"], plain["today"]["actors"]) == ({"2024-12-31": "pending", "2026-01-01": "expired"}[day], [])


@slow
def test_every_command_answers_from_acts_and_continued_duties(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    path.write_text(HEAD + DUTIES, "utf-8")
    for day in ("2024-12-31", "2025-06-01", "2026-06-01"):
        for command in (["who", "stays"], ["export"], ["actor", "town"], ["duty", "old"], ["duty", "new"]):
            assert attack(*command, "--as-of", day, "--data", str(path)).status == 0
        for kind in ("html", "json", "jsonld", "csv"):
            assert attack("export", "--format", kind, "--as-of", day, "--data", str(path)).status == 0
