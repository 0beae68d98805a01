"""Tables as a spreadsheet program of a Finnish or Swedish office opens them by a double click: semicolons, and a mark for UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers.answer import Rows
from . import Format
from .csv import BYTE_ORDER_MARK, comma

if TYPE_CHECKING:
    from . import Target


def _write(answer: Rows, target: Target) -> str:
    return ("" if target.terminal else BYTE_ORDER_MARK) + comma(answer.rows(), visible=target.terminal, delimiter=";")


FORMAT = Format("excel", Rows, _write, place=4, encoding="utf-8")
