"""What a search of its own (the page's) has to know beside the dataset, so that no rule, list or threshold is written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..languages import language_data
from . import compounds, question, spelling, words
from .hits import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable


def constants(languages: Iterable[str]) -> dict[str, Any]:
    """The constants of the engine for a dataset in these languages."""
    return {
        "tiers": {tier.name: tier.value for tier in Tier},
        "minPart": compounds.MIN_PART,
        "maxWords": question.MAX_WORDS,
        "maxLetters": question.MAX_LETTERS,
        **_of_words(),
        **_of_languages(languages),
    }


def _of_words() -> dict[str, Any]:
    return {
        "invisible": words.INVISIBLE,
        "word": words.WORD,
        "ending": words.ENDING,
        "letters": words.LETTERS,
        "editLengths": words.EDIT_LENGTHS,
        "keyboard": spelling.KEYS,
        "alike": spelling.ALIKE,
        "vowels": spelling.VOWELS,
        "long": spelling.LONG,
    }


def _of_languages(languages: Iterable[str]) -> dict[str, Any]:
    return {
        "stems": {code: language_data(code).STEMS for code in languages},
        "joining": compounds.JOINING_LANGUAGES,
    }
