"""What each word of a question does in it: the matter asked about, a verb, a noun of procedure, something said beside it."""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple
from ..languages import CODES, language_data
from ..languages.asking import Asking, asking, listed
from ..languages.function_words import VERB_GROUP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .index import Index

BREAK = re.compile(r"[.?!;,]\s")
"""What stands between two clauses."""
MIN_VERB = 6
GERUND, GERUND_LANGUAGE = next(((ending, code) for code in CODES if (ending := language_data(code).GERUND)), ("", ""))


class Kind(IntEnum):
    """What a word of a question does in it."""

    MATTER = 0
    VERB = 1
    PROCEDURE = 2
    ASIDE = 3
    PLACE = 4
    GUESS = 5
    """A holder that the asker guesses: `does Kela decide …`."""


BESIDE = (Kind.ASIDE, Kind.PLACE)
"""Kinds of words that are no subject: nothing is guessed for them."""


class Token(NamedTuple):
    """A word as written, normalised, and what stands between it and the one before."""

    written: str
    word: str
    gap: str


class Kinds:
    """Tells the kinds of the words of a question."""

    def __init__(self, index: Index, tokens: list[Token], *, shouted: bool) -> None:
        self.index, self.tokens, self.shouted = index, tokens, shouted
        self.asking: Asking = asking(index.languages)

    def of_clause(self, clause: list[int], *, asks: bool) -> dict[int, Kind]:
        """The kind of each word of meaning in a clause; `asks` says that it has a question word."""
        skipped = self._holder_words(clause)
        kinds = {n: self._kind(n, clause) for n in clause if n not in skipped and self._means(n)}
        verbs = [n for n in kinds if self._is_verb(n, clause, kinds, skipped, asks=asks)]
        kinds.update(dict.fromkeys(verbs, Kind.VERB))
        self._guess(clause, kinds)
        return kinds

    def is_place_word(self, n: int) -> bool:
        """Whether a word begins a place; `I` and the `i` of `can i` are no Swedish *i*."""
        written, word, _ = self.tokens[n]
        pronoun = word == "i" and (written == "I" or (n > 0 and self.tokens[n - 1].word in self.asking.yes_or_no_words))
        return word in self.asking.place_words and not pronoun

    def _means(self, n: int) -> bool:
        """Function words carry no meaning, but `DO`, `IT` and `WHO` written large are names where the dataset has them."""
        written, word, _ = self.tokens[n]
        if word not in self.asking.function_words and word not in self.asking.question_words:
            return True
        large = written.isupper() and len(written) > 1 and not self.shouted
        return (large or len(self.tokens) == 1) and self.index.word(word) is not None

    def _kind(self, n: int, clause: list[int]) -> Kind:
        word = self.tokens[n].word
        keys = self.index.stem_keys(word)
        unknown = self.index.word(word) is None and (len(word) == 1 or word.isdigit() or self._is_verb_form(word))
        if unknown or self._is_own(n, clause) or self._among("aside", keys):
            return Kind.ASIDE
        if self._among("procedure", keys):
            return Kind.PROCEDURE
        return Kind.PLACE if self._is_place(n) else Kind.MATTER

    def _among(self, kind: str, keys: list[str]) -> bool:
        return any(key in self.index.asides[kind] for key in keys)

    def _is_own(self, n: int, clause: list[int]) -> bool:
        """`in our town`, `for my child`."""
        before = [self.tokens[k].word for k in range(max(n - 2, clause[0]), n)]
        said = (
            len(before) > 1 and before[1] in self.asking.own_words and before[0] in self.asking.place_words | self.asking.for_words
        )
        return said or self.tokens[n].word.endswith(tuple(self.asking.own_endings))

    def _is_place(self, n: int) -> bool:
        written, word, _ = self.tokens[n]
        within = n > 0 and (self.tokens[n - 1].word in self.asking.place_words or word.endswith(tuple(self.asking.place_endings)))
        return within and written[:1].isupper()

    def _holder_words(self, clause: list[int]) -> set[int]:
        """The words in `which team …` that only say what kind of holder is wanted."""
        first = next((k for k, n in enumerate(clause) if self.tokens[n].word not in self.asking.and_words), 0)
        if self.tokens[clause[first]].word not in self.asking.which_words:
            return set()
        rest = list(takewhile(lambda n: self.tokens[n].word not in self.asking.function_words, clause[first + 1 : -1][:3]))
        kinds = [self._among("holder", self.index.stem_keys(self.tokens[n].word)) for n in rest]
        end = kinds.index(True) + 1 if any(kinds[:2]) else 0
        while end and end < len(kinds) and kinds[end]:
            end += 1
        return set(rest[:end])

    def _is_verb(self, n: int, clause: list[int], kinds: dict[int, Kind], skipped: set[int], *, asks: bool) -> bool:
        """Whether a word is a verb where it stands: after `who` any word is; elsewhere those that are never nouns."""
        word, known = self.tokens[n].word, self.tokens[n].word in VERB_GROUP
        before = self._word_before(n, clause, skipped)
        if before in self.asking.which_words:  # `what tasks has X`
            return known and word not in self.asking.nouns_too
        if before in self.asking.question_words and not BREAK.search(self.tokens[n].gap):
            return True
        if before in self.asking.before_verb:
            return known or not self._in_dataset(word)
        if len(kinds) < 2:
            return known and asks and word not in self.asking.nouns_too
        if self._is_gerund(n, clause, before) or self._is_action(word):
            return True
        last = n == clause[-1] and asks and before not in self.asking.function_words and kinds[n] is not Kind.ASIDE
        return known and (last or word not in self.asking.nouns_too)

    def _word_before(self, n: int, clause: list[int], skipped: set[int]) -> str:
        previous = next((k for k in range(n - 1, clause[0] - 1, -1) if k not in skipped), None)
        return "" if previous is None else self.tokens[previous].word

    def _is_gerund(self, n: int, clause: list[int], before: str) -> bool:
        """`supervising homes`, `recognising qualifications`."""
        word = self.tokens[n].word
        begins = n == clause[0] or before in self.asking.and_words
        if not (word.endswith(GERUND) and begins and n != clause[-1] and GERUND_LANGUAGE in self.index.languages):
            return False
        following = self.tokens[n + 1].word
        function = following != "i" and following in listed(GERUND_LANGUAGE, "FUNCTION_WORDS")
        plural = following.endswith("s") and not self._in_dataset(word)
        return self.index.spoken(word) in ("", GERUND_LANGUAGE) and (function or plural)

    def _is_verb_form(self, word: str) -> bool:
        """Endings that only verbs have."""
        return len(word) >= MIN_VERB and word.endswith(tuple(self.asking.verb_endings))

    def _is_action(self, word: str) -> bool:
        """Nouns of a verb of responsibility (`ordnande`, `järjestäminen`)."""
        made = len(word) >= MIN_VERB and word.endswith(tuple(self.asking.action_endings))
        return made and self._among("verb", self.index.stem_keys(word))

    def _in_dataset(self, word: str) -> bool:
        return self.index.word(word) is not None or bool(self.index.by_stem(self.index.stem_keys(word)))

    def _guess(self, clause: list[int], kinds: dict[int, Kind]) -> None:
        """In `does Kela decide …` the first word is a verb or asks for yes or no, and the holder that is guessed follows."""
        first = clause[0]
        written, word, _ = self.tokens[first]
        verb = word in VERB_GROUP and word not in self.asking.nouns_too
        particle = len(word) >= MIN_VERB and word.endswith(asked_if(self.index.languages))
        asks_if = word in self.asking.yes_or_no_words or verb or (particle and self.index.word(word) is None)
        if not asks_if or len(clause) < 3 or (first in kinds and written.isupper()):
            return
        if first in kinds:
            kinds[first] = Kind.VERB
        if kinds.get(clause[1]) is Kind.MATTER:
            kinds[clause[1]] = Kind.GUESS


def asked_if(codes: Iterable[str]) -> tuple[str, ...]:
    """Endings that ask for yes or no in these languages."""
    return tuple(ending for code in codes for ending in language_data(code).ASKED_IF.split())
