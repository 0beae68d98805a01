"""Small files that are meant to cost much: what each command takes for them, against the bounds that hold for any file under 1 MiB.

    python benchmarks/bounded.py              every dataset and command, in some minutes
    python benchmarks/bounded.py websites     the datasets of these names
    python benchmarks/bounded.py --write DIR  only write the datasets

Status 1 when a bound is broken: seconds of the processor, bytes written, memory by the byte of a large file.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from measure import environment

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS, WRITTEN = 5.0, 100 << 20
"""What a file under 1 MiB may cost: seconds of the processor, bytes of output."""
PATIENCE = 4
"""A run is stopped after so many times what it may cost."""
PER_BYTE = 12
"""Bytes of memory for each byte of a large file."""
COMMANDS = (
    ("check",), ("who", "same name here"), ("who", "tea", "--format", "json"), ("actors",), ("changes",), ("matrix",),
    ("matrix", "--format", "html"), ("matrix", "--format", "csv"), *(("export", "--format", name) for name in (
        "markdown", "html", "csv", "json", "jsonld")),
)  # fmt: skip
HEAD = "title: {en: T}\nlanguages: [en]\n"


def _actors(count: int, more: str = "") -> str:
    """So many actors; `#` stands for the number of each, `+` for the next one's."""
    listed = (more.replace("#", str(n)).replace("+", str((n + 1) % count)) for n in range(count))
    return "actors:\n" + "".join(f"- {{id: a{n}, name: {{en: A}}{told}}}\n" for n, told in enumerate(listed))


def _duty(fields: str) -> str:
    return f"duties: [{{id: d, statement: {{en: brews tea}}, {fields}}}]\n"


def _day(n: int) -> date:
    return date(1950, 1, 1) + timedelta(n)


def holders() -> str:
    """One duty with thousands of holders."""
    return HEAD + _actors(10_000) + _duty(f"actors: [{', '.join(f'a{n}' for n in range(10_000))}]")


def chain() -> str:
    """A duty that thousands hold one after the other."""
    actors = "".join(f"- {{id: a{n}, name: {{en: A}}, until: {_day(n)}, successors: [a{n + 1}]}}\n" for n in range(3000))
    return HEAD + "actors:\n" + actors + "- {id: a3000, name: {en: A}}\n" + _duty("actors: [a0]")


def fan() -> str:
    """Hundreds of holders, each of them succeeded by the same hundreds of others."""
    others = ", ".join(f"b{n}" for n in range(300))
    first = "".join(f"- {{id: a{n}, name: {{en: A}}, until: {_day(n)}, successors: [{others}]}}\n" for n in range(300))
    later = "".join(f"- {{id: b{n}, name: {{en: B}}}}\n" for n in range(300))
    return HEAD + "actors:\n" + first + later + _duty(f"actors: [{', '.join(f'a{n}' for n in range(300))}]")


def ring() -> str:
    """Successors in a circle, which `check` tells."""
    return HEAD + _actors(10_000, ", until: 2000-01-01, successors: [a+]") + "duties: []\n"


def websites() -> str:
    """Many actors, each with a website."""
    return HEAD + _actors(14_000, ', website: "https://x.org/#"') + _duty("actors: [a0]")


def one_name() -> str:
    """Many actors of one name."""
    return HEAD + _actors(17_000).replace("{en: A}", "{en: same name here}") + _duty("actors: [a0]")


def changes() -> str:
    """A duty that has changed every day of its life."""
    steps = ", ".join(f"{{on: {_day(n)}, status: ended}}" for n in range(20_000))
    return HEAD + _actors(1) + _duty(f"actors: [a0], changes: [{steps}]")


def cross() -> str:
    """Thousands of topics, and of actors that have a duty in each."""
    topics = "topics:\n" + "".join(f"- {{id: t{n}, name: {{en: T}}}}\n" for n in range(3000))
    listed = ", ".join(f"a{n}" for n in range(3000)), ", ".join(f"t{n}" for n in range(3000))
    return HEAD + _actors(3000) + topics + _duty("actors: [{}], topics: [{}]".format(*listed))


