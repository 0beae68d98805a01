"""`ansvar changes`: what has moved since the source."""

from datetime import date
from typing import Annotated

import typer

from ...answers.changes import Changes
from ...dataset.errors import UsageError
from .. import completion, telling
from ..command import command
from ..options import day
from ..session import Session

_since = typer.Option("--since", parser=day, metavar="YYYY-MM-DD", help="From this day on.", show_default=False)
_until = typer.Option("--until", parser=day, metavar="YYYY-MM-DD", help="Up to this day.", show_default=False)
_actor = typer.Option(
    "--actor",
    metavar="ACTOR",
    help="Only what this actor has given or got.",
    show_default=False,
    autocompletion=completion.actors,
)


@command(Changes, as_of=None)
def changes(
    session: Session,
    since: Annotated[date | None, _since] = None,
    until: Annotated[date | None, _until] = None,
    actor: Annotated[list[str] | None, _actor] = None,
) -> None:
    """What has moved since the source, by date.

    From whom, to whom, by which act, and how many duties.

    \b
    Examples:
      ansvar changes
      ansvar changes --since 2026-01-01
      ansvar changes --actor ELY --format markdown
    """
    if since and until and since > until:
        raise UsageError(f"--since {since} is after --until {until}")
    answer = session.dataset.changes(since, until, actor or ())
    session.show(answer)
    telling.limits(session.dataset, answer.said)
    telling.nothing_listed(answer)
