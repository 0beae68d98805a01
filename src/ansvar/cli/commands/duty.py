"""`ansvar duty`: one duty."""

from typing import Annotated

import typer

from ...answers import views
from ...formats import contract as json
from ...search.lookup import find_duty
from .. import completion
from ..options import AsOf, Data, Format, Formats, Lang, NoCache, Version
from ..session import found_or_nothing, opened, show

_id = typer.Argument(
    metavar="ID",
    help="Its id, as `ansvar actor` and --format json give it.",
    show_default=False,
    autocompletion=completion.duties,
)


def duty(
    id_: Annotated[str, _id],
    data: Data = None,
    lang: Lang = None,
    as_of: AsOf = None,
    format: Formats = Format.TABLE,  # noqa: A002 (the option's name)
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """One duty in full, with a citation and its history.

    \b
    Examples:
      ansvar duty asylum-applications
      ansvar duty asylum-applications --format markdown
    """
    with opened(data, cached=not no_cache, language=lang, as_of=as_of) as session:
        reader = session.reader()
        with found_or_nothing(reader, format, lambda: json.one_duty(None, reader)):
            found = find_duty(session.index, id_)
        show(format, lambda: views.one_duty(found, reader), lambda: json.one_duty(found, reader))
        session.tell_limits_of_knowledge(reader)
