"""Words of a question that are not searched for, in all languages: function words, question words, verbs of responsibility."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from . import CODES, language_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FUNCTION_WORDS = {code: frozenset(language_data(code).FUNCTION_WORDS.split()) for code in CODES}
"""The function and question words of each language."""

ROLE_OF_VERB = {verb: role for code in CODES for role, verbs in language_data(code).ROLE_VERBS.items() for verb in verbs.split()}
"""A verb that names a kind of responsibility: the answers of that role come first."""


def _verbs() -> Iterator[tuple[str, str]]:
    for code in CODES:
        for meaning, verbs in chain(language_data(code).ROLE_VERBS.items(), language_data(code).OTHER_VERBS.items()):
            yield from ((verb, meaning) for verb in verbs.split())


VERB_GROUP = dict(_verbs())
"""Verbs of responsibility, each with what it means: an answer that has such a verb comes first, none has to."""


def _union(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


KIND_NOUNS = _union(language_data(code).KIND_NOUNS for code in CODES)
"""After a question word they only say what kind of answer is wanted: `which authority`, `mikä ministeriö`."""

SUBJECT_QUESTIONS = _union(language_data(code).QUESTION_WORDS for code in CODES)
"""Words that ask for the holder: the actor named beside them (`who steers the ELY Centres?`) is then not the holder."""


def function_words(languages: Iterable[str]) -> frozenset[str]:
    """The function and question words of these languages, normalised."""
    return frozenset().union(*(FUNCTION_WORDS[code] for code in languages))
