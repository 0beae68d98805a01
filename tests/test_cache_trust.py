"""What the cache trusts: regular files of one's own, in a folder of one's own, that make sense inside. Never the clock."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from ansvar.search import cache, upkeep
from attacks import processor_time
from conftest import COMMAND, WATER
from slow import first, slow
from test_cache import ask, entries, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOBODY = 54321
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
OLD, NEW = b"levererar vatten", b"levererar bubbel"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def right() -> str:
    """The answer without a cache."""
    return ask("/nonexistent", "--no-cache")


def stamped(entry: Path) -> None:
    """The stamp that the cache itself would make, for whatever the entry is now."""
    entry.with_suffix(".stamp").write_text(
        f"{cache._checksum(str(entry), entry.stem)} {cache._entry_signature(str(entry))}", "ascii"
    )


def _of_nobody(folder: Path, entry: Path) -> None:
    entry.write_bytes(entry.read_bytes().replace(OLD, NEW))
    stamped(entry)
    for path in (entry, entry.with_suffix(".stamp")):
        os.chown(path, NOBODY, NOBODY)
    stamp = entry.with_suffix(".stamp")
    text = stamp.read_text("ascii")
    stamp.write_text(text[: text.index(" ")] + f" {entry.stem} {cache._signature(entry.stat())}", "ascii")


def _folder_of_nobody(folder: Path, entry: Path) -> None:
    _of_nobody(folder, entry)
    os.chown(folder, NOBODY, NOBODY)


def _open_to_all(folder: Path, entry: Path) -> None:
    entry.write_bytes(entry.read_bytes().replace(OLD, NEW))
    stamped(entry)
    folder.chmod(0o777)


def _fifo(suffix: str) -> Callable[[Path, Path], None]:
    def plant(_: Path, entry: Path) -> None:
        entry.with_suffix(suffix).unlink()
        os.mkfifo(entry.with_suffix(suffix))

    return plant


def _link(suffix: str, target: str) -> Callable[[Path, Path], None]:
    def plant(_: Path, entry: Path) -> None:
        entry.with_suffix(suffix).unlink()
        entry.with_suffix(suffix).symlink_to(target)

    return plant


def _long_stamp(_: Path, entry: Path) -> None:
    with entry.with_suffix(".stamp").open("ab") as stamp:
        stamp.truncate(1 << 40)


PLANTED = {
    "an entry of another user": pytest.param(_of_nobody, marks=as_root),
    "a folder of another user": pytest.param(_folder_of_nobody, marks=as_root),
    "a folder that anybody may write into": _open_to_all,
    "a pipe for an entry": _fifo(".db"),
    "a pipe for a stamp": _fifo(".stamp"),
    "a link to /dev/zero for an entry": _link(".db", "/dev/zero"),
    "a link to /dev/zero for a stamp": _link(".stamp", "/dev/zero"),
    "a stamp of a terabyte": _long_stamp,
}


@pytest.mark.parametrize("plant", PLANTED.values(), ids=PLANTED)
def test_what_is_not_ones_own_is_not_believed(folder: Path, right: str, plant: Callable[[Path, Path], None]) -> None:
    ask(folder)
    [entry] = entries(folder)
    plant(folder, entry)
    before = processor_time()
    assert ask(folder) == right
    assert ask(folder) == right
    assert processor_time() - before < 10


def test_a_folder_that_is_a_link_is_not_written_into(tmp_path: Path, right: str) -> None:
    (tmp_path / "documents").mkdir(mode=0o700)
    (tmp_path / "cache").symlink_to("documents")
    for named in ("cache", "cache/"):
        assert ask(str(tmp_path / named)) == right
    assert not list((tmp_path / "documents").iterdir())


WRONG_INSIDE = [
    "UPDATE record SET json = '{'", "UPDATE record SET json = '[]'", "UPDATE record SET json = 'null'", "DELETE FROM meta",
    "DELETE FROM record", "DROP TABLE record", "DROP TABLE word", "DROP TABLE posting", "UPDATE meta SET value = 'x'",
    "UPDATE duty SET json = 'nonsense'", "UPDATE duty SET json = '{}'",
    "UPDATE name SET words = 'x'", "UPDATE posting SET duty = duty + 999999",
    ("DROP TABLE duty; CREATE VIEW duty AS WITH RECURSIVE r(n, position, id, json) AS "
    "(SELECT 1, 1, 'x', 'x' UNION ALL SELECT n + 1, n + 1, 'x', 'x' FROM r) SELECT * FROM r"),
    "DROP TABLE duty; CREATE VIEW duty AS SELECT 1 AS n, 1 AS position, 'x' AS id, zeroblob(500000000) AS json",
]  # fmt: skip


@pytest.mark.parametrize("wrong", first(2, WRONG_INSIDE))
def test_what_makes_no_sense_inside_is_made_anew(folder: Path, right: str, wrong: str) -> None:
    ask(folder)
    [entry] = entries(folder)
    connection = sqlite3.connect(entry)
    connection.executescript(wrong)
    connection.close()
    stamped(entry)
    assert ask(folder) == right
    opened = subprocess.run([COMMAND, "export", "--data", WATER], env=environment(folder), capture_output=True, check=False)
    assert (opened.returncode, opened.stderr) == (0, b"")
    assert ask(folder) == right


@slow
def test_entries_of_the_future_do_no_harm(folder: Path, tmp_path: Path, right: str) -> None:
    data = tmp_path / "data.yaml"
    for n in range(upkeep.KEPT):
        data.write_text(f"# {n}\n" + WATER.read_text("utf-8"), "utf-8")
        ask(folder, data=data)
    future = time.time() + 3 * 365 * 86400
    for path in [*folder.iterdir()]:
        os.utime(path, (future, future))
    assert ask(folder) == right
    kept = entries(folder)
    assert len(kept) == upkeep.KEPT
    [new] = [entry for entry in kept if entry.stat().st_mtime < future - 1]
    made = new.stat().st_mtime_ns
    assert ask(folder) == right
    assert new.stat().st_mtime_ns == made, "it is used, not made anew"
