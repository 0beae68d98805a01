"""`ansvar topics`: what one can ask about."""

from ...answers import views
from ...formats import contract as json
from ...search.lookup import counted_topics
from ..options import Data, Format, Formats, Lang, NoCache, Version
from ..session import nothing_listed, opened, show


def topics(
    data: Data = None,
    lang: Lang = None,
    format: Formats = Format.TABLE,  # noqa: A002 (the option's name)
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """What one can ask about, and with which words.

    \b
    Examples:
      ansvar topics
      ansvar topics --lang fi
    """
    with opened(data, cached=not no_cache, language=lang) as session:
        listing, reader = counted_topics(session.index), session.reader()
        show(format, lambda: [views.topics(listing, reader)], lambda: json.topics(listing, reader), empty=not listing)
        nothing_listed(listing, reader)
