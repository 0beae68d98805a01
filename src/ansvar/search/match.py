"""The words of a question → the words of the dataset that they may be, and where these stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .compounds import JOINING_LANGUAGES, MIN_PART, first_forms
from .hits import Reading, Tier
from .settings import WEIGHTS
from .spelling import nearest_spellings
from .words import fold, written_without_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .index import Index

_MIN_BEGINNING = 4


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
        for n, form in self._beginning(word, keys, known=bool(found)):
            found.setdefault(n, Reading(n, form, WEIGHTS["beginning"], Tier.COMPOUND))
        return list(found.values())

    def _beginning(self, word: str, keys: list[str], *, known: bool) -> Iterator[tuple[int, str]]:
        """Compounds of the word with a last part that the dataset has not as a word."""
        if known or not word.isalpha() or not any(language in JOINING_LANGUAGES for language in self.index.languages):
            return
        starts = {key[3:].replace("|", "") for key in keys if key[:2] in JOINING_LANGUAGES} | {word}
        for start in sorted(start for start in starts if len(start) >= _MIN_BEGINNING):
            for n, form in self.index.beginning(start):
                if len(form) - len(start) >= _MIN_BEGINNING:
                    yield n, form

    def _unmarked(self, word: str) -> list[Reading]:
        """The word as somebody writes it without å, ä, ö on the keyboard."""
        plain = word == fold(word)
        keys = list(map(fold, self.index.stem_keys(word))) if plain else []
        forms = {n: form for n, form in self.index.by_folded(word, keys) if plain or written_without_marks(word, form)}
        forms |= {n: form for n, form, _ in self.index.by_part(f"~{key}" for key in keys)}
        return [Reading(n, form, WEIGHTS["without_marks"], Tier.DIACRITICS) for n, form in forms.items()]

    def respelled(self, word: str) -> list[Reading]:
        """The nearest words within the edits allowed, each in all its forms."""
        forms = nearest_spellings(self.index, word)
        if forms:
            self.read_as[word] = forms[0]
        found: dict[int, Reading] = {}
        for form in forms:
            for reading in self._direct(form):
                found.setdefault(reading.number, reading._replace(quality=reading.quality * WEIGHTS["respelled"], tier=Tier.MISSPELLING))
        return list(found.values())

    def joined(self, first: str, second: str) -> list[Reading]:
        """Two words that the dataset writes as one (`garbage collector`, `garbagecollector`)."""
        keys = self.index.stem_keys(first + second)
        return [Reading(n, form, WEIGHTS["joined"], Tier.COMPOUND) for n, form in self.index.by_stem(keys)]

    def split(self, word: str) -> tuple[str, str, bool] | None:
        """A word that the dataset does not have, as two: the first and the last part, and whether both are known."""
        if not word.isalpha():
            return None
        best: tuple[int, int, str, str] | None = None
        for cut in range(MIN_PART, len(word) - MIN_PART + 1):
            first, last = self._first_part(word[:cut]), word[cut:]
            known = self._is_part(last)
            long = len(last) > MIN_PART + 1 and any(language in JOINING_LANGUAGES for language in self.index.languages)
            rank = 3 if first and known else 2 if known and long else 1 if first and cut > MIN_PART + 1 and long else 0
            if rank and (best is None or (rank, len(last) if rank > 1 else cut) > best[:2]):
                best = (rank, len(last) if rank > 1 else cut, first or word[:cut], last)
        return (best[2], best[3], best[0] == 3) if best else None

    def _first_part(self, part: str) -> str | None:
        for language in [la for la in self.index.languages if la in JOINING_LANGUAGES] or ["en"]:
            forms = first_forms(part, language) if language != "en" else iter([part])
            for form in forms:
                if len(form) >= MIN_PART and self._is_part(form):
                    return form
        return None

    def _is_part(self, part: str) -> bool:
        if self.index.languages == ("en",):
            return self.index.word(part) is not None
        keys = [key for key in self.index.stem_keys(part) if not key.startswith("en:")]
        number = self.index.word(part)
        return number is not None or self.index.in_lexicon(keys)

    def verbs_said(self, verbs: Iterable[str]) -> set[int]:
        """The duties that have one of these verbs."""
        numbers = [number for number in map(self.index.word, verbs) if number is not None]
        return {n for _, _, n, _ in self.index.postings(numbers, -1)}
