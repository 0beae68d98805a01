"""How people ask, in several languages at once: what the language files say of it, as sets."""

from __future__ import annotations

from functools import cache

from . import CODES, language_data

Idiom = tuple[tuple[str, ...], tuple[str, ...]]


class Asking:
    """The words that tell how a question is built; each set is described in `Language`, where it has the same name."""

    function_words: frozenset[str]
    question_words: frozenset[str]
    which_words: frozenset[str]
    where_words: frozenset[str]
    yes_or_no_words: frozenset[str]
    situation_words: frozenset[str]
    before_verb: frozenset[str]
    and_words: frozenset[str]
    of_words: frozenset[str]
    place_words: frozenset[str]
    for_words: frozenset[str]
    own_words: frozenset[str]
    nouns_too: frozenset[str]
    place_endings: frozenset[str]
    own_endings: frozenset[str]
    verb_endings: frozenset[str]
    action_endings: frozenset[str]

    def __init__(self, codes: tuple[str, ...]) -> None:
        for name in Asking.__annotations__:
            words = " ".join(getattr(language_data(code), name.upper()) for code in codes)
            setattr(self, name, frozenset(words.split()))


@cache
def asking(codes: tuple[str, ...]) -> Asking:
    """The words of these languages together."""
    return Asking(codes)


def listed(code: str, name: str) -> frozenset[str]:
    """One list of a language file as a set."""
    return frozenset(getattr(language_data(code), name).split())


@cache
def relative_words() -> frozenset[str]:
    """The question words of any language that also begin a relative clause."""
    return frozenset(word for code in CODES for word in language_data(code).RELATIVE_WORDS.split())


@cache
def idioms() -> dict[str, list[Idiom]]:
    """The idioms of all languages by their first word: the words, and what stands for them."""
    found: dict[str, list[Idiom]] = {}
    for said, _, meant in (
        idiom.partition("=") for code in CODES for idiom in language_data(code).IDIOMS.split(";") if idiom.strip()
    ):
        found.setdefault(said.split()[0], []).append((tuple(said.split()), tuple(meant.split())))
    return found
