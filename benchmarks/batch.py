"""Many questions in one process: how long ten thousand take, and whether the memory taken depends on their number.

    python benchmarks/batch.py

Over the shipped dataset and one of 10,000 generated duties, with the ten best answers each. Status 1 when a bound is broken.
"""

from __future__ import annotations

import random
import string
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import large
from measure import Command, run

if TYPE_CHECKING:
    from collections.abc import Sequence

QUESTIONS, FEW = 10_000, 2_000
GROWTH = 1.25
"""How much more memory the one may take than the other."""
TESTS = Path(__file__).parents[1] / "tests" / "data" / "queries.tsv"


def asked_of_the_shipped() -> list[str]:
    """The questions of the tests."""
    return [line.split("\t")[2] for line in TESTS.read_text("utf-8").splitlines()[1:]]


def mixed(questions: Sequence[str], count: int) -> str:
    """So many of the questions, a fifth of them with a wrong letter, the same each time; a line each."""
    chance, lines = random.Random(large.SEED), []  # noqa: S311 (no secret)
    for question in chance.choices(questions, k=count):
        n = chance.randrange(len(question))
        wrong = question[:n] + chance.choice(string.ascii_lowercase) + question[n + 1 :]
        lines.append(wrong if chance.random() < 0.2 else question)
    return "\n".join(lines)


def measured(name: str, data: Sequence[str], questions: Sequence[str], seconds: float, folder: Path) -> bool:
    """Whether the bounds hold for a dataset; prints what was measured."""
    ansvar = [str(Path(sys.executable).with_name("ansvar")), "who", *data]
    subprocess.run([*ansvar, "warm"], capture_output=True, check=False)  # noqa: S603 (our own command)
    peaks, cpu = [], 0.0
    for count in (FEW, QUESTIONS):
        file = folder / f"{count}.txt"
        file.write_text(mixed(questions, count), "utf-8")
        done = run(Command([*ansvar, "--limit", "10", "--batch", str(file)]))
        if done.status or done.out.count(b"\n") != count:
            raise SystemExit(f"{name}: status {done.status}")
        cpu = done.cpu
        peaks.append(done.peak)
    growth = peaks[1] / peaks[0]
    print(f"{name:16} {cpu:6.1f} s of {seconds:.0f}   {peaks[1]:6.1f} MiB, {growth:.2f} times those of {FEW}")
    return cpu <= seconds and growth <= GROWTH


def main() -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = folder / "duties.yaml"
        text, asked = large.dataset(10_000)
        data.write_text(text, "utf-8")
        held = measured("shipped", [], asked_of_the_shipped(), 30, folder)
        words = [word for three in asked.values() for word in three]
        pairs = [*words, *(f"{one} {other}" for one in words for other in words if one != other)]
        held &= measured("10,000 duties", ["--data", str(data)], pairs, 45, folder)
    sys.exit(not held)


if __name__ == "__main__":
    main()
