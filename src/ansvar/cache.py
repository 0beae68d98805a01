"""The compiled form on disk: found, opened, or made. The right answer never depends on it.

An entry is a database, named after the digest of the dataset and of the code that compiled it, and beside it a stamp: the
digest of the database and the signature (device, inode, size, times) that its file had when that was taken. A file whose
signature still holds is not read again; the change time (POSIX `st_ctime`) cannot be set back by `touch` or `cp -p`. Any
other file is, and one that is damaged is made anew.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .index import Index

if TYPE_CHECKING:
    from .compile import Progress

FORMAT = 1
"""Changes whenever the compiled form or the way it is made does."""
KEPT = 12
"""Entries that stay; the oldest go when a new one is made."""
SMALL = 2 * 1024 * 1024
"""Datasets up to this many bytes are always read and hashed, which costs a millisecond or two."""
_OURS = re.compile(r"[0-9a-f]{40}\.(?:db|stamp|source)\Z|new-\w+\.tmp\Z")
_STALE_SECONDS = 3600
_RACY_NS = 2_000_000_000


def open_index(path: str, *, cached: bool = True, progress: Progress | None = None) -> Index:
    """The compiled form of the dataset at `path` (`-` is standard input), from the cache where there is one.

    Raises UnreadableError or DatasetError (`errors`) when the dataset cannot be read or is faulty. A cache that cannot be
    read or written is done without.
    """
    folder = _folder() if cached else None
    if folder is None:
        return _in_memory(_read(path), path, progress)
    if path != "-" and (digest := _remembered(folder, path)) and (index := _opened(folder, digest)):
        return index
    before = _signature_or_none(path)
    content = _read(path)
    digest = _digest(content)
    index = _opened(folder, digest) or _made(folder, digest, content, path, progress)
    if len(content) > SMALL and before is not None:
        _remember(folder, path, digest, before)
    return index


def _read(path: str) -> bytes:
    """The dataset's bytes. Small files, the usual case, do not need what `load` imports."""
    if path != "-":
        with suppress(OSError, ValueError), open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size <= SMALL:
                return file.read()
    from .load import read_bytes

    return read_bytes(path)


def _folder() -> Path | None:
    named = os.environ.get("ANSVAR_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    with suppress(OSError, RuntimeError, KeyError):
        return user_cache_path("ansvar", appauthor=False)
    return None


def _digest(content: bytes) -> str:
    digest = hashlib.blake2b(_made_by().encode(), digest_size=20)
    digest.update(content)
    return digest.hexdigest()


def _signature(path: Path) -> str:
    """What tells that a file is the same and unchanged. Raises OSError when there is none."""
    stat = path.stat()
    return f"{stat.st_dev} {stat.st_ino} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"


def _signature_or_none(path: str) -> str | None:
    try:
        return None if path == "-" else _signature(Path(path))
    except (OSError, ValueError):
        return None


def _opened(folder: Path, digest: str) -> Index | None:
    """The entry of this digest, None when there is none or it is damaged."""
    database, stamp = folder / f"{digest}.db", folder / f"{digest}.stamp"
    try:
        checksum, _, signature = stamp.read_text("ascii").partition(" ")
        now = _signature(database)
        if os.name != "posix" or signature != now:
            if _file_digest(database) != checksum:
                return None
            _write(stamp, f"{checksum} {now}".encode())
        return Index(_connect(database))
    except (OSError, ValueError, sqlite3.Error):
        return None


def _connect(database: Path) -> sqlite3.Connection:
    # `immutable` takes no locks: the file is never written again, only replaced.
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.execute("SELECT 1 FROM meta")
    return connection


def _file_digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()


def _made(folder: Path, digest: str, content: bytes, path: str, progress: Progress | None) -> Index:
    """A new entry; in memory only when the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix="new-", suffix=".tmp", dir=folder)
        os.close(handle)
    except OSError:
        return _in_memory(content, path, progress)
    made = Path(name)
    try:
        try:
            _compile(sqlite3.connect(made), content, path, progress).close()
            checksum = _file_digest(made)
            database = folder / f"{digest}.db"
            os.replace(made, database)
            _write(folder / f"{digest}.stamp", f"{checksum} {_signature(database)}".encode())
            _prune(folder)
            return Index(_connect(database))
        finally:
            made.unlink(missing_ok=True)
    except (OSError, sqlite3.Error):
        return _in_memory(content, path, progress)


def _compile(connection: sqlite3.Connection, content: bytes, path: str, progress: Progress | None) -> sqlite3.Connection:
    from .compile import compile_dataset
    from .load import parse

    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        compile_dataset(parse(content, "standard input" if path == "-" else path), connection, progress)
    except BaseException:
        connection.close()
        raise
    return connection


def _in_memory(content: bytes, path: str, progress: Progress | None) -> Index:
    return Index(_compile(sqlite3.connect(":memory:"), content, path, progress))


def _write(path: Path, content: bytes) -> None:
    """Replace a small file as a whole. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix="new-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def _source_stamp(folder: Path, path: str) -> Path:
    return folder / f"{hashlib.blake2b(os.fsencode(os.path.abspath(path)), digest_size=20).hexdigest()}.source"


def _remembered(folder: Path, path: str) -> str | None:
    """The digest of a large dataset whose file has not changed since it was hashed."""
    try:
        if os.name != "posix" or os.stat(path).st_size <= SMALL:
            return None
        digest, _, signature = _source_stamp(folder, path).read_text("ascii").partition(" ")
        return digest if signature == f"{_signature(Path(path))} {_made_by()}" else None
    except (OSError, ValueError):
        return None


def _remember(folder: Path, path: str, digest: str, signature: str) -> None:
    """Keep the digest, unless the file is so new that another change could leave the same times."""
    with suppress(OSError, ValueError):
        settled = time.time_ns() - os.stat(path).st_ctime_ns > _RACY_NS
        if settled and _signature(Path(path)) == signature:
            _write(_source_stamp(folder, path), f"{digest} {signature} {_made_by()}".encode())


def _made_by() -> str:
    return f"{FORMAT}/{__version__}/{sys.version_info[0]}.{sys.version_info[1]}/{sqlite3.sqlite_version}"


def _prune(folder: Path) -> None:
    """Remove the oldest entries and what a killed run left: only files that carry our own names."""
    ours = [path for path in folder.iterdir() if _OURS.match(path.name)]
    with suppress(OSError):
        ours.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for suffix in (".db", ".source"):
            for old in [path for path in ours if path.suffix == suffix][KEPT:]:
                old.unlink(missing_ok=True)
                old.with_suffix(".stamp").unlink(missing_ok=True)
        for left in (path for path in ours if path.suffix == ".tmp"):
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink(missing_ok=True)
