"""`ansvar matrix`: topics × actors."""

from datetime import date
from typing import Annotated

import typer

from ...answers.matrix import Matrix
from .. import telling
from ..command import command
from ..options import Force, Levels, Output, day
from ..session import STANDARD_OUTPUT, Session

_as_of = typer.Option(
    "--as-of", parser=day, metavar="YYYY-MM-DD", help="The holders on this day [default: today].", show_default=False
)


@command(Matrix, as_of=Annotated[date | None, _as_of])
def matrix(session: Session, level: Levels = None, output: Output = STANDARD_OUTPUT, force: Force = False) -> None:
    """Topics by actors, with the role in each cell.

    Level by level, in sheets that fit 100 columns; topics that nobody or that several actors are responsible for are marked.
    CSV and TSV have all of it in one sheet, in words. A CSV file written with -o begins with a byte order mark.

    \b
    Examples:
      ansvar matrix
      ansvar matrix --level state --lang fi
      ansvar matrix --as-of 2026-01-01 --format html -o matrix.html
    """
    answer = session.dataset.matrix(level or ())
    session.show(answer, output, force=force)
    telling.limits(session.dataset, answer.said)
    telling.nothing_listed(answer)
