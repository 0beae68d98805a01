"""The whole dataset as one HTML file that searches, filters and speaks its languages without a server or a network."""

from __future__ import annotations

from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from ..policy import source_of
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
    policy = {"style_hash": source_of(style), "script_hash": source_of(script)}
    return Template(_asset("page.html")).substitute(
        contents.parts(), **policy, style=style, script=script, data=script_json(carried)
    )


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8").strip()
