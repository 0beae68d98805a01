"""A question → ranked answers, each with why it matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from .compile import FIELDS, HOLDER, LATER_HOLDER, ONE_OF_SEVERAL, PARTNER, TARGET
from .compounds import JOINING_LANGUAGES, MIN_PART
from .function_words import VERB_GROUP
from .index import Entry, Index
from .question import NameHit, Question, Unit, understand
from .spelling import nearest_spellings
from .text import fold, normalise, written_without_marks
from .timeline import State, Step, state_after

if TYPE_CHECKING:
    from datetime import date

    from .model import Duty

DEFAULT_LIMIT = 100


class Tier(IntEnum):
    """How a word was met, best first."""

    PHRASE = 0
    EXACT = 1
    STEM = 2
    COMPOUND = 3
    TOPIC = 4
    DIACRITICS = 5
    MISSPELLING = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a duty where a unit was met. `rank` is that of the field, 0 is best."""

    tier: Tier
    rank: int
    form: str
    field: str
    place: int = -1

    @property
    def language(self) -> str:
        """The language of the field, or nothing for a short form."""
        return self.field.partition(".")[2]


Met = dict[int, list[Hit]]
"""For one unit: the duties that meet it (by rank), and where."""


@dataclass(frozen=True, slots=True)
class Match:
    """Why an answer is there: the word asked, the word met, its field and the tier."""

    word: str
    with_: str
    field: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Answer:
    """A duty that answers, its state on the date asked for, and why it answers. `marks` are the forms met, by field."""

    duty: Duty
    state: State
    steps: tuple[Step, ...]
    matched: tuple[Match, ...]
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a question found. `language` is that of the question, None when it has none; `more` says that the limit cut."""

    query: str
    language: str | None
    answers: tuple[Answer, ...] = ()
    unmatched: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    named_actors: tuple[str, ...] = ()
    more: bool = False


Keep = Callable[[Entry, State], bool]

_RELATION_FIELDS = {HOLDER: ("actor", 0), LATER_HOLDER: ("successor", 3), TARGET: ("target", 4), PARTNER: ("partner", 5)}
_STATEMENT_RANK, _CHANGE_RANK, _TOPIC_RANK = 1, 2, 6
_ALL = -1
_COMMON = 3
"""Where not all words are met, a word met by more than so many times the duties of the rarest one does not count."""


def search(index: Index, query: str, *, as_of: date, limit: int = DEFAULT_LIMIT, keep: Keep | None = None) -> Result:
    """The answers to a question, best first.

    `limit` is the number of answers at most (1 or more); `keep` says of a duty and its state whether it may answer.
    The same question over the same dataset gives the same order always.
    """
    question = understand(query, index)
    capped = len(question.units) == 1 and not question.verbs and keep is None
    finder = _Finder(index, limit + 1 if capped else _ALL, question)
    mets = finder.meet_all()
    language = _language(question, mets)
    ranked = _ranked(question, mets, index, finder.verbs_said())
    answers: list[Answer] = []
    for entry, number in ((index.entry(n), n) for n in ranked):
        state = state_after(entry.duty.actors, entry.steps, as_of)
        if keep is None or keep(entry, state):
            answers.append(_answer(entry, state, question, [met.get(number, []) for met in mets], language))
        if len(answers) > limit:
            break
    return _result(finder, answers, limit, language)


def _result(finder: _Finder, answers: list[Answer], limit: int, language: str | None) -> Result:
    index, question = finder.index, finder.question
    shown = answers[:limit]
    met = {match.word for answer in shown for match in answer.matched}
    unmatched = [finder.rests.get(unit.word, unit.text) for unit in question.units if unit.text not in met or unit.word in finder.rests]
    unmatched += question.left_out
    language = language or guess_language(question)
    return Result(
        query=question.text, language=language, answers=tuple(shown), unmatched=tuple(unmatched), more=len(answers) > limit,
        named_actors=tuple(dict.fromkeys(hit.name.owner for unit in question.units for hit in unit.actors)),
        suggestions=() if shown else tuple(_suggestions(index, question, language)),
    )  # fmt: skip


class _Finder:
    """Looks the units of a question up. `limit` bounds what is read of each word's postings, which are in ranked order."""

    def __init__(self, index: Index, limit: int, question: Question) -> None:
        self.index, self.limit, self.question = index, limit, question
        self.rests: dict[str, str] = {}

    def meet_all(self) -> list[Met]:
        """For each unit of the question, the duties that meet it."""
        mets = [self._meet(unit) for unit in self.question.units]
        for span in self.question.spans:
            units = range(span.start, span.end)
            direct = [_direct(mets[n]) for n in units]
            if not set.intersection(*map(set, direct)):
                for n in units:
                    mets[n] = self._of_topic(span.name.owner, span.name.text, span.name.language)
        return mets

    def _meet(self, unit: Unit) -> Met:
        met = self._directly(unit)
        if met or unit.is_name:
            return met
        word = unit.word
        return self._topics(word) or self._with_marks(word) or self._respelled(word) or self._begun_with_term(word)

    def _directly(self, unit: Unit) -> Met:
        met: Met = {} if unit.is_name else self._words(unit.word)
        for hit in unit.actors:
            _merge(met, self._of_actor(hit))
        return met if met or unit.is_name else self._split(unit.word)

    def _words(self, word: str) -> Met:
        """Tiers 1 to 3. With a limit, a better tier that fills it leaves the others unread."""
        met: Met = {}
        seen: set[int] = set()
        for tier, found in self._tiers(word):
            for number, form in found:
                if number not in seen:
                    seen.add(number)
                    self._read(met, number, form, tier)
            if 0 < self.limit <= len(met):
                break
        return met

    def _tiers(self, word: str) -> Iterator[tuple[Tier, list[tuple[int, str]]]]:
        number = self.index.word(word)
        if number is not None:
            yield Tier.EXACT, [(number, word)]
        keys = self.index.stem_keys(word)
        yield Tier.STEM, self.index.by_stem(keys)
        yield Tier.COMPOUND, self.index.by_part(keys)
        if number is None and len(word) > MIN_PART:
            yield Tier.COMPOUND, list(self._begun_with(word))

    def _begun_with(self, word: str) -> Iterator[tuple[int, str]]:
        """Compounds of a word that the dataset has only joined to others it knows."""
        if not word.isalpha():
            return
        for number, form in self.index.compounds_with(word):
            rest = form[len(word) :]
            keys = self._joining_keys(rest)
            if rest.startswith("s"):
                keys += [key for key in self._joining_keys(rest[1:]) if key.startswith("sv:")]
            if len(rest) > MIN_PART and self.index.in_lexicon(keys):
                yield number, form

    def _joining_keys(self, word: str) -> list[str]:
        return [key for key in self.index.stem_keys(word) if not key.startswith("en:")]

    def _read(self, met: Met, number: int, form: str, tier: Tier) -> None:
        for field, n, place in self.index.postings(number, range(len(FIELDS)), self.limit):
            rank = _STATEMENT_RANK if FIELDS[field].startswith("statement") else _CHANGE_RANK
            met.setdefault(n, []).append(Hit(tier, rank, form, FIELDS[field], place))

    def _of_actor(self, hit: NameHit) -> Met:
        """The duties of a named actor; in `who steers X?` only those that are about X, where there are any."""
        tier = Tier.EXACT if hit.exact else Tier.STEM
        owner = hit.name.owner
        several = {n for _, n in self.index.related(owner, [ONE_OF_SEVERAL])}
        met: Met = {}
        for relation, n in self._about(owner) or self.index.related(owner, _RELATION_FIELDS):
            field, rank = _RELATION_FIELDS[relation]
            where = f"{field}.{hit.name.language}" if hit.name.language else field
            met.setdefault(n, []).append(Hit(tier, rank + (n in several), hit.name.text, where))
        return met

    def _about(self, actor: str) -> list[tuple[int, int]]:
        """In `who steers X?` the duties that are about X or done with it, in the role that the verb names where there are any."""
        if not self.question.about:
            return []
        about = self.index.related(actor, [TARGET]) or self.index.related(actor, [PARTNER])
        return [found for found in about if self.index.role(found[1]) is self.question.role] or about

    def _split(self, word: str) -> Met:
        """A compound that the dataset does not have, met by both its parts (*oleskelulupahakemus*)."""
        if self.index.word(word) is not None or not word.isalpha():
            return {}
        met: Met = {}
        for cut in range(MIN_PART, len(word) - MIN_PART + 1):
            last = self._words(word[cut:]) if self._known(word[cut:]) else {}
            for first in {word[:cut], word[:cut].removesuffix("s")} if last else ():
                firsts = self._words(first) if self._known(first) else {}
                both = {n: [*firsts[n], *last[n]] for n in firsts.keys() & last.keys()}
                _merge(met, _retiered(both, Tier.COMPOUND))
        return met

    def _known(self, part: str) -> bool:
        return len(part) >= MIN_PART and (self.index.word(part) is not None or self.index.in_lexicon(self._joining_keys(part)))

    def _begun_with_term(self, word: str) -> Met:
        """A compound met by its first part alone, where that is a term of a topic and the rest a word (*asylprocess*)."""
        for cut in range(len(word) - MIN_PART - 1, MIN_PART, -1) if word.isalpha() else ():
            first, rest = word[:cut], word[cut:]
            if self._known(rest):
                named = self.index.names_of_word(number for number, _ in self.index.by_stem(self._joining_keys(first)))
                if any(name.kind == "topic" and name.language in JOINING_LANGUAGES for _, name in named):
                    self.rests[word] = rest
                    return _retiered(self._words(first) or self._topics(first), Tier.COMPOUND)
        return {}

    def verbs_said(self) -> Counter[int]:
        """How many of the question's verbs each duty has."""
        said: Counter[int] = Counter()
        for group in self.question.verbs:
            numbers = [self.index.word(verb) for verb, its in VERB_GROUP.items() if its == group]
            places = [self.index.postings(number, range(len(FIELDS)), _ALL) for number in numbers if number is not None]
            said.update({n for found in places for _, n, _ in found})
        return said

    def _topics(self, word: str) -> Met:
        """Tier 4: the word, in any form, is a term of a topic; where it is none, a part of one."""
        for found in self._term_tiers(word):
            names = [name for _, name in self.index.names_of_word(number for number, _ in found) if name.kind == "topic"]
            met: Met = {}
            for name in names:
                _merge(met, self._of_topic(name.owner, name.text, name.language))
            if met:
                return met
        return {}

    def _term_tiers(self, word: str) -> Iterator[list[tuple[int, str]]]:
        number = self.index.word(word)
        if number is not None:
            yield [(number, word)]
        keys = self.index.stem_keys(word)
        yield self.index.by_stem(keys)
        yield self.index.by_part(keys)

    def _of_topic(self, topic: str, term: str, language: str) -> Met:
        return {n: [Hit(Tier.TOPIC, _TOPIC_RANK, term, f"topic.{language}")] for n in self.index.of_topic(topic)}

    def _with_marks(self, word: str) -> Met:
        """Tier 5: the word as somebody writes it without å, ä, ö on the keyboard."""
        plain = word == fold(word)
        keys = list(map(fold, self.index.stem_keys(word))) if plain else []
        forms = [form for _, form in self.index.by_folded(word, keys) if plain or written_without_marks(word, form)]
        parts = self.index.by_part(f"~{key}" for key in keys)
        met = self._as_if(forms, Tier.DIACRITICS)
        for number, form in parts:
            self._read(met, number, form, Tier.DIACRITICS)
        return met

    def _respelled(self, word: str) -> Met:
        """Tier 6: the nearest words within the edits allowed."""
        return self._as_if(nearest_spellings(self.index, word), Tier.MISSPELLING)

    def _as_if(self, forms: Iterable[str], tier: Tier) -> Met:
        met: Met = {}
        for form in forms:
            unit = Unit(form, form, tuple(self._actors_named(form)))
            found = self._directly(unit) or self._topics(form)
            _merge(met, _retiered(found, tier))
        return met

    def _actors_named(self, form: str) -> Iterator[NameHit]:
        number = self.index.word(form)
        for _, name in self.index.names_of_word([number] if number is not None else []):
            if name.kind == "actor" and name.language:
                yield NameHit(name, True)


