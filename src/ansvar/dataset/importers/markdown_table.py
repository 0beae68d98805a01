"""Tables in Markdown (GitHub's): every table of a document, under its heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import Imported, Importer
from ._made import text_of
from ._table import Table, dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import Wish

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|~~|`)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\Z")


def _read(content: bytes, wish: Wish) -> Imported:
    found = list(_tables(text_of(content, wish.file).split("\n")))
    several = len(found) > 1
    return dataset([table if several else table._replace(title="") for table in found], wish)


def _tables(lines: list[str]) -> Iterator[Table]:
    """The tables that have rows: a line of headings, a line of hyphens, and the lines up to one without a bar."""
    title, n = "", 0
    while n < len(lines):
        if heading := _HEADING.match(lines[n]):
            title = _plain(heading[1])
        if "|" in lines[n] and n + 1 < len(lines) and "|" in lines[n + 1] and _RULE.match(lines[n + 1]):
            heads, begin = _cells(lines[n]), n + 2
            n = begin
            while n < len(lines) and "|" in lines[n]:
                n += 1
            rows = [_cells(line) for line in lines[begin:n]]
            wide = len(heads)
            if rows:
                yield Table(heads, [(row + [""] * wide)[:wide] for row in rows], begin + 1, title)
        else:
            n += 1


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [_plain(cell) for cell in _split(inner)]


def _split(line: str) -> list[str]:
    """The cells between the bars; a bar after a backslash is none."""
    return [cell.replace("\0", "|") for cell in line.replace("\\|", "\0").split("|")]


def _plain(text: str) -> str:
    """The text of a cell without its marks."""
    text = _LINK.sub(r"\1", text.strip())
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|~-])", r"\1", text).strip()


IMPORTER = Importer("markdown-table", _read, "every table of a Markdown document, under its heading")
