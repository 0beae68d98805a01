"""`ansvar actors`: all actors by level."""

from ...answers import views
from ...formats import contract as json
from ...search.lookup import counted_actors
from ..options import AsOf, Data, Format, Formats, Lang, Levels, NoCache, Roles, Version
from ..session import nothing_listed, opened, show


def actors(
    level: Levels = None,
    role: Roles = None,
    data: Data = None,
    lang: Lang = None,
    as_of: AsOf = None,
    format: Formats = Format.TABLE,  # noqa: A002 (the option's name)
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """All actors by level, with the number of their duties.

    \b
    Examples:
      ansvar actors
      ansvar actors --level state --lang sv
      ansvar actors --role steers
    """
    with opened(data, cached=not no_cache, language=lang, as_of=as_of) as session:
        listing, reader = counted_actors(session.index, level or (), role or ()), session.reader()
        show(format, lambda: [views.actors(listing, reader)], lambda: json.actors(listing, reader), empty=not listing)
        nothing_listed(listing, reader)
        session.tell_limits_of_knowledge(reader)
