"""Tables as GitHub-flavoured Markdown, and how any text is written in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..answers.answer import Cards, Sheets
from ..dataset.printable import UNSAFE, printable
from . import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers.card import Card, Deck, Line, Span
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


def cards(deck: Deck) -> str:
    """A deck: its sentences as paragraphs, each card a list item, its holders in bold."""
    blocks = [escape(sentence) for sentence in deck.heading]
    for part in deck.parts:
        blocks += [f"## {_spans(part.title, strong=False)}"] if part.title else []
        blocks += [_labelled(line) for line in part.lines]
        blocks += ["\n".join(_card(card)) for card in part.cards]
    return "\n\n".join((*blocks, *map(escape, deck.closing))) + "\n"


def _card(card: Card) -> Iterator[str]:
    for n, line in enumerate(card):
        yield ("  - " if n else "- ") + _labelled(line)


def _labelled(line: Line) -> str:
    return (f"{escape(line.label)}: " if line.label else "") + _spans(line.spans)


def _spans(spans: Iterable[Span], *, strong: bool = True) -> str:
    return "".join(_span(span, strong=strong) for span in spans)


def _span(span: Span, *, strong: bool) -> str:
    """A piece of text; the blanks at its ends, which `escape` takes away, stay."""
    text = printable(span.text)
    inner = link(text.strip(), span.url) if span.url else escape(text)
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return before + (f"**{inner}**" if span.strong and strong and inner else inner) + after


def _write(answer: Sheets, target: Target) -> str:
    return cards(answer.deck()) if isinstance(answer, Cards) else document(answer.sheets(**target.room))


FORMAT = Format("markdown", Sheets, _write, place=2, tells=True)
