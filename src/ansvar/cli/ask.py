"""A question, asked and answered: by `ansvar who`, without any command, and in a dialogue. Knows no Typer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.printable import readable
from . import telling
from .places import usual_place
from .terminal import NOTHING, Leave, emit, held

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ..answers.who import Who
    from .session import Session

_FILTERS = ("actors", "levels", "roles", "topics")


def ask(session: Session, question: Sequence[str], *, as_command: bool = True, **how: Any) -> None:
    """Answer a question. `how` is what `dataset.ask` takes; without `as_command`, its first word may be a misspelt command."""
    answer = session.dataset.ask(readable(" ".join(question)), home=usual_place(session.dataset), **how)
    if not as_command and _met_nothing(answer):
        from .misspelt import refuse

        refuse(question[0])
    told, filtered = session.show(answer), any(how.get(name) for name in _FILTERS)
    telling.about(answer, session.dataset, session.again, filtered=filtered, told=told)


def _met_nothing(answer: Who) -> bool:
    """Whether nothing was found for the words as they are written."""
    return not answer.tells or bool(answer.result.respelled)


def dialogue(session: Session, **how: Any) -> None:
    """Answer one question after another, a line each, until an empty line or the end of the input."""
    from .words import told

    _edited()
    _say(told("dialogue"))
    while line := _line(told("prompt")):
        if line.lower() in told("help_words").split():
            _say(told("dialogue_help"))
            continue
        try:
            with held():  # what is said comes now, not when the dialogue is over
                ask(session, [line], **how)
        except Leave as leave:
            if leave.status != NOTHING:
                raise


def _line(prompt: str) -> str:
    """The next line; empty at the end of the input."""
    try:
        return input(prompt).strip()
    except EOFError:
        _say("")
        return ""


def _say(text: str) -> None:
    with held():
        emit(f"{text}\n")


def _edited() -> None:
    """Lines are edited and remembered where Python was built so."""
    from contextlib import suppress
    from importlib import import_module

    with suppress(ImportError):
        import_module("readline")
