"""Words: normalise, split, fold, stem, compare. No I/O."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Unicode category Cf (soft hyphen, zero-width characters, direction marks): invisible, so no part of a word.
# Not compiled before a text needs it: at a start, every half millisecond counts.
INVISIBLE = r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
WORD = r"[\p{L}\p{N}]+(?:\+\+|#(?![\p{L}\p{N}]))?"
"""A word, in the notation of Unicode, which the page knows. `C++` and `C#` are words."""
ENDING = r"(\p{L})(?:(?:[:\u2236]|[\u2019'](?=(?:s|m|re|ve|ll|d|t)(?![\p{L}\p{N}_])))\p{L}{1,5}(?![\p{L}\p{N}_]))+"
"""A letter and what is no part of its word: `NTM:n` and `children's` are a word and an ending."""
LETTERS = {"ø": "o", "æ": "ä", "đ": "d", "ł": "l", "ı": "i"}
"""Letters with a mark that Unicode does not take apart."""
EDIT_LENGTHS = (5, 9)
"""A misspelling may have one edit from so many letters on, two from so many."""
_TRANSLATED = {r"[\p{L}\p{N}_]": r"\w", r"[\p{L}\p{N}]": r"[^\W_]", r"\p{L}": r"[^\W\d_]"}


def _pattern(unicode: str) -> re.Pattern[str]:
    for named, known in _TRANSLATED.items():
        unicode = unicode.replace(named, known)
    return re.compile(unicode)


_WORD, _ENDING = _pattern(WORD), _pattern(ENDING)
_FOLDED = str.maketrans(LETTERS)
# 20 000, 20,000, 20.000 and 20000 are one number.
GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\w]|[.,]\d)")


def normalise(text: str) -> str:
    """The text composed (Unicode NFKC), case-folded and without invisible characters: equal words become equal strings."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", text).casefold()
    return re.sub(INVISIBLE, "", unicodedata.normalize("NFKC", folded))


def encodable(text: str) -> str:
    """The text with a question mark for what has no encoding: bytes of a command line that are not UTF-8 (surrogates)."""
    return text.encode("utf-8", "replace").decode("utf-8")


def tokens(text: str) -> list[str]:
    """The words of a text as they are written, in order. A hyphen separates (`NTM-centralen` is two), an ending after a
    colon or an apostrophe is dropped (`EU:n`, `children's`)."""
    return [token for token, _ in tokens_apart(text)]


def tokens_apart(text: str) -> list[tuple[str, str]]:
    """The words as they are written, each with what stands between it and the word before."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", re.sub(INVISIBLE, "", unicodedata.normalize("NFC", text)))
    text = _ENDING.sub(r"\1", joined_numbers(text))
    found: list[tuple[str, str]] = []
    end = 0
    for token in _WORD.finditer(text):
        found.append((token[0], text[end : token.start()]))
        end = token.end()
    return found


def joined_numbers(text: str) -> str:
    """The text with the digits of grouped numbers joined."""
    return GROUPED.sub(lambda number: re.sub(r"\D", "", number[0]), text)


def words(text: str) -> list[str]:
    """The words of a text, normalised, in order."""
    return [normalise(token) for token in tokens(text)]


@cache
def fold(word: str) -> str:
    """The word as it is typed without å, ä, ö and other marks on letters."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word.translate(_FOLDED))
    return "".join(c for c in plain if not unicodedata.combining(c))


def written_without_marks(typed: str, word: str) -> bool:
    """Whether `typed` is `word` with marks left out, never with marks put in or changed: *far* for *får*, not *får* for *far*."""
    return len(typed) == len(word) and all(t in (w, fold(w)) for t, w in zip(typed, word, strict=True))


@lru_cache(maxsize=200_000)
def stems(word: str, language: str) -> frozenset[str]:
    """The stems that a normalised word may have in a language. Two words are forms of one word when they share a stem."""
    from ..languages.stemming import stems as stems_of  # only words that the index does not know are stemmed in a question

    return stems_of(word, language)


def edits_allowed(word: str) -> int:
    """How many edits a misspelling may have: none below five letters, one from five, two from nine."""
    return sum(len(word) >= length for length in EDIT_LENGTHS) if word.isalpha() else 0
