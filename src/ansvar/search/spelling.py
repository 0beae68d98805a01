"""Misspellings: the words of a dataset that somebody probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages import CODES, language_data
from .words import edits_allowed, fold

if TYPE_CHECKING:
    from .index import Index

KEYS = tuple(dict.fromkeys(row for code in CODES for row in language_data(code).KEYBOARD))
"""Rows of letters on keyboards: a slip strikes a neighbour."""
ALIKE = tuple(dict.fromkeys(pair for code in CODES for pair in language_data(code).ALIKE.split()))
"""Pairs of letters that sound alike."""
VOWELS = "".join(dict.fromkeys("".join(language_data(code).VOWELS for code in CODES)))
LONG = 8
"""In a word of so many letters, any vowel may stand for another; in a longer one, any letter."""


def nearest_spellings(index: Index, word: str, most: int = 2) -> list[str]:
    """The dataset's words nearest to a misspelled one: at least one edit away (insertion, deletion, substitution,
    transposition of neighbours: optimal string alignment), at most as many as `edits_allowed`.

    The first letter is seldom wrong (Pollock & Zamora, CACM 27, 1984) and has to be right; a letter is taken for another
    only where the two lie side by side on the keyboard or sound alike, so that *police* is not *policy*.
    """
    edits = min(edits_allowed(word), most)
    if not edits:
        return []
    from rapidfuzz.distance import OSA  # 5 ms that only a misspelled word costs

    distances: dict[str, int] = {}
    for _, form in index.misspelled(word, edits):
        distance = OSA.distance(word, form, score_cutoff=edits)
        if 0 < distance <= edits and form.isalpha() and fold(form[0]) == fold(word[0]) and _likely(word, form, distance):
            distances[form] = distance
    best = min(distances.values(), default=0)
    return sorted(form for form, distance in distances.items() if distance == best)


def _likely(word: str, form: str, distance: int) -> bool:
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.editops(word, form)
    if len(edits) > distance:
        return True  # two letters changed places
    return all(_slip(word[e.src_pos], form[e.dest_pos], len(word)) for e in edits if e.tag == "replace")


def _slip(typed: str, meant: str, length: int) -> bool:
    pair = {typed, meant}
    near = any(abs(row.find(typed) - row.find(meant)) == 1 and pair <= set(row) for row in KEYS)
    return near or any(pair == set(sound) for sound in ALIKE) or (length >= LONG and pair <= set(VOWELS)) or length > LONG + 1
