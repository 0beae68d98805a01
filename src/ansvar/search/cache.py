"""The compiled form on disk: found, opened, or made. The right answer never depends on it.

An entry is a database, named after the digest of the dataset and of the code that compiled it, and beside it a stamp: the
digest of the database and its name, and the signature (device, inode, size, times) that its file had when that was taken. A
file whose signature still holds is not read again; the change time (POSIX `st_ctime`) cannot be set back by `touch` or
`cp -p`. Any other file is, and one that is damaged is made anew. For a large dataset there is a third file, which says in the
same way which entry is that of its path.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL, 2 ms of every start, for the very same function
except ImportError:
    from hashlib import blake2b

from .. import __version__
from .index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dataset.model import Dataset

KEPT = 12
"""Entries that stay; the oldest go when a new one is made."""
KEPT_BYTES = 512 * 1024 * 1024
"""What the entries may take together; the newest stays in any case."""
SMALL = 2 * 1024 * 1024
"""Datasets up to this many bytes are always read and hashed, which costs a millisecond or two."""
_DIGEST_SIZE = 20
_OUR_SUFFIXES = (".db", ".stamp", ".source")
_STALE_SECONDS = 3600
_RACY_NS = 2_000_000_000


def open_index(path: str, *, cached: bool = True) -> Index:
    """The compiled form of the dataset at `path` (`-` is standard input), from the cache where there is one.

    Raises UnreadableError or DatasetError (`errors`) when the dataset cannot be read or is faulty. A cache that cannot be
    read or written is done without.
    """
    folder = _folder() if cached else None
    if folder is None:
        return _in_memory(_parsed(_read(path), path))
    signature = _lasting_signature(path)
    if signature and (digest := _remembered(folder, path, signature)) and (index := _opened(folder, digest)):
        return index
    content = _read(path)
    digest = _digest(content)
    index = _opened(folder, digest) or _made(folder, digest, _parsed(content, path))
    if signature:
        _remember(folder, path, digest, signature)
    return index


def _read(path: str) -> bytes:
    """The dataset's bytes. Small files, the usual case, do not need what `load` imports."""
    if path != "-":
        with suppress(OSError, ValueError):
            status = os.stat(path)
            if stat.S_ISREG(status.st_mode) and status.st_size <= SMALL:
                with open(path, "rb") as file:
                    return file.read()
    from ..dataset.load import read_bytes

    return read_bytes(path)


def _parsed(content: bytes, path: str) -> Dataset:
    from ..dataset.errors import STANDARD_INPUT
    from ..dataset.load import parse

    return parse(content, STANDARD_INPUT if path == "-" else path)


def _folder() -> Path | None:
    """The cache folder; None where nobody has named one and the user has no home."""
    named = os.environ.get("ANSVAR_CACHE_DIR")
    if named:
        return Path(named)
    with suppress(OSError, RuntimeError, KeyError):
        folder = _users_folder()
        return folder if folder.is_absolute() else None
    return None


def _users_folder() -> Path:
    if sys.platform == "linux":
        # What platformdirs says here (XDG Base Directory Specification 0.8), without the 2 ms that its import costs.
        named = os.environ.get("XDG_CACHE_HOME", "")
        return Path(named if os.path.isabs(named) else os.path.expanduser("~/.cache"), "ansvar")
    from platformdirs import user_cache_path

    return user_cache_path("ansvar", appauthor=False)


def _made_by() -> str:
    """What a compiled form depends on besides the dataset: this code, even as it is edited in a checkout, and SQLite."""
    rooms = (os.path.join(os.path.dirname(os.path.dirname(__file__)), room) for room in ("dataset", "languages", "search"))
    changed = max(file.stat().st_mtime_ns for room in rooms for file in os.scandir(room) if file.name.endswith(".py"))
    return f"{__version__}/{changed}/{sys.version_info[0]}.{sys.version_info[1]}/{sqlite3.sqlite_version}"


def _digest(content: bytes) -> str:
    digest = blake2b(_made_by().encode(), digest_size=_DIGEST_SIZE)
    digest.update(content)
    return digest.hexdigest()


def _checksum(path: Path, name: str) -> str:
    """The digest of the file of an entry and of the entry's name: under another name it is none."""
    digest = blake2b(name.encode("ascii"), digest_size=_DIGEST_SIZE)
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _signature(status: os.stat_result) -> str:
    """What tells that a file is the same and unchanged."""
    return f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _entry_signature(database: Path) -> str:
    """That of an entry, with its name: one that is renamed may keep its times."""
    return f"{database.stem} {_signature(os.stat(database))}"


