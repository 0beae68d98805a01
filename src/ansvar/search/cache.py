"""The compiled form on disk: found, opened, or made. The right answer never depends on it.

An entry is a database, named after the digest of the dataset and of the code that compiled it, and beside it a stamp: the
digest of the database and its name, and the signature (device, inode, size, times) that its file had when that was taken. A
file whose signature still holds is not read again; the change time (POSIX `st_ctime`) cannot be set back by `touch` or
`cp -p`. Any other file is, and one that is damaged is made anew. For a large dataset there is a third file, which says in the
same way which entry is that of its path. The shipped dataset is compiled when the package is built, and needs no entry.

Only what is one's own is believed: regular files of this user, in a folder of this user that nobody else may write into.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from ..dataset.files import read_files
from ..dataset.shipped import compiled_path, shipped_path
from .digest import DIGEST_SIZE, blake2b, code_digest, dataset_digest, entry_digest
from .index import Index
from .upkeep import as_uri, is_digest, is_own, prune, remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ..dataset.model import Dataset

SMALL = 2 * 1024 * 1024
"""Datasets up to this many bytes are always read and hashed, which costs a millisecond or two."""
_RACY_NS = 2_000_000_000
_LONGEST_STAMP = 1000
_in_use: set[str] = set()


def open_index(path: str, *, cached: bool = True) -> Index:
    """The compiled form of the dataset at `path` (`-` is standard input), from the cache where there is one.

    Raises UnreadableError or DatasetError (`errors`) when the dataset cannot be read or is faulty. A cache that cannot be
    read or written is done without.
    """
    folder = _folder() if cached else None
    if folder and not _may_be_used(folder):
        folder = None
    signature = _lasting_signature(path) if folder else None
    if folder and signature and (digest := _remembered(folder, path, signature)) and (index := _opened(folder, digest)):
        return index
    files = read_files(path)
    if not cached:
        return _in_memory(_parsed(files))
    digest = dataset_digest(files)
    return _built_in(digest) or _cached(folder, entry_digest(digest), files, path, signature)


def _built_in(digest: str) -> Index | None:
    """The compiled form that came with the package."""
    path = compiled_path(digest)
    with suppress(OSError, sqlite3.Error):
        return Index(_connect(path)) if os.path.exists(path) else None
    return None


def compile_into(folder: Path) -> Path:
    """Write the compiled form of the shipped dataset, to be put beside it: when a package is built."""
    files = read_files(shipped_path())
    database = folder / os.path.basename(compiled_path(dataset_digest(files)))
    _compile(_parsed(files), sqlite3.connect(database)).close()
    return database


def _cached(folder: str | None, digest: str, files: Mapping[str, bytes], path: str, signature: str | None) -> Index:
    if folder is None:
        return _in_memory(_parsed(files))
    index = _opened(folder, digest) or _made(folder, digest, _parsed(files))
    if signature and len(files) == 1:  # the signature is that of one file
        _remember(folder, path, digest, signature)
    return index


def _parsed(files: Mapping[str, bytes]) -> Dataset:
    from ..dataset.load import parse_files

    return parse_files(files)


def _folder() -> str | None:
    """The cache folder; None where nobody has named one and the user has no home."""
    if named := os.environ.get("ANSVAR_CACHE_DIR"):
        return named
    with suppress(OSError, RuntimeError, KeyError):
        folder = _users_folder()
        return folder if os.path.isabs(folder) else None
    return None


def _may_be_used(folder: str) -> bool:
    """Whether a folder is there that only this user may write into, or none yet. A link would lead anywhere."""
    try:
        status = os.lstat(folder)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    others_may_write = os.name == "posix" and status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(status.st_mode) and is_own(status) and not others_may_write


def _users_folder() -> str:
    if sys.platform == "linux":
        # What platformdirs says here (XDG Base Directory Specification 0.8), without the 2 ms that its import costs.
        named = os.environ.get("XDG_CACHE_HOME", "")
        return os.path.join(named if os.path.isabs(named) else os.path.expanduser("~/.cache"), "ansvar")
    from platformdirs import user_cache_dir

    return user_cache_dir("ansvar", appauthor=False)


def _checksum(path: str, name: str) -> str:
    """The digest of the file of an entry and of the entry's name: under another name it is none."""
    digest = blake2b(name.encode("ascii"), digest_size=DIGEST_SIZE)
    with _own_file(path) as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _own_file(path: str) -> BinaryIO:
    """A regular file of this user, opened. Raises OSError for anything else: another's, a link, a pipe that nobody writes to."""
    file = open(path, "rb", opener=_open_at_once)  # noqa: SIM115 (its user closes it)
    status = os.fstat(file.fileno())
    if stat.S_ISREG(status.st_mode) and is_own(status):
        return file
    file.close()
    raise PermissionError(errno.EPERM, "not a regular file of this user", path)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _stamp_text(path: str) -> str:
    """What a stamp says. Raises OSError or ValueError where it is none."""
    with _own_file(path) as file:
        content = file.read(_LONGEST_STAMP + 1)
    if len(content) > _LONGEST_STAMP:
        raise ValueError("too long for a stamp")
    return content.decode("ascii")


