"""The upkeep of the cache folder: the oldest entries go, and what killed runs have left."""

from __future__ import annotations

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


def prune(folder: Path, newest: Path) -> None:
    """Remove the oldest entries and what killed runs left: only files that carry our own names.

    What lies in the future is older than all that does not: it comes from a clock that was wrong.
    """
    with suppress(OSError):
        future = time.time() + _STALE_SECONDS
        ours = sorted(((age if age < future else 0, size, file) for age, size, file in _ours(folder)), reverse=True)
        ours.sort(key=lambda one: one[2] != newest)
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


def _ours(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """Our files: time of the last change, size, path."""
    for file in folder.iterdir():
        entry = file.suffix in _OUR_SUFFIXES and is_digest(file.stem)
        if entry or (file.name.startswith("new-") and file.suffix == ".tmp"):
            with suppress(OSError):
                status = file.lstat()
                yield status.st_mtime, status.st_size, file


def is_digest(text: str) -> bool:
    """Whether a text is a digest, as the names of entries are."""
    return len(text) == 2 * DIGEST_SIZE and set(text) <= set("0123456789abcdef")


def remove(file: Path) -> None:
    """Remove a file of ours, an entry with its stamp."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
        if file.suffix == ".db":
            file.with_suffix(".stamp").unlink(missing_ok=True)
