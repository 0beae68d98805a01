"""Words, names and files in a locale without letters beyond ASCII: they are the bytes that they are, read as UTF-8."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from attacks import ERROR, FOUND, NOTHING, attack
from conftest import WATER

if TYPE_CHECKING:
    from pathlib import Path

POSIX = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
DAY = ("--as-of", "2025-06-01")


@pytest.mark.parametrize(
    "command",
    [
        ("who", "hälsonämnden"), ("who", "kommunen", "--actor", "hälsonämnden"), ("actor", "hälsonämnden"),
        ("actor", "halsonamnden"),
        ("actor", "rantakesküs"),
        ("who", "vattnet", "--topic", "Badstränder"), ("duty", "å"), ("who", "xyzzyå"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_words_are_those_of_any_locale(command: tuple[str, ...]) -> None:
    said = {"PYTHONIOENCODING": "utf-8"}
    given = [part.encode() for part in command]
    here, elsewhere = (attack(*given, *DAY, "--format", "json", env=env | said) for env in (POSIX, {}))
    assert here == elsewhere
    assert here.status in (FOUND, NOTHING, ERROR)


def test_a_word_in_the_dataset_is_found() -> None:
    assert attack("who", "hälsonämnden".encode(), env=POSIX).status == FOUND


def _named(folder: Path, name: str) -> Path:
    """A file whose name is UTF-8, in whatever locale these tests run themselves."""
    return folder / os.fsdecode(name.encode())


def test_files_are_found_and_named(tmp_path: Path) -> None:
    data = _named(tmp_path, "vägar.yaml")
    data.write_bytes(WATER.read_bytes())
    named = os.fsencode(data)
    assert attack("who", "juomavesi", "--data", named, env=POSIX).status == FOUND
    assert attack("export", "-o", os.fsencode(_named(tmp_path, "å.md")), env=POSIX).status == FOUND
    assert _named(tmp_path, "å.md").exists()
    run = attack("check", named, "--format", "json", env=POSIX)
    assert json.loads(run.out) == {"schema": 1, "file": named.decode(), "problems": []}
    assert b"v\\xe4gar.yaml: no problems" in run.err
    missing = attack("check", os.fsencode(_named(tmp_path, "ö.yaml")), env=POSIX)
    assert missing.err.endswith(b"/\\xf6.yaml: No such file or directory\n")


def test_bytes_that_are_no_utf_8_are_written_out() -> None:
    for env in (POSIX, {}):
        run = attack("who", b"gr\xe5", env=env)
        assert run.status == NOTHING
        assert rb"gr\udce5" in run.err
