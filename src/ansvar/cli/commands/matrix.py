"""`ansvar matrix`: topics × actors."""

from ...answers.matrix import Matrix
from .. import telling
from ..command import command
from ..options import Force, Levels, Output
from ..session import STANDARD_OUTPUT, Session


@command(Matrix)
def matrix(session: Session, level: Levels = None, output: Output = STANDARD_OUTPUT, force: Force = False) -> None:
    """Topics by actors, with the role in each cell."""
    answer = session.dataset.matrix(level or ())
    session.show(answer, output, force=force)
    telling.limits(session.dataset, answer.said)
    telling.nothing_listed(answer)
