"""The whole dataset as one HTML file that searches, filters and speaks its languages without a server or a network."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from .compiled import compiled, script_json
from .contents import Contents
from .phrases import for_script

if TYPE_CHECKING:
    from ...answers.phrasebook import Reader

_SCRIPTS = ("stems.js", "engine.js", "page.js")


def page(reader: Reader) -> str:
    """The page. It is the same to the byte for the same dataset, language and, where one was asked for, date."""
    contents = Contents(reader)
    style, script = _asset("page.css"), "\n".join(map(_asset, _SCRIPTS))
    carried = {**compiled(reader.index), "phrases": for_script(reader.index.languages), **contents.for_script()}
    return Template(_asset("page.html")).substitute(
        contents.parts(), style=style, style_hash=_hash(style), script=script, script_hash=_hash(script), data=script_json(carried)
    )


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8").strip()


def _hash(content: str) -> str:
    """The source of the content security policy that lets exactly this style or script be."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
