"""`ansvar duty`: one duty."""

from typing import Annotated

import typer

from ...answers.duties import OneDuty
from .. import completion, telling
from ..command import command
from ..session import Session

_id = typer.Argument(
    metavar="ID",
    autocompletion=completion.duties,
)


@command(OneDuty)
def duty(session: Session, id_: Annotated[str, _id]) -> None:
    """One duty in full, with a citation and its history."""
    answer = session.find(lambda: session.dataset.duty(id_), lambda: OneDuty(session.dataset.said()))
    if not session.show(answer):
        telling.limits(session.dataset, answer.said)
