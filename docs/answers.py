"""Answers of the program, as they stand in a document: the command, and under it what it prints."""

from __future__ import annotations

import atexit
import os
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-11-25"
"""The day on which the documents' examples were asked."""
_ON_THAT_DAY = f"""
import datetime
class Day(datetime.date):
    @classmethod
    def today(cls):
        return datetime.date.fromisoformat("{DAY}")
datetime.date = Day
from ansvar.__main__ import main
main()
"""


def program(*arguments: str) -> list[str]:
    """The command with those arguments as it runs on that day, so that an example needs no date and stays as it is."""
    return [sys.executable, "-c", _ON_THAT_DAY, *arguments]


def answer(command: str) -> str:
    """The command in a block of its own, then its output: as it is when that is Markdown, else in a block too.

    Raises subprocess.CalledProcessError when the command fails. Nothing found (status 1) is an answer.
    """
    name, *arguments = shlex.split(command)
    if name != "ansvar":
        raise ValueError(f"not a command of ours: {command}")
    printed = output(arguments)
    if "markdown" in arguments:
        return f"\n```console\n$ {command}\n```\n\n{printed}\n"
    return f"\n```console\n$ {command}\n{printed}```\n\n"


def output(arguments: list[str]) -> str:
    """What a command prints, on standard output and then on standard error, with no settings of whoever runs this.

    Raises subprocess.CalledProcessError when it fails.
    """
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV") if name in os.environ}
    environment = kept | {"ANSVAR_CACHE_DIR": cache_folder(), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    command = program(*arguments)
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 (our own program)
    if run.returncode > 1:
        raise subprocess.CalledProcessError(run.returncode, command, run.stdout, run.stderr)
    return run.stdout + run.stderr


@cache
def cache_folder() -> str:
    """A cache of compiled datasets for all the commands that documents show, removed at the end."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name
