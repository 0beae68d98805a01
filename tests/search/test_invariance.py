"""What must not change an answer: words said beside the matter, and another subject."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ansvar.search.ask import search
from questions import DAY, QUESTIONS
from slow import first
from test_questions import OPEN

if TYPE_CHECKING:
    from ansvar.search.index import Index

BESIDE = {
    "en": ("in Finland", "today", "please", "contact", "in our town", "in the whole country"),
    "sv": ("i Finland", "idag", "tack", "kontakt", "i vår stad", "i hela landet"),
    "fi": ("Suomessa", "tänään", "kiitos", "yhteystiedot", "kaupungissamme", "koko maassa"),
}
AND = {"en": " and ", "sv": " och ", "fi": " ja "}
ANSWERED = [question for question in QUESTIONS if question.must and question.text not in OPEN]
SHORT = [question for question in ANSWERED if question.kind not in {"question", "name", "abbreviation"}]
PAIRS = 200


def _first(index: Index, text: str) -> str | None:
    answers = search(index, text, as_of=DAY).answers
    return answers[0].duty.id if answers else None


@pytest.mark.parametrize("language", first(1, BESIDE))
def test_what_is_said_beside_the_matter_does_not_change_the_first_answer(shipped: Index, language: str) -> None:
    changed: dict[str, str | None] = {}
    for question in (question for question in ANSWERED if question.language == language):
        text = question.text.rstrip("?")
        first = _first(shipped, text)
        changed |= {f"{text} {said}": first for said in BESIDE[language] if _first(shipped, f"{text} {said}") != first}
    assert changed == {}


@pytest.mark.parametrize("language", first(1, AND))
def test_two_subjects_have_both_answers_and_no_word_that_meets_something_is_told_as_not_met(shipped: Index, language: str) -> None:
    chance = random.Random(language)  # noqa: S311 (which pairs a test asks)
    texts = sorted({question.text for question in SHORT if question.language == language})
    lost = []
    for _ in range(PAIRS):
        one, other = chance.sample(texts, 2)
        alone = [search(shipped, text, as_of=DAY) for text in (one, other)]
        together = search(shipped, one + AND[language] + other, as_of=DAY)
        assert set(together.unmatched) <= {word for result in alone for word in result.unmatched}, (one, other)
        found = {answer.duty.id for answer in together.answers}
        lost += [(one, other)] if not {result.answers[0].duty.id for result in alone} <= found else []
    assert lost == []
