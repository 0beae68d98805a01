"""Questions with the actors that must, may and must not answer, and what is wrong with an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ansvar.search.ask import search

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ansvar.search.index import Index

FILE = Path(__file__).parent / "data" / "queries.tsv"
DAY = date(2023, 6, 1)
"""A day on which the programme that these questions are about was in force."""


@dataclass(frozen=True)
class Question:
    """A question: any of `first` may stand first, all of `must` answer, beyond them only `may` (`*` is anybody)."""

    language: str
    kind: str
    text: str
    first: frozenset[str]
    must: frozenset[str]
    may: frozenset[str]

    def fault(self, actors: list[str]) -> str:
        """What is wrong with these actors as the answer, best first; empty when nothing is."""
        if not self.must:
            return f"should find nothing, finds {actors}" if actors else ""
        if not actors:
            return "finds nothing"
        faults = [] if actors[0] in self.first else [f"first is {actors[0]}"]
        faults += [f"lacks {actor}" for actor in sorted(self.must - set(actors))]
        if "*" not in self.may:
            faults += [f"adds {actor}" for actor in sorted(set(actors) - self.must - self.may)]
        return "; ".join(faults)


def _names(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.replace("-\n", "").split(","))) - {"-"}


def _question(line: str) -> Question:
    language, kind, text, *cells = (line.split("\t") + [""] * 6)[:6]
    first, must, may = map(_names, cells)
    return Question(language, kind, text, first, must, may)


QUESTIONS = [_question(line) for line in FILE.read_text("utf-8").splitlines()[1:]]


def answering(index: Index, text: str) -> list[str]:
    """The actors that answer a question by the source, best first."""
    answers = search(index, text, as_of=DAY).answers
    return list(dict.fromkeys(actor for answer in answers for actor in answer.duty.actors))


def wrong(index: Index, questions: Iterable[Question] = QUESTIONS) -> dict[str, str]:
    """The questions that are answered wrongly, each with its fault."""
    faults = {question.text: question.fault(answering(index, question.text)) for question in questions}
    return {text: fault for text, fault in faults.items() if fault}
