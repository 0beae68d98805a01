"""Where a question is about: the places that it names are taken out of it, so that the rest is asked as it is without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .places import find_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .index import Index
    from .kinds import Token

    Tokens = list[Token]


def apart(tokens: Tokens, index: Index, place_words: frozenset[str]) -> tuple[Tokens, tuple[str, ...]]:
    """The words of a question without those that name a place (and a word like *in* before them), and the ids of the places.

    The words stay where they are a part of an actor's name (*Helsingin kaupunki*) or of a topic: there are duties for that very
    place. A part of a longer word (*Forssa-talo*) is no place.
    """
    written = [token.written for token in tokens]
    keys = index.gazetteer.keys_of(written)
    if not keys:
        return tokens, ()
    names = _Names(tokens, index)
    named = find_places(written, keys, names.is_term)
    found = [one for one in named if "-" not in {token.gap for token in (tokens[one.start], *tokens[one.end : one.end + 1])}]
    gone = {n for one in found if not names.covers(one.start, one.end) for n in range(one.start, one.end)}
    gone |= {n - 1 for n in gone if n and n - 1 not in gone and tokens[n - 1].word in place_words}
    return _without(tokens, gone), tuple(dict.fromkeys(one.place for one in found))


def _without(tokens: Tokens, gone: set[int]) -> Tokens:
    """The other words; what stood between two that are neighbours now stands there still."""
    kept: Tokens = []
    gap = ""
    for n, token in enumerate(tokens):
        gap += token.gap
        if n not in gone:
            kept.append(token._replace(gap=gap))
            gap = ""
    return kept


class _Names:
    """The names of actors and the terms of topics that the words of a question stand in."""

    def __init__(self, tokens: Sequence[Token], index: Index) -> None:
        self.tokens, self.index = tokens, index

    def _numbers(self, word: str) -> list[int]:
        known = self.index.word(word)
        return [n for n, _ in self.index.by_stem(self.index.stem_keys(word))] + ([] if known is None else [known])

    def _tokens(self, word: str) -> list[tuple[int, int]]:
        return [(name, place) for _, name, place in self.index.name_tokens(self._numbers(word))]

    def is_term(self, word: str) -> bool:
        """Whether a word alone is a term of a topic."""
        names = self.index.names_by_number(name for name, _ in self._tokens(word)).values()
        return any(name.kind == "topic" and len(name.words) == 1 for name in names)

    def covers(self, start: int, end: int) -> bool:
        """Whether a term of a topic, or a name of more words than those from `start` to `end`, stands there as a whole."""
        asked = {name for n in range(start, end) for name, _ in self._tokens(self.tokens[n].word)}
        for number, name in self.index.names_by_number(asked).items():
            length = len(name.words)
            window = range(max(start - length, 0), min(end + length, len(self.tokens)))
            met = {place for n in window for one, place in self._tokens(self.tokens[n].word) if one == number}
            if len(met) == length and (length > end - start or name.kind == "topic"):
                return True
        return False
