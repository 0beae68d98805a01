"""`ansvar changes`: what has moved since the source."""

from datetime import date
from typing import Annotated

import typer

from ...answers import views
from ...dataset.errors import UsageError
from ...formats import contract as json
from ...search.lookup import find_actor, moves_between
from .. import completion
from ..options import Data, Format, Formats, Lang, NoCache, Version, day
from ..session import nothing_listed, opened, show

_since = typer.Option("--since", parser=day, metavar="YYYY-MM-DD", help="From this day on.", show_default=False)
_until = typer.Option("--until", parser=day, metavar="YYYY-MM-DD", help="Up to this day.", show_default=False)
_actor = typer.Option(
    "--actor",
    metavar="ACTOR",
    help="Only what this actor has given or got.",
    show_default=False,
    autocompletion=completion.actors,
)


def changes(
    since: Annotated[date | None, _since] = None,
    until: Annotated[date | None, _until] = None,
    actor: Annotated[list[str] | None, _actor] = None,
    data: Data = None,
    lang: Lang = None,
    format: Formats = Format.TABLE,  # noqa: A002 (the option's name)
    no_cache: NoCache = False,
    version: Version = False,
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
    with opened(data, cached=not no_cache, language=lang, as_of=until) as session:
        named = [find_actor(session.index, name).id for name in actor or ()]
        moves, reader = moves_between(session.index, since, until, named), session.reader()
        show(format, lambda: [views.changes(moves, reader)], lambda: json.changes(moves, reader), empty=not moves)
        session.tell_limits_of_knowledge(reader)
        nothing_listed(moves, reader)
