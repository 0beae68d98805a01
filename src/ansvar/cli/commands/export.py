"""`ansvar export`: the whole dataset in a format."""

from ...answers.whole import Whole
from .. import telling
from ..command import command
from ..options import Force, Output
from ..session import STANDARD_OUTPUT, Session


@command(Whole, default="markdown")
def export(session: Session, output: Output = STANDARD_OUTPUT, force: Force = False) -> None:
    """The whole dataset, to read, to send or to work with."""
    answer = session.dataset.whole()
    session.show(answer, output, force=force)
    if answer.said.dated or session.format.name != "markdown":
        telling.limits(session.dataset, answer.said)
