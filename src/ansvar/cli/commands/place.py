"""`ansvar place`: one place."""

from typing import Annotated

import typer

from ...answers.place import OnePlace
from .. import completion
from ..command import command
from ..session import Session

_name = typer.Argument(
    metavar="NAME", help="Its name in any language and form, or its id.", show_default=False, autocompletion=completion.places
)


@command(OnePlace)
def place(session: Session, name: Annotated[list[str], _name]) -> None:
    """One place and who serves it, with their sites.

    \b
    Examples:
      ansvar place Forssa
      ansvar place Jockis --lang sv
      ansvar place Pirkanmaa --format json
    """
    answer = session.find(lambda: session.dataset.place(" ".join(name)), lambda: OnePlace(session.dataset.said()))
    session.show(answer)
