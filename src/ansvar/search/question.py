"""A question as typed → what is searched for: its subjects, each of some words, and what is said beside them."""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from ..dataset.model import Role
from ..languages import asking
from ..languages.function_words import FUNCTION_WORDS, ROLE_OF_VERB, VERB_GROUP, function_words
from .words import normalise, tokens_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .index import Index

MAX_WORDS = 40
"""Words of a question that are looked up; the rest are told as not met."""
MAX_LETTERS = 80
_BREAK = re.compile(r"[.?!;,]\s")
_ASK_IF = frozenset("does do did is are can could will would should har kan får är ska onko voiko saako".split())
_ACTION = re.compile("(?:[ae]ndet?|minen|mise[a-zåäö]*)$")
_OUR = ("ssamme", "ssämme", "llamme", "llämme")
_FOR = frozenset("for för åt till to".split())
_JOINED = re.compile(r"[-‐‑_./:@#]+")


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
_PROMOTED = (Kind.MATTER, Kind.PROCEDURE, Kind.PLACE, Kind.GUESS, Kind.ASIDE, Kind.VERB)
"""What is the matter of a question: the first of these kinds that it has words of."""


class Unit(NamedTuple):
    """A word that an answer may meet. `chunk` is the noun phrase that it stands in; `text` is as typed."""

    text: str
    word: str
    kind: Kind
    chunk: int
    adjunct: bool = False
    of: bool = False
    """Whether it stands after `of`: of an actor, that it is what is asked about and not who."""


class Question(NamedTuple):
    """A question understood: the units, by number, of each subject, and those that only describe the situation."""

    text: str
    units: tuple[Unit, ...]
    subjects: tuple[tuple[int, ...], ...]
    context: tuple[int, ...]
    verbs: frozenset[str]
    role: Role | None
    about: bool
    asks_who: bool
    languages: Counter[str]
    left_out: tuple[str, ...]


class _Token(NamedTuple):
    written: str
    word: str
    gap: str


def understand(text: str, index: Index) -> Question:
    """What a question asks. Any text is a question; one without a word that carries meaning has no units."""
    return _Reader(text, index).read()


def _any_language(listed: Mapping[str, frozenset[str]], index: Index) -> frozenset[str]:
    return frozenset().union(*(listed.get(language, ()) for language in index.languages))


