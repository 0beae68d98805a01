"""The manual page ansvar(1), made from the commands themselves, in the macros of man(7)."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any

from ansvar import __version__
from ansvar.cli.app import COMMANDS, program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DESCRIPTION = """
Who is responsible for what: ask in Swedish, Finnish or English, with a word, several words or a whole question.

An answer says who, the kind of responsibility, where the source says so, and what has changed since. The dataset is a YAML
file. The one that it comes with is the division of responsibilities for the integration of immigrants in Finland; --data names
another.
"""
_STATUSES = {
    "0": "Something was found, or the command did what it was asked for.",
    "1": "Nothing was found. For check: the dataset has faults.",
    "2": "An error: the command line, the dataset or a file. One or two lines on standard error say what to do.",
    "130": "Interrupted.",
}
_ENVIRONMENT = {
    "ANSVAR_DATA": "The dataset to use where --data does not name one.",
    "ANSVAR_PLACE": "The place to answer for where neither --place nor the question names one. A dataset without places has no use "
    "for it.",
    "ANSVAR_CACHE_DIR": "The folder for compiled datasets, instead of ansvar in the user's cache folder.",
    "COLUMNS": "The width to draw tables in, instead of the terminal's.",
    "NO_COLOR": "When it is set and not empty, tables have no colours.",
    "TERM": "When it is dumb, output is as for a file: plain, one record a line.",
    "LC_ALL, LC_MESSAGES, LANG": "The language of an answer where neither --lang nor the question tells it; else Swedish.",
}
_FILES = {
    "~/.cache/ansvar": "Compiled datasets (on Linux; $XDG_CACHE_HOME is heeded). They may be deleted at any time: an answer never "
    "depends on them, and what is missing is made anew.",
}


def page() -> str:
    """The manual page. It has no date, so that it changes only when the program does."""
    whole = program()
    commands = {name: whole.commands[name] for name in COMMANDS}
    told = {name: _records(command) for name, command in commands.items()}
    shared = _shared(told.values())
    lines = [
        '.\\" Made by docs/generate.py from the commands; do not edit.',
        f'.TH ANSVAR 1 "" "ansvar {__version__}" "User Commands"',
        ".nh",
        ".ad l",
        ".SH NAME",
        "ansvar \\- who is responsible for what, asked in Swedish, Finnish or English",
        ".SH SYNOPSIS",
        ".nf",
        *(_usage(name, command) for name, command in commands.items()),
        ".fi",
        ".SH DESCRIPTION",
        *_paragraphs(_DESCRIPTION),
        ".SH COMMANDS",
        *(line for name, command in commands.items() for line in _command(name, command, told[name], shared)),
        ".SH OPTIONS",
        *_paragraphs("These come after the command. A command has those that it can heed; -h names them."),
        *_list(shared),
        ".PP",
        *_paragraphs("These stand alone, without a command."),
        *_list({name: text for name, text in _records(whole).items() if name not in shared}),
        ".SH EXIT STATUS",
        *_list(_STATUSES),
        ".SH ENVIRONMENT",
        *_list(_ENVIRONMENT),
        ".SH FILES",
        *_list(_FILES),
        ".SH SEE ALSO",
        *_paragraphs("docs/dataset.md, which explains every field of a dataset."),
    ]
    return "\n".join(lines) + "\n"


def _records(command: Any) -> dict[str, str]:
    """The arguments and options of a command, each with what the program's own help says of it."""
    context = command.make_context("ansvar", [], resilient_parsing=True, help_option_names=["-h", "--help"])
    records = (param.get_help_record(context) for param in command.get_params(context))
    return dict(record for record in records if record)


def _shared(told: Iterable[dict[str, str]]) -> dict[str, str]:
    """The options that most commands have in the same words: told once."""
    counts = Counter(record for records in told for record in records.items())
    return dict(record for record, count in counts.items() if 2 * count >= len(COMMANDS))


def _usage(name: str, command: Any) -> str:
    """A command and its arguments as one writes them; `[options]` stands for the rest."""
    parts = [f"\\fBansvar {_text(name)}\\fR", "[\\fIoptions\\fR]"]
    for argument in (param for param in command.params if param.param_type_name == "argument"):
        written = argument.human_readable_name.lower().strip("[]")
        named = f"\\fI{_text(written)}\\fR" + ("..." if argument.nargs == -1 else "")
        parts.append(named if argument.required else f"[{named}]")
    return " ".join(parts)


def _command(name: str, command: Any, told: dict[str, str], shared: dict[str, str]) -> Iterator[str]:
    """What a command does, and those of its arguments and options that are its own."""
    yield f".SS {_text(name)}"
    yield _usage(name, command)
    yield ".PP"
    yield from _paragraphs(textwrap.dedent(command.help or "").strip())
    yield from _list({option: text for option, text in told.items() if shared.get(option) != text})


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of running text; one that begins with `\\b` keeps its lines, as Click has it."""
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip("\n"))):
        if number:
            yield ".PP"
        if paragraph.startswith("\b"):
            yield from _verbatim(paragraph.removeprefix("\b").strip("\n").splitlines())
        else:
            yield _text(" ".join(paragraph.split()))


def _verbatim(lines: Iterable[str]) -> Iterator[str]:
    """Lines as they stand; the first is a heading."""
    yield ".nf"
    for line in lines:
        yield _text(line) if line.strip() else ""
    yield ".fi"


def _list(items: dict[str, str]) -> Iterator[str]:
    """Names with what they mean."""
    for name, text in items.items():
        yield ".TP"
        yield f"\\fB{_breakable(_text(name))}\\fR"
        yield _text(text)


def _breakable(name: str) -> str:
    """A long choice of values, which may end a line after each."""
    return name.replace("|", "|\\:")


def _text(text: str) -> str:
    """Text that groff shows as it is, in ASCII: hyphens that can be copied, nothing taken for a macro."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha")
    escaped = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in escaped)
    return "\\&" + escaped if escaped.startswith((".", "\\(aq")) else escaped
