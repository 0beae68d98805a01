"""The options that commands share, as Typer reads them. With `cli` and `commands`, all that knows Typer."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from .. import __version__
from ..dataset.model import LANGUAGES, Level, Role
from . import completion
from .terminal import FOUND, Leave, emit


class Language(StrEnum):
    """The languages of an answer."""

    vars().update({code.upper(): code for code in LANGUAGES})


def one_of(kind: type[StrEnum]) -> str:
    """The words that an option takes, for its help: Typer's own way of telling them changes from version to version."""
    return "|".join(kind)


def day(text: str) -> date:
    """An ISO 8601 date, YYYY-MM-DD. Raises BadParameter for anything else."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise typer.BadParameter(f"{text!r} is no date; write it as YYYY-MM-DD, for example 2026-01-31")


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"ansvar {__version__}\n")
        raise Leave(FOUND)


_data = typer.Option(
    "--data", envvar="ANSVAR_DATA", metavar="FILE", help="A dataset of one's own; - is standard input.", show_default=False
)
_lang = typer.Option(
    "--lang", metavar=one_of(Language), help="Language of the answer [default: that of the question].", show_default=False
)
_as_of = typer.Option(
    "--as-of", parser=day, metavar="YYYY-MM-DD", help="The day to answer for [default: today].", show_default=False
)
_output = typer.Option("-o", "--output", metavar="FILE", help="Write to a file; - is standard output.", show_default=False)
_actor = typer.Option(
    "--actor",
    metavar="ACTOR",
    help="Only duties of this actor, then or on the day.",
    show_default=False,
    autocompletion=completion.actors,
)
_topic = typer.Option(
    "--topic",
    metavar="TOPIC",
    help="Only duties of this topic (id or name).",
    show_default=False,
    autocompletion=completion.topics,
)
_place = typer.Option(
    "--place",
    metavar="PLACE",
    help="Who it is in this place [default: the one that the question names, else ANSVAR_PLACE].",
    show_default=False,
    autocompletion=completion.places,
)
_level = typer.Option(
    "--level", metavar=one_of(Level), help="Only actors of this level.", show_default=False, autocompletion=completion.levels
)
_role = typer.Option(
    "--role", metavar=one_of(Role), help="Only this kind of responsibility.", show_default=False, autocompletion=completion.roles
)

Data = Annotated[str | None, _data]
Lang = Annotated[Language | None, _lang]
AsOf = Annotated[date | None, _as_of]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Compile the dataset anew and keep nothing.")]
Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")]
Holders = Annotated[list[str] | None, _actor]
Levels = Annotated[list[str] | None, _level]
Roles = Annotated[list[str] | None, _role]
Topics = Annotated[list[str] | None, _topic]
InPlace = Annotated[str | None, _place]
Output = Annotated[str, _output]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file if it is there.")]
