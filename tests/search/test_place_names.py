"""Places in questions: each form of a name is met, and a word that is something else is not."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from ansvar.dataset.load import load
from ansvar.dataset.model import Place
from ansvar.dataset.shipped import shipped_path
from ansvar.languages.finnish_names import forms, strong, weak
from ansvar.search.places import Found, find_place, find_places, place_keys
from ansvar.search.words import normalise, tokens

DATA = Path(__file__).parents[1] / "data"
DATASET = load(shipped_path())
PLACES = DATASET.places
KEYS = place_keys(PLACES)
EKEBY = [
    Place(id="west", name={"sv": "västra sidan", "en": "West side"}),
    Place(id="may", name={"sv": "Majby", "en": "May"}, words={"en": ("may",)}),
    Place(id="port", name={"sv": "Hamnen", "en": "Harbour"}, other_names={"en": ("Old Port",)}),
]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table in tests/data."""
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def named(question: str) -> list[tuple[str, str]]:
    """The places that a question names, each with its words."""
    written = tokens(question)
    return [(found.place, " ".join(written[found.start : found.end])) for found in find_places(written, KEYS)]


FORMS, WORDS = rows("place-forms.tsv"), rows("place-words.tsv")


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row["form"])
def test_a_place_is_met_in_every_form(row: dict[str, str]) -> None:
    assert named(row["question"]) == [(row["place"], " ".join(tokens(row["form"])))]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["word"])
def test_a_word_that_is_something_else_is_no_place(row: dict[str, str]) -> None:
    assert named(row["question"]) == []


def test_every_name_of_every_municipality_is_met() -> None:
    for place in PLACES:
        names = [*place.name.values(), *(name for listed in place.other_names.values() for name in listed)]
        for name in names:
            written = ["vem", "i", *tokens(name)]
            assert place.id in {found.place for found in find_places(written, KEYS)}, name


def test_no_question_of_any_set_names_a_place_but_by_its_name() -> None:
    files = [file for file in DATA.glob("*.tsv") if not file.name.startswith("place")]
    questions = {cell for file in files for line in file.read_text("utf-8").splitlines() for cell in line.split("\t")}
    met = {word for question in questions for _, word in named(question)}
    assert len(questions) > 300
    assert {word for word in met if not re.match("Helsin|helsinki|aland|Åland|kanta hame|pirkanmaa|uusimaa", word)} == set()


def test_no_word_of_the_dataset_that_is_written_small_names_a_place() -> None:
    texts = [text for duty in DATASET.duties for text in duty.statement.values()]
    texts += [text for topic in DATASET.topics for listed in topic.terms.values() for text in listed]
    small = sorted({word for text in texts for word in tokens(text) if word.islower()})
    assert len(small) > 3000
    assert [word for word in small if find_place(["x", word], KEYS)] == []


def test_a_question_may_name_several_and_the_longest_name_counts() -> None:
    assert named("Forssassa ja Turussa") == [("forssa", "Forssassa"), ("turku", "Turussa")]
    assert named("Etelä-Pohjanmaalla") == [("etela-pohjanmaa", "Etelä Pohjanmaalla")]
    assert find_place(tokens("Forssassa ja Turussa"), KEYS) == Found("forssa", 0, 1)
    assert find_place(tokens("kuka vastaa asumisesta"), KEYS) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who does it in may", None),  # it is a word of this very language
        ("Who may do it?", None),
        ("May I ask who does it", None),  # a question begins so
        ("WHO DOES IT IN MAY", None),
        ("Who does it in May Street", None),  # a part of a longer name
        ("Who does it in May?", "may"),
        ("vem gör det i may", "may"),  # in Swedish it is nothing else
        ("Majbys hamn", "may"),
        ("who does it in the old port", "port"),
        ("vem gör det på västra sidan", "west"),
    ],
)
def test_when_a_word_that_is_something_else_is_a_place(question: str, expected: str | None) -> None:
    found = find_place(tokens(question), place_keys(EKEBY))
    assert (found.place if found else None) == expected


def test_what_one_asks_about_is_a_place_only_where_it_is_written_as_one() -> None:
    keys = place_keys(EKEBY)

    def places(question: str) -> list[str]:
        return [found.place for found in find_places(tokens(question), keys, lambda word: word == "harbour")]

    assert places("who dredges the harbour") == places("Harbour dredging") == places("in harbour") == []
    assert places("Who keeps the streets in Harbour?") == ["port"]


def test_a_place_without_marks_on_its_letters_is_met() -> None:
    for row in (row for row in FORMS if row["lang"] == "fi"):
        plain = row["question"].translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
        assert [place for place, _ in named(plain)] == [row["place"]], plain


@pytest.mark.parametrize("root", ["turk tur", "liet lied", "lapi lapi", "jok jo", "lepp lep", "harjavalt harjavall", "kotk kotk"])
def test_grades(root: str) -> None:
    before, after = root.split()
    assert weak(before) == after


def test_strong_grades() -> None:
    assert [strong(root) for root in ("pihtipud", "laid", "virr", "rauh")] == ["pihtiput", "lait", "virt", "rauh"]


def test_the_keys_are_few_enough_for_a_page() -> None:
    assert sum(len(key) for key in KEYS) < 80_000
    assert all(key == normalise(key) for key in KEYS)


def test_a_name_of_one_letter_has_one_form() -> None:
    assert forms("å", ("ssa", "lla")) == (set(), {"å"})
