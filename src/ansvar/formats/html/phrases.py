"""What only the page says; the phrases stand in the language files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...languages import language_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def phrase(key: str, code: str, **values: str) -> str:
    """A phrase of the page, with `values` set in."""
    text = language_data(code).PHRASES[key]
    return text.format(**values) if values else text


def for_script(codes: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """The phrases that the script sets together itself, by language."""
    return {code: language_data(code).SCRIPT_PHRASES for code in codes}