def _merge(met: Met, more: Met) -> None:
    for n, hits in more.items():
        met.setdefault(n, []).extend(hits)


def _retiered(met: Met, tier: Tier) -> Met:
    return {n: [Hit(tier, hit.rank, hit.form, hit.field, hit.place) for hit in hits] for n, hits in met.items()}


def _direct(met: Met) -> Met:
    return {n: hits for n, hits in met.items() if any(hit.tier <= Tier.COMPOUND for hit in hits)}


def _ranked(question: Question, mets: list[Met], index: Index, verbs: Counter[int]) -> list[int]:
    """The duties that meet the most units, best first."""
    count = Counter(n for met in mets for n in met)
    most = max(count.values(), default=0)
    chosen = [n for n, met in count.items() if met == most]
    if most < len(mets):
        chosen = _without_noise(chosen, mets)
    keys = {n: _rank(n, question, [met[n] for met in mets if n in met], index, verbs[n]) for n in chosen}
    return sorted(chosen, key=keys.__getitem__)


def _without_noise(chosen: list[int], mets: list[Met]) -> list[int]:
    """Of the duties that meet some units, those that meet a rare one: what shares only a common word with them is noise."""
    rarest = {n: min(len(met) for met in mets if n in met) for n in chosen}
    bound = _COMMON * min(rarest.values(), default=0)
    return [n for n in chosen if rarest[n] <= bound]


