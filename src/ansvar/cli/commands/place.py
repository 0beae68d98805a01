"""`ansvar place`: one place."""

from typing import Annotated

import typer

from ...answers.place import OnePlace
from .. import completion
from ..command import command
from ..session import Session

_name = typer.Argument(metavar="NAME", autocompletion=completion.places)


@command(OnePlace)
def place(session: Session, name: Annotated[list[str], _name]) -> None:
    """One place and who serves it, with their sites."""
    answer = session.find(lambda: session.dataset.place(" ".join(name)), lambda: OnePlace(session.dataset.said()))
    session.show(answer)
