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
_compare = typer.Option(
    "--compare", parser=day, metavar="YYYY-MM-DD", help="Who had what on this day and has it now, or --until.", show_default=False
)
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
    compare: Annotated[date | None, _compare] = None,
    actor: Annotated[list[str] | None, _actor] = None,
) -> None:
    """What has moved since the source, by date.

    From whom, to whom, by which act, and which duties.

    \b
    Examples:
      ansvar changes
      ansvar changes --since 2026-01-01
      ansvar changes --compare 2024-12-31
      ansvar changes --actor ELY --format markdown
    """
    if since and until and since > until:
        raise UsageError(f"--since {since} is after --until {until}")
    if compare and since:
        raise UsageError("--compare and --since cannot be used together")
    data = session.dataset
    answer = data.compared(compare, actor or (), until) if compare else data.changes(since, until, actor or ())
    if not session.show(answer):
        telling.limits(data, answer.said)
    telling.nothing_listed(answer)
