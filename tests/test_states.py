"""Every duty of the shipped dataset on six dates: what the reforms moved, and what they did not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from ansvar.dataset.history import state
from ansvar.dataset.load import load
from ansvar.dataset.shipped import shipped_path

if TYPE_CHECKING:
    from ansvar.dataset.model import Duty

DATES = ("2021-07-01", "2023-06-01", "2024-12-31", "2025-01-01", "2025-12-31", "2026-06-01")
DATASET = load(shipped_path())
ACTORS = {actor.id: actor for actor in DATASET.actors}


class Expected(NamedTuple):
    """The state of a duty: status, holders, since when, by which act."""

    status: str
    actors: tuple[str, ...] = ()
    since: str | None = None
    basis: str | None = None


# "Acts 531/2025 and 721/2025: 15 ELY centres end, ten Economic Development Centres start; immigration and integration are
# among the tasks that they take over: regional 1-6 move, less what moved in 2025."
CENTRES = Expected("moved", ("economic-development-centres",), "2026-01-01", "Acts 531/2025 and 721/2025")
# The TE Offices end; "their services go to the municipalities and employment areas"; te-services 1 to 3 move.
EMPLOYMENT = Expected("moved", ("employment-authorities",), "2025-01-01", "Act 380/2023")
# The same, and "Act 681/2023: the initial assessment becomes the assessment of skills ...".
ASSESSMENT = EMPLOYMENT._replace(basis="Acts 380/2023 and 681/2023")
# "ELY's steering, advice and support of the TE Offices ends" with the TE Offices (Act 380/2023).
ENDED = Expected("ended", (), "2025-01-01", "Act 380/2023")
# ELY's "procurement of integration training moves to the municipalities", part of regional 4, under the new act.
MUNICIPALITIES = Expected("moved", ("municipalities",), "2025-01-01", "Acts 380/2023 and 681/2023")
# The Regional State Administrative Agencies end, and "no successor is confirmed for regional 7 to 9".
UNCONFIRMED = Expected("unconfirmed", (), "2026-01-01")

HELD = None
LINES: dict[tuple[str, int], tuple[Expected | None, ...]] = {
    **{("regional", n): (HELD,) * 5 + (CENTRES,) for n in range(1, 7)},
    **{("regional", n): (HELD,) * 5 + (UNCONFIRMED,) for n in range(7, 10)},
    **{("te-services", n): (HELD,) * 3 + (EMPLOYMENT,) * 3 for n in range(1, 4)},
}
DUTIES: dict[str, tuple[Expected | None, ...]] = {
    "te-initial-assessments": (HELD,) * 3 + (ASSESSMENT,) * 3,
    "steering-of-te-offices": (HELD,) * 3 + (ENDED,) * 3,
    "te-offices-advice": (HELD,) * 3 + (ENDED,) * 3,
    "te-offices-competence": (HELD,) * 3 + (ENDED,) * 3,
    "integration-training-procurement": (HELD,) * 3 + (MUNICIPALITIES,) * 3,
}
"""Duties that a line of the facts treats otherwise than the rest of their sentence."""


def _expected(duty: Duty, n: int) -> Expected:
    assert duty.source
    line = DUTIES.get(duty.id) or LINES.get((duty.source.section, duty.source.sentences[0]), (HELD,) * 6)
    return line[n] or Expected("current", duty.actors)


@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("duty", DATASET.duties, ids=lambda duty: duty.id)
def test_state_of_a_duty_on_a_day(duty: Duty, day: str) -> None:
    found = state(duty, ACTORS, date.fromisoformat(day))
    since = found.since.isoformat() if found.since else None
    basis = found.basis["en"] if found.basis else None
    assert Expected(found.status.value, found.actors, since, basis) == _expected(duty, DATES.index(day))


RENAMED = {
    "assessment of skills and integration service needs": {
        "te-initial-assessments",
        "initial-assessments-participation",
        "initial-assessments-outside-labour-force",
    },
    "good relations between population groups": {"steering-of-ely-centres", "ethnic-relations"},
}


@pytest.mark.parametrize("name", RENAMED)
def test_what_a_duty_is_called_since_the_new_act(name: str) -> None:
    renamed = {duty.id for duty in DATASET.duties for change in duty.changes if change.name and change.name["en"] == name}
    assert renamed == RENAMED[name]


def test_each_change_names_its_act() -> None:
    assert [duty.id for duty in DATASET.duties for change in duty.changes if not change.basis] == []
    assert {actor.id for actor in DATASET.actors if actor.until and not actor.basis} == {"regional-state-agencies"}


def test_housing_of_unaccompanied_minors_is_arranged_with_the_counties_since_2023() -> None:
    for id_ in ("units-for-unaccompanied-minors", "unit-agreements"):
        duty = next(duty for duty in DATASET.duties if duty.id == id_)
        (change,) = duty.changes
        assert (change.on.isoformat(), change.partners, change.basis and change.basis["en"]) == (
            "2023-01-01",
            ("wellbeing-services-counties",),
            "Act 936/2022",
        )


def test_the_supervisory_agency_is_nobodys_successor() -> None:
    assert [actor.id for actor in DATASET.actors if "supervisory-agency" in actor.successors] == []
    moved = {id_ for duty in DATASET.duties for change in duty.changes for id_ in change.to}
    assert moved == {"municipalities"}
