"""Tables as CSV (RFC 4180), an empty line between two."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ..answers.answer import Rows
from ..dataset.printable import printable
from . import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answers.sheet import Sheet
    from . import Target

# A cell that begins like this is a formula for a spreadsheet; an apostrophe before it makes it text.
# OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that a file is UTF-8."""


def comma(sheets: Iterable[Sheet], *, visible: bool = False, delimiter: str = ",") -> str:
    """CSV with lines ending in CRLF. Cells that a spreadsheet would take for a formula get an apostrophe in front.

    With `visible`, for a terminal, what that would obey is written out.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    for n, sheet in enumerate(sheets):
        if n:
            writer.writerow(())
        for line in sheet.lines():
            writer.writerow(neutralise(printable(text) if visible else text) for text in line)
    return out.getvalue()


def neutralise(text: str) -> str:
    """The text of a cell, made no formula. One that begins so already gets a second apostrophe: without one each is as it was."""
    return "'" + text if text.lstrip("'").startswith(_FORMULA) else text


def _write(answer: Rows, target: Target) -> str:
    return (BYTE_ORDER_MARK if target.file else "") + comma(answer.rows(), visible=target.terminal)


FORMAT = Format("csv", Rows, _write, place=3)
