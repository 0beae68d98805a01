"""The options that commands share, as Typer reads them; what they are for, the languages say. With `cli` and `commands`, all
that knows Typer."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, TypeVar

import typer

from .. import __version__
from ..dataset.model import LANGUAGES, Level, Role
from . import completion, values
from .terminal import FOUND, Leave, emit

_T = TypeVar("_T")


def one_of(kind: Iterable[str]) -> str:
    """The words that an option takes, for its help: Typer's own way of telling them changes from version to version."""
    return "|".join(kind)


def parser(value: Callable[[str], _T]) -> Callable[[str], _T]:
    """What makes an option's value of a text, as Typer wants it: it complains by BadParameter."""

    def parse(text: str) -> _T:
        try:
            return value(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return parse


first_day, last_day, as_of = parser(values.first_day), parser(values.last_day), parser(values.as_of)
number = parser(values.number)


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"ansvar {__version__}\n")
        raise Leave(FOUND)


_data = typer.Option("--data", envvar="ANSVAR_DATA", metavar="FILE")
_lang = typer.Option("--lang", parser=parser(values.language), metavar=one_of(LANGUAGES))
_as_of = typer.Option("--as-of", parser=as_of, metavar="DATE")
_output = typer.Option("-o", "--output", metavar="FILE")
_actor = typer.Option("--actor", metavar="ACTOR", autocompletion=completion.actors)
_topic = typer.Option("--topic", metavar="TOPIC", autocompletion=completion.topics)
_place = typer.Option("--place", metavar="PLACE", autocompletion=completion.places)
_level = typer.Option("--level", parser=parser(values.level), metavar=one_of(Level), autocompletion=completion.levels)
_role = typer.Option("--role", parser=parser(values.role), metavar=one_of(Role), autocompletion=completion.roles)

Data = Annotated[str | None, _data]
Lang = Annotated[str | None, _lang]
AsOf = Annotated[date | None, _as_of]
NoCache = Annotated[bool, typer.Option("--no-cache")]
NoPager = Annotated[bool, typer.Option("--no-pager")]
Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)]
Holders = Annotated[list[str] | None, _actor]
Levels = Annotated[list[str] | None, _level]
Roles = Annotated[list[str] | None, _role]
Topics = Annotated[list[str] | None, _topic]
InPlace = Annotated[str | None, _place]
Output = Annotated[str, _output]
Force = Annotated[bool, typer.Option("--force")]
