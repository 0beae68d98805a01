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
_compare = typer.Option("--compare", parser=last_day, metavar="DATE")
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
    compare: Annotated[date | None, _compare] = None,
    actor: Annotated[list[str] | None, _actor] = None,
) -> None:
    """What has moved since the source, by date."""
    if since and until and since > until:
        raise UsageError(told("since_after", since=str(since), until=str(until)))
    if compare and since:
        raise UsageError(told("not_together", one="--compare", other="--since"))
    data = session.dataset
    answer = data.compared(compare, actor or (), until) if compare else data.changes(since, until, actor or ())
    if not session.show(answer):
        telling.limits(data, answer.said)
    telling.nothing_listed(answer)
