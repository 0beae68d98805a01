"""`ansvar topics`: what one can ask about."""

from ...answers.topics import Topics
from .. import telling
from ..command import command
from ..session import Session


@command(Topics, as_of=None)
def topics(session: Session) -> None:
    """What one can ask about, and with which words."""
    answer = session.dataset.topics()
    session.show(answer)
    telling.nothing_listed(answer)
