"""Every actor of the shipped dataset can be asked for: by its names and short forms, and through its duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ansvar.search.ask import search
from ansvar.search.lookup import find_actor
from questions import DAY
from test_dataset import ACTORS

if TYPE_CHECKING:
    from ansvar.search.index import Index

LANGUAGES = ("sv", "fi", "en")
NAMES = [(row["id"], name) for row in ACTORS for name in (*map(row.get, LANGUAGES), *row["short"].split(",")) if name]
WITHOUT_DUTIES = {"parliament", "supervisory-agency"}


@pytest.mark.parametrize(("actor", "name"), NAMES, ids=str)
def test_an_actor_is_found_by_its_name(shipped: Index, actor: str, name: str) -> None:
    assert find_actor(shipped, name).id == actor
    assert find_actor(shipped, name.upper()).id == actor


@pytest.mark.parametrize(("actor", "name"), NAMES, ids=str)
def test_a_question_with_its_name_finds_its_duties_first(shipped: Index, actor: str, name: str) -> None:
    result = search(shipped, name, as_of=DAY)
    assert actor in result.named_actors
    if actor in WITHOUT_DUTIES:
        assert not result.answers
    else:
        best = result.answers[0]
        holders = {*best.duty.actors, *(later for step in best.steps for later in (*step.after, *step.partners))}
        assert actor in holders


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_duty_is_found_by_its_own_words(shipped: Index, language: str) -> None:
    for entry in shipped.entries():
        answers = search(shipped, entry.duty.statement[language], as_of=DAY).answers
        assert entry.duty.id in [answer.duty.id for answer in answers[:5]], entry.duty.id
