"""The matrix as a small HTML document: nothing from elsewhere, readable without its style."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..answers import matrix_sheets as as_matrix
from ..answers.wording import ROLE_LETTERS, first_upper, level_name, role_name, say
from ..dataset.model import Level, Role
from ..dataset.printable import printable
from .policy import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers.matrix import Matrix
    from ..answers.phrasebook import Reader
    from ..dataset.model import Topic

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem; max-width: 120rem }
table { border-collapse: collapse; margin-bottom: 2rem }
caption { font-weight: bold; text-align: left; padding: .5rem 0 }
th, td { border: 1px solid; padding: .25rem .5rem; vertical-align: top }
tbody th { text-align: left; font-weight: normal }
td { text-align: center }
abbr { text-decoration: none; font-weight: bold }
.mark { font-style: italic }
@media print { body { margin: 0; font-size: 9pt } thead { display: table-header-group } tr { break-inside: avoid } }
"""
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    f"content=\"default-src 'none'; style-src {source_of(_STYLE)}; base-uri 'none'; form-action 'none'\">"
)


def page(matrix: Matrix, reader: Reader) -> str:
    """The document: a table for each level, the letters explained, topics with nobody or several responsible marked."""
    title = f"{first_upper(say(reader.index.title, reader.language))}: {reader.word('matrix')}"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(reader.language)}">',
            f'<head><meta charset="utf-8">{_POLICY}<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(title)}</title><style>{_STYLE}</style></head>",
            f"<body><h1>{_text(title)}</h1>",
            *([f"<p>{_text(reader.word('as_of', day=reader.day(reader.as_of)))}</p>"] if reader.dated else []),
            f"<p>{_legend(reader)}</p>",
            *(line for level in Level for line in _level(matrix, level, reader)),
            *_ends(matrix, reader),
            "</body></html>\n",
        ]
    )


def _text(text: str) -> str:
    return escape(printable(text))


def _legend(reader: Reader) -> str:
    letters = ROLE_LETTERS[reader.language]
    return ", ".join(f"<b>{_text(letters[role])}</b> {_text(role_name(role, reader.language))}" for role in Role)


def _level(matrix: Matrix, level: Level, reader: Reader) -> Iterator[str]:
    actors = [actor for actor in matrix.actors if actor.level is level]
    topics = [topic for topic in matrix.topics if any((topic.id, actor.id) in matrix.roles for actor in actors)]
    if not topics:
        return
    yield f"<table><caption>{_text(first_upper(level_name(level, reader.language)))}</caption>"
    names = "".join(f'<th scope="col">{_text(first_upper(reader.actor(actor.id)))}</th>' for actor in actors)
    head = f'<th scope="col">{_text(reader.word("topic"))}</th>{names}<th scope="col">{_text(reader.word("in_charge"))}</th>'
    yield f"<thead><tr>{head}</tr></thead><tbody>"
    for topic in topics:
        row = "".join(f"<td>{_cell(matrix, topic, actor.id, reader)}</td>" for actor in actors)
        marked = f'<td class="mark">{_text(as_matrix.mark(matrix, topic, reader))}</td>'
        yield f'<tr><th scope="row">{_text(first_upper(say(topic.name, reader.language)))}</th>{row}{marked}</tr>'
    yield "</tbody></table>"


def _cell(matrix: Matrix, topic: Topic, actor: str, reader: Reader) -> str:
    letters = ROLE_LETTERS[reader.language]
    return " ".join(
        f'<abbr title="{_text(role_name(role, reader.language))}">{_text(letters[role])}</abbr>'
        for role in matrix.roles.get((topic.id, actor), ())
    )


def _ends(matrix: Matrix, reader: Reader) -> Iterator[str]:
    for key, topics in (("for_nobody", matrix.nobody()), ("for_several", matrix.several())):
        if topics:
            yield f"<h2>{_text(reader.word(key))}</h2><ul>"
            for topic in topics:
                names = reader.actors(matrix.responsible[topic.id])
                told = _text(first_upper(say(topic.name, reader.language)) + (f": {names}" if names else ""))
                yield f"<li>{told}</li>"
            yield "</ul>"
