"""200 damaged copies of a cache give the same answer as no cache. Opened in process, for there are many; a sample through the
installed command."""

from __future__ import annotations

import json
import os
import random
import shutil
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ansvar import OpenDataset
from ansvar.search.cache import open_index
from attacks import FOUND, FUZZ, attack
from conftest import WATER
from slow import first

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ansvar.search.index import Index

COPIES = FUZZ // 10
BATCHES = 10
PAGE = 4096
DAY = date(2024, 6, 1)
OTHER = WATER.read_text("utf-8").replace("delivers water", "delivers lemonade").replace("levererar vatten", "levererar saft")
"""Another dataset, whose entry may lie under the name of this one's."""


def _flipped(entry: Path, chance: random.Random) -> None:
    content = bytearray(entry.read_bytes())
    for _ in range(chance.choice((1, 1, 1, 8, 500))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    entry.write_bytes(content)


def _truncated(entry: Path, chance: random.Random) -> None:
    os.truncate(entry, chance.randrange(entry.stat().st_size))


def _swapped(entry: Path, chance: random.Random) -> None:
    content = entry.read_bytes()
    pages = [content[n : n + PAGE] for n in range(0, len(content), PAGE)]
    one, other = chance.sample(range(len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    entry.write_bytes(b"".join(pages))


def _garbage(entry: Path, chance: random.Random) -> None:
    entry.write_bytes(chance.randbytes(chance.choice((1, 100, PAGE, entry.stat().st_size))))


def _emptied(entry: Path, chance: random.Random) -> None:
    entry.write_bytes(bytes(chance.choice((0, 0, PAGE))))


def _lengthened(entry: Path, chance: random.Random) -> None:
    entry.write_bytes(entry.read_bytes() + chance.randbytes(chance.choice((1, PAGE))))


def _stamp_flipped(entry: Path, chance: random.Random) -> None:
    _flipped(entry.with_suffix(".stamp"), chance)


def _stamp_truncated(entry: Path, chance: random.Random) -> None:
    _truncated(entry.with_suffix(".stamp"), chance)


def _stamp_garbage(entry: Path, chance: random.Random) -> None:
    _garbage(entry.with_suffix(".stamp"), chance)


def _other_words(entry: Path, chance: random.Random) -> None:
    """The kind of damage that SQLite does not see: the answer would just be another."""
    entry.write_bytes(entry.read_bytes().replace(b"water", b"vodka" if chance.random() < 0.5 else b"juice"))


DAMAGES: tuple[Callable[[Path, random.Random], None], ...] = (
    _flipped, _truncated, _swapped, _garbage, _emptied, _lengthened, _stamp_flipped, _stamp_truncated, _stamp_garbage, _other_words,
)  # fmt: skip


def answers(index: Index) -> str:
    """Everything that a dataset has, and some answers from it."""
    dataset = OpenDataset(index, "en", DAY)
    asked = [dataset.ask(words).plain() for words in ("tap water", "badstrand", "Lake Agency", "algea")]
    return json.dumps([dataset.whole().plain(), asked])


@pytest.fixture(scope="module")
def right() -> str:
    """The answers without a cache."""
    with closing(open_index(str(WATER), cached=False)) as index:
        return answers(index)


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the entry of the small dataset."""
    folder: Path = tmp_path_factory.mktemp("healthy")
    _fill(folder, str(WATER))
    return folder


def _fill(folder: Path, data: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANSVAR_CACHE_DIR", str(folder))
        open_index(data).close()


def _damaged(healthy: Path, folder: Path, seed: int) -> str:
    """Make a damaged copy of a cache folder, and say how it is damaged."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    shutil.copytree(healthy, folder)
    (entry,) = folder.glob("*.db")
    times = entry.stat()
    damage = DAMAGES[seed % len(DAMAGES)]
    damage(entry, chance)
    if chance.random() < 0.5:  # as whoever wants to hide it
        os.utime(entry, ns=(times.st_atime_ns, times.st_mtime_ns))
    return damage.__name__


@pytest.mark.parametrize("batch", first(2, range(BATCHES)))
def test_a_damaged_copy_gives_the_right_answer(
    batch: int, healthy: Path, right: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(batch, COPIES, BATCHES):
        folder = tmp_path / str(seed)
        print("seed", seed, _damaged(healthy, folder, seed))
        monkeypatch.setenv("ANSVAR_CACHE_DIR", str(folder))
        for _ in range(1 + (seed % 5 == 0)):  # and what is made anew serves the next
            with closing(open_index(str(WATER))) as index:
                assert answers(index) == right
        shutil.rmtree(folder)


@pytest.mark.parametrize("put", [shutil.copy, shutil.copy2, os.replace])
@pytest.mark.parametrize("with_stamp", [True, False])
def test_the_entry_of_another_dataset_under_this_name(
    with_stamp: bool,
    put: Callable[[Path, Path], object],
    healthy: Path,
    right: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, other, folder = tmp_path / "other.yaml", tmp_path / "other", tmp_path / "cache"
    data.write_text(OTHER, "utf-8")
    _fill(other, str(data))
    shutil.copytree(healthy, folder)
    (entry,), (wrong,) = folder.glob("*.db"), other.glob("*.db")
    put(wrong, entry)
    if with_stamp:
        put(wrong.with_suffix(".stamp"), entry.with_suffix(".stamp"))
    monkeypatch.setenv("ANSVAR_CACHE_DIR", str(folder))
    with closing(open_index(str(WATER))) as index:
        assert answers(index) == right


@pytest.mark.parametrize("seed", first(3, range(len(DAMAGES))))
def test_a_sample_through_the_installed_command(seed: int, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    env = {"ANSVAR_CACHE_DIR": str(folder)}
    expected = attack("export", "--format", "json", "--as-of", "2024-06-01", env=env)
    healthy = tmp_path / "healthy"
    folder.rename(healthy)
    _damaged(healthy, folder, seed)
    run = attack("export", "--format", "json", "--as-of", "2024-06-01", env=env)
    assert run == expected
    assert run.status == FOUND
