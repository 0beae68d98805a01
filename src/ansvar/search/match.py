"""The words of a question → the duties that meet them, tier by tier."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..languages.function_words import VERB_GROUP
from .compounds import JOINING_LANGUAGES, MIN_PART
from .hits import Hit, Met, Tier
from .question import NameHit, Question, Unit
from .spelling import nearest_spellings
from .tables import FIELDS, HOLDER, LATER_HOLDER, ONE_OF_SEVERAL, PARTNER, TARGET
from .words import fold, written_without_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .index import Index

_RELATION_FIELDS = {HOLDER: ("actor", 0), LATER_HOLDER: ("successor", 3), TARGET: ("target", 4), PARTNER: ("partner", 5)}
_STATEMENT_RANK, _CHANGE_RANK, _TOPIC_RANK = 1, 2, 6
ALL = -1
"""No limit on what is read."""


class Finder:
    """Looks the units of a question up. `limit` bounds what is read of each word's postings, which are in ranked order."""

    def __init__(self, index: Index, limit: int, question: Question) -> None:
        self.index, self.limit, self.question = index, limit, question
        self.rests: dict[str, str] = {}
        self.read_as: dict[str, str] = {}

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

    def _words(self, word: str, limit: int | None = None) -> Met:
        """Tiers 1 to 3. With a limit, a better tier that fills it leaves the others unread."""
        limit = self.limit if limit is None else limit
        met: Met = {}
        seen: dict[int, str] = {}
        for tier, found in self._tiers(word):
            new = {number: form for number, form in found if number not in seen}
            seen |= new
            self._read(met, new, tier, limit)
            if 0 < limit <= len(met):
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

    def _read(self, met: Met, forms: Mapping[int, str], tier: Tier, limit: int) -> None:
        """Where these words, by number, stand."""
        for word, field, n, place in self.index.postings(forms, limit):
            rank = _STATEMENT_RANK if FIELDS[field].startswith("statement") else _CHANGE_RANK
            met.setdefault(n, []).append(Hit(tier, rank, forms[word], FIELDS[field], place))

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
            known = [first for first in {word[:cut], word[:cut].removesuffix("s")} if self._known(first)]
            last = self._words(word[cut:], ALL) if known and self._known(word[cut:]) else {}
            for first in known if last else ():
                firsts = self._words(first, ALL)
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
            said.update({n for _, _, n, _ in self.index.postings([one for one in numbers if one is not None], ALL)})
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
        self._read(met, dict(parts), Tier.DIACRITICS, self.limit)
        return met

    def _respelled(self, word: str) -> Met:
        """Tier 6: the nearest words within the edits allowed."""
        forms = nearest_spellings(self.index, word)
        met = self._as_if(forms, Tier.MISSPELLING)
        if met:
            self.read_as[word] = forms[0]
        return met

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