def _rank(n: int, question: Question, hits: list[list[Hit]], index: Index, verbs: int) -> tuple[int, ...]:
    """What an answer is sorted by: the role asked for, the phrase, the verbs of the question, tiers, fields; then `n`, which
    has role and the dataset's order in it."""
    best = [min(unit, key=_quality) for unit in hits]
    role = int(question.role is not None and index.role(n) is not question.role)
    phrase = -int(len(question.units) > 1 and _is_phrase(hits))
    return role, phrase, -verbs, sum(hit.tier for hit in best), sum(hit.rank for hit in best), n


def _quality(hit: Hit) -> tuple[int, int]:
    return hit.tier, hit.rank


def _is_phrase(hits: list[list[Hit]]) -> bool:
    """Whether all the units stand side by side, in order, in one field."""
    if len(hits) < 2:
        return False
    ends = {(hit.field, hit.place) for hit in hits[0] if hit.place >= 0 and hit.tier <= Tier.STEM}
    for unit in hits[1:]:
        places = {(hit.field, hit.place) for hit in unit if hit.tier <= Tier.STEM}
        ends = {(field, place + 1) for field, place in ends} & places
    return bool(ends)


def _answer(entry: Entry, state: State, question: Question, hits: list[list[Hit]], language: str | None) -> Answer:
    matched = []
    phrase = len(question.units) > 1 and all(hits) and _is_phrase(hits)
    for unit, found in zip(question.units, hits, strict=True):
        if found:
            best = min(found, key=lambda hit: (_quality(hit), hit.language != language, hit.field, hit.form))
            tier = Tier.PHRASE if phrase and best.tier == Tier.EXACT else best.tier
            matched.append(Match(unit.text, best.form, best.field, tier))
    marks = sorted({(hit.field, hit.form) for found in hits for hit in found})
    return Answer(_named_first(entry.duty, question), state, entry.steps, tuple(matched), tuple(marks))


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
    if "å" in text:
        return "sv"
    if any(pair in text for pair in ("aa", "ää", "öö", "yy", "uu", "ii", "äy", "yö", "uo")):
        return "fi"
    return "sv" if any(letter in text for letter in "äö") else None


def _suggestions(index: Index, question: Question, language: str | None) -> Iterator[str]:
    """The words of the dataset nearest to the words not met, three at most for each."""
    words = [unit.word for unit in question.units if not unit.is_name and len(unit.word) >= 4]
    if not words:
        return
    from rapidfuzz import fuzz, process

    for word in words[:3]:
        likely = index.words_like(word, language or index.languages[0])
        for form, _, _ in process.extract(word, likely, scorer=fuzz.ratio, score_cutoff=65, limit=3):
            yield form
