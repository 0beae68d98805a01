"""Near misses: what somebody probably meant by a word that a dataset does not know."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE = 60
"""How much of two words must be alike, per cent."""
_LONGEST = 80
_CHOICES = 5000
_MOST = 2000
"""So many words get a near miss in one run: a dataset with more faults than that has another one, and time is short."""


def near_miss(word: str, choices: Iterable[str]) -> str:
    """`, did you mean 'x'?`, or nothing when no choice is like the word."""
    near = _nearest(word, tuple(islice(choices, _CHOICES))) if _nearest.cache_info().misses < _MOST else ""
    return f", did you mean '{near}'?" if near else ""


@lru_cache(maxsize=_MOST)
def _nearest(word: str, choices: tuple[str, ...]) -> str:
    from rapidfuzz import fuzz, process

    found = process.extractOne(word[:_LONGEST], choices, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else ""
