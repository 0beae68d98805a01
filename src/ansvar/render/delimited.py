"""Sheets as CSV (RFC 4180) and TSV, an empty line between two."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .sheet import Sheet

# A cell that begins like this is a formula for a spreadsheet; an apostrophe before it makes it text.
# OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that a file is UTF-8."""


def comma(sheets: Iterable[Sheet]) -> str:
    """CSV with lines ending in CRLF. Cells that a spreadsheet would take for a formula get an apostrophe in front."""
    return _written(sheets, neutralise, dialect="excel")


def tab(sheets: Iterable[Sheet]) -> str:
    """TSV (IANA text/tab-separated-values): the text untouched, but tabs and line breaks are blanks."""
    lines: list[str] = []
    for sheet in sheets:
        lines += ["\n"] if lines else []
        for row in (sheet.columns, *([cell.text for cell in row] for row in sheet.rows)):
            lines.append("\t".join(_one_line(text) for text in row) + "\n")
    return "".join(lines)


def _one_line(text: str) -> str:
    return " ".join(text.split("\t")).replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _written(sheets: Iterable[Sheet], change: Any, **options: Any) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, **options)
    for n, sheet in enumerate(sheets):
        if n:
            writer.writerow(())
        writer.writerow(map(change, sheet.columns))
        writer.writerows([change(cell.text) for cell in row] for row in sheet.rows)
    return out.getvalue()


def neutralise(text: str) -> str:
    """The text of a cell, made no formula."""
    return "'" + text if text.startswith(_FORMULA) else text
