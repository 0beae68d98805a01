"""Many questions in one process: a line each, and for each a line of JSON. Knows no Typer."""

from __future__ import annotations

import gc
import os
import sys
from functools import cache
from typing import TYPE_CHECKING

from ..dataset.errors import UnreadableError, UsageError
from ..dataset.printable import printable
from ..formats.json import line
from ..search.words import fold, stems
from . import telling
from .places import usual_place
from .session import standard_output
from .terminal import NOTHING, Leave, emit_now
from .words import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

    from .session import Session

_REMEMBERED = 10_000
LONGEST = 131_072
"""Bytes of a line, as many as Linux lets an argument have."""


def answer_all(session: Session, path: str, **how: Any) -> None:
    """Answer every line of a file (`-` is standard input), each as soon as it comes. `how` is what `dataset.ask` takes."""
    gc.freeze()
    gc.enable()  # which `main` turns off: the other runs are short
    questions, home, target = _questions(path), usual_place(session.dataset), standard_output()
    for question in questions:
        answer = session.dataset.ask(question, home=home, **how)
        questions.found |= bool(answer)
        _forget_now_and_then()
        if not emit_now(line(answer, target)):
            break
    telling.limits(session.dataset, session.dataset.said())
    if not questions.found:
        raise Leave(NOTHING)


def _forget_now_and_then() -> None:
    """Forget the stems of words that were asked for, so that the memory taken does not depend on the number of questions."""
    if stems.cache_info().currsize > _REMEMBERED:
        stems.cache_clear()
        fold.cache_clear()


class _Questions:
    """The questions of a file, and whether any was answered. Whoever begins anew gets the one again that has no answer yet."""

    def __init__(self, path: str) -> None:
        self.path, self.found = path, False
        self._lines = enumerate(iter(self._line, b""), 1)
        self._waiting: str | None = None
        try:
            self._file: BinaryIO = _standard_input() if path == "-" else open(path, "rb")  # noqa: SIM115 (open until the run ends)
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from error

    def __iter__(self) -> Iterator[str]:
        if self._waiting is not None:
            yield self._waiting
        for number, content in self._lines:
            if len(content) > LONGEST:
                raise UsageError(told("line_too_long", line=str(number), size=f"{LONGEST // 1024} KiB"))
            self._waiting = content.rstrip(b"\r\n").decode("utf-8-sig" if number == 1 else "utf-8", "replace")
            yield self._waiting

    def _line(self) -> bytes:
        try:
            return self._file.readline(LONGEST + 1)
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError | ValueError) -> UnreadableError:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return UnreadableError(told("no_questions", file=printable(self.path) or "''", reason=reason))


_questions = cache(_Questions)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(9, os.strerror(9))
    return sys.stdin.buffer
