"""The shipped dataset: every sentence of the source is accounted for, nothing is missing, everything resolves."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from ansvar.dataset.load import load
from ansvar.dataset.model import LANGUAGES, Dataset, Duty, Note, Role
from ansvar.dataset.shipped import shipped_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ansvar.dataset.model import Locator

Cited = TypeVar("Cited", Duty, Note)
ACTORS = list(csv.DictReader((Path(__file__).parent / "data" / "actors.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
SECTIONS = {"state": 20, "regional": 9, "te-services": 3, "municipality": 5, "immigrant": 4}
CONTEXT = {("state", 2), ("state", 3), ("state", 5), ("immigrant", 2), ("immigrant", 4)}
SEVEN_MINISTRIES = {
    "education-ministry",
    "health-ministry",
    "interior-ministry",
    "employment-ministry",
    "foreign-ministry",
    "finance-ministry",
    "environment-ministry",
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load(shipped_path())


PROGRAMME = "forssa-2021-2024"


def _of_programme(records: Iterable[Cited]) -> list[tuple[Cited, Locator]]:
    """The records that the programme is the source of, each with its place there."""
    return [(record, record.source) for record in records if record.source and record.source.id == PROGRAMME]


def _cited(records: Iterable[Cited]) -> set[tuple[str, int]]:
    return {(place.section, number) for _, place in _of_programme(records) for number in place.numbers}


def test_the_programme_has_41_sentences_in_five_sections(dataset: Dataset) -> None:
    source = next(source for source in dataset.sources if source.id == PROGRAMME)
    assert {section.id: section.size for section in source.sections} == SECTIONS
    assert sum(SECTIONS.values()) == 41


def test_every_sentence_is_a_duty_or_context_and_none_is_both(dataset: Dataset) -> None:
    every = {(section, number) for section, count in SECTIONS.items() for number in range(1, count + 1)}
    assert _cited(dataset.notes) == CONTEXT
    assert _cited(dataset.duties) == every - CONTEXT


def test_duties_and_notes_stand_in_the_order_of_the_source(dataset: Dataset) -> None:
    order = list(SECTIONS)
    for cited in (_of_programme(dataset.duties), _of_programme(dataset.notes)):
        places = [(order.index(place.section), place.numbers) for _, place in cited]
        assert places == sorted(places)


def test_every_id_is_used_once(dataset: Dataset) -> None:
    for records in (dataset.actors, dataset.duties, dataset.topics, dataset.notes):
        assert [id_ for id_, count in Counter(record.id for record in records).items() if count > 1] == []


@pytest.mark.parametrize("row", ACTORS, ids=[row["id"] for row in ACTORS])
def test_actors_have_their_names_short_forms_and_days(dataset: Dataset, row: dict[str, str]) -> None:
    actor = next(actor for actor in dataset.actors if actor.id == row["id"])
    assert actor.level == row["level"]
    assert ",".join(actor.short) == row["short"]
    assert (str(actor.from_ or ""), str(actor.until or "")) == (row["from"], row["until"])
    for language in LANGUAGES:
        assert (
            row[language] in (actor.name[language], *actor.other_names.get(language, ())) or row[language] in actor.name[language]
        )


def test_actors_stand_in_their_order(dataset: Dataset) -> None:
    assert [actor.id for actor in dataset.actors] == [row["id"] for row in ACTORS]


def test_every_text_is_in_three_languages(dataset: Dataset) -> None:
    texts = [actor.name for actor in dataset.actors] + [duty.statement for duty in dataset.duties]
    texts += [note.statement for note in dataset.notes] + [topic.name for topic in dataset.topics]
    for change in (change for duty in dataset.duties for change in duty.changes):
        texts += [text for text in (change.name, change.basis, change.note) if text]
    for text in texts:
        assert list(text) == ["sv", "fi", "en"]
        assert all(value.strip() == value and value for value in text.values()), text


def test_every_duty_has_topics_and_every_topic_duties_and_terms(dataset: Dataset) -> None:
    used = {topic for duty in dataset.duties for topic in duty.topics}
    assert used == {topic.id for topic in dataset.topics}
    assert [duty.id for duty in dataset.duties if not duty.topics] == []
    assert [topic.id for topic in dataset.topics if set(topic.terms) != set(LANGUAGES)] == []


def test_statements_are_told_once(dataset: Dataset) -> None:
    told = Counter((duty.actors, duty.statement["en"]) for duty in dataset.duties)
    assert [statement for statement, count in told.items() if count > 1] == []


def test_a_sentence_that_lists_several_things_is_several_duties(dataset: Dataset) -> None:
    by_place: dict[tuple[str, int], list[Duty]] = {}
    for duty, place in _of_programme(dataset.duties):
        by_place.setdefault((place.section, place.numbers[0]), []).append(duty)
    assert [duty.id for duty in by_place["state", 13]] == [
        "residence-permits",
        "eu-citizens",
        "asylum-applications",
        "reception-centres",
        "travel-documents",
        "refusal-of-entry",
        "deportation",
    ]
    (seven,) = by_place["state", 7]
    assert set(seven.actors) == SEVEN_MINISTRIES
    assert {duty.role for duty in by_place["municipality", 5]} == {Role.PARTICIPATES, Role.RESPONSIBLE}


def test_who_steers_whom_where_the_source_says_so(dataset: Dataset) -> None:
    steers = [duty for duty, _ in _of_programme(dataset.duties) if duty.role == Role.STEERS]
    steering = {(duty.actors[0], duty.target) for duty in steers if duty.target}
    assert steering == {
        ("employment-ministry", "ely-centres"),
        ("interior-ministry", "immigration-service"),
        ("ely-centres", "te-services"),
    }
