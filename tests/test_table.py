"""Tables on a terminal: whatever its width, every cell's text can be read back from it whole."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from ansvar.answers.sheet import Cell, Sheet, cells, changed, columns
from ansvar.dataset.printable import printable
from ansvar.formats import table
from attacks import HOSTILE_TEXTS, MORE, without_colours

WIDTHS = [*range(8, 70, 3), 79, 80, 99, 100, 120, 200]
WORDS = (
    "Maahanmuuttovirasto",
    "ansvar",
    "a",
    "Utbildningsstyrelsen",
    "för",
    "oleskelulupahakemustenkäsittely",
    "漢字漢字漢字",
    "é",
    "1.5.2023",
)


def squeezed(text: str) -> str:
    """The text without blanks: a line may be broken at one, and anywhere in a long word."""
    return "".join(printable(text).split())


def read_back(drawn: str, columns: int) -> list[list[str]]:
    """The cells of a table drawn with `|`, row by row, without blanks."""
    rows: list[list[str]] = []
    for line in without_colours(drawn).splitlines():
        if line.startswith(("╭", "├", "╰")):
            rows.append([""] * columns)
        else:
            assert line.startswith("│")
            parts = line.strip("│").split("│")
            rows[-1] = [cell + "".join(part.split()) for cell, part in zip(rows[-1], parts, strict=True)]
    return [row for row in rows if any(row)]


def whole(sheet: Sheet, width: int) -> None:
    """Assert that a sheet can be read back from a terminal of this width, and fits it."""
    drawn = table.rich([sheet], width, colour=True)
    assert max(map(cell_len, without_colours(drawn).splitlines())) <= max(width, 8)
    texts = list(sheet.lines())
    if without_colours(drawn).startswith("╭"):
        assert read_back(drawn, len(sheet.columns)) == [list(map(squeezed, row)) for row in texts]
    else:
        pairs = (f"{name}:{text}" for row in texts[1:] for name, text in zip(sheet.labels(), row, strict=True) if text)
        assert squeezed(without_colours(drawn)) == squeezed("".join(pairs))


def _sheet(seed: int) -> Sheet:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    wide = chance.randint(1, 6)

    def text() -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.choice((0, 1, 2, 5, 30))))

    rows = [(Cell(str(n)), *(Cell(text(), frozenset({"ansvar"})) for _ in range(wide - 1))) for n in range(chance.randint(1, 4))]
    return Sheet(columns((f"{n}", f"Column {n}") for n in range(wide)), rows, dense=False, named=chance.random() < 0.5)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_cut_at_any_width(seed: int) -> None:
    for width in WIDTHS:
        whole(_sheet(seed), width)


@settings(max_examples=300 * MORE, deadline=None, derandomize=MORE == 1)
@given(
    st.lists(st.text(st.characters(exclude_characters="│╭├╰")) | st.sampled_from(HOSTILE_TEXTS), min_size=3, max_size=3),
    st.integers(8, 200),
)
def test_any_text_is_text(texts: list[str], width: int) -> None:
    texts = [text if squeezed(text) else "x" for text in texts]
    whole(Sheet(columns(zip("abc", "ABC", strict=True)), [cells(*texts)]), width)
    drawn = without_colours(table.rich([Sheet(columns(zip("abc", "ABC", strict=True)), [cells(*texts)])], width, colour=False))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", drawn)
    lines = table.plain([Sheet(columns(zip("abc", "ABC", strict=True)), [cells(*texts)])]).splitlines()
    assert len(lines) == 2, "a record is a line"
    assert squeezed(lines[1]) == squeezed("".join(texts))


def test_titles_and_notes_are_whole_too() -> None:
    sheet = Sheet(columns([("a", "A")]), [cells("x")], title="[b]title[/b] " * 20, notes=("note :smile: " * 20,))
    for width in WIDTHS:
        drawn = without_colours(table.rich([sheet], width, colour=False))
        assert squeezed(sheet.title) in squeezed(drawn)
        assert squeezed(sheet.notes[0]) in squeezed(drawn)


def test_every_text_of_a_sheet_is_changed() -> None:
    sheet = Sheet(columns([("k", "a")]), [cells("b")], title="c", notes=("d",))
    assert changed(sheet, str.upper) == Sheet(columns([("k", "A")]), [cells("B")], title="C", notes=("D",))
