"""What only the page says; the phrases stand in the language files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...languages import language_data

if TYPE_CHECKING:
    from collections.abc import Iterable


def phrase(key: str, code: str, **values: str) -> str:
    """A phrase of the page, with `values` set in."""
    text = language_data(code).PHRASES[key]
    return text.format(**values) if values else text


def for_script(codes: Iterable[str]) -> dict[str, dict[str, str]]:
    """The phrases that the script sets together itself, by language."""
    return {code: _for_script(code) for code in codes}


def _for_script(code: str) -> dict[str, str]:
    known = language_data(code)
    words = {key: known.WORDS[key] for key in ("and", "history", "not_in_sources", "go_to")}
    words["respelled"] = known.MESSAGES["respelled"]
    return {**known.SCRIPT_PHRASES, **words, **{key: known.PHRASES[key] for key in ("coming", "link")}}
