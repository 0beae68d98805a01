"""`ansvar gaps`: what nobody is responsible for."""

from ...answers.gaps import Gaps
from .. import telling
from ..command import command
from ..session import Session


@command(Gaps)
def gaps(session: Session) -> None:
    """What is open: duties without a holder, topics that nobody or several are responsible for."""
    answer = session.dataset.gaps()
    session.show(answer)
    telling.limits(session.dataset, answer.said)
    telling.nothing_listed(answer)
