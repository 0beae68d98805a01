"""The words of a question → the words of the dataset that they may be, and where these stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple
from ..languages.asking import listed
from ..languages.function_words import VERB_GROUP
from .compounds import JOINING_LANGUAGES, MIN_PART, as_first_part, first_forms
from .hits import Reading, Tier
from .settings import WEIGHTS
from .spelling import nearest_spellings
from .words import fold, written_without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .index import Index

MIN_BEGINNING = 4
_FIRST, _LAST, _BOTH = 1, 2, 3


class Split(NamedTuple):
    """A word as two: the first and the last part, and whether both are known."""

    first: str
    last: str
    both: bool


class Reader:
    """Reads words as words of the dataset. `read_as` are the misspelled ones."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.read_as: dict[str, str] = {}
        self._known: dict[str, list[Reading]] = {}

    def readings(self, word: str) -> list[Reading]:
        """What a word may be: itself, another form, a part of a compound; then without marks; at last a misspelling."""
        if word not in self._known:
            self._known[word] = self._direct(word) or self._unmarked(word)
        return self._known[word]

    def _direct(self, word: str) -> list[Reading]:
        found: dict[int, Reading] = {}
        number = self.index.word(word)
        if number is not None:
            found[number] = Reading(number, word, WEIGHTS["exact"], Tier.EXACT)
        keys = self.index.stem_keys(word)
        for n, form in self.index.by_stem(keys):
            found.setdefault(n, Reading(n, form, WEIGHTS["stem"], Tier.STEM))
        for n, form, last in self.index.by_part(keys):
            quality = WEIGHTS["last_part" if last else "first_part"]
            found.setdefault(n, Reading(n, form, quality, Tier.COMPOUND))
        return list(found.values())

    def about_core(self, readings: list[Reading]) -> list[Reading]:
        """The readings of a word, and of what it is about where its last part is a noun of procedure."""
        number = next((reading.number for reading in readings if reading.tier <= Tier.STEM), None)
        core = None if number is None else self.index.core(number)
        if core is None or self.index.name_tokens(reading.number for reading in readings):
            return readings
        known = {reading.number for reading in readings}
        more = [r._replace(quality=r.quality * WEIGHTS["first_part"], tier=Tier.COMPOUND) for r in self.readings(core)]
        return readings + [reading for reading in more if reading.number not in known]

    def beginning(self, word: str) -> list[Reading]:
        """Longer words that begin with the word: compounds with a last part that the dataset has not as a word, long forms."""
        joining = [language for language in self.index.languages if language in JOINING_LANGUAGES]
        starts = {key[3:].replace("|", "") for key in self.index.stem_keys(word)} | {word}
        starts |= {start for language in joining for start in as_first_part(word, language)}
        return [Reading(n, form, WEIGHTS["beginning"], Tier.COMPOUND)
                for start in sorted(start for start in starts if len(start) >= MIN_BEGINNING and word.isalpha())
                for n, form in self.index.beginning(start) if len(form) - len(start) >= MIN_BEGINNING]  # fmt: skip

    def ending(self, word: str) -> list[Reading]:
        """Longer words that end with the word."""
        found = self.index.ending(word) if len(word) >= MIN_BEGINNING else []
        return [Reading(n, form, WEIGHTS["last_part"], Tier.COMPOUND) for n, form in found]

    def _unmarked(self, word: str) -> list[Reading]:
        """The word as somebody writes it without å, ä, ö on the keyboard."""
        plain = word == fold(word)
        keys = list(map(fold, self.index.stem_keys(word))) if plain else []
        forms = {n: form for n, form in self.index.by_folded(word, keys) if plain or written_without_marks(word, form)}
        forms |= {n: form for n, form, _ in self.index.by_part(f"~{key}" for key in keys)}
        return [Reading(n, form, WEIGHTS["without_marks"], Tier.DIACRITICS) for n, form in forms.items()]

    def respelled(self, word: str, most: int = 2) -> list[Reading]:
        """The nearest words within the edits allowed, each in all its forms."""
        forms = nearest_spellings(self.index, word, most)
        if forms:
            self.read_as[word] = forms[0]
        found: dict[int, Reading] = {}
        for form in forms:
            for reading in self._direct(form):
                found.setdefault(
                    reading.number, reading._replace(quality=reading.quality * WEIGHTS["respelled"], tier=Tier.MISSPELLING)
                )
        return list(found.values())

    def joined(self, first: str, second: str) -> list[Reading]:
        """Two words that the dataset writes as one (`garbage collector`, `garbagecollector`)."""
        forms = dict.fromkeys((first + second, (first + second).removesuffix("s")))
        numbers = [(number, form) for form in forms if (number := self.index.word(form)) is not None]
        return [Reading(number, form, WEIGHTS["joined"], Tier.COMPOUND) for number, form in numbers]

    def split(self, word: str) -> Split | None:
        """A word as two of which one is known at least."""
        if not word.isalpha():
            return None
        joining = [language for language in self.index.languages if language in JOINING_LANGUAGES]
        ways = [way for language in joining or self.index.languages[:1] for way in self._ways(word, language)]
        if not ways:
            return None
        known, _, _, first, last = max(ways)
        return Split(first, last, known == _BOTH)

    def _ways(self, word: str, language: str) -> Iterator[tuple[int, bool, int, str, str]]:
        """Each way to cut a word in two of which one is known: how much is known, how long the known last part is, the parts."""
        for cut in range(MIN_PART, len(word) - MIN_PART + 1):
            last = word[cut:]
            forms = [form for form, _ in first_forms(word[:cut], language)] if language in JOINING_LANGUAGES else [word[:cut]]
            first = next(
                (
                    form
                    for form in forms
                    if word[:cut] not in listed(language, "FIRST_PARTICLES")
                    and len(form) >= MIN_PART
                    and self._is_part(form, language)
                ),
                None,
            )
            known = self._is_part(last, language) and (len(last) > MIN_PART or self.index.word(last) is not None)
            if first and (known or (language in JOINING_LANGUAGES and len(last) > MIN_BEGINNING + 1 and self.ending(last))):
                yield _BOTH, self.index.word(first) is not None, cut, first, last
            elif language in JOINING_LANGUAGES and known and len(last) > MIN_PART + 1:
                yield _LAST, True, len(last), word[:cut], last
            elif language in JOINING_LANGUAGES and first and cut > MIN_PART + 1 and len(last) > MIN_PART:
                yield _FIRST, True, cut, first, last

    def _is_part(self, part: str, language: str) -> bool:
        if language not in JOINING_LANGUAGES:
            return self.index.word(part) is not None
        keys = [key for key in self.index.stem_keys(part) if key.startswith(language)]
        return self.index.in_lexicon(keys)

    def same_meaning(self, verb: str) -> list[Reading]:
        """The dataset's other verbs of responsibility that mean the same (`decides`, `approves`)."""
        meaning = VERB_GROUP.get(verb)
        others = [other for other, meant in VERB_GROUP.items() if meant == meaning and other != verb]
        numbers = [(number, other) for other in others if (number := self.index.word(other)) is not None]
        return [Reading(number, other, WEIGHTS["same_meaning"], Tier.TOPIC) for number, other in numbers]
