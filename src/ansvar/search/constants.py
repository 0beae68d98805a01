"""What a search of its own (the page's) has to know beside the dataset, so that no rule, list or threshold is written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..languages import language_data
from ..languages.asking import relative_words
from . import ask, compounds, evidence, kinds, match, question, rank, signposts, spelling, words
from .hits import Tier
from .tables import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable


def constants(languages: Iterable[str]) -> dict[str, Any]:
    """The constants of the engine for a dataset in these languages."""
    return {
        "tiers": {tier.name: tier.value for tier in Tier},
        "minPart": compounds.MIN_PART,
        "maxWords": question.MAX_WORDS,
        "maxLetters": question.MAX_LETTERS,
        "fields": FIELDS,
        "phrase": rank.PHRASE,
        "partial": rank.PARTIAL,
        "all": evidence.ALL,
        "allOfSeveral": ask.ALL_OF_SEVERAL,
        "minSuggested": ask.MIN_SUGGESTED,
        "minSignpost": signposts.MIN_BEGINNING,
        "mostSignposts": signposts.MOST,
        "near": ask.NEAR,
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
        "grouped": words.GROUPED.pattern.replace(r"\w", r"\p{L}\p{N}_").replace(r"\d", r"\p{Nd}"),
        "break": kinds.BREAK.pattern,
        "joined": question.JOINED.pattern,
        "minVerb": kinds.MIN_VERB,
        "minBeginning": match.MIN_BEGINNING,
        "longWord": evidence.LONG_WORD,
    }


def _of_languages(languages: Iterable[str]) -> dict[str, Any]:
    languages = list(languages)
    return {
        "relatives": sorted(relative_words()),
        "gerund": kinds.GERUND,
        "gerundLanguage": kinds.GERUND_LANGUAGE,
        "askedIf": kinds.asked_if(languages),
        "firstParts": {code: language_data(code).FIRST_PARTS for code in compounds.JOINING_LANGUAGES},
        "stems": {code: language_data(code).STEMS for code in languages},
        "joining": compounds.JOINING_LANGUAGES,
    }
