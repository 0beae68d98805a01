"""The texts of the page, each once, by number: the page's HTML has them in one language, its data in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...dataset.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Texts:
    """Texts in some languages. Number 0 is that of no text."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = languages
        self._numbers: dict[tuple[str, ...], int] = {("",) * len(languages): 0}

    def number(self, versions: Iterable[str]) -> int:
        """The number of a text, given as it is in each of the languages."""
        return self._numbers.setdefault(tuple(map(printable, versions)), len(self._numbers))

    def by_language(self) -> dict[str, list[str]]:
        """All texts in the order of their numbers."""
        return {language: [text[n] for text in self._numbers] for n, language in enumerate(self.languages)}
