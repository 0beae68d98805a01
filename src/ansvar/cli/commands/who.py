"""`ansvar who`: who is responsible for something."""

from typing import Annotated

import typer

from ...answers import views
from ...answers.filters import Filter
from ...dataset.printable import readable
from ...formats import contract as json
from ...search.ask import DEFAULT_LIMIT, search
from ...search.lookup import find_actor, find_topic
from .. import completion
from ..options import AsOf, Data, Format, Formats, Holders, Lang, Levels, NoCache, Roles, Topics, Version
from ..session import opened, show

_question = typer.Argument(
    metavar="QUESTION", help="A word, several words or a whole question.", show_default=False, autocompletion=completion.words
)
_limit = typer.Option("--limit", metavar="NUMBER", min=1, max=1_000_000, help="At most so many answers.")


def who(
    question: Annotated[list[str], _question],
    actor: Holders = None,
    level: Levels = None,
    role: Roles = None,
    topic: Topics = None,
    limit: Annotated[int, _limit] = DEFAULT_LIMIT,
    explain: Annotated[bool, typer.Option("--explain", help="Say of every answer which word met which, and how.")] = False,
    data: Data = None,
    lang: Lang = None,
    as_of: AsOf = None,
    format: Formats = Format.TABLE,  # noqa: A002 (the option's name)
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """Who is responsible for something.

    \b
    Examples:
      ansvar who asylum
      ansvar who "kuka myöntää oleskeluluvan?"
      ansvar who visum --as-of 2024-12-31
    """
    with opened(data, cached=not no_cache, language=lang, as_of=as_of) as session:
        wanted = Filter(
            session.index,
            actors=[find_actor(session.index, name).id for name in actor or ()],
            levels=level or (),
            roles=role or (),
            topics=[find_topic(session.index, name).id for name in topic or ()],
        )
        reader = session.reader()
        result = search(
            session.index, readable(" ".join(question)), as_of=reader.as_of, limit=limit, keep=wanted.keeps if wanted else None
        )
        reader = session.reader(result.language)
        sheets = [views.who, views.explain] if explain else [views.who]
        show(
            format,
            lambda: [sheet(result, reader) for sheet in sheets],
            lambda: json.who(result, reader),
            empty=not result.answers,
        )
        session.tell_about(result, filtered=bool(wanted))
