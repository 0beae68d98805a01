"""A question as typed → what is searched for: its subjects, each of some words, and what is said beside them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..dataset.model import Role
from ..dataset.record import NamedTuple
from ..languages.asking import asking, idioms, relative_words
from ..languages.function_words import FUNCTION_WORDS, ROLE_OF_VERB
from .kinds import BREAK, Kind, Kinds, Token
from .whereabouts import apart
from .words import normalise, tokens_apart

if TYPE_CHECKING:
    from .index import Index

MAX_WORDS = 40
"""Words of a question that are looked up; the rest are told as not met."""
MAX_LETTERS = 80
JOINED = re.compile(r"[-‐‑_./:@#'’]+")
_PROMOTED = (Kind.MATTER, Kind.PROCEDURE, Kind.PLACE, Kind.GUESS, Kind.ASIDE, Kind.VERB)
"""What is the matter of a question: the first of these kinds that it has words of."""


class Unit(NamedTuple):
    """A word that an answer may meet. `chunk` is the noun phrase that it stands in; `text` is as typed."""

    text: str
    word: str
    kind: Kind
    chunk: int
    adjunct: bool = False
    """Whether it says where."""
    of: bool = False
    """Whether it stands after `of`: of an actor, that it is what is asked about and not who."""


class Question(NamedTuple):
    """A question understood: the units, by number, of each subject; the other units only describe the situation.

    `about` says that the named actor is what it is about, not the holder asked for.
    """

    text: str
    units: tuple[Unit, ...]
    subjects: tuple[tuple[int, ...], ...]
    role: Role | None
    about: bool
    asks_who: bool
    languages: Counter[str]
    left_out: tuple[str, ...]
    places: tuple[str, ...] = ()
    """The places that it names, in their order; their words are none of the units."""


def understand(text: str, index: Index) -> Question:
    """What a question asks. Any text is a question; one without a word that carries meaning has no units."""
    return _Reader(text, index).read()


def _plain(written: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words, with others in place of those that only together say something (`takes care of`, `har hand om`)."""
    words = [normalise(token) for token, _ in written]
    plain: list[tuple[str, str]] = []
    n = 0
    while n < len(words):
        known = idioms().get(words[n], ())
        said, meant = next(
            (idiom for idiom in known if tuple(words[n : n + len(idiom[0])]) == idiom[0]), ((words[n],), (written[n][0],))
        )
        plain += [(word, " " if k else written[n][1]) for k, word in enumerate(meant)]
        n += len(said)
    return plain


