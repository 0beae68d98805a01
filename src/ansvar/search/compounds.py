"""Compounds: the real parts of a joined word (*asylansökningar*: *asyl*, *ansökan*), in the languages that join words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JOINING_LANGUAGES = ("sv", "fi")
MIN_PART = 3
_MIN_FOUND_PART = 4
_MAX_WORD = 60
# Swedish links parts with -s, and some first parts change or lose their vowel (hälsa: hälsovård, skola: skolbuss, museum:
# museiväsen); Svenska Akademiens grammatik, Ordbildning. Finnish joins the nominative, the genitive (-n), and -s for -nen.
_ENDINGS_THAT_LINK = ("ings", "ions", "hets", "skaps", "tets", "doms", "ments")


class Lexicon:
    """The words of one language that a compound can be made of."""

    def __init__(self, language: str, words: Iterable[str]) -> None:
        self.language = language
        self.forms = {word for word in words if len(word) >= MIN_PART and word.isalpha()}
        self.stems = {stem for word in self.forms for stem in stems(word, language)}

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

    def first_part(self, part: str) -> str | None:
        """The word that a first part stands for, or None."""
        found = next((word for word in first_forms(part, self.language) if self._is_first(word, part)), None)
        links = self.language == "sv" and part.endswith(_ENDINGS_THAT_LINK)
        return found or (part[:-1] if links else None)

    def _is_first(self, word: str, part: str) -> bool:
        if word in self.forms:
            return True
        inflected = self.language == "fi" and part.endswith("n") and len(part) > MIN_PART
        return inflected and word == part and not self.stems.isdisjoint(stems(part, "fi"))


def first_forms(part: str, language: str) -> Iterator[str]:
    """The words that a first part may stand for: itself, and what it is without its joint."""
    yield part
    if language == "fi":
        if part.endswith("s"):
            yield part[:-1] + "nen"
        return
    if part.endswith("s"):
        yield part[:-1]
    if part.endswith("ie") or part.endswith("i"):
        yield part.rstrip("e")[:-1] + "um"
    if part[-1] in "oue":
        yield part[:-1] + "a"
        yield part[:-1]
    if len(part) > MIN_PART:
        yield from (part + "a", part + "e")
        if part.endswith("s"):
            yield part[:-1] + "e"


def parts(word: str, lexicon: Lexicon) -> set[tuple[str, bool]]:
    """The words that a word is joined of, in every way to read it as two or more known words, each with whether it is the
    last one; none for one that is no compound.

    Each rest of the word is read once: a word of many short ones can be read in millions of ways.
    """
    found: set[tuple[str, bool]] = set()
    if word.isalpha() and len(word) <= _MAX_WORD:
        _read(word, 0, lexicon, {}, found)
    return found


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
