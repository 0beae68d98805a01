"""What only the command line says, one file a language: help, complaints, the manual. Imported when something of it is said."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol
else:
    Protocol = object  # to check against one, which nobody does, costs half a millisecond of a start

OTHERWISE = "en"
"""The language where the reader's is not known, or has no such file."""

EXAMPLES: Mapping[str, str] = {
    "": 'ansvar asylum\nansvar vem beviljar visum\nansvar who "kuka myöntää viisumin?" --as-of 2024-12-31',
    "who": 'ansvar who asylum\nansvar who "kuka myöntää oleskeluluvan?"\nansvar who visum --as-of 31.12.2024\n'
    "ansvar who integration plan --place Forssa\nansvar who --batch questions.txt > answers.jsonl",
    "actors": "ansvar actors\nansvar actors --level state --lang sv\nansvar actors --role steers",
    "actor": 'ansvar actor Migri\nansvar actor "ELY-keskus"\nansvar actor te-services --as-of 2023-06-01',
    "duty": "ansvar duty asylum-applications\nansvar duty asylum-applications --format markdown",
    "topics": "ansvar topics\nansvar topics --lang fi",
    "place": "ansvar place Forssa\nansvar place Jockis --lang sv\nansvar place Pirkanmaa --format json",
    "places": "ansvar places\nansvar places --in Kanta-Häme\nansvar places --format csv",
    "matrix": "ansvar matrix\nansvar matrix --level state --lang fi\n"
    "ansvar matrix --as-of 2026-01-01 --format html -o matrix.html",
    "gaps": "ansvar gaps\nansvar gaps --as-of 2026-12-31 --format csv",
    "changes": "ansvar changes\nansvar changes --since 2026\nansvar changes --compare 2024\n"
    "ansvar changes --actor ELY --format markdown",
    "export": "ansvar export -o responsibilities.md\nansvar export --format html -o responsibilities.html\n"
    "ansvar export --format excel --lang fi -o vastuut.csv\nansvar export --as-of 2026-01-01 --format json",
    "check": "ansvar check mine.yaml\nansvar check mine.yaml --format json",
    "init": "ansvar init mine.yaml",
    "import": "ansvar import codeowners .github/CODEOWNERS -o owners.yaml\n"
    "ansvar import csv tasks.csv --column actor=Team --column statement=Task\n"
    "ansvar import markdown-table raci.md | ansvar matrix --data -",
}  # fmt: skip
"""What one may write, by command."""


class CommandLine(Protocol):
    """What a file holds; each is keyed alike in every language."""

    SENTENCES: Mapping[str, str]
    """Complaints, hints, the dialogue, and the fixed words of a help."""
    METAVARS: Mapping[str, str]
    """What stands for a value."""
    HELP: Mapping[str, str]
    """By command, what it does; its first line stands in the list of commands. Without a command, what ansvar is."""
    OPTIONS: Mapping[str, str]
    """By the name of an argument or option, what it is for; `command.name` where a command has its own."""
    MANUAL: Mapping[str, str]
    """What the manual page says beside that."""
    STATUSES: Mapping[str, str]
    ENVIRONMENT: Mapping[str, str]


def command_line(code: str) -> CommandLine:
    """The words of a language, or of English where the language has no file here."""
    with suppress(ModuleNotFoundError):
        return cast("CommandLine", import_module(f"{__name__}.{code}"))
    return command_line(OTHERWISE)
