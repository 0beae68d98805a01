"""Text into a file: as a whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

from ..dataset.errors import AnsvarError
from .terminal import emit, in_turn, write_all

if TYPE_CHECKING:
    from collections.abc import Callable

STANDARD_OUTPUT = "-"
_NAMES_OF_STANDARD_OUTPUT = (STANDARD_OUTPUT, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
_DESCRIPTOR = re.compile(r"/dev/stderr|/(?:dev|proc/self)/fd/([0-9]{1,9})")


def is_standard_output(path: str) -> bool:
    """Whether `-o` with this path means standard output."""
    return path in _NAMES_OF_STANDARD_OUTPUT


def is_a_file(path: str) -> bool:
    """Whether a file of this name is there, and not what the shell has opened."""
    return os.path.isfile(path) and not _DESCRIPTOR.fullmatch(path)


def write(path: str, text: str, *, force: bool, encoding: str | None = None) -> None:
    """Write text to a file, UTF-8; or to standard output, in that encoding or else its own.

    A regular file is replaced at once when the new one is complete: whoever stops it before leaves the old one whole. The
    file keeps its mode, a link keeps pointing at it, and a device, a pipe or a terminal is written into. Raises AnsvarError
    when the file is there and `force` is not given, or when it cannot be written.
    """
    if is_standard_output(path):
        emit(text, encoding)
    else:
        in_turn(lambda: _write_file(path, text, force=force))


def _write_file(path: str, text: str, *, force: bool) -> None:
    try:
        with suppress(BrokenPipeError):  # whoever reads has seen enough
            _write(path, text, force=force)
    except FileExistsError as error:
        raise AnsvarError(f"{path} is there already", "Give --force to overwrite it.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        named = path or "''"
        raise AnsvarError(f"cannot write {named}: {reason}") from error


def _write(path: str, text: str, *, force: bool) -> None:
    if not path:
        raise FileNotFoundError(errno.ENOENT, "the name of the file is empty")
    before = _stat(path)
    descriptor = _DESCRIPTOR.fullmatch(path)
    if descriptor:
        _only_inherited(int(descriptor[1] or 2))
    if descriptor:
        _into(path, text)
    elif before is not None and not stat.S_ISREG(before.st_mode):
        _into(path, text, opener=_open_what_is_there)
    elif before is not None and not force:
        raise FileExistsError
    else:
        _replace(os.path.realpath(path), text, _mode(before), fresh=before is None and not force)


def _stat(path: str) -> os.stat_result | None:
    with suppress(FileNotFoundError):
        return os.stat(path)
    return None


def _only_inherited(descriptor: int) -> None:
    """Raise OSError unless the descriptor comes from whoever started this process: what is opened here is not inheritable,
    and text written into it (the cache, say) would be lost."""
    closed = descriptor < 3 and (sys.stdin, sys.stdout, sys.stderr)[descriptor] is None
    if closed or not os.get_inheritable(descriptor):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _into(path: str, text: str, opener: Callable[[str, int], int] | None = None) -> None:
    with open(path, "ab", buffering=0, opener=opener) as file:
        write_all(file, text.encode("utf-8", "backslashreplace"))


def _open_what_is_there(path: str, flags: int) -> int:
    """A device or a pipe, opened without making a file. Raises FileExistsError where somebody has put a file there meanwhile."""
    handle = os.open(path, flags & ~os.O_CREAT)
    if stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileExistsError
    return handle


def _mode(before: os.stat_result | None) -> int:
    """The mode of the file that was there, else what a new file gets by the umask."""
    if before is not None:
        return stat.S_IMODE(before.st_mode) & ~(stat.S_ISUID | stat.S_ISGID)  # the new file may have another owner
    umask = os.umask(0o077)
    os.umask(umask)
    return 0o666 & ~umask


def _replace(target: str, text: str, mode: int, *, fresh: bool) -> None:
    """Write beside the file and put it in its place; with `fresh`, only where nothing has come meanwhile."""
    begun = f".{os.path.basename(target)[:100]}."
    _clear(os.path.dirname(target), begun)
    handle, made = tempfile.mkstemp(prefix=f"{begun}{os.getpid()}.", suffix=".tmp", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(made, mode)
        if fresh:
            _link(made, target)
        else:
            os.replace(made, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(made)
        raise


def _clear(folder: str, begun: str) -> None:
    """Remove what a killed run left of the same file: its name has the number of a process that is no more."""
    with suppress(OSError):
        for name in os.listdir(folder):
            left = re.fullmatch(rf"{re.escape(begun)}([0-9]{{1,9}})\.\w+\.tmp", name)
            if left and not _runs(int(left[1])):
                os.unlink(os.path.join(folder, name))


def _runs(process: int) -> bool:
    if os.name != "posix":
        return True  # there, signal 0 would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _link(made: str, target: str) -> None:
    """Put a new file in its place, unless something is there. Raises FileExistsError."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.replace(made, target)
    else:
        os.unlink(made)