def _lasting_signature(path: str) -> str | None:
    """The signature of a large dataset; None while the file is so new that another change could leave the same times."""
    with suppress(OSError, ValueError):
        now = time.time_ns()
        status = os.stat(path)
        lasting = stat.S_ISREG(status.st_mode) and now - status.st_ctime_ns > _RACY_NS
        return _signature(status) if os.name == "posix" and path != "-" and status.st_size > SMALL and lasting else None
    return None


def _opened(folder: Path, digest: str) -> Index | None:
    """The entry of this digest, None when there is none or it is damaged."""
    database, stamp = folder / f"{digest}.db", folder / f"{digest}.stamp"
    try:
        checksum, _, signature = stamp.read_text("ascii").partition(" ")
        now = _entry_signature(database)
        if os.name != "posix" or signature != now:
            if _checksum(database, digest) != checksum:
                return None
            with suppress(OSError):
                _write(stamp, f"{checksum} {now}")
        return Index(_connect(database))
    except (OSError, ValueError, sqlite3.Error):
        return None


def _connect(database: Path) -> sqlite3.Connection:
    # `immutable` takes no locks: the file is never written again, only replaced.
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA temp_store = MEMORY")  # SQLite's own temporary files would lie outside the cache folder
    connection.execute("SELECT 1 FROM meta")
    return connection


def _made(folder: Path, digest: str, dataset: Dataset) -> Index:
    """A new entry; in memory only when the folder cannot be written."""
    try:
        database = folder / f"{digest}.db"
        with _new_file(folder) as made:
            _compile(dataset, sqlite3.connect(made)).close()
            checksum = _checksum(made, digest)
            os.replace(made, database)
        _write(folder / f"{digest}.stamp", f"{checksum} {_entry_signature(database)}")
        _prune(folder)
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
def _new_file(folder: Path) -> Iterator[Path]:
    """A new file beside the entries, gone afterwards unless it has got another name. Raises OSError."""
    import tempfile

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix="new-", suffix=".tmp", dir=folder)
    try:
        os.close(handle)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _write(path: Path, content: str) -> None:
    """Replace a small file as a whole. Raises OSError."""
    with _new_file(path.parent) as made:
        made.write_text(content, "ascii")
        os.replace(made, path)


def _source_stamp(folder: Path, path: str) -> Path:
    return folder / f"{blake2b(os.fsencode(os.path.abspath(path)), digest_size=_DIGEST_SIZE).hexdigest()}.source"


def _remembered(folder: Path, path: str, signature: str) -> str | None:
    """The digest of a large dataset whose file has not changed since it was hashed."""
    try:
        digest, _, then = _source_stamp(folder, path).read_text("ascii").partition(" ")
        return digest if then == f"{signature} {_made_by()}" else None
    except (OSError, ValueError):
        return None


def _remember(folder: Path, path: str, digest: str, signature: str) -> None:
    """Keep the digest of a large dataset, unless its file has changed while it was read."""
    with suppress(OSError, ValueError):
        if _signature(os.stat(path)) == signature:
            _write(_source_stamp(folder, path), f"{digest} {signature} {_made_by()}")


def _prune(folder: Path) -> None:
    """Remove the oldest entries and what killed runs left: only files that carry our own names."""
    with suppress(OSError):
        ours = sorted(_ours(folder), reverse=True)
        kept, room = KEPT, KEPT_BYTES
        for _, size, entry in [one for one in ours if one[2].suffix == ".db"]:
            kept, room = kept - 1, room - size
            if kept < 0 or (room < 0 and kept < KEPT - 1):
                _remove(entry)
        for age, _, file in ours:
            orphan = file.suffix == ".stamp" and not file.with_suffix(".db").exists()
            if (orphan or file.suffix == ".tmp") and time.time() - age > _STALE_SECONDS:
                _remove(file)
        for _, _, source in [one for one in ours if one[2].suffix == ".source"][KEPT:]:
            _remove(source)


def _ours(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """Our files: time of the last change, size, path."""
    for file in folder.iterdir():
        entry = file.suffix in _OUR_SUFFIXES and len(file.stem) == 2 * _DIGEST_SIZE and set(file.stem) <= set("0123456789abcdef")
        if entry or (file.name.startswith("new-") and file.suffix == ".tmp"):
            with suppress(OSError):
                status = file.lstat()
                yield status.st_mtime, status.st_size, file


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
        if file.suffix == ".db":
            file.with_suffix(".stamp").unlink(missing_ok=True)
