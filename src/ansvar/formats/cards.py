"""Answers as cards: on a terminal with bold names and links (OSC 8), and as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..answers.answer import ROOM, Cards
from ..answers.card import Line
from ..dataset.printable import UNSAFE, printable
from ..dataset.record import NamedTuple
from . import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..answers.card import Card, Deck, Span
    from . import Target

_INDENT = "  "
_TOKEN = re.compile(r"[^\W_]+(?:\+\+|#)?")
# A number stays with the word before it, and with the sign of its section: § 14 (1), 14 § 1 mom., sentence 13.
JOINED = re.compile(r"(?<=§) (?=\S)|(?<=\d) (?=§|mom\.|\(\d)|(?<=[^\W\d_]) (?=\d)")
_NOT_IN_ADDRESS = re.compile(rf"{UNSAFE}|[^\x21-\x7e]")
_MINIMUM = 8


class _Piece(NamedTuple):
    """A text in one style."""

    text: str
    strong: bool = False
    marked: bool = False
    url: str | None = None


def text(deck: Deck) -> str:
    """The deck as plain text, a line for each thing that is said. Addresses are written out."""
    return "\n\n".join("\n".join(block) for block in _blocks(deck, None)) + "\n"


def drawn(deck: Deck, target: Target) -> str:
    """The deck as wide as the terminal is, at most as wide as one reads with ease."""
    return "\n\n".join("\n".join(block) for block in _blocks(deck, target)) + "\n"


def _blocks(deck: Deck, target: Target | None) -> Iterator[list[str]]:
    """The paragraphs: the heading, titles and cards, what stands at the end."""
    if deck.heading:
        yield [line for sentence in deck.heading for line in _lines([_Piece(printable(sentence))], "", target, joined=False)]
    for part in deck.parts:
        if part.title:
            yield list(_card((Line("", "", part.title), *part.lines), "", target))
        for card in part.cards:
            yield list(_card(card, _INDENT if part.title else "", target))
    if deck.closing:
        yield [line for sentence in deck.closing for line in _lines([_Piece(printable(sentence))], "", target, joined=False)]


def _card(card: Card, indent: str, target: Target | None) -> Iterator[str]:
    told = _told(span for line in card for span in line.spans)
    for n, line in enumerate(card):
        label = [_Piece(f"{printable(line.label)}: ")] if line.label else []
        yield from _lines([*label, *_pieces(line.spans, told, target)], indent + (_INDENT if n else ""), target)


def _told(spans: Iterable[Span]) -> set[str]:
    """The addresses that stand in the text itself."""
    return {span.text for span in spans if span.text == span.url}


def _pieces(spans: Iterable[Span], told: set[str], target: Target | None) -> Iterator[_Piece]:
    """The texts by style. In plain text the address of a link is written out where it stands nowhere else."""
    for span in spans:
        content = printable(span.text)
        at = 0
        for found in _TOKEN.finditer(content) if span.marks else ():
            if found[0] in span.marks:
                yield _Piece(content[at : found.start()], span.strong, url=span.url)
                yield _Piece(found[0], span.strong, marked=True, url=span.url)
                at = found.end()
        yield _Piece(content[at:], span.strong, url=span.url)
        if target is None and span.url and span.url not in told:
            yield _Piece(f" ({printable(span.url)})")


def _lines(pieces: Sequence[_Piece], indent: str, target: Target | None, *, joined: bool = True) -> Iterator[str]:
    """The pieces as lines. On a terminal they are broken between words, where these are `joined` not before numbers; a sentence
    may have a command in it, which is copied."""
    if target and not target.unicode:
        pieces = [
            piece._replace(text=target.writable(piece.text.replace("·", "-").replace("→", "->").replace("–", "-")))
            for piece in pieces
        ]
    whole = "".join(piece.text for piece in pieces)
    if target is None:
        yield indent + whole
        return
    if joined and target.unicode:
        whole = JOINED.sub("\u00a0", whole)
    room = max(min(target.width, ROOM), _MINIMUM)
    after = indent if len(indent) < len(_INDENT) else indent + _INDENT
    for n, (start, end) in enumerate(wrapped(whole, room - len(indent), room - len(after))):
        yield (after if n else indent) + _styled(pieces, whole, start, end, target)


def _styled(pieces: Iterable[_Piece], whole: str, start: int, end: int, target: Target) -> str:
    """A part of the text in its styles."""
    out, at = "", 0
    for piece in pieces:
        first, last = max(start, at), min(end, at + len(piece.text))
        if first < last:
            out += _one(whole[first:last], piece, target)
        at += len(piece.text)
    return out


def _one(shown: str, piece: _Piece, target: Target) -> str:
    if target.colour and (piece.strong or piece.marked):
        shown = f"\x1b[{'1;4' if piece.marked else '1'}m{shown}\x1b[0m"
    if target.links and piece.url:
        shown = f"\x1b]8;;{_address(piece.url)}\x1b\\{shown}\x1b]8;;\x1b\\"
    return shown


def _address(url: str) -> str:
    """An address of which a terminal sees nothing but printable ASCII."""
    return _NOT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), url)


def wrapped(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Where lines begin and end that are `first`, then `rest` columns wide: between words, in a word only where it is wider."""
    start, room = 0, first
    while start < len(text):
        end = _end(text, start, room)
        yield start, end
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
        room = rest


def _end(text: str, start: int, room: int) -> int:
    """The end of the longest line from `start` on."""
    used, blank = 0, 0
    for n in range(start, len(text)):
        if text[n] == " ":
            blank = n
        used += columns(text[n])
        if used > room and text[n] != " ":
            return blank if blank > start else max(n, start + 1)
    return len(text)


def columns(character: str) -> int:
    """The columns of a terminal that a character takes."""
    if character.isascii():
        return 1
    from unicodedata import category, east_asian_width

    return 0 if category(character) in ("Mn", "Me", "Cf") else 2 if east_asian_width(character) in "WF" else 1


def _write(answer: Cards, target: Target) -> str:
    deck = answer.deck(short=target.draws and not target.file)
    return drawn(deck, target) if target.draws and not target.file else text(deck)


FORMAT = Format("text", Cards, _write, place=2, tells=True)
