"""`ansvar check`: every problem of a dataset."""

from enum import StrEnum
from typing import Annotated

import typer

from ...dataset.errors import STANDARD_INPUT, DatasetError, Problem
from ...dataset.printable import printable
from ...dataset.shipped import shipped_path
from ..options import Data, Version, one_of
from ..terminal import NOTHING, Leave, emit, remark


class CheckFormat(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


_file = typer.Argument(metavar="[FILE]", help="A dataset; - is standard input [default: that of --data].", show_default=False)

_format = typer.Option("--format", metavar=one_of(CheckFormat), help="How to print the problems.")


def check(
    file: Annotated[str | None, _file] = None,
    data: Data = None,
    format: Annotated[CheckFormat, _format] = CheckFormat.TEXT,  # noqa: A002
    version: Version = False,
) -> None:
    """Every problem of a dataset at once.

    Each as file:line:column: message.

    Status 0: there is none; 1: there are some; 2: the file could not be read.

    \b
    Examples:
      ansvar check mine.yaml
      ansvar check mine.yaml --format json
    """
    named = data if file is None else file
    path = shipped_path() if named is None else named
    summary, problems = _checked(path)
    if format is CheckFormat.JSON:
        _print_json(path, problems)
    elif problems:
        emit("".join(f"{printable(str(problem))}\n" for problem in problems))
    remark(summary)
    if problems:
        raise Leave(NOTHING)


def _checked(path: str) -> tuple[str, list[Problem]]:
    """A summary in words, and the problems."""
    from ...dataset.files import read_bytes
    from ...dataset.load import parse

    name = STANDARD_INPUT if path == "-" else path
    try:
        dataset = parse(read_bytes(path), name)
    except DatasetError as error:
        count = len(error.problems)
        return f"{name}: {count} {'problem' if count == 1 else 'problems'}", error.problems
    counts = ", ".join(f"{len(getattr(dataset, kind))} {kind}" for kind in ("actors", "topics", "duties", "notes"))
    return f"{name}: no problems ({counts})", []


def _print_json(path: str, problems: list[Problem]) -> None:
    from ...formats.contract import problem
    from ..session import show

    show("json", tuple, lambda: {"file": path, "problems": [problem(one) for one in problems]})
