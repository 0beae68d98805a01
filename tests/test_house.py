"""How the house is built: formats found by their folder, pure functions of answers; who may import what."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ansvar
from ansvar import formats
from ansvar.answers.matrix import Matrix
from ansvar.answers.who import Who
from ansvar.answers.whole import Whole
from ansvar.cli.app import run
from conftest import WATER

if TYPE_CHECKING:
    from collections.abc import Callable

    from ansvar.answers.answer import Answer

ROOT = Path(__file__).parents[1]
COUNTED = """
from ansvar.answers.actors import Actors
from ansvar.formats import Format
FORMAT = Format("counted", Actors, lambda answer, target: f"{len(answer.counted)} actors\\n")
"""
UPWARDS = {
    "languages/rules.py": "from ..dataset import x",
    "formats/csv.py": "from ..search import x",
    "answers/who.py": "import typer, rich, jinja2, yaml, sqlite3",
}


def test_the_formats_of_a_kind_of_answer_in_the_order_of_the_help() -> None:
    assert formats.names(Who) == ["table", "markdown", "text", "csv", "excel", "tsv", "json"]
    assert formats.names(Matrix) == ["table", "markdown", "csv", "excel", "tsv", "json", "html"]
    assert formats.names(Whole) == ["markdown", "csv", "excel", "tsv", "json", "html", "yaml", "jsonld"]


def test_a_new_format_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "counted.py").write_text(COUNTED, "utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    run(["actors", "--format", "counted", "--data", str(WATER), "--no-cache"])
    assert capfd.readouterr().out == "7 actors\n"
    run(["actors", "-h"])
    assert "table|markdown|csv|excel|tsv|json|counted" in capfd.readouterr().out
    assert "counted" not in formats.names(Who)
    sys.modules.pop("ansvar.formats.counted")


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/ARCHITECTURE.md"])
def test_the_files_that_the_pages_name_are_there(page: str) -> None:
    named = set(re.findall(r"`((?:cli|formats|answers|search|dataset|languages)/[\w./]+)`", (ROOT / page).read_text("utf-8")))
    assert len(named) > 5
    assert [
        name for name in sorted(named) if not re.search("NAME|CODE", name) and not (ROOT / "src" / "ansvar" / name).exists()
    ] == []


ASKED: dict[str, Callable[[ansvar.OpenDataset], Answer]] = {
    "who": lambda dataset: dataset.ask("water", explain=True),
    "actors": lambda dataset: dataset.actors(),
    "actor": lambda dataset: dataset.actor("VV"),
    "duty": lambda dataset: dataset.duty("deliver-water"),
    "topics": lambda dataset: dataset.topics(),
    "changes": lambda dataset: dataset.changes(),
    "matrix": lambda dataset: dataset.matrix(),
}


@pytest.mark.parametrize("kind", ASKED)
def test_an_answer_is_all_that_a_format_needs(kind: str) -> None:
    """Every format of every answer is the same when the dataset has been closed."""
    with ansvar.open(str(WATER), cached=False) as dataset:
        answer = ASKED[kind](dataset)
        names = formats.names(type(answer))
        written = [dataset.text(answer, name) for name in names]
    assert all(written)
    assert [dataset.text(answer, name) for name in names] == written


def test_the_contracts_hold_and_fail_when_they_should(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)

    def broken() -> str:
        linter = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
        checked = subprocess.run(linter, cwd=tmp_path, env={"PYTHONPATH": "src"}, capture_output=True, text=True, check=False)
        return "\n".join(line for line in checked.stdout.splitlines() if line.endswith((" BROKEN", " KEPT")) or "broken." in line)

    assert ", 0 broken." in broken()
    for name, line in UPWARDS.items():
        file = tmp_path / "src" / "ansvar" / name
        file.write_text(file.read_text("utf-8").replace("\nfrom __future__ import annotations\n", f"\n{line}\n"), "utf-8")
    assert "KEPT" not in broken()