def notes() -> str:
    """Thousands of statements of context about thousands of actors."""
    told = "".join(f"- {{id: n{n}, statement: {{en: x}}, actors: [a{n}]}}\n" for n in range(8000))
    return HEAD + _actors(8000) + _duty("actors: [a0]") + "notes:\n" + told


def problems() -> str:
    """A fault in every line."""
    return HEAD + _actors(1) + "duties:\n" + "".join(f"- {{id: d{n}, actors: [b{n}]}}\n" for n in range(30_000))


DATASETS: dict[str, Callable[[], str]] = {
    made.__name__: made for made in (holders, chain, fan, ring, websites, one_name, changes, cross, notes, problems)
}


class Cost(NamedTuple):
    """What a run cost: seconds of the processor, bytes written, peak memory in bytes, its status (negative: it was stopped)."""

    seconds: float
    written: int
    peak: int
    status: int

    @property
    def holds(self) -> bool:
        """Whether it is within the bounds."""
        return self.status >= 0 and self.seconds <= SECONDS and self.written <= WRITTEN


def _limited() -> None:
    most = int(PATIENCE * SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))


def cost(arguments: tuple[str, ...], file: Path, cache: str) -> Cost:
    """The cost of a command over a dataset. One that writes or takes far too much is stopped."""
    data = [str(file)] if arguments == ("check",) else ["--data", str(file)]
    env = environment() | {"ANSVAR_CACHE_DIR": cache}
    command = [str(Path(sys.executable).with_name("ansvar")), *arguments, *data]
    process = subprocess.Popen(  # noqa: S603 (our own)
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env, preexec_fn=_limited
    )
    written = 0
    while process.stdout and (chunk := os.read(process.stdout.fileno(), 1 << 20)):
        written += len(chunk)
        if written > PATIENCE * WRITTEN:
            process.kill()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, written, used.ru_maxrss << 10, process.returncode)


def measured(names: list[str], folder: Path) -> bool:
    """Print what each command costs over each dataset; whether all of it is within the bounds."""
    print(f"| dataset | MiB | command | s | MiB out | MiB of memory |\n{'|---' * 6}|")
    fine = True
    for name in names:
        file = folder / f"{name}.yaml"
        for arguments in COMMANDS:
            one = cost(arguments, file, str(folder / "cache"))
            fine &= one.holds
            figures = f"{one.seconds:.1f} | {one.written / 2**20:.1f} | {one.peak / 2**20:.0f}"
            size, over = file.stat().st_size / 2**20, "" if one.holds else " **over**"
            print(f"| {name} | {size:.2f} | {' '.join(arguments)} | {figures} |{over}", flush=True)
    return fine


def memory(folder: Path) -> bool:
    """Whether a large file of short values is read within its memory."""
    small, file = folder / "small.yaml", folder / "values.yaml"
    small.write_text(HEAD, "utf-8")
    file.write_text(HEAD + "x:\n" + f"- [{'a,' * 500}a]\n" * 20_000, "utf-8")
    own, one = (cost(("check",), path, str(folder / "cache")) for path in (small, file))
    per_byte = (one.peak - own.peak) / file.stat().st_size
    print(f"\nMemory by the byte of a file of {file.stat().st_size / 2**20:.0f} MiB: {per_byte:.1f} (at most {PER_BYTE})")
    return per_byte <= PER_BYTE


def main() -> int:
    """Write the datasets, measure, judge; the status to leave with."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", choices=[*DATASETS, []], help="datasets; all, where none is named")
    parser.add_argument("--write", type=Path, help="a folder to write the datasets into, and do no more")
    options = parser.parse_args()
    names = options.names or list(DATASETS)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.write or Path(temporary)
        for name in names:
            (folder / f"{name}.yaml").write_text(DATASETS[name](), "utf-8")
        if options.write:
            return 0
        return int(not (measured(names, folder) & (bool(options.names) or memory(folder))))


if __name__ == "__main__":
    sys.exit(main())
