"""Every actor of the shipped dataset can be asked for: by its names and short forms, and through its duties."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ansvar.search.ask import search
from ansvar.search.lookup import find_actor
from questions import DAY
from slow import slow
from test_dataset import ACTORS

if TYPE_CHECKING:
    from ansvar.search.ask import Answer
    from ansvar.search.index import Index

LANGUAGES = ("sv", "fi", "en")
OPEN = {
    ("population-data-agency", "Myndigheten för digitalisering och befolkningsdata"),
    ("reception-centres-operators", "reception centres"),
}
"""Names that a question does not yet lead by: *och* parts the one, the other is the name of a topic too."""
NAMES = [(row["id"], name) for row in ACTORS for name in (*map(row.get, LANGUAGES), *row["short"].split(",")) if name]
WITHOUT_DUTIES = {"parliament", "population-data-agency"}
DAYS = (DAY, date(2026, 6, 1))
"""A day of the programme, and one of the law."""


@pytest.mark.parametrize(("actor", "name"), NAMES, ids=str)
def test_an_actor_is_found_by_its_name(shipped: Index, actor: str, name: str) -> None:
    assert find_actor(shipped, name).id == actor
    assert find_actor(shipped, name.upper()).id == actor


@pytest.mark.parametrize(("actor", "name"), [one for one in NAMES if one not in OPEN], ids=str)
def test_a_question_with_its_name_finds_its_duties_first(shipped: Index, actor: str, name: str) -> None:
    results = [search(shipped, name, as_of=day) for day in DAYS]
    assert all(actor in result.named_actors for result in results)
    answers = [result.answers[0] for result in results if result.answers]
    if actor in WITHOUT_DUTIES:
        assert not answers
    else:
        assert any(actor in _concerned(answer) for answer in answers)


def _concerned(answer: Answer) -> set[str]:
    """Who holds the duty of an answer, has come to hold it, or shares it."""
    return {*answer.duty.actors, *(later for step in answer.steps for later in (*step.after, *step.partners))}


OPEN = {("sv", "steering-of-economic-development-centres")}
"""Its statement has two subjects, and is answered for the second."""


@slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_duty_is_found_by_its_own_words(shipped: Index, language: str) -> None:
    missed = set()
    for entry in shipped.entries():
        day = max(DAY, entry.course.begins or DAY)
        answers = search(shipped, entry.duty.statement[language], as_of=day).answers
        if entry.duty.id not in [answer.duty.id for answer in answers[:5]]:
            missed.add((language, entry.duty.id))
    assert missed == {one for one in OPEN if one[0] == language}
