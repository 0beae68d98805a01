"""What was meant as a command and is none."""

from __future__ import annotations

from ..dataset.errors import UsageError
from .commands import COMMANDS
from .words import told


def meant(word: str) -> str | None:
    """The command that a word misspells by one slip of the keys; in a long word two."""
    from rapidfuzz.distance import OSA

    slips = [(OSA.distance(word.lower(), name), name) for name in COMMANDS]
    fewest, name = min(slips)
    return name if 0 < fewest <= (1 if len(word) < 6 else 2) and len(word) > 2 else None


def refuse(word: str) -> None:
    """Raise UsageError when a word is a misspelt command."""
    if name := meant(word):
        raise UsageError(told("no_command", word=word), told("meant_command", name=name))
