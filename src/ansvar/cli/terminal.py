"""Streams and statuses: output written whole or not at all, errors in plain lines, the terminal's width and colours."""

from __future__ import annotations

# The C part of `signal`: the rest of it costs a millisecond.
import _signal  # type: ignore[import-not-found] # typeshed leaves it out
import errno
import io
import os
import sys
from contextlib import contextmanager, redirect_stdout, suppress
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from ..dataset.errors import AnsvarError
from ..dataset.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOUND, NOTHING, ERROR, INTERRUPTED = 0, 1, 2, 130
_LONGEST = 5000
"""Letters of a line on stderr; a path may have 4,096."""


class Leave(Exception):  # noqa: N818 (leaving is no error)
    """Leave with a status; everything has been said."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Interrupt:
    """What an interrupt does: the run ends, wherever it comes."""

    came = False

    def __call__(self, *_: object) -> None:
        if self.came:
            return  # the run is ending already, and nothing may come between
        self.came = True
        raise KeyboardInterrupt


_INTERRUPT = _Interrupt()


def guarded(run: Callable[[], object]) -> NoReturn:
    """Run something and leave the process with its status."""
    sys.unraisablehook = _unraisable
    try:
        _signal.signal(_signal.SIGINT, _INTERRUPT)
        # The interpreter's own closing would report a full disk once more, and take time. An interrupt that comes before the
        # process has left is caught here too.
        os._exit(status_of(run))
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


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
    _say(f"ansvar: {_shortened(printable(text))}\n")


def remark(text: str) -> None:
    """Something that the reader should know, on stderr; on a terminal in lines that fit it."""
    in_turn(lambda: _say(f"{_wrapped(_shortened(printable(text)))}\n"))


def _wrapped(text: str) -> str:
    columns = 0
    with suppress(OSError, ValueError, AttributeError):
        columns = os.get_terminal_size(sys.stderr.fileno()).columns if sys.stderr.isatty() else 0
    if not columns or len(text) <= columns:
        return text
    from textwrap import fill

    return fill(text, min(columns, _EASY), break_long_words=False, break_on_hyphens=False)


_EASY = 100
"""Columns that a line of text takes at most."""


def _shortened(text: str) -> str:
    """What nobody would read is left out of the middle: a command line may be of megabytes, and is said back."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _say(text: str) -> None:
    encoding = getattr(sys.stderr, "encoding", None) or "ascii"
    with suppress(OSError, ValueError, AttributeError):
        try:
            content = text.encode(encoding, "backslashreplace")
        except ValueError:  # an encoding for something else than text (`idna`)
            content = text.encode("ascii", "backslashreplace")
        _write(sys.stderr, content)


class _Held:
    """What waits to be said."""

    waiting: list[Callable[[], None]] | None = None


@contextmanager
def held() -> Iterator[Callable[[], None]]:
    """What is said meanwhile, and what files are written, waits for the end. The function given forgets what waits."""
    waiting: list[Callable[[], None]] = []
    _Held.waiting = waiting
    try:
        yield waiting.clear
    finally:
        _Held.waiting = None
        if not _INTERRUPT.came:
            for one in waiting:
                one()


def in_turn(say: Callable[[], None]) -> None:
    """Say something, or write a file: now, or after what waits."""
    if _Held.waiting is None:
        say()
    else:
        _Held.waiting.append(say)


def emit(text: str, encoding: str | None = None, *, pager: bool = False) -> None:
    """Write data to stdout, in its encoding unless another is named. Letters that this lacks are written out (`\\xe5`).

    Whoever reads may leave when they have seen enough: that is no error, and changes no status. Raises AnsvarError when
    stdout is closed or full. With `pager`, a text that does not fit the terminal is shown there.
    """
    in_turn(lambda: _emit(text, encoding, pager=pager))


def _emit(text: str, encoding: str | None, *, pager: bool) -> None:
    if pager and on_terminal():  # somebody can turn the pages
        from .pager import paged

        if paged(text):
            return
    emit_now(text, encoding)


