"""All that the tool knows of languages, one file a language: stems, words of questions, spelling, and its own sentences.

`language_data("sv")` is the file `sv.py`; what such a file has to hold stands in `Language`. A language is there as soon as
its file is: the file's name is its ISO 639-1 code. Nothing here knows what a dataset is or how anything is searched.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    from .rules import FirstPart, Rules
else:
    Protocol = object  # to check against one, which nobody does, costs half a millisecond of a start


def language_data(code: str) -> Language:
    """All that is known of a language."""
    return cast("Language", import_module(f"{__name__}.{code}"))


def _codes() -> tuple[str, ...]:
    files = {name.partition(".")[0] for name in os.listdir(os.path.dirname(__file__))}
    return tuple(sorted((name for name in files if len(name) == 2), key=lambda code: language_data(code).RANK))


CODES = _codes()
"""The languages that there are, in the order of preference."""


class Language(Protocol):
    """What a language file holds. Lists of words are written as text, with a space between the words, all in small letters."""

    RANK: int
    """Its place in the order of preference, which no other language has."""
    NAME: str
    """Its name in itself."""
    ENGLISH_NAME: str
    EU_CODE: str
    """Its code in the authority table of the EU's Publications Office."""

    # What is asked with.
    FUNCTION_WORDS: str
    """Function and question words, and words of responsibility as such: nothing is searched for them."""
    GERUND: str
    """The ending by which a verb stands for what is done: `supervising homes`. One language has it."""
    ASKED_IF: str
    """Endings that ask for yes or no (VISK § 131)."""
    RELATIVE_WORDS: str
    """Question words that also begin a relative clause."""
    QUESTION_WORDS: str
    """Words that ask for the holder: the actor named beside them (`who steers the ELY Centres?`) is then not the holder."""
    KIND_NOUNS: str
    """After a question word they only say what kind of answer is wanted: `which authority`, `mikä ministeriö`."""
    ROLE_VERBS: Mapping[str, str]
    """By role, the verbs that name it: the answers of that role come first."""
    OTHER_VERBS: Mapping[str, str]
    """Other verbs of responsibility, those of one meaning under one key: an answer that has such a verb comes first."""
    # How a question is built.
    WHICH_WORDS: str
    """Question words that stand with a noun: `which`."""
    WHERE_WORDS: str
    """Other words that begin a question: `where`."""
    YES_OR_NO_WORDS: str
    """Verbs that ask for yes or no; the holder that the asker guesses follows: `does Kela decide …`."""
    SITUATION_WORDS: str
    """Words that begin a clause about the situation: `if`."""
    BEFORE_VERB: str
    """Words after which a verb stands: `to`, `I`, `can`."""
    AND_WORDS: str
    """Words that join two subjects."""
    OF_WORDS: str
    """Words that join what is asked about to what is asked of it: `steering of X`."""
    PLACE_WORDS: str
    """Words before a place: `in`."""
    FOR_WORDS: str
    """Words before who has something of it: `for`."""
    OWN_WORDS: str
    """Words for what is the asker's own: `my`."""
    IDIOMS: str
    """Words that only together say something, and what: `takes care of = is`; with a semicolon between them."""
    PROCEDURE_NOUNS: str
    """With them a thing stays the same thing: `asylum interview` is about asylum."""
    ASIDES: str
    """Words said beside the matter: no subject unless nothing else is asked."""
    OVERALL_WORDS: str
    """Words that say that a duty is the widest of its kind."""
    NOUNS_TOO: str
    """Verbs of responsibility that are nouns as well: they are verbs only where a verb has to stand."""
    PLACE_ENDINGS: str
    """Endings of a place: `Suomessa`."""
    OWN_ENDINGS: str
    """Endings of a place that is the asker's own: `kaupungissamme`."""
    VERB_ENDINGS: str
    """Endings that only verbs have."""
    ACTION_ENDINGS: str
    """Endings of nouns that are made of verbs: `ordnande`, `järjestäminen`."""
    FIRST_PARTICLES: str
    """First parts that make no compound: `upphandling` is none of *upp*."""
    COMMON_PARTS: str
    """Words that compounds are often made of, whatever a dataset is about."""
    SIGNS: Mapping[int, str]
    """Patterns that a question in this language matches, by the order in which they are tried among those of all languages."""

    # How it is spelt.
    KEYBOARD: Sequence[str]
    """The rows of letters of its keyboard (ISO 9995): a slip strikes a neighbour."""
    ALIKE: str
    """Pairs of letters that sound alike."""
    VOWELS: str

    # How its words are formed.
    FIRST_PARTS: Sequence[FirstPart]
    """The words that the first part of a compound can stand for; none in a language that does not join words."""
    STEMS: Rules
    NAME_ENDINGS: str
    """Endings of names: `Åbo-s`."""
    NAME_FORMS: str
    """The module here that knows what names look like before these endings; empty where they stay as they are."""

    # The tool's own words.
    DATE: str
    """A date, of `{day}`, `{month}` and `{year}`."""
    MONTHS: str
    ROLES: Mapping[str, str]
    ROLE_LETTERS: Mapping[str, str]
    """A letter for each role in a matrix, where it can be one of the word's own."""
    LEVELS: Mapping[str, str]
    STATUSES: Mapping[str, str]
    TIERS: Mapping[str, str]
    """How a word was met."""
    WORDS: Mapping[str, str]
    IMPORTED: Mapping[str, str]
    """What an import writes into a dataset: kinds, roles and statements that its file has only as a sign."""
    MESSAGES: Mapping[str, str]
    PHRASES: Mapping[str, str]
    """What only the page says."""
    SCRIPT_PHRASES: Mapping[str, str]
    """What the page's script puts together itself."""
