"""The matrix as a small HTML document: nothing from elsewhere, readable without its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...answers.matrix import Matrix
from ...answers.wording import first_upper
from .. import Format

if TYPE_CHECKING:
    from .. import Target


def page(matrix: Matrix) -> str:
    """The document: a table for each level, the letters explained, topics with nobody or several responsible marked."""
    from .._templates import asset, rendered, source_of

    said, style = matrix.said, asset(__package__, "matrix.css")
    values = {
        "matrix": matrix,
        "said": said,
        "title": f"{first_upper(said.text(matrix.title))}: {said.word('matrix')}",
        "levels": [(level, actors, topics) for level, actors in matrix.by_level if (topics := matrix.topics_of(actors))],
        "ends": [(key, topics) for key, topics in (("for_nobody", matrix.nobody()), ("for_several", matrix.several())) if topics],
        "style": style,
        "style_source": source_of(style),
    }
    return rendered(__package__, "matrix.html.j2", **values) + "\n"


def _write(answer: Matrix, target: Target) -> str:
    return page(answer)


FORMAT = Format("html", Matrix, _write, place=6, encoding="utf-8")
