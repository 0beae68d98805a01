"""The JSON contract: answers and datasets as plain data. Every object begins with `"schema": 1`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..answers.answer import Answer, Plain
from ..dataset.printable import harmless_json
from . import Format

if TYPE_CHECKING:
    from . import Target

SCHEMA = 1


def dumps(plain: Plain) -> str:
    """JSON text with a line break at its end; letters are written as they are."""
    return written({"schema": SCHEMA, **plain})


def written(plain: Plain) -> str:
    """JSON text of any object."""
    return harmless_json(json.dumps(plain, ensure_ascii=False, indent=2)) + "\n"


def line(answer: Answer, target: Target) -> str:
    """The JSON of an answer on one line, for where it goes."""
    plain = json.dumps({"schema": SCHEMA, **answer.plain()}, ensure_ascii=False)
    return fitting(f"{harmless_json(plain)}\n", target)


def fitting(text: str, target: Target) -> str:
    """JSON text for where it goes: in ASCII where that cannot take all letters."""
    return text if target.file or target.unicode else ascii_only(text)


def ascii_only(text: str) -> str:
    """The same JSON in ASCII."""
    return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)


def _write(answer: Answer, target: Target) -> str:
    return fitting(dumps(answer.plain()), target)


FORMAT = Format("json", Answer, _write, place=5, empty=True)