def _plain(written: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words, with one in place of those that only together say something (`takes care of`, `har hand om`)."""
    words = [normalise(token) for token, _ in written]
    plain: list[tuple[str, str]] = []
    n = 0
    while n < len(words):
        found = next(((said, meant) for said, meant in asking.IDIOMS.get(words[n], ()) if tuple(words[n : n + len(said)]) == said), None)
        said, meant = found or ((words[n],), (written[n][0],))
        plain += [(word, written[n][1] if k == 0 else " ") for k, word in enumerate(meant)]
        n += len(said)
    return plain


class _Reader:
    def __init__(self, text: str, index: Index) -> None:
        self.text, self.index = text, index
        written = tokens_apart(text)
        self.left_out = tuple(dict.fromkeys([t for t, _ in written[MAX_WORDS:]] + [t for t, _ in written[:MAX_WORDS] if len(t) > MAX_LETTERS]))
        written = _plain(written)
        self.tokens = [_Token(t, normalise(t), gap) for t, gap in written[:MAX_WORDS] if len(t) <= MAX_LETTERS]
        self.shouted = len(self.tokens) > 1 and text.isupper()
        self.functions = function_words(index.languages) | _any_language(asking.MORE_FUNCTION_WORDS, index)
        self.who = _any_language(asking.WHO, index)
        self.joins = _any_language(asking.AND, index)
        self.at, self.own = _any_language(asking.AT, index), _any_language(asking.OWN, index)
        self.cues = _any_language(asking.BEFORE_VERB, index)
        self.units: list[Unit] = []
        self.asked: list[str] = []

    def read(self) -> Question:
        clauses = [clause for clause in self._clauses() if clause]
        asking_ = [bool(clause) and self._asks(clause) for clause in clauses]
        read = [self._clause(clause, asks) for clause, asks in zip(clauses, asking_, strict=True)]
        core = [n for n, asks in enumerate(asking_) if asks and self._has_matter(read[n])]
        core = core or [n for n in range(len(read)) if self._has_matter(read[n])] or list(range(len(read)))
        joined = core if any(asking_[n] for n in core) else [core[0]] if core else []
        subjects = [list(part) for n in joined for part in read[n]]
        if core and joined != core:
            subjects = [list(part) for n in core for part in read[n]] if len(core) > 1 and self._list(core, clauses) else \
                [[unit for n in core for part in read[n] for unit in part]]
        context = [unit for n in range(len(read)) if n not in core for part in read[n] for unit in part]
        return self._question([s for s in subjects if s], context)

    def _question(self, subjects: list[list[int]], context: list[int]) -> Question:
        most = next((kind for kind in _PROMOTED if any(unit.kind is kind for unit in self.units)), Kind.MATTER)
        self.units = [unit._replace(kind=Kind.MATTER) if unit.kind is most else unit for unit in self.units]
        verbs = [unit.word for unit in self.units if unit.kind is Kind.VERB]
        roles = [Role(ROLE_OF_VERB[verb]) for verb in verbs if verb in ROLE_OF_VERB]
        words = {unit.word for unit in self.units}
        said = [token.word for token in self.tokens if token.word not in words]
        return Question(
            text=self.text, units=tuple(self.units), subjects=tuple(tuple(part) for part in subjects), context=tuple(context),
            verbs=frozenset(VERB_GROUP[verb] for verb in verbs if verb in VERB_GROUP), role=roles[0] if roles else None,
            about=bool(roles) and any(token.word in self.who for token in self.tokens[:2]),
            asks_who=any(token.word in self.who for token in self.tokens),
            languages=Counter(language for language, listed in FUNCTION_WORDS.items() for word in said if word in listed),
            left_out=self.left_out,
        )  # fmt: skip

    def _list(self, core: list[int], clauses: list[list[int]]) -> bool:
        return any(self.tokens[n].word in self.joins for c in core for n in clauses[c])

    # Clauses
    def _clauses(self) -> list[list[int]]:
        clauses: list[list[int]] = [[]]
        for n, token in enumerate(self.tokens):
            if clauses[-1] and self._begins(n, token):
                clauses.append([])
            clauses[-1].append(n)
        return clauses

    def _begins(self, n: int, token: _Token) -> bool:
        """Whether a clause begins at a token: after a full stop, after a comma where a new matter follows, and at `who`
        where it is no relative (`children who came alone`)."""
        asks = token.word in self.who or token.word in asking.WHERE
        if token.word in asking.IF:
            return True
        if _BREAK.search(token.gap):
            return "," not in token.gap or asks or token.word not in self.functions
        if token.word not in self.who or token.word in asking.WHICH:
            return False
        before = self.tokens[n - 1].word
        return before in self.functions if token.word in asking.WHO["en"] else True

    def _asks(self, clause: list[int]) -> bool:
        first = [self.tokens[n].word for n in clause if self.tokens[n].word not in self.joins][:3]
        return any(word in self.who or word in asking.WHERE for word in first)

    # Words
    def _clause(self, clause: list[int], asks: bool) -> list[list[int]]:
        """The units of a clause, in groups that `and` joins."""
        groups: list[list[int]] = [[]]
        chunk = self.units[-1].chunk + 1 if self.units else 0
        seen: set[str] = set()
        kinds = self._kinds(clause, asks)
        adjunct = of = False
        for n in clause:
            token = self.tokens[n]
            if n not in kinds:
                chunk += 1
                of = token.word in asking.OF
                adjunct = self._is_at(n) or (adjunct and token.word not in asking.OF)
                if token.word in self.joins and "-" not in token.gap:
                    groups.append([])
                    adjunct = False
                continue
            if token.word in seen and not groups[-1] == []:
                continue
            if token.gap.strip() and not _JOINED.fullmatch(token.gap.strip()):
                chunk += 1
            seen.add(token.word)
            groups[-1].append(len(self.units))
            self.units.append(Unit(token.written, token.word, kinds[n], chunk, adjunct and any(self._is_matter(u) for u in groups[-1][:-1]), of))
        return self._merged(groups)

    def _is_at(self, n: int) -> bool:
        """Whether a word begins a place; `I` and the `i` of `can i` are no Swedish *i*."""
        token = self.tokens[n]
        return token.word in self.at and not (token.word == "i" and (token.written == "I" or (n and self.tokens[n - 1].word in _ASK_IF)))

    def _merged(self, groups: list[list[int]]) -> list[list[int]]:
        """The groups, those without a matter of their own taken to the one before."""
        merged: list[list[int]] = []
        for unit in (unit for group in groups if len(groups) > 1 and not self._has_matter([group]) for unit in group):
            if self.units[unit].kind is Kind.PROCEDURE:
                self.units[unit] = self.units[unit]._replace(kind=Kind.MATTER)
        for group in groups:
            if merged and not (self._has_matter([group]) and self._has_matter([merged[-1]])):
                merged[-1] += group
            else:
                merged.append(list(group))
        return merged

    def _is_matter(self, number: int) -> bool:
        return self.units[number].kind is Kind.MATTER

    def _has_matter(self, groups: list[list[int]]) -> bool:
        return any(self._is_matter(unit) for group in groups for unit in group)

    def _kinds(self, clause: list[int], asks: bool) -> dict[int, Kind]:
        """What each word of meaning in a clause is."""
        skipped = self._holder_words(clause)
        kinds = {n: self._kind(n, clause) for n in clause if n not in skipped and self._means(n)}
        verbs = [n for n in kinds if self._is_verb(n, clause, kinds, skipped, asks)]
        for n in verbs:
            kinds[n] = Kind.VERB
        self._guess(clause, kinds)
        return kinds

    def _means(self, n: int) -> bool:
        """Function words carry no meaning, but `DO`, `IT` and `WHO` written large are names where the dataset has them."""
        written, word, _ = self.tokens[n]
        if word not in self.functions and word not in self.who:
            return True
        large = written.isupper() and len(written) > 1 and not self.shouted
        return (large or len(self.tokens) == 1) and self.index.word(word) is not None

    def _kind(self, n: int, clause: list[int]) -> Kind:
        token = self.tokens[n]
        keys = self.index.stem_keys(token.word)
        before = [self.tokens[k].word for k in range(max(n - 3, clause[0]), n)]
        owned = before and before[-1] in self.own and len(before) > 1 and (before[-2] in self.at or before[-2] in _FOR)
        if owned or self._among("aside", keys) or token.word.endswith(_OUR):
            return Kind.ASIDE
        if (token.word.isdigit() or len(token.word) == 1) and self.index.word(token.word) is None:
            return Kind.ASIDE
        if self._among("procedure", keys):
            return Kind.PROCEDURE
        if token.written[:1].isupper() and n and (before[-1:] and before[-1] in self.at or token.word.endswith(("ssa", "ssä", "lla", "llä"))):
            return Kind.PLACE
        return Kind.MATTER

    def _among(self, kind: str, keys: list[str]) -> bool:
        return any(key in self.index.asides[kind] for key in keys)

    def _holder_words(self, clause: list[int]) -> set[int]:
        """The words in `which team …` that only say what kind of holder is wanted."""
        first = next((k for k, n in enumerate(clause) if self.tokens[n].word not in self.joins), 0)
        for k, n in enumerate(clause[: first + 1]):
            if self.tokens[n].word in asking.WHICH:
                rest = clause[k + 1 : -1]
                kinds = [self._among("holder", self.index.stem_keys(self.tokens[m].word)) for m in rest[:3]]
                last = kinds.index(True) + 1 if any(kinds[:2]) else 0
                while last and last < len(kinds) and kinds[last]:
                    last += 1
                return set(rest[:last])
        return set()

    def _is_verb(self, n: int, clause: list[int], kinds: dict[int, Kind], skipped: set[int], asks: bool) -> bool:
        token = self.tokens[n]
        known = token.word in VERB_GROUP
        previous = next((k for k in range(n - 1, -1, -1) if k not in skipped), None)
        before = self.tokens[previous].word if previous is not None and n in clause[1:] else ""
        if before in self.who and not _BREAK.search(token.gap) and len(clause) > 1:
            return True
        if before in self.cues:
            return known or not self._in_dataset(token.word)
        if token.word.endswith("ing") and "en" in self.index.languages and (n == clause[0] or before in self.joins) and n != clause[-1]:
            following = self.tokens[n + 1].word
            if self.index.spoken(token.word) in ("", "en"):
                return (following in FUNCTION_WORDS["en"] and following != "i") or (following.endswith("s") and not self._in_dataset(token.word))
        if self._is_unknown_verb(token.word) or self._is_action(token.word):
            return len(kinds) > 1
        english = token.word in asking.EITHER
        last = n == clause[-1] and asks
        return known and (asks or len(kinds) > 1) and (not english or (last and len(kinds) > 1 and before not in self.functions and kinds[n] is not Kind.ASIDE))

    def _is_unknown_verb(self, word: str) -> bool:
        """Endings that only verbs have, on a word that the dataset has not."""
        if len(word) > 5 and "sv" in self.index.languages and word.endswith(("eras", "ades", "erats")):
            return not self._in_dataset(word)
        return "fi" in self.index.languages and len(word) > 7 and word.endswith(("akseen", "äkseen"))

    def _is_action(self, word: str) -> bool:
        """Nouns of a verb of responsibility (`ordnande`, `järjestäminen`)."""
        return len(word) > 5 and bool(_ACTION.search(word)) and self._among("verb", self.index.stem_keys(word))

    def _in_dataset(self, word: str) -> bool:
        return self.index.word(word) is not None or bool(self.index.by_stem(self.index.stem_keys(word)))

    def _guess(self, clause: list[int], kinds: dict[int, Kind]) -> None:
        """In `does Kela decide …` the first word is a verb or asks for yes or no, and the holder that is guessed follows."""
        first = clause[0]
        word = self.tokens[first].word
        asks_if = word in _ASK_IF or (len(word) > 4 and word.endswith(("ko", "kö")) and "fi" in self.index.languages and self.index.word(word) is None)
        if word in VERB_GROUP and len(clause) > 2 and word not in asking.EITHER:
            asks_if = True
        if not asks_if or len(clause) < 3 or (first in kinds and self.tokens[first].written.isupper()):
            return
        if first in kinds:
            kinds[first] = Kind.VERB
        if clause[1] in kinds and kinds[clause[1]] is Kind.MATTER:
            kinds[clause[1]] = Kind.GUESS
