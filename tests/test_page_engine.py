"""The page's engine, run by V8 without a browser: it answers as the command does, word for word."""

from __future__ import annotations

import json
import random
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from py_mini_racer import MiniRacer

from ansvar.dataset.shipped import shipped_path
from ansvar.languages import CODES
from ansvar.search.ask import search
from ansvar.search.cache import open_index
from ansvar.search.carried import carried
from ansvar.search.signposts import find_signposts
from ansvar.search.words import fold, normalise, stems, tokens
from questions import QUESTIONS
from slow import slow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ansvar.search.index import Index

WATER = str(Path(__file__).parent / "data" / "water.yaml")
DAYS = (date(2023, 6, 1), date(2026, 3, 1))
FUZZED = 2_000
PARTS = 4
"""Tests that share the questions, so that several processors do."""
ODD = ["DO", "om", "the OM and DO", "children's", "EU:n", "a" * 100, "x y z", "C++", "ß", "6(1)(f)", "", "constructor __proto__"]
GLUE = """
let engine;
const open = (text) => { engine = searchEngine(JSON.parse(text)); return true; };
const ask = (all, day) => JSON.stringify(JSON.parse(all).map((question) => {
  const { duties, marks, unmatched, actors, partial, subjects, places } = engine.search(question, { day });
  return { duties, marks: duties.map((duty) => [...marks.get(duty)].sort()), unmatched, actors, partial, subjects, places };
}));
const posts = (all) => JSON.stringify(JSON.parse(all).map((question) => engine.signposts(question)));
const bodies = (all, actor, duty) => JSON.stringify(JSON.parse(all).map((place) => engine.bodiesFor(actor, place, Number(duty))));
const stem = (all, language) => JSON.stringify(JSON.parse(all).map((word) => engine.stems(word, language)));
const words = (all) => JSON.stringify(JSON.parse(all).map((text) => engine.tokens(text).map(engine.normalise)));
"""


@pytest.fixture(scope="module", params=[WATER, shipped_path()], ids=["water", "shipped"])
def index(request: pytest.FixtureRequest) -> Iterator[Index]:
    """A dataset, open."""
    opened = open_index(request.param, cached=False)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def call(index: Index) -> Callable[..., Any]:
    """A function of the page's engine, over the data that the page carries."""
    context = MiniRacer()
    for name in ("stems.js", "engine.js"):
        context.eval(files("ansvar.formats.html").joinpath(name).read_text("utf-8"))
    context.eval(GLUE)
    context.call("open", json.dumps(carried(index)))

    def call(function: str, listed: list[str], *arguments: str) -> Any:
        return json.loads(context.call(function, json.dumps(listed), *arguments))

    return call


def words_of(index: Index) -> list[str]:
    """Every word of a dataset."""
    return [form for _, form, *_ in index.table("word")]


def slip(word: str, rng: random.Random) -> str:
    """A word with an ending more or less, a letter less, more, another or elsewhere, or without its marks."""
    at = rng.randrange(len(word))
    letter = rng.choice("abcdefghijklmnoprstuvyzåäöéø-':1 ")
    ending = rng.choice("a n en ssa sta lle ien ia s ar erna ning ing ed es ation in kin nsa or et t ä ään isms ized ly".split())
    slips = (word + ending, word[:-1] + ending, word[:at] + word[at + 1 :], word[:at] + letter + word[at:])
    more = (
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        fold(word),
        word.upper(),
    )
    return rng.choice((*slips, *more))


