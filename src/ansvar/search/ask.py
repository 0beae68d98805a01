"""A question → ranked answers, each with why it matched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..dataset.history import Earlier, State, Step
from ..languages import CODES, language_data
from .hits import Hit, Met, Tier
from .index import Entry, Index
from .match import ALL, Finder
from .question import Question, understand
from .rank import is_phrase, quality, ranked
from .words import normalise

if TYPE_CHECKING:
    from datetime import date

    from ..dataset.model import Duty

DEFAULT_LIMIT = 100


class Match(NamedTuple):
    """Why an answer is there: the word asked, the word met, its field and the tier."""

    word: str
    with_: str
    field: str
    tier: Tier


class Answer(NamedTuple):
    """A duty that answers, its state on the date asked for, and why it answers. `marks` are the forms met, by field."""

    duty: Duty
    state: State
    steps: tuple[Step, ...]
    matched: tuple[Match, ...]
    marks: tuple[tuple[str, str], ...]
    continues: tuple[Earlier, ...] = ()


class Result(NamedTuple):
    """What a question found. `language` is that of the question, None when it has none; `more` says that the limit cut.

    `respelled` are the words that were taken for misspelled ones, each with the word that it was read as.
    """

    query: str
    language: str | None
    answers: tuple[Answer, ...] = ()
    unmatched: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    named_actors: tuple[str, ...] = ()
    more: bool = False
    respelled: tuple[tuple[str, str], ...] = ()


Keep = Callable[[Entry, State], bool]


def search(index: Index, query: str, *, as_of: date, limit: int = DEFAULT_LIMIT, keep: Keep | None = None) -> Result:
    """The answers to a question, best first.

    `limit` is the number of answers at most (1 or more); `keep` says of a duty and its state whether it may answer.
    The same question over the same dataset gives the same order always.
    """
    question = understand(query, index)
    capped = len(question.units) == 1 and not question.verbs and keep is None
    finder = Finder(index, limit + 1 if capped else ALL, question)
    mets = finder.meet_all()
    language = _language(question, mets)
    order = ranked(question, mets, index, finder.verbs_said())
    answers: list[Answer] = []
    for entry, number in ((index.entry(n), n) for n in order):
        state = entry.state(as_of)
        if state.answers and (keep is None or keep(entry, state)):
            answers.append(_answer(entry, state, question, [met.get(number, []) for met in mets], language))
        if len(answers) > limit:
            break
    return _result(finder, answers, limit, language)


def _result(finder: Finder, answers: list[Answer], limit: int, language: str | None) -> Result:
    index, question = finder.index, finder.question
    shown = answers[:limit]
    met = {match.word for answer in shown for match in answer.matched}
    rests = finder.rests
    unmatched = [rests.get(unit.word, unit.text) for unit in question.units if unit.text not in met or unit.word in rests]
    unmatched += question.left_out
    language = language or guess_language(question)
    return Result(
        query=question.text, language=language, answers=tuple(shown), unmatched=tuple(unmatched), more=len(answers) > limit,
        named_actors=tuple(dict.fromkeys(hit.name.owner for unit in question.units for hit in unit.actors)),
        suggestions=() if shown else tuple(_suggestions(index, question, language)),
        respelled=tuple((unit.text, finder.read_as[unit.word]) for unit in question.units if unit.word in finder.read_as),
    )  # fmt: skip


def _answer(entry: Entry, state: State, question: Question, hits: list[list[Hit]], language: str | None) -> Answer:
    matched = []
    phrase = len(question.units) > 1 and all(hits) and is_phrase(hits)
    for unit, found in zip(question.units, hits, strict=True):
        if found:
            best = min(found, key=lambda hit: (quality(hit), hit.language != language, hit.field, hit.form))
            tier = Tier.PHRASE if phrase and best.tier == Tier.EXACT else best.tier
            matched.append(Match(unit.text, best.form, best.field, tier))
    marks = sorted({(hit.field, hit.form) for found in hits for hit in found})
    return Answer(_named_first(entry.duty, question), state, entry.steps, tuple(matched), tuple(marks), entry.course.continues)


def _named_first(duty: Duty, question: Question) -> Duty:
    """Of several holders, the one asked for comes first."""
    named = {hit.name.owner for unit in question.units for hit in unit.actors}
    if len(duty.actors) == 1 or named.isdisjoint(duty.actors):
        return duty
    return replace(duty, actors=tuple(sorted(duty.actors, key=lambda actor: actor not in named)))


def _language(question: Question, mets: list[Met]) -> str | None:
    """The language whose words the question has most of; None when that is not one."""
    score = Counter(question.languages)
    for met in mets:
        best = min((hit.tier for hits in met.values() for hit in hits), default=None)
        score.update({hit.language for hits in met.values() for hit in hits if hit.tier == best and hit.language})
    ordered = score.most_common(2)
    if not ordered or (len(ordered) == 2 and ordered[0][1] == ordered[1][1]):
        return None
    return ordered[0][0]


def guess_language(question: Question) -> str | None:
    """The language of a question that met nothing, from its function words or its letters; None when they do not tell."""
    if question.languages:
        return question.languages.most_common(1)[0][0]
    text = normalise(question.text)
    signs = sorted((rank, pattern, code) for code in CODES for rank, pattern in language_data(code).SIGNS.items())
    return next((code for _, pattern, code in signs if re.search(pattern, text)), None)


def _suggestions(index: Index, question: Question, language: str | None) -> Iterator[str]:
    """The words of the dataset nearest to the words not met, three at most for each."""
    words = [unit.word for unit in question.units if not unit.is_name and len(unit.word) >= 4]
    if not words:
        return
    from rapidfuzz import fuzz, process

    for word in words[:3]:
        likely = index.words_like(word, [language] if language else index.languages)
        for form, _, _ in process.extract(word, likely, scorer=fuzz.ratio, score_cutoff=65, limit=3):
            if form != word:
                yield form
