"""Compounds: the real parts of a joined word (*asylansökningar*: *asyl*, *ansökan*), in the languages that join words."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from ..languages import CODES, language_data
from .words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JOINING_LANGUAGES = tuple(code for code in CODES if language_data(code).FIRST_PARTS)
MIN_PART = 3
_MIN_FOUND_PART = 4
_MAX_WORD = 60


class Lexicon:
    """The words of one language that a compound can be made of."""

    def __init__(self, language: str, words: Iterable[str], common: Iterable[str] = ()) -> None:
        self.language = language
        self.common = {stem for word in common if len(word) >= _MIN_FOUND_PART for stem in stems(word, language)}
        self.forms = {word for word in words if len(word) >= MIN_PART and word.isalpha()}
        self.stems = {stem for word in self.forms for stem in stems(word, language)}
        self.first_part = cache(self._first_part)

    def learn(self, words: Iterable[str]) -> None:
        """Take for words the parts that recur: *betal* where *betaltjänst* and *betalkort* are, *tjänst* and *kort* known."""
        beside: dict[str, set[str]] = defaultdict(set)
        for word in words:
            for cut in range(_MIN_FOUND_PART, min(len(word), _MAX_WORD) - _MIN_FOUND_PART + 1):
                first, last = word[:cut], word[cut:]
                if last in self.forms:
                    beside[first].add(last)
                if first in self.forms:
                    beside[last].add(first)
        for part, others in beside.items():
            if len(others) > 1 and part not in self.forms:
                self.forms.add(part)
                self.stems |= stems(part, self.language)

    def is_last_part(self, part: str) -> bool:
        """Whether the part is a word, in any form: the last part of a compound inflects."""
        return part in self.forms or (len(part) > MIN_PART and not self.stems.isdisjoint(stems(part, self.language)))

    def _first_part(self, part: str) -> str | None:
        """The word that a first part stands for, or None."""
        return next((word for word, kind in first_forms(part, self.language) if self._is_first(word, kind)), None)

    def _is_first(self, word: str, kind: str) -> bool:
        return word in self.forms or kind == "any" or (kind == "inflected" and self.is_last_part(word))


def first_forms(part: str, code: str) -> Iterator[tuple[str, str]]:
    """The words that a first part may stand for, itself first, each with what makes it one (`FirstPart`)."""
    yield part, "word"
    for ending, instead, kind in _joints(code).get(part[-1], _joints(code)[""]):
        if part.endswith(ending) and len(part) > len(ending) and (len(part) > MIN_PART or kind not in ("long word", "inflected")):
            yield part.removesuffix(ending) + instead, kind


def as_first_part(word: str, code: str) -> Iterator[str]:
    """What a word may look like as a first part (*museum*: *musei*)."""
    for ending, instead, _ in (row for rows in _joints(code).values() for row in rows):
        if instead and word.endswith(instead):
            yield word.removesuffix(instead) + ending


@cache
def _joints(code: str) -> dict[str, list[tuple[str, str, str]]]:
    """By the last letter of a first part (``""``: any other), how it may become a word: its ending, what stands there instead,
    and what makes it a word (`FirstPart`)."""
    pairs = [(pair.partition(":"), kind) for listed, kind in language_data(code).FIRST_PARTS for pair in listed.split(" ")]
    rows = [(ending, instead, kind) for (ending, _, instead), kind in pairs]
    last = {"", *(ending[-1:] for ending, _, _ in rows)}
    return {letter: [row for row in rows if row[0][-1:] in ("", letter)] for letter in last}


def parts(word: str, lexicon: Lexicon) -> set[tuple[str, bool]]:
    """The words that a word is joined of, in every way to read it as two or more known words, each with whether it is the
    last one; none for one that is no compound.

    Each rest of the word is read once: a word of many short ones can be read in millions of ways.
    """
    found: set[tuple[str, bool]] = set()
    if word.isalpha() and len(word) <= _MAX_WORD:
        _read(word, 0, lexicon, {}, found)
    return found or set(_common_last_part(word, lexicon))


def _common_last_part(word: str, lexicon: Lexicon) -> Iterator[tuple[str, bool]]:
    """The last part of a word whose first part is unknown, where it is a word that compounds are often made of."""
    for cut in range(_MIN_FOUND_PART, min(len(word), _MAX_WORD) - _MIN_FOUND_PART + 1):
        if not lexicon.common.isdisjoint(stems(word[cut:], lexicon.language)):
            yield word[cut:], True


def _read(word: str, start: int, lexicon: Lexicon, known: dict[int, bool], found: set[tuple[str, bool]]) -> bool:
    """Whether the word from `start` on is two or more known words joined; these are added to `found`."""
    if start in known:
        return known[start]
    known[start] = False
    for cut in range(start + MIN_PART, len(word) - MIN_PART + 1):
        first = lexicon.first_part(word[start:cut])
        if first is None:
            continue
        rest = {(word[cut:], True)} if lexicon.is_last_part(word[cut:]) else set()
        if _read(word, cut, lexicon, known, found) or rest:
            found |= {(first, False), *rest}
            known[start] = True
    return known[start]
