"""Where a duty meets a word of a question, and how well."""

from __future__ import annotations

from enum import IntEnum

from ..dataset.record import NamedTuple


class Tier(IntEnum):
    """How a word was met, best first."""

    PHRASE = 0
    EXACT = 1
    STEM = 2
    COMPOUND = 3
    TOPIC = 4
    DIACRITICS = 5
    MISSPELLING = 6
    PATTERN = 7


class Reading(NamedTuple):
    """A word of the dataset that a word of the question may be, and how well (0 to 1)."""

    number: int
    form: str
    quality: float
    tier: Tier


class Hit(NamedTuple):
    """One place in a duty where a word was met. `strength` is that of the field and of the reading together; `sure` is how much of
    the word it meets (1 is all; less is a part of a name or of a compound)."""

    strength: float
    tier: Tier
    form: str
    field: str
    place: int = -1
    sure: float = 1.0

    @property
    def language(self) -> str:
        """The language of the field, or nothing for a short form."""
        return self.field.partition(".")[2]


Meet = dict[int, list[Hit]]
"""For one word: the duties that meet it (by rank), and where."""
