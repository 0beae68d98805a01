"""What all answers have in common: plain data for programs, tables for readers, rows for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .card import Deck
    from .phrasebook import Phrasebook
    from .sheet import Sheet

Plain = dict[str, Any]
"""Dicts, lists, strings and numbers, as JSON has them."""

ROOM = 100
"""Columns of text that a table may take where nothing says how many there are."""


class Answer:
    """Records, and the phrasebook that puts them into words. It holds all that a format needs; false when nothing was found."""

    said: Phrasebook

    def plain(self) -> Plain:
        """The answer as plain data: its JSON."""
        raise NotImplementedError

    def __bool__(self) -> bool:
        return True

    @property
    def tells(self) -> bool:
        """Whether there is anything to show: an answer that found nothing may have something beside it."""
        return bool(self)


class Rows(Answer):
    """An answer that a spreadsheet can hold."""

    def rows(self) -> list[Sheet]:
        """The answer for a spreadsheet."""
        raise NotImplementedError


class Sheets(Rows):
    """An answer that can be read as tables."""

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """The answer as tables; one that can be split takes at most `room` columns of text."""
        raise NotImplementedError

    def rows(self) -> list[Sheet]:
        """The same tables."""
        return self.sheets()


class Cards(Sheets):
    """An answer that can be read as cards."""

    def deck(self, *, short: bool = False) -> Deck:
        """The answer as cards; with `short`, for a screen, of many only the best."""
        raise NotImplementedError
