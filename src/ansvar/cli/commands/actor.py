"""`ansvar actor`: one actor."""

from typing import Annotated

import typer

from ...answers.actors import OneActor
from .. import completion, telling
from ..command import command
from ..session import Session

_name = typer.Argument(metavar="NAME", autocompletion=completion.actors)


@command(OneActor)
def actor(session: Session, name: Annotated[str, _name]) -> None:
    """One actor: what it is, its duties, what became of it."""
    answer = session.find(lambda: session.dataset.actor(name), lambda: OneActor(session.dataset.said()))
    session.show(answer)
    telling.limits(session.dataset, answer.said)
