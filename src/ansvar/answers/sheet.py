"""What every format of tables is given: sheets of keyed columns and rows of text, and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence


class Cell(NamedTuple):
    """A text, and the words in it that are to be marked, as they stand there."""

    text: str
    marks: frozenset[str] = frozenset()


class Column(NamedTuple):
    """A column: its key, which is the same in every language, and its label in the reader's."""

    key: str
    label: str


class Fact(NamedTuple):
    """Something that is said of one thing: its key, its label, the text. One without a text is not shown."""

    key: str
    label: str
    text: str


class Sheet(NamedTuple):
    """A table: columns, rows as wide as these, a title (may be empty), and lines of text to stand below.

    In a `named` one the first column is the header of its row; the rows of a `dense` one stand without rules between them.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    notes: tuple[str, ...] = ()
    dense: bool = False
    named: bool = True

    def labels(self) -> list[str]:
        """The columns' labels."""
        return [column.label for column in self.columns]

    def lines(self) -> Iterator[list[str]]:
        """The labels, then every row's texts."""
        yield self.labels()
        for row in self.rows:
            yield [cell.text for cell in row]


def cells(*texts: str) -> tuple[Cell, ...]:
    """A row of plain texts."""
    return tuple(Cell(text) for text in texts)


def columns(labels: Iterable[tuple[str, str]]) -> tuple[Column, ...]:
    """Columns of these keys and labels."""
    return tuple(Column(key, label) for key, label in labels)


def of_facts(facts: Iterable[Fact], heads: tuple[Column, Column], title: str) -> Sheet:
    """A sheet of two columns, a fact a row."""
    return Sheet(heads, [cells(fact.label, fact.text) for fact in facts if fact.text], title, dense=True)


def changed(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """The sheet with every text changed."""
    rows = [tuple(cell._replace(text=change(cell.text)) for cell in row) for row in sheet.rows]
    heads = tuple(column._replace(label=change(column.label)) for column in sheet.columns)
    return sheet._replace(columns=heads, rows=rows, title=change(sheet.title), notes=tuple(map(change, sheet.notes)))


def without_empty_columns(sheet: Sheet, *, optional: Collection[str]) -> Sheet:
    """The sheet without those of the optional columns, named by their keys, that are empty in every row."""
    kept = [n for n, column in enumerate(sheet.columns) if column.key not in optional or any(row[n].text for row in sheet.rows)]
    rows = [tuple(row[n] for n in kept) for row in sheet.rows]
    return sheet._replace(columns=tuple(sheet.columns[n] for n in kept), rows=rows)
