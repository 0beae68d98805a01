"""Where a duty meets a word of a question, and how well."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Tier(IntEnum):
    """How a word was met, best first."""

    PHRASE = 0
    EXACT = 1
    STEM = 2
    COMPOUND = 3
    TOPIC = 4
    DIACRITICS = 5
    MISSPELLING = 6


class Hit(NamedTuple):
    """One place in a duty where a unit was met. `rank` is that of the field, 0 is best."""

    tier: Tier
    rank: int
    form: str
    field: str
    place: int = -1

    @property
    def language(self) -> str:
        """The language of the field, or nothing for a short form."""
        return self.field.partition(".")[2]


Met = dict[int, list[Hit]]
"""For one unit: the duties that meet it (by rank), and where."""
