"""`ansvar actor`: one actor."""

from typing import Annotated

import typer

from ...answers import views
from ...formats import contract as json
from ...search.lookup import find_actor, portrait
from .. import completion
from ..options import AsOf, Data, Format, Formats, Lang, NoCache, Version
from ..session import found_or_nothing, opened, show


def actor(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="Its id, name or short form, in any language.",
            show_default=False,
            autocompletion=completion.actors,
        ),
    ],
    data: Data = None,
    lang: Lang = None,
    as_of: AsOf = None,
    format: Formats = Format.TABLE,  # noqa: A002 (the option's name)
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """One actor: what it is, its duties, what became of it.

    Who steers it and whom it steers too, where the source says so.

    \b
    Examples:
      ansvar actor Migri
      ansvar actor "ELY-keskus"
      ansvar actor te-services --as-of 2023-06-01
    """
    with opened(data, cached=not no_cache, language=lang, as_of=as_of) as session:
        reader = session.reader()
        with found_or_nothing(reader, format, lambda: json.one_actor(None, reader)):
            found = portrait(session.index, find_actor(session.index, name))
        show(format, lambda: views.one_actor(found, reader), lambda: json.one_actor(found, reader))
        session.tell_limits_of_knowledge(reader)
