"""The manual page ansvar(1) in each language, made from the commands themselves, in the macros of man(7)."""

from __future__ import annotations

import os
import re
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ansvar import __version__
from ansvar.cli import words
from ansvar.cli.app import program
from ansvar.cli.commands import COMMANDS
from ansvar.cli.help import explained, usage
from ansvar.languages.command_line import EXAMPLES, command_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ansvar.languages.command_line import CommandLine

LANGUAGES = {"docs/ansvar.1": "en", "docs/ansvar.sv.1": "sv", "docs/ansvar.fi.1": "fi"}
"""The manual pages, each with its language."""
_FOLDER = "~/.cache/ansvar"


def page(code: str) -> str:
    """The manual page in a language. It has no date, so that it changes only when the program does."""
    with _speaking(code):
        return "\n".join(_lines(command_line(code))) + "\n"


@contextmanager
def _speaking(code: str) -> Iterator[None]:
    """The locale of a language, for what the program says of itself."""
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = f"{code}.UTF-8"
    words.language.cache_clear()
    try:
        yield
    finally:
        os.environ.pop("LC_ALL")
        os.environ |= {} if before is None else {"LC_ALL": before}
        words.language.cache_clear()


def _lines(spoken: CommandLine) -> Iterator[str]:
    said, whole = spoken.MANUAL, program()
    commands = {name: whole.commands[name] for name in COMMANDS}
    told = {name: _records(command, name) for name, command in commands.items()}
    shared = _shared(told.values())
    yield '.\\" Made by docs/generate.py from the commands; do not edit.'
    yield f'.TH ANSVAR 1 "" "ansvar {__version__}" "{_text(said["commands_of"])}"'
    yield from (".nh", ".ad l")
    yield from (f".SH {_text(said['name'])}", f"ansvar \\- {_text(said['is'])}", f".SH {_text(said['synopsis'])}", ".nf")
    yield f"\\fBansvar\\fR [{_text(spoken.METAVARS['QUESTION'].lower())}...]"
    yield from (_usage(name, command, said) for name, command in commands.items())
    yield from (".fi", f".SH {_text(said['description'])}", *_paragraphs(said["about"]), f".SH {_text(said['commands'])}")
    for name, command in commands.items():
        yield from _command(name, command, told[name], shared, spoken)
    yield from (f".SH {_text(said['options'])}", *_paragraphs(said["after"]), *_list(shared), ".PP", *_paragraphs(said["alone"]))
    yield from _list({name: text for name, text in _records(whole, "").items() if name not in shared})
    for title, items in (("status", spoken.STATUSES), ("environment", spoken.ENVIRONMENT), ("files", {_FOLDER: said["cache"]})):
        yield from (f".SH {_text(said[title])}", *_list(items))
    yield from (f".SH {_text(said['see'])}", *_paragraphs(said["see_also"]))


def _records(command: Any, name: str) -> dict[str, str]:
    """The arguments and options of a command, each with what the program's own help says of it."""
    context = command.make_context("ansvar", [], resilient_parsing=True, help_option_names=["-h", "--help"])
    return {one.written: one.meaning for one in explained(command, name, context)}


def _shared(told: Iterable[dict[str, str]]) -> dict[str, str]:
    """The options that most commands have in the same words: told once."""
    counts = Counter(record for records in told for record in records.items())
    return dict(record for record, count in counts.items() if 2 * count >= len(COMMANDS))


def _usage(name: str, command: Any, said: Mapping[str, str]) -> str:
    """A command and its arguments as one writes them."""
    _, called, options, *arguments = usage(command, name, f"[{said['word_options']}]").split()
    return " ".join([f"\\fBansvar {called}\\fR", _text(options), *(f"\\fI{_text(one.lower())}\\fR" for one in arguments)])


def _command(name: str, command: Any, told: dict[str, str], shared: dict[str, str], spoken: CommandLine) -> Iterator[str]:
    """What a command does, and those of its arguments and options that are its own."""
    yield f".SS {_text(name)}"
    yield _usage(name, command, spoken.MANUAL)
    yield ".PP"
    yield from _paragraphs(spoken.HELP[name])
    yield from (".PP", *_verbatim([spoken.SENTENCES["examples"], *(f"  {line}" for line in EXAMPLES[name].splitlines())]))
    yield from _list({option: text for option, text in told.items() if shared.get(option) != text})


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of running text."""
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip("\n"))):
        if number:
            yield ".PP"
        yield _text(" ".join(paragraph.split()))


def _verbatim(lines: Iterable[str]) -> Iterator[str]:
    """Lines as they stand; the first is a heading."""
    yield ".nf"
    for line in lines:
        yield _text(line) if line.strip() else ""
    yield ".fi"


def _list(items: Mapping[str, str]) -> Iterator[str]:
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