def _signature(status: os.stat_result) -> str:
    """What tells that a file is the same and unchanged."""
    return f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _entry_signature(database: str) -> str:
    """That of an entry, with its name: one that is renamed may keep its times."""
    status = os.lstat(database)
    if not (stat.S_ISREG(status.st_mode) and is_own(status)):
        raise PermissionError(errno.EPERM, "not a regular file of this user", database)
    return f"{os.path.basename(database).removesuffix('.db')} {_signature(status)}"


def _lasting_signature(path: str) -> str | None:
    """The signature of a large dataset; None while the file is so new that another change could leave the same times."""
    with suppress(OSError, ValueError):
        now = time.time_ns()
        status = os.stat(path)
        lasting = stat.S_ISREG(status.st_mode) and now - status.st_ctime_ns > _RACY_NS
        return _signature(status) if os.name == "posix" and path != "-" and status.st_size > SMALL and lasting else None
    return None


def _opened(folder: str, digest: str) -> Index | None:
    """The entry of this digest, None when there is none or it is damaged."""
    database, stamp = os.path.join(folder, f"{digest}.db"), os.path.join(folder, f"{digest}.stamp")
    try:
        checksum, _, signature = _stamp_text(stamp).partition(" ")
        now = _entry_signature(database)
        if os.name != "posix" or signature != now:
            if _checksum(database, digest) != checksum:
                return None
            with suppress(OSError):
                _write(stamp, f"{checksum} {now}")
        index = Index(_connect(database))
    except (OSError, ValueError, sqlite3.Error):
        return None
    _in_use.add(database)
    return index


def distrusted() -> bool:
    """Whether an entry was in use, in which something made no sense: it is gone then, and whoever asks again gets another."""
    used = list(_in_use)
    _in_use.clear()
    for database in used:
        remove(database)
    return bool(used)


def _connect(database: str) -> sqlite3.Connection:
    # `immutable` takes no locks: the file is never written again, only replaced.
    connection = sqlite3.connect(f"{as_uri(database)}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA temp_store = MEMORY")  # SQLite's own temporary files would lie outside the cache folder
    # A view or a trigger would be a program; there are none in what is made here.
    made = "SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE '%VIRTUAL%'"
    try:
        if connection.execute(made).fetchone() == (0,):
            connection.execute("SELECT 1 FROM meta")
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    raise sqlite3.DatabaseError("more than tables")


def _made(folder: str, digest: str, dataset: Dataset) -> Index:
    """A new entry; in memory only when the folder cannot be written."""
    try:
        database = os.path.join(folder, f"{digest}.db")
        with _new_file(folder) as made:
            _compile(dataset, sqlite3.connect(made)).close()
            checksum = _checksum(made, digest)
            os.replace(made, database)
        _write(os.path.join(folder, f"{digest}.stamp"), f"{checksum} {_entry_signature(database)}")
        prune(folder, database)
        return Index(_connect(database))
    except (OSError, ValueError, sqlite3.Error):
        return _in_memory(dataset)


def _in_memory(dataset: Dataset) -> Index:
    return Index(_compile(dataset, sqlite3.connect(":memory:")))


def _compile(dataset: Dataset, connection: sqlite3.Connection) -> sqlite3.Connection:
    from .build import compile_dataset

    try:
        # A file that is not whole is thrown away, so nothing has to be safe before it is.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {setting}")
        compile_dataset(dataset, connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _new_file(folder: str) -> Iterator[str]:
    """A new file beside the entries, gone afterwards unless it has got another name. Raises OSError."""
    import tempfile
    from pathlib import Path

    for missing in [one for one in (Path(folder), *Path(folder).parents) if not one.exists()][::-1]:
        missing.mkdir(exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix="new-", suffix=".tmp", dir=folder)
    try:
        os.close(handle)
        yield name
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _write(path: str, content: str) -> None:
    """Replace a small file as a whole. Raises OSError."""
    with _new_file(os.path.dirname(path)) as made:
        with open(made, "w", encoding="ascii") as file:
            file.write(content)
        os.replace(made, path)


def _source_stamp(folder: str, path: str) -> str:
    name = blake2b(os.fsencode(os.path.abspath(path)), digest_size=DIGEST_SIZE).hexdigest()
    return os.path.join(folder, f"{name}.source")


def _remembered(folder: str, path: str, signature: str) -> str | None:
    """The digest of a large dataset whose file has not changed since it was hashed."""
    try:
        digest, _, then = _stamp_text(_source_stamp(folder, path)).partition(" ")
        return digest if then == f"{signature} {entry_digest(code_digest())}" and is_digest(digest) else None
    except (OSError, ValueError):
        return None


def _remember(folder: str, path: str, digest: str, signature: str) -> None:
    """Keep the digest of a large dataset, unless its file has changed while it was read."""
    with suppress(OSError, ValueError):
        if _signature(os.stat(path)) == signature:
            _write(_source_stamp(folder, path), f"{digest} {signature} {entry_digest(code_digest())}")
