"""What tests share: the installed command run in a process of its own, and a small dataset about something else."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from ansvar.dataset.load import load, parse
from ansvar.dataset.shipped import shipped_path
from ansvar.search.build import compile_dataset
from ansvar.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WATER = Path(__file__).parent / "data" / "water.yaml"
COMMAND = Path(sys.executable).with_name("ansvar")


@dataclass(frozen=True)
class Run:
    """What a run of the command left: its status, and what it wrote."""

    status: int
    out: str
    err: str


class Ansvar(Protocol):
    """The command, to be called with its arguments."""

    def __call__(  # noqa: D102 (the class says it)
        self, *arguments: str, data: str | Path | None = WATER, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> Run: ...


_CONNECTIONS: list[sqlite3.Connection] = []


def in_memory() -> sqlite3.Connection:
    """A database in memory that is closed at the end (Python 3.13 warns of one that nobody closes)."""
    _CONNECTIONS.append(sqlite3.connect(":memory:"))
    return _CONNECTIONS[-1]


def pytest_sessionfinish() -> None:
    """Close what the tests have opened."""
    while _CONNECTIONS:
        _CONNECTIONS.pop().close()


@pytest.fixture(scope="session")
def ansvar(tmp_path_factory: pytest.TempPathFactory) -> Ansvar:
    """Run the installed command as a shell does, with a cache of the tests' own. `data` is the dataset, None the shipped one."""
    cache = tmp_path_factory.mktemp("cache")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ANSVAR", "LC_", "LANG", "NO_COLOR"))}

    def run(*arguments: str, data: str | Path | None = WATER, stdin: str = "", env: Mapping[str, str] | None = None) -> Run:
        named = {"ANSVAR_DATA": str(data)} if data else {}
        done = subprocess.run(
            [COMMAND, *arguments],
            input=stdin.encode(),
            capture_output=True,
            timeout=60,
            check=False,
            env={**clean, "ANSVAR_CACHE_DIR": str(cache), "LC_ALL": "C.UTF-8", **named, **(env or {})},
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def index() -> Iterator[Index]:
    """The small dataset, compiled in memory."""
    connection = sqlite3.connect(":memory:")
    compile_dataset(parse(WATER.read_bytes(), str(WATER)), connection)
    opened = Index(connection)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shipped() -> Iterator[Index]:
    """The dataset that the tool comes with, compiled in memory."""
    connection = sqlite3.connect(":memory:")
    compile_dataset(load(shipped_path()), connection)
    opened = Index(connection)
    yield opened
    opened.close()
