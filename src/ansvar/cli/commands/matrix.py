"""`ansvar matrix`: topics × actors."""

from datetime import date
from typing import Annotated

import typer

from ...answers.matrix import Matrix
from .. import telling
from ..command import command
from ..options import Force, Levels, Output, as_of
from ..session import STANDARD_OUTPUT, Session

_as_of = typer.Option("--as-of", parser=as_of, metavar="DATE")


@command(Matrix, as_of=Annotated[date | None, _as_of])
def matrix(session: Session, level: Levels = None, output: Output = STANDARD_OUTPUT, force: Force = False) -> None:
    """Topics by actors, with the role in each cell."""
    answer = session.dataset.matrix(level or ())
    session.show(answer, output, force=force)
    if answer.said.dated:
        telling.limits(session.dataset, answer.said)
    telling.nothing_listed(answer)