def fuzzed(index: Index) -> list[str]:
    """Seeded questions: words with slips, words joined, phrases of statements, names, whole questions."""
    rng = random.Random(7)  # noqa: S311
    words = words_of(index)
    texts = [text.split() for entry in index.entries() for text in entry.duty.statement.values()]
    names = [name.text for kind in ("actor", "topic") for name in index.names(kind)]
    starts = [
        "vem ansvarar för",
        "vilken myndighet beviljar",
        "kuka vastaa",
        "mikä viranomainen myöntää",
        "who steers",
        "who grants",
    ]

    def one() -> str:
        word, text, name = rng.choice(words), rng.choice(texts), rng.choice(names)
        at = rng.randrange(len(text))
        made = (slip(word, rng), word + rng.choice(words), f"{word} {slip(rng.choice(words), rng)}", " ".join(text[at : at + 3]))
        more = (" ".join(rng.sample(text, min(3, len(text)))), slip(name, rng), f"{rng.choice(starts)} {rng.choice((word, name))}?")
        return rng.choice((*made, *more))

    return [one() for _ in range(FUZZED if len(words) > 1000 else FUZZED // 10)]


def of_places() -> list[str]:
    """Questions that name places, and words that name none."""
    files = [Path(__file__).parent / "data" / f"place-{name}.tsv" for name in ("forms", "words")]
    return [line.split("\t")[-1] for file in files for line in file.read_text("utf-8").splitlines()[1:]]


@cache
def place_numbers(index: Index) -> dict[str, int]:
    """The numbers of the places, by id."""
    return {place.id: n for n, place in enumerate(index.gazetteer.places())}


def wanted(index: Index, numbers: dict[str, int], question: str, day: date) -> dict[str, object]:
    """What the command's engine finds, said as the page's engine says it."""
    result = search(index, question, as_of=day, limit=10_000)
    marks = [{form for field, form in answer.marks if field.startswith(("statement", "change"))} for answer in result.answers]
    return {
        "duties": [numbers[answer.duty.id] for answer in result.answers],
        "marks": [sorted(one) for one in marks],
        "unmatched": list(result.unmatched),
        "actors": list(result.named_actors),
        "partial": [numbers[answer.duty.id] for answer in result.partial],
        "places": [place_numbers(index)[place] for place in result.places],
        "subjects": [
            {"text": one.text, "duties": [numbers[answer.duty.id] for answer in one.answers], "unmatched": list(one.unmatched)}
            for one in result.subjects
        ],
    }


@pytest.mark.parametrize("part", range(PARTS))
def test_the_page_answers_as_the_command_does(index: Index, call: Callable[..., Any], part: int) -> None:
    texts = list(dict.fromkeys([*words_of(index), *(one.text for one in QUESTIONS), *fuzzed(index), *of_places(), *ODD]))
    numbers = {entry.duty.id: entry.n for entry in index.entries()}
    asked, day = texts[part::PARTS], DAYS[part % len(DAYS)]
    pairs = zip(asked, call("ask", asked, day.isoformat()), strict=True)
    differing = [(text, ours, want) for text, ours in pairs if ours != (want := wanted(index, numbers, text, day))]
    assert differing == []


@pytest.mark.parametrize("code", CODES)
def test_the_page_stems_as_the_command_does(index: Index, call: Callable[..., Any], code: str) -> None:
    texts = [*words_of(index), *fuzzed(index)]
    words = list(dict.fromkeys(normalise(token) for text in texts for token in tokens(text)))
    if code in index.languages:
        found = call("stem", words, code)
        assert [(word, ours) for word, ours in zip(words, found, strict=True) if set(ours) != stems(word, code)] == []


def test_the_page_reads_words_as_the_command_does(index: Index, call: Callable[..., Any]) -> None:
    texts = [
        *fuzzed(index),
        *ODD,
        "NTM:n EU:ssa a:b:c children's it's L'Aquila C++ C# C#x x_y rte\u00ad\u200bmem x² №5 \u01c5 e\u0301",
    ]
    assert call("words", texts) == [[normalise(token) for token in tokens(text)] for text in texts]


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=slow)])
def test_the_page_finds_the_signposts_that_the_command_finds(index: Index, call: Callable[..., Any], step: int) -> None:
    ids = [post.signpost.id for post in index.posts()]
    terms = [text for post in index.posts() for texts in post.signpost.terms.values() for text in texts]
    rng = random.Random(1)  # noqa: S311 (no secret)
    texts = [*terms, *(slip(text, rng) for text in terms), *(one.text for one in QUESTIONS), *ODD, "library card", "football team"][
        ::step
    ]
    found = [[ids[n] for n in numbers] for numbers in call("posts", texts)]
    wanted = [[post.id for post in find_signposts(index, text)] for text in texts]
    assert [pair for pair in zip(texts, found, wanted, strict=True) if pair[1] != pair[2]] == []


def test_the_page_knows_who_serves_a_place_as_the_command_does(index: Index, call: Callable[..., Any]) -> None:
    gazetteer = index.gazetteer
    places, bodies = [place.id for place in gazetteer.places()], {body.id: n for n, body in enumerate(gazetteer.all_bodies())}
    duties = {"": -1} | {entry.duty.id: entry.n for entry in index.entries()}
    assigned = {duty for _, duty, _, _ in index.table("serves")} or {""}
    for actor in gazetteer.served:
        for duty in assigned:
            found = call("bodies", [*range(len(places))], actor, str(duties[duty]))
            assert found == [[bodies[body.id] for body in gazetteer.bodies(actor, place, duty)] for place in places]
