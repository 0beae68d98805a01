"""The whole dataset as one HTML file that searches, filters and speaks its languages without a server or a network.

`page.html.j2` shows its HTML, `page.css` its looks; `stems.js`, `engine.js` and `page.js` are its script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...answers.whole import Whole
from .. import Format

if TYPE_CHECKING:
    from .. import Target


def page(whole: Whole) -> str:
    """The page. It is the same to the byte for the same dataset, language and, where one was asked for, date."""
    from .contents import contents

    return contents(whole)


def _write(answer: Whole, target: Target) -> str:
    return page(answer)


FORMAT = Format("html", Whole, _write, place=6, encoding="utf-8")
