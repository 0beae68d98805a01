"""Streams and statuses: output written whole or not at all, errors in plain lines, the terminal's width and colours."""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, TextIO

from ..dataset.errors import AnsvarError
from ..dataset.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable

FOUND, NOTHING, ERROR, INTERRUPTED = 0, 1, 2, 130


class Leave(Exception):  # noqa: N818 (leaving is no error)
    """Leave with a status; everything has been said."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Interrupt:
    """What an interrupt does: the run ends, wherever it comes."""

    came = False

    def __call__(self, *_: object) -> NoReturn:
        self.came = True
        raise KeyboardInterrupt


_INTERRUPT = _Interrupt()


def guarded(run: Callable[[], object]) -> NoReturn:
    """Run something and leave the process with its status."""
    sys.unraisablehook = _unraisable
    try:
        signal.signal(signal.SIGINT, _INTERRUPT)
        status = status_of(run)
        _flush(sys.stderr)
    except KeyboardInterrupt:
        status = INTERRUPTED
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The interpreter's own closing would report a closed pipe or a full disk once more, and take time.
    os._exit(status)


def _unraisable(found: sys.UnraisableHookArgs) -> None:
    """An exception where none can be raised, such as an interrupt in a callback of the import system: Python prints it."""
    if found.exc_type is KeyboardInterrupt:
        os._exit(INTERRUPTED)


def status_of(run: Callable[[], object]) -> int:
    """Run something, say what went wrong, and give the status to leave with."""
    try:
        run()
    except Leave as leave:
        return leave.status
    except AnsvarError as error:
        complain(str(error))
        if error.hint:
            remark(error.hint)
    except BrokenPipeError:
        return FOUND  # whoever reads has seen enough
    except OSError as error:
        complain(f"{error.strerror or error}" + (f": {printable(str(error.filename))}" if error.filename else ""))
    except (MemoryError, RecursionError) as error:
        complain("not enough memory for this" if isinstance(error, MemoryError) else "this is nested too deeply")
    except Exception as error:  # no traceback reaches a user
        if _INTERRUPT.came:  # Python makes a RuntimeError of what comes while a class is made
            raise KeyboardInterrupt from error
        complain(f"internal error: {type(error).__name__}: {error}; please report it")
    else:
        return FOUND
    return ERROR


def complain(text: str) -> None:
    """An error on stderr, one line."""
    _say(f"ansvar: {printable(text)}\n")


def remark(text: str) -> None:
    """Something that the reader should know, on stderr."""
    _say(f"{printable(text)}\n")


def _say(text: str) -> None:
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text.encode(sys.stderr.encoding or "ascii", "backslashreplace").decode(sys.stderr.encoding or "ascii"))
        sys.stderr.flush()


def _flush(stream: TextIO | None) -> None:
    with suppress(OSError, ValueError):
        if stream is not None:
            stream.flush()


def emit(text: str, named: str | None = None) -> None:
    """Write data to stdout, in its encoding unless another is named. Letters that this lacks are written out (`\\xe5`).

    Raises AnsvarError when stdout is closed or full; BrokenPipeError when its reader has gone.
    """
    if sys.stdout is None:
        raise AnsvarError(f"cannot write to standard output: {os.strerror(errno.EBADF)}")
    try:
        content = text.encode(named or encoding(), "backslashreplace")
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise AnsvarError(f"cannot write to standard output: {reason}") from error


def is_terminal() -> bool:
    """Whether stdout is a terminal, which obeys what is written to it."""
    with suppress(OSError, ValueError, AttributeError):
        return sys.stdout.isatty()
    return False


def draws() -> bool:
    """Whether stdout is a terminal that draws (not TERM=dumb)."""
    return is_terminal() and os.environ.get("TERM") != "dumb"


def takes_colour() -> bool:
    """Whether colour is wanted: https://no-color.org says an empty NO_COLOR does not count."""
    return not os.environ.get("NO_COLOR")


def encoding() -> str:
    """The encoding of stdout."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def width() -> int:
    """The terminal's width in columns: COLUMNS where it is a positive number, else what the terminal says, else 80."""
    named = os.environ.get("COLUMNS", "")
    if named.isascii() and named.isdigit() and 0 < int(named[:6]) < 100_000:
        return int(named)
    with suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    return 80
