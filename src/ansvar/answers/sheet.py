"""What every format is given: sheets of named columns and rows of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Cell(NamedTuple):
    """A text, and the normalised words in it that are to be marked."""

    text: str
    marks: frozenset[str] = frozenset()


class Sheet(NamedTuple):
    """A table: a title (may be empty), the columns' names, rows as wide as these, and lines of text to stand below.

    In a named one the first column names the row; the rows of a dense one stand without lines between them.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    notes: tuple[str, ...] = ()
    dense: bool = False
    named: bool = True


def cells(*texts: str) -> tuple[Cell, ...]:
    """A row of plain texts."""
    return tuple(Cell(text) for text in texts)


def changed(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """The sheet with every text changed."""
    rows = [tuple(cell._replace(text=change(cell.text)) for cell in row) for row in sheet.rows]
    columns, notes = tuple(map(change, sheet.columns)), tuple(map(change, sheet.notes))
    return sheet._replace(columns=columns, rows=rows, title=change(sheet.title), notes=notes)


def without_empty_columns(sheet: Sheet, *, optional: Sequence[str]) -> Sheet:
    """The sheet without those of the optional columns that are empty in every row."""
    kept = [n for n, name in enumerate(sheet.columns) if name not in optional or any(row[n].text for row in sheet.rows)]
    rows = [tuple(row[n] for n in kept) for row in sheet.rows]
    return sheet._replace(columns=tuple(sheet.columns[n] for n in kept), rows=rows)
