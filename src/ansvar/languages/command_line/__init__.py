"""What only the command line says, one file a language: help, complaints, the manual. Imported when something of it is said."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHERWISE = "en"
"""The language where the reader's is not known."""


class CommandLine(Protocol):
    """What a file holds; each is keyed alike in every language."""

    SENTENCES: Mapping[str, str]
    """Complaints, hints and the dialogue."""


def command_line(code: str) -> CommandLine:
    """The words of a language."""
    return cast("CommandLine", import_module(f"{__name__}.{code}"))
