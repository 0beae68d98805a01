"""Tables as TSV (IANA text/tab-separated-values), an empty line between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers.answer import Rows
from ..dataset.printable import printable
from . import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answers.sheet import Sheet
    from . import Target


def tab(sheets: Iterable[Sheet], *, visible: bool = False) -> str:
    """The texts untouched, but tabs and line breaks are blanks. With `visible`, what a terminal would obey is written out."""
    cell = (lambda text: _one_line(printable(text))) if visible else _one_line
    return "\n".join("".join("\t".join(map(cell, line)) + "\n" for line in sheet.lines()) for sheet in sheets)


def _one_line(text: str) -> str:
    return " ".join(text.split("\t")).replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _write(answer: Rows, target: Target) -> str:
    return tab(answer.rows(), visible=target.terminal)


FORMAT = Format("tsv", Rows, _write, place=4)
