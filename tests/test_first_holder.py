"""Whatever the day and the format, the first holder that an answer names has the duty on that day, and one is told where to go."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ansvar.answers.phrasebook import Phrasebook
from ansvar.answers.who import MANY, Who, who
from ansvar.dataset.model import Level
from ansvar.formats import Target, find
from ansvar.search.ask import Answer, Result
from attacks import without_colours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ansvar.search.index import Index

DAYS = [date.fromisoformat(day) for day in (
    "2021-01-01", "2022-06-01", "2022-12-31", "2023-01-01", "2023-06-01", "2024-12-31", "2025-01-01", "2025-06-01", "2025-12-31",
    "2026-01-01", "2026-06-01", "2027-01-01",
)]  # fmt: skip
TERMINAL = Target(file=False, terminal=True, draws=True, width=80, colour=True, unicode=True, links=True)


def answers(index: Index, day: date) -> list[Answer]:
    """All duties that answer on a day."""
    found = [(entry, entry.state(day)) for entry in index.entries()]
    return [
        Answer(entry.duty, state, entry.steps, (), (), entry.course.continues, entry.course.begins)
        for entry, state in found
        if state.answers
    ]


def written(index: Index, day: date, language: str) -> Iterator[tuple[list[Answer], Who]]:
    """Answers of as many duties as are shown as cards of their own."""
    every = answers(index, day)
    for start in range(0, len(every), MANY):
        some = every[start : start + MANY]
        result = Result(query="x", language=language, answers=tuple(some), total=len(some))
        yield some, who(index, result, Phrasebook(language, day, dated=True), limit=MANY)


def made(answer: Who, format_: str, target: Target) -> str:
    """The answer in a format."""
    found = find(format_, Who)
    assert found
    return str(found.write(answer, target))


def holds(index: Index, one: Answer, shown: str, language: str) -> bool:
    """Whether what is shown begins with the name of somebody who has the duty; where nobody has, with nobody's name."""
    names = [actor.name[language] for id_ in one.state.actors if (actor := index.actor(id_))]
    if names:
        return any(shown.startswith(name) for name in names)
    return not any(shown.startswith(actor.name[language]) for actor in index.actors())


def led_to(index: Index, one: Answer, shown: str, said: Phrasebook) -> bool:
    """Whether a website or a contact of a holder stands there, or that it is not known; nobody turns to a private person."""
    actors = [actor for id_ in one.state.actors if (actor := index.actor(id_)) and actor.level != Level.PERSON]
    if not actors:
        return True
    sites = [site for site in (one.duty.url, *(actor.website for actor in actors)) if site]
    ways = [way for actor in actors for way in (actor.email, actor.phone) if way]
    return any(squeezed(way) in squeezed(shown) for way in sites or (*ways, said.word("no_website")))


def squeezed(text: str) -> str:
    """The text without blanks: a terminal breaks lines."""
    return "".join(text.split())


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(("format_", "target"), [("text", Target()), ("markdown", Target()), ("table", TERMINAL)])
def test_cards_begin_with_a_holder_of_the_day(shipped: Index, day: date, format_: str, target: Target) -> None:
    for some, answer in written(shipped, day, "fi"):
        text = re.sub(r"\x1b\]8;;.*?\x1b\\", "", made(answer, format_, target))
        _, *cards = without_colours(text).replace("\u00a0", " ").split("\n\n")
        assert len(cards) == len(some)
        for one, card in zip(some, cards, strict=True):
            plain = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1", card).replace("\\", "").replace("**", "").removeprefix("- ")
            assert holds(shipped, one, " ".join(plain.split()), "fi"), (day, one.duty.id, card)
            assert led_to(shipped, one, html.unescape(card), answer.said), (day, one.duty.id, card)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(("format_", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_rows_begin_with_a_holder_of_the_day(shipped: Index, day: date, format_: str, delimiter: str) -> None:
    for some, answer in written(shipped, day, "en"):
        rows = list(csv.reader(io.StringIO(made(answer, format_, Target(file=False))), delimiter=delimiter))
        assert len(rows) == len(some) + 1
        for one, row in zip(some, rows[1:], strict=True):
            assert holds(shipped, one, row[0], "en"), (day, row)
            assert led_to(shipped, one, " ".join(row), answer.said), (day, row)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_json_has_the_holders_of_the_day_and_their_addresses(shipped: Index, day: date) -> None:
    for some, answer in written(shipped, day, "sv"):
        found = json.loads(made(answer, "json", Target()))["results"]
        for one, plain in zip(some, found, strict=True):
            assert {holder["actor"] for holder in plain["holders"]} == set(one.state.actors)
            for holder in plain["holders"]:
                actor = shipped.actor(holder["actor"])
                assert actor
                assert holder["url"] == (one.duty.url or actor.website)
                assert (actor.from_ or day) <= day <= (actor.until or day), (day, one.duty.id)
