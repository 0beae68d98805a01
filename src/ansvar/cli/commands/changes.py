"""`ansvar changes`: what has moved since the source."""

from datetime import date
from typing import Annotated

import typer

from ...answers.changes import Changes
from ...dataset.errors import UsageError
from .. import completion, telling
from ..command import command
from ..options import first_day, last_day
from ..session import Session
from ..words import told

_since = typer.Option("--since", parser=first_day, metavar="DATE")
_until = typer.Option("--until", parser=last_day, metavar="DATE")
_actor = typer.Option(
    "--actor",
    metavar="ACTOR",
    autocompletion=completion.actors,
)


@command(Changes, as_of=None)
def changes(
    session: Session,
    since: Annotated[date | None, _since] = None,
    until: Annotated[date | None, _until] = None,
    actor: Annotated[list[str] | None, _actor] = None,
) -> None:
    """What has moved since the source, by date."""
    if since and until and since > until:
        raise UsageError(told("since_after", since=str(since), until=str(until)))
    answer = session.dataset.changes(since, until, actor or ())
    session.show(answer)
    telling.limits(session.dataset, answer.said)
    telling.nothing_listed(answer)
