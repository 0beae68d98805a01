"""`ansvar places`: all places."""

from typing import Annotated

import typer

from ...answers.place import Places
from .. import completion, telling
from ..command import command
from ..session import Session

_within = typer.Option("--in", metavar="PLACE", autocompletion=completion.places)


@command(Places)
def places(session: Session, within: Annotated[str | None, _within] = None) -> None:
    """All places with who serves them."""
    answer = session.dataset.places(within)
    session.show(answer)
    telling.nothing_listed(answer)
