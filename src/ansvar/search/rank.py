"""The order of answers: all words met, the role asked for, the phrase, tiers, fields, then the dataset's own order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .hits import Hit, Met, Tier

if TYPE_CHECKING:
    from .index import Index
    from .question import Question

COMMON = 3
"""Where not all words are met, a word met by more than so many times the duties of the rarest one does not count."""


def ranked(question: Question, mets: list[Met], index: Index, verbs: Counter[int]) -> list[int]:
    """The duties that meet the most units, best first."""
    count = Counter(n for met in mets for n in met)
    most = max(count.values(), default=0)
    chosen = [n for n, met in count.items() if met == most]
    if most < len(mets):
        chosen = _without_noise(chosen, mets)
    keys = {n: _rank(n, question, [met[n] for met in mets if n in met], index, verbs[n]) for n in chosen}
    return sorted(chosen, key=keys.__getitem__)


def _without_noise(chosen: list[int], mets: list[Met]) -> list[int]:
    """Of the duties that meet some units, those that meet a rare one: what shares only a common word with them is noise."""
    rarest = {n: min(len(met) for met in mets if n in met) for n in chosen}
    bound = COMMON * min(rarest.values(), default=0)
    return [n for n in chosen if rarest[n] <= bound]


def _rank(n: int, question: Question, hits: list[list[Hit]], index: Index, verbs: int) -> tuple[int, ...]:
    """What an answer is sorted by: the role asked for, the phrase, the verbs of the question, tiers, fields; then `n`, which
    has role and the dataset's order in it."""
    best = [min(unit, key=quality) for unit in hits]
    role = int(question.role is not None and index.role(n) is not question.role)
    phrase = -int(len(question.units) > 1 and is_phrase(hits))
    return role, phrase, -verbs, sum(hit.tier for hit in best), sum(hit.rank for hit in best), n


def quality(hit: Hit) -> tuple[int, int]:
    """What the best of several hits is chosen by."""
    return hit.tier, hit.rank


def is_phrase(hits: list[list[Hit]]) -> bool:
    """Whether all the units stand side by side, in order, in one field."""
    if len(hits) < 2:
        return False
    ends = {(hit.field, hit.place) for hit in hits[0] if hit.place >= 0 and hit.tier <= Tier.STEM}
    for unit in hits[1:]:
        places = {(hit.field, hit.place) for hit in unit if hit.tier <= Tier.STEM}
        ends = {(field, place + 1) for field, place in ends} & places
    return bool(ends)
