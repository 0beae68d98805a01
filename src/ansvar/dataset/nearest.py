"""What somebody probably meant by a word that is not known."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE = 60
"""How much of two words must be alike, per cent."""
_LONGEST = 200
_PART = 4
"""So many letters that stand in another word tell that it is meant."""
_CHOICES = 5000
_MOST = 2000
"""So many words get a near miss in one run: a dataset with more faults than that has another one, and time is short."""


def nearest(word: str, choices: Iterable[str], most: int = 3, least: int = _ALIKE) -> list[str]:
    """Those of the choices, at most `most`, that are most like a word: first those that it is a part of, then those of whose
    letters at least `least` per cent are its own."""
    from rapidfuzz import fuzz, process  # 5 ms that only an unknown word costs

    word, listed = word[:_LONGEST], list(choices)
    within = [one for one in listed if len(word) >= _PART and word in one]
    alike = [one for one, _, _ in process.extract(word, listed, scorer=fuzz.ratio, limit=most, score_cutoff=least)]
    return list(dict.fromkeys((*within, *alike)))[:most]


def near_miss(word: str, choices: Iterable[str]) -> str:
    """`, did you mean 'x'?`, or nothing when no choice is like the word."""
    near = _one(word, tuple(islice(choices, _CHOICES))) if _one.cache_info().misses < _MOST else None
    return f", did you mean '{near}'?" if near else ""


@lru_cache(maxsize=_MOST)
def _one(word: str, choices: tuple[str, ...]) -> str | None:
    return next(iter(nearest(word, choices, 1)), None)
