"""Long work shows itself: on a terminal, on stderr, and nowhere else."""

from __future__ import annotations

import os
import pty
import re
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset.load import parse
from ansvar.search.build import compile_dataset
from conftest import WATER

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGE = Path(__file__).parents[1] / "benchmarks" / "large.py"
PHASES = ("Reading", "Checking", "Indexing duties", "Indexing words", "Splitting compounds")
AT_ONCE = "import ansvar.dataset.progress as p; p.DELAY_SECONDS = {}; from ansvar.__main__ import main; main()"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated dataset that takes a while."""
    file = tmp_path_factory.mktemp("large") / "large.yaml"
    subprocess.run([sys.executable, LARGE, "300", file], check=True)
    return file


def run(code: str, *arguments: str, terminal: bool = True, env: Mapping[str, str] | None = None) -> tuple[int, str, str]:
    """The status of a program, its standard output, and what it draws on stderr, a terminal or a pipe."""
    reading, writing = pty.openpty() if terminal else os.pipe()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANSVAR", "NO_COLOR", "COLUMNS"))}
    drawn = b""
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=writing, env={**kept, "TERM": "xterm", **(env or {})}) as process:
        os.close(writing)
        with suppress(OSError):  # a terminal ends with EIO
            while chunk := os.read(reading, 1 << 16):
                drawn += chunk
        os.close(reading)
        out, _ = process.communicate(timeout=60)
    return process.returncode, out.decode(), drawn.decode()


def shown(data: Path, *, delay: float = 0, terminal: bool = True, env: Mapping[str, str] | None = None) -> tuple[str, str]:
    """What a first run prints, and what it draws when the bar begins after `delay` seconds."""
    arguments = ("who", "responsible", "--limit", "1", "--no-cache", "--data", str(data))
    status, out, drawn = run(AT_ONCE.format(delay), *arguments, terminal=terminal, env=env)
    assert status in (0, 1)
    return out, drawn


def test_every_phase_of_compiling_is_told(large: Path) -> None:
    told: list[tuple[str, int, int]] = []

    def progress(doing: str, done: int, total: int) -> None:
        told.append((doing, done, total))

    connection = sqlite3.connect(":memory:")
    compile_dataset(parse(large.read_bytes(), "large", progress), connection, progress)
    connection.close()
    assert list(dict.fromkeys(doing for doing, _, _ in told)) == list(PHASES)
    assert all(0 <= done <= total for _, done, total in told)
    for phase in PHASES[2:]:
        done = [done for doing, done, _ in told if doing == phase]
        assert 0 in done


def test_a_bar_is_drawn_and_goes_away(large: Path) -> None:
    out, drawn = shown(large)
    assert len([phase for phase in PHASES if phase in drawn]) > 1
    assert not any(phase in out for phase in PHASES)
    bar, _, after = drawn.rpartition("\x1b[2K")  # the line is wiped
    assert "━" in bar
    assert "━" not in after
    assert "\x1b[?25h" in drawn  # and the cursor is back


ASCII = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"COLUMNS": "0"}, {"NO_COLOR": "1"}, ASCII])
def test_a_terminal_gets_what_it_can_draw(large: Path, env: dict[str, str]) -> None:
    out, drawn = shown(large, env=env)
    assert out == shown(large, terminal=False, env=env)[0]
    if "TERM" in env:
        assert not re.search("|".join([*PHASES, "\x1b"]), drawn)


def test_a_pipe_gets_no_bar(large: Path) -> None:
    assert not re.search("|".join([*PHASES, "\x1b"]), shown(large, terminal=False)[1])


def test_quick_work_shows_nothing() -> None:
    assert not re.search("|".join([*PHASES, "\x1b"]), shown(WATER, delay=1.0)[1])


def test_an_interrupted_bar_gives_the_terminal_back(large: Path, tmp_path: Path) -> None:
    interrupting = """
import os, signal
import ansvar.search.build
ansvar.search.build._Compiler._names = lambda self: os.kill(os.getpid(), signal.SIGINT)
"""
    arguments = ("who", "x", "--data", str(large))
    status, out, drawn = run(interrupting + AT_ONCE.format(0), *arguments, env={"ANSVAR_CACHE_DIR": str(tmp_path)})
    assert (status, out) == (130, "")
    assert "\x1b[?25h" in drawn
    assert "Traceback" not in drawn
    assert not list(tmp_path.iterdir())
