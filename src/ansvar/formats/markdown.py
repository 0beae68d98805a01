"""Tables as GitHub-flavoured Markdown, and how any text is written in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..answers.answer import Sheets
from ..dataset.printable import UNSAFE, printable
from . import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answers.sheet import Sheet
    from . import Target

# What CommonMark 0.31, GitHub's tables, its autolinks, mathematics and emoji codes give a meaning inside a line.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$@]|:(?=//|\w+:)|(?<=\bwww)\.|(?<= )#", re.IGNORECASE)
# Also what would act on a terminal (printable.py): a link goes there as it stands.
_UNSAFE_IN_ADDRESS = re.compile(rf"{UNSAFE}|[\s\\()<>\[\]\"'`|]")
_START = re.compile(r"^(?:[-=+#]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """The text as Markdown that shows exactly this text, on one line."""
    line = _SPECIAL.sub(_escaped, printable(text).strip())
    start = _START.match(line)
    if not start:
        return line
    at = 0 if not start[0].isdigit() else start.end()
    return f"{line[:at]}\\{line[at:]}"


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    return f"&#{ord(character)};" if character in "<>&@:$." else "\\" + character


def link(text: str, address: str) -> str:
    """A link. The address may hold anything: what would end it is written out."""
    return f"[{escape(text)}]({re.sub(_UNSAFE_IN_ADDRESS, _percent, address)})"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def table(sheet: Sheet) -> str:
    """A GitHub-flavoured table."""
    lines = [_line(map(escape, sheet.labels())), _line("---" for _ in sheet.columns)]
    lines += [_line(escape(cell.text) for cell in row) for row in sheet.rows]
    return "".join(lines)


def _line(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |\n"


def document(sheets: Iterable[Sheet]) -> str:
    """Some sheets under their titles."""
    blocks = []
    for sheet in sheets:
        if sheet.rows:
            blocks.append((f"## {escape(sheet.title)}\n\n" if sheet.title else "") + table(sheet))
            blocks += ["".join(f"- {escape(note)}\n" for note in sheet.notes)] if sheet.notes else []
    return "\n".join(blocks)


def _write(answer: Sheets, target: Target) -> str:
    return document(answer.sheets(**target.room))


FORMAT = Format("markdown", Sheets, _write, place=2)
