"""CSV, with commas, semicolons or tabs: the first row has the headings."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from . import Imported, Importer
from ._made import text_of
from ._table import Table, dataset

if TYPE_CHECKING:
    from . import Wish


def _read(content: bytes, wish: Wish) -> Imported:
    text = text_of(content, wish.file)
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = max(";\t,", key=first.count)
    return dataset([table_of(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))], wish)


def table_of(lines: list[list[str]], title: str = "") -> Table:
    """The table in some lines, of which the first that is not empty has the headings."""
    numbered = [(n, [cell.strip() for cell in line]) for n, line in enumerate(lines, 1)]
    filled = [(n, line) for n, line in numbered if any(line)]
    if not filled:
        return Table((), ())
    (start, heads), *rest = filled
    wide = len(heads)
    rows = [line[:wide] + [""] * (wide - len(line)) for _, line in rest]
    return Table(heads, rows, rest[0][0] if rest else start + 1, title)


IMPORTER = Importer("csv", _read, "CSV with headings in the first row; commas, semicolons or tabs")
