"""`ansvar actor`: one actor."""

from typing import Annotated

import typer

from ...answers.actors import OneActor
from .. import completion, telling
from ..command import command
from ..session import Session

_name = typer.Argument(
    metavar="NAME", help="Its id, name or short form, in any language.", show_default=False, autocompletion=completion.actors
)


@command(OneActor)
def actor(session: Session, name: Annotated[str, _name]) -> None:
    """One actor: what it is, its duties, what became of it.

    Who steers it and whom it steers too, where the source says so.

    \b
    Examples:
      ansvar actor Migri
      ansvar actor "ELY-keskus"
      ansvar actor te-services --as-of 2023-06-01
    """
    answer = session.find(lambda: session.dataset.actor(name), lambda: OneActor(session.dataset.said()))
    session.show(answer)
    telling.limits(session.dataset, answer.said)
