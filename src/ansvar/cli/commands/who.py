"""`ansvar who`: who is responsible for something."""

from typing import Annotated, Any

import typer

from ...answers.who import Who
from ...dataset.errors import UsageError
from .. import completion
from ..ask import ask, dialogue
from ..command import command
from ..options import Holders, InPlace, Levels, Roles, Topics, number
from ..session import Session
from ..terminal import on_terminal
from ..words import told

_question = typer.Argument(metavar="QUESTION", autocompletion=completion.words)
_limit = typer.Option("--limit", parser=number, metavar="NUMBER")


@command(Who)
def who(
    session: Session,
    context: typer.Context,
    question: Annotated[list[str] | None, _question] = None,
    actor: Holders = None,
    level: Levels = None,
    role: Roles = None,
    topic: Topics = None,
    place: InPlace = None,
    limit: Annotated[int | None, _limit] = None,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    batch: Annotated[str | None, typer.Option("--batch", metavar="FILE")] = None,
) -> None:
    """Who is responsible for something."""
    how: dict[str, Any] = {"actors": actor or (), "levels": level or (), "roles": role or (), "topics": topic or ()}
    how |= {"place": place, "limit": limit, "explain": explain}
    if batch is not None:
        _batch(session, batch, context, **how)
    elif question:
        ask(session, question, as_command=context.info_name != "ansvar", **how)
    elif on_terminal():
        dialogue(session, **how)
    else:
        raise UsageError(told("missing_argument", name="QUESTION"), told("read_help", name="ansvar who"))


def _batch(session: Session, file: str, context: typer.Context, **how: Any) -> None:
    given = context.params
    if given["question"]:
        raise UsageError(told("not_together", one="QUESTION", other="--batch"))
    if file == "-" == given["data"]:
        raise UsageError(told("not_together", one="--data -", other="--batch -"))
    from ..batch import answer_all

    answer_all(session, file, **how)
