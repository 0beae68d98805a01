"""What keeps a start quick: a question that the cache answers imports nothing that only compiling or another format needs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import WATER

COMPILING = {"yaml", "rapidfuzz", "ansvar.dataset.load", "pathspec", "platformdirs", "tempfile", "hashlib"}
STEMMING = {"Stemmer", "snowballstemmer", "ansvar.languages.stemming"}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the dataset is compiled."""
    folder = tmp_path_factory.mktemp("cache")
    imported(folder, "who", "fishing")
    return folder


def imported(cache: Path, *arguments: str) -> set[str]:
    """The modules that a run of the command imports."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANSVAR", "LC_", "LANG", "COVERAGE"))}
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ansvar", *arguments],
        env={**kept, "ANSVAR_CACHE_DIR": str(cache), "ANSVAR_DATA": str(WATER)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return set(re.findall(r"^import time:.*\| +(\S+)$", run.stderr.decode(), re.MULTILINE))


@pytest.mark.parametrize(
    "question",
    [["fishing"], ["vem ansvarar för dricksvatten?"], ["kuka valvoo uimarantoja?"], ["waterworks", "--role", "responsible"]],
)
def test_a_question_imports_nothing_of_compiling(cache: Path, question: list[str]) -> None:
    found = imported(cache, "who", *question, "--format", "json")
    assert "ansvar.search.ask" in found
    assert found.isdisjoint({*COMPILING, "rich"})


def test_a_word_that_the_dataset_has_is_not_stemmed(cache: Path) -> None:
    assert imported(cache, "who", "fishing", "--format", "json").isdisjoint({*COMPILING, *STEMMING, "rich"})


def test_a_misspelled_word_imports_what_compares_spellings(cache: Path) -> None:
    found = imported(cache, "who", "fishimg", "--format", "json")
    assert "rapidfuzz" in found
    assert found.isdisjoint({"yaml", "rich"})


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "markdown", "json"])
def test_a_plain_question_imports_no_framework(cache: Path, format_: str) -> None:
    for command in (["who"], []):
        found = imported(cache, *command, "fishing", "--format", format_)
        assert found.isdisjoint({*COMPILING, "rich", "typer", "dataclasses", "inspect", "pathlib", "urllib.parse"})


def test_a_table_in_a_pipe_imports_no_cards_and_nothing_of_places_or_filters(cache: Path) -> None:
    cards = {
        "ansvar.answers.card",
        "ansvar.answers.who_cards",
        "ansvar.formats.cards",
        "ansvar.answers.local",
        "ansvar.answers.changes",
    }
    asked = {"ansvar.answers.filters", "ansvar.search.lookup", "ansvar.search.place_lookup", "ansvar.search.signposts"}
    assert imported(cache, "who", "fishing").isdisjoint({*cards, *asked, "ansvar.dataset.nearest"})


@pytest.mark.parametrize("command", [["actors"], ["topics"], ["changes"], ["duty", "deliver-water"], ["actor", "VV"]])
def test_no_other_command_imports_anything_of_compiling(cache: Path, command: list[str]) -> None:
    found = imported(cache, *command, "--format", "json")
    assert found.isdisjoint({"yaml", "rich", "ansvar.dataset.load", "platformdirs"})


def test_the_version_imports_no_command_line(cache: Path) -> None:
    found = imported(cache, "--version")
    assert "ansvar" in found
    assert found.isdisjoint({*COMPILING, "typer", "rich", "sqlite3", "json", "ansvar.cli.app"})


def test_compiling_a_dataset_that_is_well_formed_compares_no_spellings(tmp_path: Path) -> None:
    found = imported(tmp_path, "who", "fishing", "--format", "json")
    assert {"yaml", "ansvar.dataset.load"} <= found
    assert found.isdisjoint({"rich", "rapidfuzz"})


def test_files_cost_only_a_dataset_that_has_them(cache: Path, tmp_path: Path) -> None:
    assert "ansvar.search.paths" not in imported(cache, "who", "fishing", "--format", "json")
    data = str(Path(__file__).parents[1] / "examples" / "codeowners.yaml")
    first = imported(tmp_path, "who", "src/x.ts", "--format", "json", "--data", data)
    assert {"pathspec", "ansvar.search.paths"} <= first
    assert imported(tmp_path, "who", "src/x.ts", "--format", "json", "--data", data).isdisjoint({*COMPILING, "rich"})
