"""Sheets for a terminal: Rich tables in its width, and plain aligned columns where there is no terminal."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from ..answers.answer import Cards, Sheets
from ..answers.sheet import Cell, Sheet, changed
from ..dataset.printable import printable
from . import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from rich.text import Text

    from . import Target

NARROW = 60
"""Below this width, in columns, a table of several columns is stacked: a line a value."""
_NARROW_PAIR = 30
LONGEST = (30, 24, 18, 14)
"""Words longer than this many columns of the terminal may be broken; less, where the table does not fit otherwise."""
WIDE, MOST_LINES = 100, 4
"""Below this width no word is broken and no row has more lines: rather than that, the table is stacked."""
_KEPT = "\ue000"
"""Stands for a blank that no line is broken at, while Rich breaks lines: it breaks them at no-break spaces too."""
_BORDER = 3
_MINIMUM = 8
_FIRST_COMBINING = "\u0300"
_WORD = r"[^\W_]+(?:\+\+|#)?"


def plain(sheets: Iterable[Sheet]) -> str:
    """Columns aligned with blanks, as wide as they need, a record a line: for pipes and files."""
    return "\n".join(_plain(sheet) for sheet in sheets if sheet.rows)


def _columns(text: str) -> int:
    """How many columns a text takes; Rich, which knows it of every letter, is asked where there are other than Latin ones."""
    if max(text, default="") < _FIRST_COMBINING:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _plain(sheet: Sheet) -> str:
    rows = [[printable(name) for name in sheet.labels()], *([printable(cell.text) for cell in row] for row in sheet.rows)]
    sizes = [[_columns(text) for text in row] for row in rows]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    lines = []
    for row, size in zip(rows, sizes, strict=True):
        padded = (text + " " * (width - used) for text, width, used in zip(row, widths, size, strict=True))
        lines.append("  ".join(padded).rstrip() + "\n")
    lines += (f"{printable(note)}\n" for note in sheet.notes)
    return "".join(lines)


def rich(sheets: Iterable[Sheet], width: int, *, colour: bool, lines: bool = True) -> str:
    """Rich tables `width` columns wide, matched words marked; on a narrow terminal stacked. Nothing is cut.

    Without `lines` they are drawn with `+`, `-` and `|`.
    """
    from rich.console import Console

    from .cards import JOINED

    out = io.StringIO()
    console = Console(
        file=out, width=max(width, _MINIMUM), force_terminal=True, no_color=not colour, markup=False, emoji=False,
        highlight=False, legacy_windows=False, color_system="standard" if colour else None,
        _environ={},  # Rich makes a number of COLUMNS and LINES, whatever they are
    )  # fmt: skip
    listed = [sheet for sheet in sheets if sheet.rows]
    if not any(_KEPT in text for sheet in listed for line in sheet.lines() for text in line):
        listed = [changed(sheet, lambda text: JOINED.sub(_KEPT, text)) for sheet in listed]
    for n, sheet in enumerate(listed):
        if n:
            console.print()
        _draw(console, sheet, width, lines=lines)
        for note in sheet.notes:
            console.print(_text(Cell(note), ""), overflow="fold")
    return out.getvalue().replace(_KEPT, "\u00a0" if lines else " ")


def _draw(console: Console, sheet: Sheet, width: int, *, lines: bool) -> None:
    from rich.box import ASCII, ROUNDED
    from rich.table import Table

    if sheet.title:
        console.print(_text(Cell(sheet.title), "bold"), overflow="fold")
    widths = _widths(sheet, width)
    if widths is None:
        _stack(console, sheet)
        return
    table = Table(
        box=ROUNDED if lines else ASCII, show_lines=not sheet.dense, header_style="bold", border_style="dim", pad_edge=True
    )
    for n, (name, wide) in enumerate(zip(sheet.labels(), widths, strict=True)):
        style = "bold" if n == 0 and sheet.named else ""
        table.add_column(_text(Cell(name), ""), overflow="fold", style=style, width=wide)
    for row in sheet.rows:
        table.add_row(*(_text(cell, "") for cell in row))
    console.print(table)


def _widths(sheet: Sheet, width: int) -> list[int] | None:
    """The columns' widths in a terminal so wide; None where the table is better stacked."""
    if width < (NARROW if len(sheet.columns) > 2 else _NARROW_PAIR):
        return None
    columns = [[printable(text) for text in column] for column in zip(*sheet.lines(), strict=True)]
    widths = _column_widths(columns, width - _BORDER * len(columns) - 1, longest=LONGEST if width >= WIDE else ())
    if widths and width < WIDE and len(columns) > 2:
        rows = zip(*columns, strict=True)
        if any(_height(text, wide) > MOST_LINES for row in rows for text, wide in zip(row, widths, strict=True)):
            return None
    return widths


def _height(text: str, width: int) -> int:
    """The lines of a cell so wide."""
    from .cards import wrapped

    return len(list(wrapped(text, width, width)))


def _column_widths(texts: Sequence[Sequence[str]], room: int, longest: Sequence[int] = LONGEST) -> list[int] | None:
    """The widths of columns that together take at most `room`; None when not even their words fit.

    `texts` are the columns, each with its cells' texts. No word is broken but those longer than one of `longest`, and what
    room the words leave is shared out by how much each column still wants: the automatic table layout of CSS 2.1, section 17.5.2.2.
    """
    from rich.cells import cell_len

    most = [max(map(cell_len, column), default=0) for column in texts]
    if sum(most) <= room:
        return most
    words = [max((cell_len(word) for text in column for word in text.split()), default=1) for column in texts]
    fitting = ([min(word, most) for word in words] for most in longest or [max(words)])
    least = next((widths for widths in fitting if sum(widths) <= room), None)
    if least is None:
        return None
    left = room - sum(least)
    wanted = [wide - narrow for wide, narrow in zip(most, least, strict=True)]
    widths = [narrow + left * want // sum(wanted) for narrow, want in zip(least, wanted, strict=True)]
    widths[wanted.index(max(wanted))] += room - sum(widths)
    return widths


def _stack(console: Console, sheet: Sheet) -> None:
    from rich.text import Text

    for n, row in enumerate(sheet.rows):
        if n:
            console.print()
        for name, cell in zip(sheet.labels(), row, strict=True):
            if cell.text:
                console.print(Text.assemble((f"{printable(name)}: ", "bold"), _text(cell, "")), overflow="fold")


def _text(cell: Cell, style: str) -> Text:
    """The cell as Rich's text, never as markup, with the marked words marked."""
    from rich.text import Text

    content = printable(cell.text)
    text = Text(content, style=style, overflow="fold")
    for found in re.finditer(_WORD, content) if cell.marks else ():
        if found[0] in cell.marks:
            text.stylize("bold underline", found.start(), found.end())
    return text


def _write(answer: Sheets, target: Target) -> str:
    if isinstance(answer, Cards) and target.draws and not target.file:
        from .cards import drawn

        return drawn(answer.deck(short=True), target)
    sheets: Iterable[Sheet] = answer.sheets(**target.room)
    if not target.file and not target.unicode:
        sheets = [changed(sheet, target.writable) for sheet in sheets]
    if target.draws and not target.file:
        return rich(sheets, target.width, colour=target.colour, lines=target.unicode)
    return plain(sheets)


FORMAT = Format("table", Sheets, _write, place=1, draws=True)
