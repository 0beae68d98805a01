"""`ansvar matrix`: topics × actors."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from ...answers import matrix as query
from ...answers import matrix_sheets as as_matrix
from ...answers.phrasebook import Reader
from ..files import STANDARD_OUTPUT, is_standard_output, write
from ..options import Data, Force, Lang, Levels, NoCache, Output, Version, day, one_of
from ..session import nothing_listed, opened, rendered
from ..terminal import draws, width


class MatrixFormat(StrEnum):
    """How a matrix is printed."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    HTML = "html"


_as_of = typer.Option(
    "--as-of", parser=day, metavar="YYYY-MM-DD", help="The holders on this day [default: those of the source].", show_default=False
)

_format = typer.Option("--format", metavar=one_of(MatrixFormat), help="How to print it.")


def matrix(
    level: Levels = None,
    output: Output = STANDARD_OUTPUT,
    force: Force = False,
    data: Data = None,
    lang: Lang = None,
    as_of: Annotated[date | None, _as_of] = None,
    format: Annotated[MatrixFormat, _format] = MatrixFormat.TABLE,  # noqa: A002
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """Topics by actors, with the role in each cell.

    Level by level, in sheets that fit 100 columns; topics that nobody or that several actors are responsible for are marked.
    CSV and TSV have all of it in one sheet, in words. A CSV file written with -o begins with a byte order mark.

    \b
    Examples:
      ansvar matrix
      ansvar matrix --level state --lang fi
      ansvar matrix --as-of 2026-01-01 --format html -o matrix.html
    """
    with opened(data, cached=not no_cache, language=lang, as_of=as_of) as session:
        reader = session.reader()
        found = query.matrix(session.index, level or (), as_of)
        if found.actors or format is MatrixFormat.JSON:
            text = _text(found, reader, format, to_file=not is_standard_output(output))
            write(output, text, force=force, encoding="utf-8" if format is MatrixFormat.HTML else None)
        if as_of:
            session.tell_limits_of_knowledge(reader)
        nothing_listed(found.actors, reader)


def _text(found: query.Matrix, reader: Reader, format: MatrixFormat, *, to_file: bool) -> str:  # noqa: A002
    if format is MatrixFormat.HTML:
        from ...formats.matrix_page import page

        return page(found, reader)
    if format in (MatrixFormat.CSV, MatrixFormat.TSV):
        return rendered(format, lambda: [as_matrix.rows(found, reader)], dict, to_file=to_file)
    room = min(width(), as_matrix.WIDTH) if draws() and not to_file else as_matrix.WIDTH
    return rendered(format, lambda: as_matrix.sheets(found, reader, room), lambda: as_matrix.plain(found, reader), to_file=to_file)
