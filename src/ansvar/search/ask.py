"""A question → ranked answers, each with why it matched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..dataset.history import Earlier, State, Step
from ..dataset.record import NamedTuple, replace
from ..languages import CODES, language_data
from .hits import Hit, Tier
from .index import Entry, Index
from .kinds import Kind
from .match import Reader
from .question import Question, understand
from .rank import Ranked, Ranker, Subject
from .settings import DEFAULT_LIMIT
from .words import normalise, words

if TYPE_CHECKING:
    from datetime import date

    from ..dataset.model import Duty


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
    begins: date | None = None


class Found(NamedTuple):
    """What one subject of a question found; `unmatched` are its words that meet nothing."""

    text: str
    answers: tuple[Answer, ...] = ()
    unmatched: tuple[str, ...] = ()


class Overview(NamedTuple):
    """Of the answers to a question as wide as the whole dataset: how many there are, and how many of each topic, most first."""

    duties: int
    topics: tuple[tuple[str, int], ...]


class Result(NamedTuple):
    """What a question found. `language` is that of the question, None when it has none; `more` says that the limit cut.

    `respelled` are the words that were taken for misspelled ones, each with the word that it was read as. `subjects` are what a
    question with several asks for, each with its own answers; `partial` are duties that meet only some of it: no answers. `total`
    is the number of all answers, whatever the limit. An `overview` is there where a question names nothing but what the whole
    dataset is about. `places` are the ids of the places that the answers are for.
    """

    query: str
    language: str | None
    answers: tuple[Answer, ...] = ()
    unmatched: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    named_actors: tuple[str, ...] = ()
    more: bool = False
    respelled: tuple[tuple[str, str], ...] = ()
    subjects: tuple[Found, ...] = ()
    partial: tuple[Answer, ...] = ()
    total: int = 0
    overview: Overview | None = None
    places: tuple[str, ...] = ()


Keep = Callable[[Entry, State], bool]


def search(
    index: Index,
    query: str,
    *,
    as_of: date,
    limit: int = DEFAULT_LIMIT,
    keep: Keep | None = None,
    place: str | None = None,
    home: str | None = None,
) -> Result:
    """The answers to a question, best first.

    They are for `place`, else for the places that the question names, else for `home` (ids of places); a duty that nobody has
    there is no answer.

    `limit` is the number of answers at most (1 or more); `keep` says of a duty and its state whether it may answer.
    The same question over the same dataset gives the same order always.
    """
    return _Search(index, query, as_of, keep, (place, home)).result(limit)


class _Search:
    def __init__(self, index: Index, query: str, as_of: date, keep: Keep | None, around: tuple[str | None, str | None]) -> None:
        self.index, self.as_of, self.keep = index, as_of, keep
        self.question = understand(query, index)
        place, home = around
        self.places = (place,) if place else self.question.places or ((home,) if home else ())
        self.reader = Reader(index)
        ranker = Ranker(index, self.reader, self.question, as_of)
        self.said = ranker.forms()
        self.found, self.first = _one_or_several(ranker, self.question)
        self.language = _language(self.question, self.found)

    def result(self, limit: int) -> Result:
        """The answers of all subjects in turn, the best of each first."""
        widest = any(subject.widest for subject in self.found if subject.answers)
        subjects = [self._answers(subject.answers, len(subject.answers) if widest else limit + 1) for subject in self.found]
        turns = [answer for turn in zip_longest(*subjects) for answer in turn if answer]
        kept: dict[str, Answer] = {}
        for answer in (*self._answers(self.first, 1), *turns):
            kept.setdefault(answer.duty.id, answer)
        answers = list(kept.values())
        shown = tuple(answers[:limit])
        language = self.language or guess_language(self.question, self.index.languages)
        partial = () if shown else tuple(a for s in self.found for a in self._answers(s.partial, 3))[:3]
        return Result(
            query=self.question.text, language=language, answers=shown, unmatched=self._unmatched(), more=len(answers) > limit,
            named_actors=tuple(dict.fromkeys(actor for subject in self.found for actor in subject.actors)),
            suggestions=() if shown else tuple(dict.fromkeys(_suggestions(self.index, self.question, language))),
            respelled=tuple((u.text, self.reader.read_as[u.word]) for u in self.question.units if u.word in self.reader.read_as),
            subjects=self._subjects(subjects), partial=partial, total=self._total(),
            overview=_overview(answers) if widest else None, places=self.places,
        )  # fmt: skip

    def _total(self) -> int:
        """How many duties answer, whatever the limit."""
        every = {one.n for answers in (self.first, *(subject.answers for subject in self.found)) for one in answers}
        if self.keep is None and not self.places:
            return len(every)
        return sum(self._keeps(entry, entry.state(self.as_of)) for entry in self.index.entries_of(every))

    def _subjects(self, subjects: list[list[Answer]]) -> tuple[Found, ...]:
        if len(subjects) < 2:
            return ()
        units = self.question.units
        return tuple(
            Found(
                " ".join(units[n].text for n in found.units),
                tuple(answers),
                tuple(units[n].text for n in found.units if n not in found.met),
            )
            for found, answers in zip(self.found, subjects, strict=True)
        )

    def _answers(self, ranked: list[Ranked], limit: int) -> list[Answer]:
        answers: list[Answer] = []
        for one in ranked:
            entry = self.index.entry(one.n)
            state = entry.state(self.as_of)
            if self._keeps(entry, state):
                answers.append(self._answer(entry, state, one))
            if len(answers) == limit:
                break
        return answers

    def _keeps(self, entry: Entry, state: State) -> bool:
        here = not self.places or self.index.gazetteer.has(entry.duty.id, self.places)
        return here and (self.keep is None or self.keep(entry, state))

    def _answer(self, entry: Entry, state: State, ranked: Ranked) -> Answer:
        matched = []
        for n, hits in sorted(ranked.hits.items()):
            best = min(hits, key=lambda hit: (-hit.strength, hit.language != self.language, hit.field, hit.form))
            matched.append(Match(self.question.units[n].text, best.form, best.field, best.tier))
        marks = sorted({(hit.field, hit.form) for hits in ranked.hits.values() for hit in hits})
        state = state._replace(actors=tuple(sorted(state.actors, key=lambda actor: self._place(entry.duty, actor))))
        duty, course = self._asked_first(entry.duty), entry.course
        return Answer(duty, state, entry.steps, tuple(matched), tuple(marks), course.continues, course.begins)

    def _asked_first(self, duty: Duty) -> Duty:
        """Of several holders, the one asked for comes first, and the one of whose condition the question speaks."""
        order = tuple(sorted(duty.actors, key=lambda actor: self._place(duty, actor)))
        return duty if order == duty.actors else replace(duty, actors=order)

    def _place(self, duty: Duty, actor: str) -> tuple[bool, int]:
        named = not self.question.asks_who and any(actor in subject.actors for subject in self.found)
        conditions = duty.when[actor].values() if actor in duty.when else ()
        return not named, -sum(word in self.said for text in conditions for word in set(words(text)))

    def _unmatched(self) -> tuple[str, ...]:
        """The words that meet nothing at all."""
        asides = (Kind.ASIDE, Kind.VERB, Kind.PROCEDURE)
        met = {n for subject in self.found for n in subject.met}
        units = [
            u
            for n, u in enumerate(self.question.units)
            if n not in met and u.kind not in asides and not self.reader.readings(u.word)
        ]
        return tuple(dict.fromkeys((*(u.text for u in units if u.word not in self.reader.read_as), *self.question.left_out)))


def _overview(answers: list[Answer]) -> Overview:
    return Overview(len(answers), tuple(Counter(topic for answer in answers for topic in answer.duty.topics).most_common()))


def _one_or_several(ranker: Ranker, question: Question) -> tuple[list[Subject], list[Ranked]]:
    """The subjects apart, or all as one where a name joins them or only together they have answers; and the duty that answers
    to all of them, if there is one. What the whole dataset is about is no subject beside another."""
    apart = [ranker.subject(units) for units in question.subjects]
    narrow = [subject for subject in apart if not subject.widest]
    if any(subject.answers for subject in narrow):
        apart = narrow
    if len(apart) < 2:
        return apart, []
    whole = ranker.subject(tuple(n for units in question.subjects for n in units))
    shared = all(not whole.answers[0].hits.keys().isdisjoint(units) for units in question.subjects) if whole.answers else False
    if whole.answers and (whole.joined or (shared and not all(subject.answers for subject in apart))):
        return [whole], []
    return apart, [one for one in whole.answers[:1] if one.coverage > ALL_OF_SEVERAL]


ALL_OF_SEVERAL = 0.95


def _language(question: Question, found: list[Subject]) -> str | None:
    """The language whose words the question has most of; None when that is not one."""
    score = Counter(question.languages)
    hits: dict[int, list[Hit]] = {}
    for subject in found:
        for one in (*subject.answers, *subject.partial):
            for unit, its in one.hits.items():
                hits.setdefault(unit, []).extend(its)
    for its in hits.values():
        best = min(_plain(hit) for hit in its)
        score.update({hit.language for hit in its if _plain(hit) == best and hit.language})
    ordered = score.most_common(2)
    if not ordered or (len(ordered) == 2 and ordered[0][1] == ordered[1][1]):
        return None
    return ordered[0][0]


def _plain(hit: Hit) -> Tier:
    return Tier.EXACT if hit.tier is Tier.TOPIC and hit.place < 0 else hit.tier


def guess_language(question: Question, languages: tuple[str, ...]) -> str | None:
    """The language of a question that met nothing, one of the dataset's, from its function words or its letters; None when
    they do not tell."""
    said = {code: question.languages[code] for code in languages if question.languages[code]}
    if said:
        return max(said, key=said.__getitem__)
    text = normalise(question.text)
    signs = sorted((rank, pattern, code) for code in CODES for rank, pattern in language_data(code).SIGNS.items())
    found = next((code for _, pattern, code in signs if re.search(pattern, text)), None)
    return found if found in languages else None


def _suggestions(index: Index, question: Question, language: str | None) -> Iterator[str]:
    """The topics and the names nearest to the words that meet nothing, in the language of the answer, three at most for each."""
    asked = [unit.word for unit in question.units if unit.kind is Kind.MATTER and len(unit.word) >= MIN_SUGGESTED]
    if not asked:
        return
    from ..dataset.nearest import nearest

    names = [name for kind in ("topic", "actor") for name in index.names(kind) if name.language in (language or name.language, "")]
    by_word = {word: name.text for name in reversed(names) for word, _ in name.words}
    for word in asked[:3]:
        likely = [one for one in by_word if one[0] == word[0]]
        for one in nearest(word, likely, least=NEAR if language else _VERY_NEAR):
            if words(by_word[one]) != [word]:
                yield by_word[one]


MIN_SUGGESTED = 4
NEAR, _VERY_NEAR = 65, 80
"""How alike a suggestion has to be, of 100: in the question's language, and where that is not known."""