def emit_now(text: str, encoding: str | None = None) -> bool:
    """Write data to stdout without waiting for the end of the run, as `emit` does. False when whoever reads has left."""
    if sys.stdout is None:
        raise AnsvarError(f"cannot write to standard output: {os.strerror(errno.EBADF)}")
    try:
        _write(sys.stdout, _encoded(text, encoding or _encoding()))
    except BrokenPipeError:
        return False
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise AnsvarError(f"cannot write to standard output: {reason}") from error
    return True


def _write(stream: TextIO, content: bytes) -> None:
    """Write all of it to a stream, past its buffer: whether Python was told to have one (PYTHONUNBUFFERED) changes nothing.

    Raises OSError. Less than all may be written at a time where a disk is nearly full, or a stopped run goes on.
    """
    write_all(getattr(stream.buffer, "raw", stream.buffer), content)


def write_all(raw: Any, content: bytes) -> None:
    """Write all of it to a file without a buffer, however little it takes at a time. Raises OSError."""
    rest = memoryview(content)
    while rest:
        written = raw.write(rest)
        if written is None:  # set to take nothing rather than to wait, by whoever shares it
            _wait_for(raw)
        rest = rest[written or 0 :]


def _wait_for(raw: Any) -> None:
    import select

    select.select([], [raw], [])


def said(run: Callable[[], object]) -> str:
    """What something prints that prints by itself; it is for `emit` to write."""
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True)
    with redirect_stdout(stream):
        run()
    return stream.buffer.getvalue().decode()


def is_terminal() -> bool:
    """Whether stdout is a terminal, which obeys what is written to it."""
    with suppress(OSError, ValueError, AttributeError):
        return sys.stdout.isatty()
    return False


def on_terminal() -> bool:
    """Whether somebody sits at a terminal and can be asked."""
    with suppress(OSError, ValueError, AttributeError):
        return is_terminal() and sys.stdin.isatty()
    return False


def draws() -> bool:
    """Whether stdout is a terminal that draws (not TERM=dumb)."""
    return is_terminal() and os.environ.get("TERM") != "dumb"


def shows_links() -> bool:
    """Whether stdout is a terminal that is known to show links (OSC 8); FORCE_HYPERLINK says it of any other, or that it is not."""
    said = os.environ.get("FORCE_HYPERLINK")
    if said or not draws():
        return bool(said) and said != "0" and draws()
    program, kind = os.environ.get("TERM_PROGRAM", ""), os.environ.get("TERM", "")
    vte = os.environ.get("VTE_VERSION", "")
    return (
        program in _LINKING
        or kind.startswith(("xterm-kitty", "foot", "alacritty", "xterm-ghostty"))
        or (vte.isdigit() and int(vte) >= _VTE)
        or any(name in os.environ for name in ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE"))
    )


_LINKING = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio")
"""What terminals that show links call themselves."""
_VTE = 5000
"""The version of the library of GNOME's and other terminals from which on they show links."""


def takes_colour() -> bool:
    """Whether colour is wanted: https://no-color.org says an empty NO_COLOR does not count."""
    return not os.environ.get("NO_COLOR")


def takes_unicode() -> bool:
    """Whether stdout's encoding has every letter."""
    return _encoding().lower().replace("-", "").startswith("utf")


def writable(text: str) -> str:
    """The text with letters that stdout's encoding lacks written out (`\\xe5`), as `emit` does, for columns to be aligned."""
    return _encoded(text, _encoding()).decode(_encoding())


def encoded(text: str) -> bytes:
    """The text as stdout takes it."""
    return _encoded(text, _encoding())


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding, "backslashreplace")
    except ValueError as error:  # `idna` and `punycode` are for names only
        raise AnsvarError(f"cannot write to standard output: {encoding} is no encoding for a text") from error


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def width() -> int:
    """The terminal's width in columns: COLUMNS where it is a positive number, else what the terminal says, else 80."""
    named = os.environ.get("COLUMNS", "").lstrip("0")
    if named.isascii() and named.isdigit() and len(named) < 6:
        return int(named)
    with suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    return 80