class _Reader:
    def __init__(self, text: str, index: Index) -> None:
        self.text, self.asking = text, asking(index.languages)
        written = tokens_apart(text)
        long = [token for token, _ in written[:MAX_WORDS] if len(token) > MAX_LETTERS]
        self.left_out = tuple(dict.fromkeys([token for token, _ in written[MAX_WORDS:]] + long))
        short = [(token, gap) for token, gap in written[:MAX_WORDS] if len(token) <= MAX_LETTERS]
        self.said = [Token(token, normalise(token), gap) for token, gap in _plain(short)]
        self.tokens, self.places = apart(self.said, index, self.asking.place_words)
        self.kinds = Kinds(index, self.tokens, shouted=len(self.tokens) > 1 and text.isupper())
        self.units: list[Unit] = []

    def read(self) -> Question:
        clauses = [clause for clause in self._clauses() if clause]
        asks = [self._asks(clause) for clause in clauses]
        groups = [self._groups(clause, asks=asked) for clause, asked in zip(clauses, asks, strict=True)]
        groups = [self._with_matter(n, groups) if asked else groups[n] for n, asked in enumerate(asks)]
        core = [n for n, asked in enumerate(asks) if asked and self._has_matter(groups[n])]
        apart = bool(core)
        core = core or [n for n in range(len(groups)) if self._has_matter(groups[n])] or list(range(len(groups)))
        subjects = [group for n in core for group in groups[n]]
        if not apart and len(core) > 1 and not any(self.tokens[n].word in self.asking.and_words for c in core for n in clauses[c]):
            subjects = [[unit for group in subjects for unit in group]]
        return self._question([subject for subject in subjects if subject])

    def _with_matter(self, n: int, groups: list[list[list[int]]]) -> list[list[int]]:
        """The groups of a clause; where it has no matter, with that of the clause before (`who plans X and who decides on it`)."""
        before = next((groups[k] for k in range(n - 1, -1, -1) if self._has_matter(groups[k])), [])
        if self._has_matter(groups[n]) or not any(groups[n]):
            return groups[n]
        named = [[unit for unit in group if self.units[unit].kind is not Kind.VERB] for group in before]
        return [group + groups[n][0] for group in named if group] or groups[n]

    def _question(self, subjects: list[list[int]]) -> Question:
        matter = next((kind for kind in _PROMOTED if any(unit.kind is kind for unit in self.units)), Kind.MATTER)
        units = tuple(unit._replace(kind=Kind.MATTER) if unit.kind is matter else unit for unit in self.units)
        verbs = [unit.word for unit in units if unit.kind is Kind.VERB]
        roles = [Role(ROLE_OF_VERB[verb]) for verb in verbs if verb in ROLE_OF_VERB]
        asked = {unit.word for unit in units}
        said = [token.word for token in self.said if token.word not in asked]
        who = [token.word in self.asking.question_words for token in self.tokens]
        return Question(
            text=self.text, units=units, subjects=tuple(map(tuple, subjects)),
            role=roles[0] if roles else None, about=bool(roles) and any(who[:2]), asks_who=any(who),
            languages=Counter(code for code, words in FUNCTION_WORDS.items() for word in said if word in words),
            left_out=self.left_out, places=self.places,
        )  # fmt: skip

    def _clauses(self) -> list[list[int]]:
        clauses: list[list[int]] = [[]]
        for n, token in enumerate(self.tokens):
            if clauses[-1] and self._begins(n, token):
                clauses.append([])
            clauses[-1].append(n)
        return clauses

    def _begins(self, n: int, token: Token) -> bool:
        """Whether a clause begins at a token: after a full stop, after a comma where a new matter follows, with `if`, and at
        `who` where it is no relative (`children who came alone`)."""
        asks = token.word in self.asking.question_words or token.word in self.asking.where_words
        if token.word in self.asking.situation_words:
            return True
        if BREAK.search(token.gap):
            return "," not in token.gap or asks or token.word not in self.asking.function_words
        if token.word not in self.asking.question_words or token.word in self.asking.which_words:
            return False
        relative = token.word in relative_words()
        return not relative or self.tokens[n - 1].word in self.asking.function_words

    def _asks(self, clause: list[int]) -> bool:
        words = [self.tokens[n].word for n in clause]
        first = [word for word in words if word not in self.asking.and_words][:3]
        return any(word in self.asking.question_words or word in self.asking.where_words for word in first)

    def _groups(self, clause: list[int], *, asks: bool) -> list[list[int]]:
        """The units of a clause, in groups that `and` joins."""
        groups: list[list[int]] = [[]]
        chunk = self.units[-1].chunk + 1 if self.units else 0
        kinds = self.kinds.of_clause(clause, asks=asks)
        seen: set[str] = set()
        place = of = False
        for n in clause:
            written, word, gap = self.tokens[n]
            if n not in kinds:
                chunk += 1
                of = word in self.asking.of_words
                place = self.kinds.is_place_word(n) or (place and not of)
                if word in self.asking.and_words and "-" not in gap:
                    groups.append([])
                    place = False
            elif word not in seen or not groups[-1]:
                seen.add(word)
                chunk += bool(gap.strip()) and not JOINED.fullmatch(gap.strip())
                adjunct = place and self._has_matter([groups[-1]])
                groups[-1].append(len(self.units))
                self.units.append(Unit(written, word, kinds[n], chunk, adjunct, of))
        return self._merged(groups)

    def _merged(self, groups: list[list[int]]) -> list[list[int]]:
        """The groups, those without a matter of their own taken to the one before."""
        if len(groups) > 1:
            for n in (n for group in groups if not self._has_matter([group]) for n in group):
                if self.units[n].kind is Kind.PROCEDURE:
                    self.units[n] = self.units[n]._replace(kind=Kind.MATTER)
        merged: list[list[int]] = []
        for group in groups:
            if merged and not (self._has_matter([group]) and self._has_matter([merged[-1]])):
                merged[-1] += group
            else:
                merged.append(list(group))
        return merged

    def _has_matter(self, groups: list[list[int]]) -> bool:
        return any(self.units[n].kind is Kind.MATTER for group in groups for n in group)
