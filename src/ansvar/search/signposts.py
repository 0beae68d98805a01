"""Signposts: where to go with a question that no duty answers.

A signpost has terms. It fits where all words of one of them are asked for, in any form, and at most as many others that mean
something: *applying for housing allowance*, not *a football team for those who get housing allowance*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages.function_words import function_words
from .kinds import Kind
from .question import understand
from .words import edits_allowed, fold, normalise, stems, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..dataset.model import Signpost
    from .entries import Post, Term
    from .index import Index

WHOLE = "="
"""Before a word as it is typed without marks, among the keys of a word; the others are `language:stem`."""
MIN_BEGINNING = 6
"""Letters of a word that longer words may begin with: *barnbidrag* of *barnbidragsansökan*."""
MOST = 2
"""Signposts that are shown."""


def terms_of(signpost: Signpost) -> list[Term]:
    """The terms of a signpost, its name among them, in all languages."""
    listed = [(language, text) for language, text in signpost.name.items()]
    listed += [(language, text) for language, texts in signpost.terms.items() for text in texts]
    terms = [[[WHOLE + fold(word), *_stems(word, [language])] for word in _telling(text, language)] for language, text in listed]
    return [term for term in terms if term]


def _telling(text: str, language: str) -> list[str]:
    return [word for word in words(text) if word not in function_words([language])] or words(text)


def _stems(word: str, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        yield from (f"{language}:{stem}" for stem in sorted(stems(word, language)))


def find_signposts(index: Index, text: str) -> list[Signpost]:
    """The signposts that fit a question, best first."""
    posts = index.posts()
    if not posts:
        return []
    question = understand(text, index)
    asked = {unit.word: _keys(unit.word, index.languages) for unit in question.units}
    matter = {unit.word for unit in question.units if unit.kind in (Kind.MATTER, Kind.GUESS)}
    for word, form in _respelled(asked, posts).items():
        asked[word].add(WHOLE + form)
    first: dict[str, int] = {}
    for n, its in enumerate(asked.values()):
        for key in its:
            first.setdefault(key, n)
    others = {n for n, word in enumerate(asked) if word in matter}
    scored = [(max(_scores(post.terms, first, others), default=(0, 0)), post.signpost) for post in posts]
    best = max((score for score, _ in scored), default=(0, 0))
    return [signpost for score, signpost in scored if score == best and score > (0, 0)][:MOST]


def _keys(word: str, languages: Iterable[str]) -> set[str]:
    """What a word of a question has in common with the words that it meets: itself, its stems, what it begins with."""
    form = fold(word)
    return {WHOLE + form, *_stems(word, languages), *(WHOLE + form[:n] for n in range(MIN_BEGINNING, len(form)))}


def _scores(terms: Iterable[Term], first: dict[str, int], matter: set[int]) -> Iterator[tuple[int, int]]:
    """Of each term that fits: how many words it has, and how many letters. `first` has the first word asked that has a key."""
    for term in terms:
        met = {min((first[key] for key in keys if key in first), default=-1) for keys in term}
        if -1 not in met and 2 * len(matter - met) <= len(matter):
            yield len(met), sum(len(keys[0]) for keys in term)


def _respelled(asked: dict[str, set[str]], posts: Iterable[Post]) -> dict[str, str]:
    """The words that meet nothing as they stand, each with the word of a term that it is a misspelling of."""
    listed = {keys[0]: keys for post in posts for term in post.terms for keys in term}
    there = {key for keys in listed.values() for key in keys}
    unmet = [word for word, its in asked.items() if its.isdisjoint(there)]
    long = [word for word in unmet if edits_allowed(normalise(word))]
    if not long:
        return {}
    from rapidfuzz.distance import OSA

    found = {}
    for word in long:
        allowed = edits_allowed(word)
        near = ((OSA.distance(fold(word), key[1:], score_cutoff=allowed), key[1:]) for key in listed if key[1:2] == fold(word)[:1])
        distance, form = min(near, default=(allowed + 1, ""))
        if distance <= allowed:
            found[word] = form
    return found
