"""Commands measured as whole processes: time and memory as the kernel accounts them, two commands pair by pair."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
import time
from contextlib import suppress
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

COLUMNS = 100


class Run(NamedTuple):
    """One finished process: seconds of the processor and of the clock, peak memory in MiB, its status and output."""

    cpu: float
    wall: float
    peak: float
    status: int
    out: bytes


class Command(NamedTuple):
    """What to run, with further environment variables, and whether on a terminal. `before` is done first, unmeasured."""

    arguments: Sequence[str]
    env: Mapping[str, str] = {}
    terminal: bool = False
    before: Callable[[], object] | None = None


class Ratio(NamedTuple):
    """Two commands compared: the medians of the pairs' ratios, and the medians of the first and the second by themselves."""

    cpu: float
    wall: float
    peak: float
    first: Run
    second: Run


def environment() -> dict[str, str]:
    """The environment without what would change the measured programs (byte code is kept, as it is where a tool is installed)."""
    dropped = ("ANSVAR", "LC_", "LANG", "NO_COLOR", "PYTHON", "COLUMNS", "TERM")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return clean | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


def run(command: Command) -> Run:
    """Run a command once. Its errors are thrown away, its output is read."""
    if command.before:
        command.before()
    reading, writing = _terminal() if command.terminal else os.pipe()
    env = environment() | dict(command.env)
    started = time.perf_counter()
    # What a process has used is asked of the kernel with `wait4`, which `subprocess` does not offer.
    process = subprocess.Popen(  # noqa: S603 (our own commands)
        command.arguments, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.DEVNULL, env=env
    )
    os.close(writing)
    out = _all_of(reading)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, process.returncode, out)


def _terminal() -> tuple[int, int]:
    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    return reading, writing


def _all_of(reading: int) -> bytes:
    chunks = []
    with suppress(OSError):  # a terminal ends with EIO
        while chunk := os.read(reading, 1 << 16):
            chunks.append(chunk)
    os.close(reading)
    return b"".join(chunks)


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    last = runs[-1]
    return Run(median(r.cpu for r in runs), median(r.wall for r in runs), median(r.peak for r in runs), last.status, last.out)


def compare(first: Command, second: Command, pairs: int, *, warm: int = 2) -> Ratio:
    """Run two commands in turn, `pairs` times each after `warm` runs that do not count.

    Which of a pair goes first alternates, so that neither always finds the machine as the other has left it.
    """
    for _ in range(warm):
        for command in (first, second):
            _done(command)
    runs: list[tuple[Run, Run]] = []
    for n in range(pairs):
        if n % 2:
            b, a = _done(second), _done(first)
        else:
            a, b = _done(first), _done(second)
        runs.append((a, b))
    return Ratio(
        median(a.cpu / b.cpu for a, b in runs), median(a.wall / b.wall for a, b in runs), median(a.peak / b.peak for a, b in runs),
        middle([a for a, _ in runs]), middle([b for _, b in runs]),
    )  # fmt: skip


def _done(command: Command) -> Run:
    """The run, which must have found something: a command that fails is quick and says nothing."""
    done = run(command)
    if done.status or not done.out:
        raise SystemExit(f"{' '.join(command.arguments)}: status {done.status}, {len(done.out)} bytes of output")
    return done
