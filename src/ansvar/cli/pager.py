"""An answer that does not fit the terminal is given to the reader's pager."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from .terminal import draws, encoded, width

_USUAL = "less"


def paged(text: str) -> bool:
    """Show a text in the pager (PAGER, else less); false where it fits the terminal, or where there is no pager."""
    program = os.environ.get("PAGER", _USUAL).strip()
    if not draws() or program in ("", "cat") or _lines(text) < _height():
        return False
    return _piped(text, program)


def _height() -> int:
    with suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size(sys.stdout.fileno()).lines or sys.maxsize
    return sys.maxsize


def _lines(text: str) -> int:
    """How many lines of the terminal a text takes, at least."""
    columns = width()
    return sum(1 + max(0, len(line) - 1) // columns if "\x1b" not in line else 1 for line in text.splitlines())


def _piped(text: str, program: str) -> bool:
    """Run the pager by the shell, as others do. Whoever leaves it early has seen enough; an interrupt is for the pager."""
    import _signal  # type: ignore[import-not-found] # typeshed leaves it out
    import subprocess

    colours_and_short_texts = {"LESS": os.environ.get("LESS", "FRX"), "LV": os.environ.get("LV", "-c")}
    before = _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    try:
        with suppress(BrokenPipeError):
            process = subprocess.Popen(program, shell=True, stdin=subprocess.PIPE, env=os.environ | colours_and_short_texts)  # noqa: S602 (the reader's own)
            process.communicate(encoded(text))
        return process.wait() not in (126, 127)
    finally:
        _signal.signal(_signal.SIGINT, before)
