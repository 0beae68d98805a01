"""Ask every question of the project's own sets at once, and print what goes wrong, by set and kind.

    python tools/score.py

`tests/data/queries.tsv` is asked of the shipped dataset, `tests/data/kinds.yaml` of the small datasets in it. Leaves with
status 1 when something is wrong.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import kinds
import questions
from ansvar.dataset.load import parse
from ansvar.dataset.shipped import shipped_path
from ansvar.search.build import compile_dataset
from ansvar.search.index import Index


def shipped() -> Index:
    """The shipped dataset, compiled."""
    connection = sqlite3.connect(":memory:")
    compile_dataset(parse(Path(shipped_path()).read_bytes(), shipped_path()), connection)
    return Index(connection)


def faults(index: Index) -> dict[tuple[str, str, str], str]:
    """What is wrong with the answer to each question, by set, kind and question; empty where nothing is."""
    found = {("queries", one.kind, one.text): one.fault(questions.answering(index, one.text)) for one in questions.QUESTIONS}
    return found | {("kinds", one.kind, one.text): one.fault(kinds.answering(one)) for one in kinds.ASKED}


def main() -> int:
    """Print the score of each kind, and the questions that go wrong."""
    found = faults(shipped())
    asked = Counter((name, kind) for name, kind, _ in found)
    right = Counter((name, kind) for (name, kind, _), fault in found.items() if not fault)
    for name, kind in asked:
        print(f"{name:8} {kind:40} {right[name, kind]:4} of {asked[name, kind]}")
    wrong = {key: fault for key, fault in found.items() if fault}
    for (_, kind, text), fault in wrong.items():
        print(f"wrong: {kind}: {text}: {fault}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
