"""`ansvar actors`: all actors by level."""

from ...answers.actors import Actors
from .. import telling
from ..command import command
from ..options import Levels, Roles
from ..session import Session


@command(Actors)
def actors(session: Session, level: Levels = None, role: Roles = None) -> None:
    """All actors by level, with the number of their duties."""
    answer = session.dataset.actors(level or (), role or ())
    session.show(answer)
    telling.nothing_listed(answer)
    telling.limits(session.dataset, answer.said)
