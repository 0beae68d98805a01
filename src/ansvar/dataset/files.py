"""The bytes of a dataset's files. Knows no YAML: a question that the cache answers needs no more than this.

A dataset may include other files of its folder. Which ones it does is known when its YAML is read; which ones it may is seen
without: those whose names stand in it. All of them are read, and are what the dataset depends on.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from .errors import STANDARD_INPUT, DatasetError, Problem, UnreadableError
from .printable import printable

if TYPE_CHECKING:
    from collections.abc import Collection

SUFFIXES = (".yaml", ".yml")

MAX_BYTES = 256 * 1024 * 1024
"""Files larger than this are refused unread: 100,000 duties in three languages need about 60 MB."""


def read_files(path: str) -> dict[str, bytes]:
    """The dataset's file, then those of its folder that it may include, by the names that messages give them.

    Raises UnreadableError when the first cannot be read, or when all are larger than MAX_BYTES; of the others, those that cannot
    be read are left out.
    """
    files = {_named(path) if path == "-" else path: read_bytes(path)}
    waiting = [] if path == "-" else [path]
    while waiting:
        for other in _beside(path, files[waiting.pop()], files):
            with suppress(UnreadableError):
                files[other] = read_bytes(other)
                waiting.append(other)
        if sum(map(len, files.values())) > MAX_BYTES:
            raise _too_large(path)
    return files


def _beside(path: str, content: bytes, read: Collection[str]) -> list[str]:
    """The files in the folder of a dataset whose names stand in the content of one of its files, without those that are read."""
    if b"include" not in content:
        return []
    folder = os.path.dirname(path)
    homes = {os.path.realpath(folder), os.path.dirname(os.path.realpath(path))}
    try:
        listed = os.listdir(folder or ".")
    except OSError:
        return []
    new = ((name, os.path.join(folder, name)) for name in sorted(listed) if name.endswith(SUFFIXES))
    files = [file for name, file in new if file not in read and os.fsencode(name) in content]
    return [file for file in files if os.path.isfile(file) and os.path.dirname(os.path.realpath(file)) in homes]


def read_bytes(path: str) -> bytes:
    """The bytes of a dataset file; `-` is standard input.

    Raises UnreadableError when there is no such file, it cannot be read, or it is larger than MAX_BYTES.
    """
    try:
        if path == "-":
            content = _read_standard_input()
        else:
            with open(path, "rb") as file:
                if os.fstat(file.fileno()).st_size > MAX_BYTES:
                    raise _too_large(path)
                content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableError(f"cannot read the dataset {_named(path)}: {reason}") from error
    if len(content) > MAX_BYTES:
        raise _too_large(path)
    return content


def is_pipe(path: str) -> bool:
    """Whether there is a named pipe: reading it waits for somebody who writes."""
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _named(path: str) -> str:
    return STANDARD_INPUT if path == "-" else printable(path) or "''"


def _too_large(path: str) -> UnreadableError:
    return UnreadableError(f"the dataset {_named(path)} is larger than {MAX_BYTES // 2**20} MiB, the most that is read")


def decode(content: bytes, file: str) -> str:
    """The text of a dataset file: UTF-8, with or without a byte order mark.

    Raises DatasetError with the place of the first byte that is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        encoding = "UTF-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "not UTF-8"
        message = f"the file is {encoding} (byte 0x{content[error.start]:02x}); save it as UTF-8"
        raise DatasetError([Problem(file, line, column, message)]) from error
