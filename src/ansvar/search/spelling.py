"""Misspellings: the words of a dataset that somebody probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import edits_allowed, fold

if TYPE_CHECKING:
    from .index import Index

# Nordic keyboard rows (ISO 9995); a slip strikes a neighbour.
_KEYS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
# Letters that sound alike in Swedish, Finnish or English spelling.
_SOUNDS = ("ck", "cs", "sz", "iy", "ij", "vw", "eä", "aä", "oö", "oå", "dt", "bp", "gk", "kq", "uy", "yö")
_VOWELS = frozenset("aeiouyåäö")
_LONG = 8


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
    near = any(abs(row.find(typed) - row.find(meant)) == 1 and pair <= set(row) for row in _KEYS)
    return near or any(pair == set(sound) for sound in _SOUNDS) or (length >= _LONG and pair <= _VOWELS) or length > _LONG + 1
