"""`ansvar check`: every problem of a dataset."""

from typing import Annotated

import typer

from ...answers.problems import Problems
from ...dataset.errors import STANDARD_INPUT, DatasetError
from ...dataset.printable import readable
from ...dataset.shipped import shipped_path
from ...formats import Format
from ..command import format_option
from ..options import Data, Version
from ..session import write
from ..terminal import NOTHING, Leave, remark

_file = typer.Argument(metavar="FILE")

_format = format_option(Problems)


def check(
    file: Annotated[str | None, _file] = None,
    data: Data = None,
    format: Annotated[Format, _format] = "text",  # type: ignore[assignment] # noqa: A002 (the option's name)
    version: Version = False,
) -> None:
    """Every problem of a dataset at once."""
    named = data if file is None else file
    path = shipped_path() if named is None else named
    summary, found = _checked(path)
    if found or format.empty:
        write(found, format)
    remark(summary)
    if found:
        raise Leave(NOTHING)


def _checked(path: str) -> tuple[str, Problems]:
    """A summary in words, and the problems."""
    from ...dataset.load import load

    name = STANDARD_INPUT if path == "-" else readable(path)
    try:
        dataset = load(path)
    except DatasetError as error:
        count = len(error.problems)
        return f"{name}: {count} {'problem' if count == 1 else 'problems'}", Problems(readable(path), error.problems)
    counts = ", ".join(f"{len(getattr(dataset, kind))} {kind}" for kind in ("actors", "topics", "duties", "notes"))
    return f"{name}: no problems ({counts})", Problems(readable(path), [])
