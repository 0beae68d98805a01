"""The help of a command, written from the words of a language; the same in every version of Typer."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from ..dataset.record import NamedTuple
from ..languages.command_line import EXAMPLES, command_line
from .commands import COMMANDS
from .words import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDEST = 80
_TERMS = 30
"""The widest term that what it means stands beside."""


class Explained(NamedTuple):
    """An argument or option as one writes it, and what it is for."""

    written: str
    meaning: str
    is_option: bool


def help_text(command: Any, name: str, context: Any, width: int) -> str:
    """The help of the command with this name; of all of them where the name is empty."""
    said = command_line(language()).SENTENCES
    first, *more = command_line(language()).HELP[name].split("\n\n")
    room = max(40, min(width, WIDEST)) - 2
    indented = textwrap.TextWrapper(room, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    told = explained(command, name, context)
    parts = [
        [f"{said['usage']} {usage(command, name, said['[OPTIONS]'])}"],
        *(indented.wrap(text) for text in [first, *more]),
        [f"  {said['examples']}", *(f"    {line}" for line in EXAMPLES[name].splitlines())],
        _listed(said["arguments"], [(one.written, one.meaning) for one in told if not one.is_option], room),
        _listed(said["options"], [(one.written, one.meaning) for one in told if one.is_option], room),
        _listed(said["commands"], [] if name else [(one, summary(one)) for one in COMMANDS], room),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def summary(name: str) -> str:
    """What a command does, in a line."""
    return command_line(language()).HELP[name].partition("\n")[0]


def usage(command: Any, name: str, options: str) -> str:
    """A command as one writes it."""
    if not name:
        return f"ansvar {options} {command_line(language()).SENTENCES['COMMAND']}"
    return " ".join(["ansvar", name, options, *(_argument(param) for param in command.params if _is_argument(param))])


def _argument(param: Any) -> str:
    named = _metavar(param.metavar) + ("..." if param.nargs == -1 else "")
    return named if param.required else f"[{named}]"


def explained(command: Any, name: str, context: Any) -> list[Explained]:
    """The arguments and options of a command."""
    return [_explained(param, name) for param in command.get_params(context)]


def _explained(param: Any, name: str) -> Explained:
    said, more = command_line(language()).SENTENCES, []
    if param.default not in (None, False, "-", ()) and not _is_argument(param) and not getattr(param, "is_flag", False):
        more.append(said["default"].format(value=param.default))
    if getattr(param, "envvar", None):
        more.append(said["variable"].format(value=param.envvar))
    metavar = "" if getattr(param, "is_flag", False) else _metavar(str(param.metavar))
    written = metavar if _is_argument(param) else f"{', '.join(sorted(param.opts, key=len))} {metavar}".rstrip()
    return Explained(written, " ".join([meaning(param.name, name), *more]), not _is_argument(param))


def meaning(option: str, command: str) -> str:
    """What an argument or option of a command is for."""
    told = command_line(language()).OPTIONS
    return told.get(f"{command}.{option}") or told[option]


def _is_argument(param: Any) -> bool:
    return bool(param.param_type_name == "argument")


def _metavar(name: str) -> str:
    return command_line(language()).METAVARS.get(name, name)


def _listed(title: str, items: Sequence[tuple[str, str]], room: int) -> list[str]:
    """Terms with what they mean beside them, or below where a term is wide."""
    widest = max((len(term) for term, _ in items if len(term) <= _TERMS), default=0)
    return [title, *(line for term, text in items for line in _item(term, text, widest, room))] if items else []


def _item(term: str, text: str, widest: int, room: int) -> Iterator[str]:
    indent = " " * (widest + 4)
    lines = textwrap.wrap(text, room - len(indent) + 2, break_on_hyphens=False)
    beside = len(term) <= widest
    yield f"  {term:{widest}}  {lines[0]}" if beside else f"  {term}"
    yield from (f"{indent}{line}" for line in lines[beside:])
