"""The wheel, built and installed: its first question compiles nothing, and one that was edited is never answered from before."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from slow import slow
from test_imports import COMPILING

pytestmark = slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """A folder into which the wheel is installed."""
    folder = tmp_path / "installed"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def ask(installed: Path, *arguments: str) -> tuple[str, set[str]]:
    """The answer of the installed package, and what it has imported."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANSVAR", "LC_", "LANG", "COVERAGE"))}
    cache = {"ANSVAR_CACHE_DIR": str(installed.parent / "cache"), "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-X", "importtime", "-m", "ansvar", "who", *arguments, "--format", "json"]
    run = subprocess.run(command, env={**kept, **cache}, capture_output=True, check=False, text=True, cwd=installed)
    assert run.returncode == 0, run.stderr
    return run.stdout, set(re.findall(r"^import time:.*\| +(\S+)$", run.stderr, re.MULTILINE))


def test_the_first_question_compiles_nothing(installed: Path) -> None:
    answer, imported = ask(installed, "asyl")
    assert imported.isdisjoint({*COMPILING, "ansvar.languages.stemming"})
    assert not (installed.parent / "cache").exists()
    anew, compiling = ask(installed, "asyl", "--no-cache")
    assert {"yaml", "ansvar.languages.stemming"} <= compiling
    assert anew == answer


@pytest.mark.parametrize("edited", ["data/programme-2021-2024.yaml", "search/build.py"])
def test_what_is_edited_in_an_installation_is_compiled_anew(installed: Path, edited: str) -> None:
    path = installed / "ansvar" / edited
    before = path.stat()
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("asylum applications", "asilum applications") if edited.startswith("data") else f"{text}\n# edited\n", "utf-8"
    )
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    answer, imported = ask(installed, "asyl")
    assert "yaml" in imported
    assert ("asilum" in answer) is edited.startswith("data")
    assert len(list((installed.parent / "cache").glob("*.db"))) == 1


def test_a_compiled_form_that_is_damaged_is_done_without(installed: Path) -> None:
    right, _ = ask(installed, "asyl")
    [database] = (installed / "ansvar" / "data").glob("*.db")
    database.write_bytes(b"no database")
    assert json.loads(ask(installed, "asyl")[0]) == json.loads(right)
