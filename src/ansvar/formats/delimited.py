"""Sheets as CSV (RFC 4180) and TSV, an empty line between two."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ..dataset.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers.sheet import Sheet

# A cell that begins like this is a formula for a spreadsheet; an apostrophe before it makes it text.
# OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that a file is UTF-8."""


def comma(sheets: Iterable[Sheet], *, visible: bool = False) -> str:
    """CSV with lines ending in CRLF. Cells that a spreadsheet would take for a formula get an apostrophe in front.

    With `visible`, for a terminal, what that would obey is written out.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for n, sheet in enumerate(sheets):
        if n:
            writer.writerow(())
        for row in _texts(sheet, visible=visible):
            writer.writerow(map(neutralise, row))
    return out.getvalue()


def tab(sheets: Iterable[Sheet], *, visible: bool = False) -> str:
    """TSV (IANA text/tab-separated-values): the text untouched, but tabs and line breaks are blanks."""
    blocks = ("".join("\t".join(map(_one_line, row)) + "\n" for row in _texts(sheet, visible=visible)) for sheet in sheets)
    return "\n".join(blocks)


def _one_line(text: str) -> str:
    return " ".join(text.split("\t")).replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _texts(sheet: Sheet, *, visible: bool) -> Iterator[Iterable[str]]:
    """The texts of a sheet, row by row, the columns' names first."""
    for row in (sheet.columns, *([cell.text for cell in row] for row in sheet.rows)):
        yield map(printable, row) if visible else row


def neutralise(text: str) -> str:
    """The text of a cell, made no formula. One that begins so already gets a second apostrophe: without one each is as it was."""
    return "'" + text if text.lstrip("'").startswith(_FORMULA) else text
