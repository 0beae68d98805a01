"""`ansvar gaps`: what nobody is responsible for."""

from ...answers.gaps import Gaps
from .. import telling
from ..command import command
from ..session import Session


@command(Gaps)
def gaps(session: Session) -> None:
    """What is open: duties without a holder, topics that nobody or several are responsible for.

    Holders that end without a successor too, as far as duties are theirs. Status 1: there are no gaps.

    \b
    Examples:
      ansvar gaps
      ansvar gaps --as-of 2026-12-31 --format csv
    """
    answer = session.dataset.gaps()
    session.show(answer)
    telling.limits(session.dataset, answer.said)
    telling.nothing_listed(answer)
