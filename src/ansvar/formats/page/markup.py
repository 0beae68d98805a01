"""HTML: every value is text (`escaped` is the only way in), and a text in several languages stands in all of them, each with
its `lang`; the style shows the one chosen."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from ...answers.wording import first_upper, say, word
from ...dataset.printable import printable
from .phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...dataset.model import Text

    Say = Callable[[str], str]
    """A text, given the language."""


def escaped(value: str) -> str:
    """The value as it may stand in an element or between double quotes."""
    return html.escape(printable(value), quote=True)


def link(address: str) -> str:
    """A link to a website; an address of another kind stays text."""
    if not address.startswith(("https://", "http://")):
        return escaped(address)
    return f'<a href="{escaped(address)}" rel="noopener noreferrer">{escaped(address.partition("//")[2].rstrip("/"))}</a>'


def upper(make: Say) -> Say:
    """The same text with its first letter large."""
    return lambda language: first_upper(make(language))


def of(text: Text) -> Say:
    """A text of the dataset."""
    return lambda language: say(text, language)


class Texts:
    """Texts in the languages of a dataset."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = languages

    def all(self, make: Say) -> str:
        """A text in all the languages."""
        return "".join(f'<span class="t" lang="{la}">{escaped(make(la))}</span>' for la in self.languages)

    def phrase(self, key: str) -> str:
        """A phrase of the page."""
        return self.all(lambda la: phrase(key, la))

    def word(self, key: str) -> str:
        """A word of the tool."""
        return self.all(lambda la: word(key, la))

    def fact(self, key: str, value: str) -> str:
        """A name, a word of the tool, and its value, which is HTML."""
        return self.named(self.word(key), value)

    @staticmethod
    def named(name: str, value: str) -> str:
        """A name and its value, both HTML."""
        return f"<div><dt>{name}</dt><dd>{value}</dd></div>"

    def data(self, make: Say) -> str:
        """The text of an element that can hold no other: the script sets it in the language chosen."""
        return "".join(f' data-{la}="{escaped(make(la))}"' for la in self.languages)

    @staticmethod
    def section(id_: str, title: str, content: str) -> str:
        """A part of the page with its heading."""
        return f'<section aria-labelledby="{id_}"><h2 id="{id_}" tabindex="-1">{title}</h2>{content}</section>'
