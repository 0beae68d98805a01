"""The budget, measured: what a question and a compilation cost, as ratios in one run, against their bounds.

    python benchmarks/run.py            everything, in about five minutes
    python benchmarks/run.py --quick    fewer runs, and nothing with 100,000 duties: a minute
    python benchmarks/run.py --write    the tables also into benchmarks/RESULTS.md

Status 1 when a bound is broken.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import alternatives
from measure import Command, Ratio, Run, compare, run

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
BARE = HERE / "bare"
WORK = HERE / ".work"
RESULTS = HERE / "RESULTS.md"
BIN = Path(sys.executable).parent
BUDGET = (
    "What it costs, as ratios of whole processes run in turn. Time of the processor is held to the bound; that of the clock stands "
    "beside it."
)
LANGUAGES = ("sv", "fi", "en")
KINDS = ("common", "rare", "misspelled")
SHIPPED_WORDS = {
    "sv": ("integration", "resedokument", "resedokumwnt"),
    "fi": ("kotoutuminen", "oleskelulupa", "oleskelulups"),
    "en": ("integration", "citizenship", "citixenship"),
}
"""Words of the shipped dataset like those that the generator names: a common one, a rare one, a misspelling, by language."""
MANY, MOST = 10_000, 100_000
"""Duties of the generated datasets."""


class Row(NamedTuple):
    """A bound and what was measured: the ratio in time of the processor (which is judged) and of the clock, and the figures."""

    what: str
    bound: float
    measured: float
    clock: float | None
    figures: str

    @property
    def holds(self) -> bool:
        """Whether the ratio is within the bound."""
        return self.measured <= self.bound


class Bench:
    """The commands that are compared. `pairs` is how often each two are run for a ratio."""

    def __init__(self, pairs: int) -> None:
        self.pairs = pairs
        self.env = {"ANSVAR_CACHE_DIR": str(WORK / "cache")}
        self.fresh = {"ANSVAR_CACHE_DIR": str(WORK / "fresh")}

    def asking(self, *arguments: str, first: bool = False, terminal: bool = False) -> Command:
        """A question; as the `first` one ever, with nothing in the cache."""
        command = [str(BIN / "ansvar"), "who", *arguments, *([] if terminal else ["--format", "json"])]
        return Command(command, self.fresh if first else self.env, terminal, _forget if first else None)

    def starts(self) -> Iterator[Row]:
        """What a start costs."""
        line = Command([sys.executable, str(BARE / "line.py"), "asylum"])
        table = Command([sys.executable, str(BARE / "table.py"), "asylum"], terminal=True)
        json, shown = self.asking("asylum"), self.asking("asylum", terminal=True)
        yield _row("`ansvar who asylum --format json` / a bare Typer program", 1.25, compare(json, line, self.pairs))
        yield _row("`ansvar who asylum` on a terminal / one with a Rich table", 1.25, compare(shown, table, self.pairs))
        show_version = Command([str(BIN / "ansvar"), "--version"], self.env)
        yield _row("`ansvar --version` / a bare Typer program", 1.1, compare(show_version, line, self.pairs))
        first, first_shown = self.asking("asylum", first=True), self.asking("asylum", first=True, terminal=True)
        yield _row("The first run ever, compiling / a later one (JSON)", 3, compare(first, json, self.pairs))
        yield _row("The first run ever, compiling / a later one (table)", 3, compare(first_shown, shown, self.pairs))

    def questions(self, duties: int, bound: float) -> Iterator[Row]:
        """What a question over a large dataset costs, against one like it over the shipped dataset."""
        file = large(duties)
        words = asked(file)
        _compiled(self.asking("x", "--data", str(file)), self.asking("x"))
        peaks = []
        for kind, name in enumerate(KINDS):
            ratios = {}
            for language in LANGUAGES:
                here, there = words[language][kind], SHIPPED_WORDS[language][kind]
                found = compare(self.asking(here, "--data", str(file)), self.asking(there), max(5, self.pairs // 3))
                ratios[language] = found
                peaks.append((found.peak, found))
            worst = max(ratios, key=lambda language: ratios[language].cpu)
            what = f"A {name} word in {duties:,} duties / in the shipped dataset"
            yield _row(what, bound, ratios[worst], f"; {worst}, the slowest")
        if duties == MOST:
            peak, found = max(peaks)
            figures = f"{found.first.peak:.1f} / {found.second.peak:.1f} MiB; the greatest of the nine"
            own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            if own >= found.second.peak:  # a process inherits the peak of the one that starts it
                raise SystemExit(f"this program takes {own:.1f} MiB itself: the peaks above are its own")
            yield Row(f"Peak memory of a question, {duties:,} duties / the shipped dataset", 2, peak, None, figures)

    def compiling(self) -> Iterator[Row]:
        """What compiling costs."""
        file = large(MANY)
        load = Command([sys.executable, str(BARE / "load.py"), str(file)])
        words = asked(file)
        ratio = compare(self.asking(words["sv"][0], "--data", str(file), first=True), load, max(3, self.pairs // 5), warm=0)
        yield _row(f"Compiling {MANY:,} duties and answering / `yaml.load` with the C loader alone", 3, ratio)
        if self.pairs > QUICK:
            most = large(MOST)
            whole = run(self.asking(asked(most)["sv"][0], "--data", str(most), first=True))
            many = ratio.first
            figures = f"{whole.cpu:.1f} s / {many.cpu:.2f} s"
            grown = whole.cpu / many.cpu / (MOST / MANY)
            yield Row(f"Each of {MOST:,} duties compiled / each of {MANY:,}", 1.2, grown, whole.wall / many.wall / 10, figures)


QUICK, USUAL = 7, 21


def _row(what: str, bound: float, ratio: Ratio, more: str = "") -> Row:
    def told(done: Run) -> str:
        return f"{1000 * done.cpu:.0f} ms" if done.cpu < 1 else f"{done.cpu:.2f} s"

    return Row(what, bound, ratio.cpu, ratio.wall, f"{told(ratio.first)} / {told(ratio.second)}{more}")


def _forget() -> None:
    shutil.rmtree(WORK / "fresh", ignore_errors=True)


def _compiled(*commands: Command) -> None:
    """Run questions, found or not, until they are answered from the cache without reading a large dataset again."""
    for command in commands:
        run(command), run(command)


def large(duties: int) -> Path:
    """The generated dataset of so many duties, made when it is not there or older than its generator."""
    file, maker = WORK / f"{duties}.yaml", HERE / "large.py"
    if not file.exists() or file.stat().st_mtime < maker.stat().st_mtime:
        subprocess.run([sys.executable, str(maker), str(duties), str(file)], check=True)  # noqa: S603 (our own)
    return file


def asked(file: Path) -> dict[str, list[str]]:
    """The words to ask for, by language, from the comments at the top of a generated dataset."""
    with file.open(encoding="utf-8") as lines:
        heads = [next(lines).removeprefix("# ").split() for _ in LANGUAGES]
    return {head[0].rstrip(":"): head[1:] for head in heads}


def machine() -> str:
    """The machine and the programs that the figures come from."""
    cpus = [line.partition(": ")[2] for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines() if "model name" in line]
    names = ("typer", "rich", "PyYAML")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    load = os.getloadavg()[0]
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {cpus[0] if cpus else platform.machine()}, {os.cpu_count()} processors (load {load:.1f}), "
        f"{platform.system()} {platform.release().partition('-')[0]}, Python {platform.python_version()}, {versions}."
    )


def budget_table(rows: list[Row]) -> str:
    """The bounds and what was measured, in Markdown."""
    lines = ["| | bound | processor | clock | medians |", "|---|--:|--:|--:|---|"]
    for row in rows:
        clock = "" if row.clock is None else f"{row.clock:.2f}"
        measured = f"{row.measured:.2f}" if row.holds else f"**{row.measured:.2f}**"
        lines.append(f"| {row.what} | {row.bound:g} | {measured} | {clock} | {row.figures} |")
    return "\n".join(lines) + "\n"


def tools_table(scores: list[alternatives.Score], count: int) -> str:
    """What else one would use, in Markdown."""
    lines = [f"| | right of {count} questions that nobody tuned for | a question | over {MANY:,} duties |", "|---|--:|--:|--:|"]
    lines += (f"| {s.name} | {s.right} | {1000 * s.small:.0f} ms | {1000 * s.large:.0f} ms |" for s in scores)
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print, judge; the status to leave with."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help=f"fewer runs, nothing with {MOST:,} duties")
    parser.add_argument("--write", action="store_true", help=f"write the tables to {RESULTS.name} too")
    options = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    bench = Bench(QUICK if options.quick else USUAL)
    rows = []
    sections = [bench.starts(), bench.questions(MANY, 1.3), bench.compiling()]
    sections[2:2] = [] if options.quick else [bench.questions(MOST, 2)]
    for section in sections:
        for row in section:
            rows.append(row)
            print(f"{'ok' if row.holds else 'BROKEN':6} {row.measured:6.2f} of {row.bound:<4g} {row.what}", file=sys.stderr)
    chosen = alternatives.questions()
    words = [words[0] for words in asked(large(MANY)).values()]
    scores = alternatives.scores(chosen, large(MANY), words, WORK)
    text = f"{tools_table(scores, len(chosen))}\n{BUDGET}\n\n{budget_table(rows)}\n{machine()}\n"
    print(text, end="")
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")
    return int(not all(row.holds for row in rows))


if __name__ == "__main__":
    sys.exit(main())
