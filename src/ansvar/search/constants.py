"""What a search of its own (the page's) has to know beside the dataset, so that no rule, list or threshold is written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..languages import language_data
from ..languages.function_words import KIND_NOUNS, ROLE_OF_VERB, SUBJECT_QUESTIONS, VERB_GROUP, function_words
from . import compounds, match, question, rank, spelling, words
from .hits import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable


def constants(languages: Iterable[str]) -> dict[str, Any]:
    """The constants of the engine for a dataset in these languages."""
    return {
        "tiers": {tier.name: tier.value for tier in Tier},
        "fieldRanks": {"statement": match.STATEMENT_RANK, "change": match.CHANGE_RANK, "topic": match.TOPIC_RANK},
        "minPart": compounds.MIN_PART,
        "maxWords": question.MAX_WORDS,
        "maxLetters": question.MAX_LETTERS,
        "common": rank.COMMON,
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
        "hyphens": question.HYPHENS,
        "keyboard": spelling.KEYS,
        "alike": spelling.ALIKE,
        "vowels": spelling.VOWELS,
        "long": spelling.LONG,
    }


def _of_languages(languages: Iterable[str]) -> dict[str, Any]:
    return {
        "stems": {code: language_data(code).STEMS for code in languages},
        "joining": compounds.JOINING_LANGUAGES,
        "links": compounds.LINKS,
        "nameEndings": question.NAME_ENDINGS,
        "functions": " ".join(sorted(function_words(languages))),
        "verbGroup": VERB_GROUP,
        "roleOfVerb": ROLE_OF_VERB,
        "subjects": " ".join(sorted(SUBJECT_QUESTIONS)),
        "kinds": " ".join(sorted(KIND_NOUNS)),
    }
