"""The shortest way: a question with none but the simplest options is asked without importing Typer, which is half of a start."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIMPLE = {"--data": "data", "--lang": "lang", "--format": "format"}
_OTHER_WORDS = ("help", "version")


def run(arguments: Sequence[str]) -> None:
    """Run the command line: a plain question here, all else with Typer. Raises Leave or AnsvarError unless the status is 0."""
    asked = None if "_ANSVAR_COMPLETE" in os.environ else _plain(arguments)
    if not (asked and _asked(*asked)):
        from .app import run

        run(arguments)


def _plain(arguments: Sequence[str]) -> tuple[bool, list[str], dict[str, str]] | None:
    """Whether `who` is named, the words and the options of a plain question; None where Typer has to look."""
    as_command = arguments[:1] == ["who"]
    words, options, rest = [], {}, iter(arguments[as_command:])
    for argument in rest:
        if not argument.startswith("-"):
            words.append(argument)
        elif argument not in _SIMPLE or (value := next(rest, "-")).startswith("-"):
            return None
        else:
            options[_SIMPLE[argument]] = value
    asked = as_command or (words and words[0] == arguments[0] not in (*COMMANDS, *_OTHER_WORDS))
    return (as_command, words, options) if words and asked else None


def _asked(as_command: bool, words: list[str], options: dict[str, str]) -> bool:
    """Ask; False where an option has a value that Typer has to complain about."""
    from ..answers.who import Who
    from ..dataset.model import LANGUAGES
    from ..formats import find
    from .ask import ask
    from .session import Session, again, once_more, opened

    format_, language = find(options.get("format", "table"), Who), options.get("lang")
    if not format_ or (language and language not in LANGUAGES):
        return False
    data = options["data"] if "data" in options else os.environ.get("ANSVAR_DATA") or None

    def answered() -> None:
        with opened(data, language=language) as dataset:
            ask(Session(dataset, format_, again(data)), words, as_command=as_command)

    once_more(answered)
    return True
