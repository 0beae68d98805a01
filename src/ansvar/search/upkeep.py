"""The files of the cache folder: their names, and their upkeep. The oldest go, and what killed runs have left."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from .digest import DIGEST_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEPT = 12
"""Entries that stay; the oldest go when a new one is made."""
KEPT_BYTES = 512 * 1024 * 1024
"""What the entries may take together; the newest stays in any case."""
_OUR_SUFFIXES = (".db", ".stamp", ".source")
_STALE_SECONDS = 3600
_IN_ADDRESSES = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/:._-~")


def prune(folder: str, newest: str) -> None:
    """Remove the oldest entries and what killed runs left: only files that carry our own names.

    What lies in the future is older than all that does not: it comes from a clock that was wrong.
    """
    with suppress(OSError):
        future = time.time() + _STALE_SECONDS
        ours = sorted(((age if age < future else 0, size, file) for age, size, file in _ours(folder)), reverse=True)
        ours.sort(key=lambda one: str(one[2]) != newest)
        kept, room = KEPT, KEPT_BYTES
        for _, size, entry in [one for one in ours if one[2].suffix == ".db"]:
            kept, room = kept - 1, room - size
            if kept < 0 or (room < 0 and kept < KEPT - 1):
                remove(entry)
        for age, _, file in ours:
            orphan = file.suffix == ".stamp" and not file.with_suffix(".db").exists()
            if (orphan or file.suffix == ".tmp") and time.time() - age > _STALE_SECONDS:
                remove(file)
        for _, _, source in [one for one in ours if one[2].suffix == ".source"][KEPT:]:
            remove(source)


def _ours(folder: str) -> Iterator[tuple[float, int, Path]]:
    """Our files: time of the last change, size, path."""
    from pathlib import Path  # what only a change of the folder needs

    for file in Path(folder).iterdir():
        entry = file.suffix in _OUR_SUFFIXES and is_digest(file.stem)
        if entry or (file.name.startswith("new-") and file.suffix == ".tmp"):
            with suppress(OSError):
                status = file.lstat()
                yield status.st_mtime, status.st_size, file


def as_uri(path: str) -> str:
    """The address of a file, as `Path.as_uri` gives it, without the 2 ms that its import costs."""
    written = os.fsencode(os.path.abspath(path).replace(os.sep, "/"))
    return f"file:///{''.join(chr(one) if chr(one) in _IN_ADDRESSES else f'%{one:02X}' for one in written.lstrip(b'/'))}"


def is_own(status: os.stat_result) -> bool:
    """Whether a file or folder is this user's."""
    return os.name != "posix" or status.st_uid == os.geteuid()


def is_digest(text: str) -> bool:
    """Whether a text is a digest, as the names of entries are."""
    return len(text) == 2 * DIGEST_SIZE and set(text) <= set("0123456789abcdef")


def remove(path: str | Path) -> None:
    """Remove a file of ours, an entry with its stamp."""
    from pathlib import Path

    file = Path(path)
    with suppress(OSError):
        file.unlink(missing_ok=True)
        if file.suffix == ".db":
            file.with_suffix(".stamp").unlink(missing_ok=True)
