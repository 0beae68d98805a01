"""`ansvar who`: who is responsible for something."""

from typing import Annotated, Any

import typer

from ...answers.who import Who
from ...dataset.printable import readable
from .. import completion, telling
from ..command import command
from ..options import Holders, InPlace, Levels, Roles, Topics
from ..places import usual_place
from ..session import Session

_question = typer.Argument(
    metavar="QUESTION", help="A word, several words or a whole question.", show_default=False, autocompletion=completion.words
)
_limit = typer.Option(
    "--limit",
    metavar="NUMBER",
    min=0,
    max=1_000_000,
    help="At most so many answers, 0 for all [default: 5 on a terminal, else 100].",
    show_default=False,
)


@command(Who)
def who(
    session: Session,
    question: Annotated[list[str], _question],
    actor: Holders = None,
    level: Levels = None,
    role: Roles = None,
    topic: Topics = None,
    place: InPlace = None,
    limit: Annotated[int | None, _limit] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say of every answer which word met which, and how.")] = False,
) -> None:
    """Who is responsible for something.

    \b
    Examples:
      ansvar who asylum
      ansvar who "kuka myöntää oleskeluluvan?"
      ansvar who visum --as-of 2024-12-31
      ansvar who integration plan --place Forssa
    """
    filters: Any = {"actors": actor or (), "levels": level or (), "roles": role or (), "topics": topic or ()}
    home = usual_place(session.dataset)
    asked = readable(" ".join(question))
    answer = session.dataset.ask(asked, **filters, limit=limit, explain=explain, place=place, home=home)
    told = session.show(answer)
    telling.about(answer, session.dataset, filtered=any(filters.values()), told=told)
