"""The answers to a question as cards; imported where cards are shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from . import card, holders
from .card import Deck, Line, Part, Span
from .who import MANY, SHORT, where_met
from .wording import TIERS, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..search.ask import Answer
    from .who import Who

_HOLDERS = 8
"""Holders whose answers are counted below the best."""


def deck_of(who: Who, *, short: bool = False) -> Deck:
    """The answers, grouped by holder where they are many; where there are none, what meets a part of the question."""
    shown = who.answers
    if short and who.limit is None:
        shown = shown[:SHORT]
    posts = Part((), [card.signpost(one, who.said) for one in who.signposts])
    if not shown:
        return Deck((), (posts,) if who.signposts else tuple(_partly(who)))
    parts = list(_grouped(who, shown)) if len(shown) > MANY else [Part((), list(_cards(who, shown)))]
    return Deck(tuple(_heading(who)), (*parts, posts), tuple(_closing(who, len(shown))))


def _partly(who: Who) -> Iterator[Part]:
    """What meets a part of a question that has no answer."""
    if ones := who.result.partial:
        title = who.said.word("partly_one" if len(ones) == 1 else "partly_many")
        yield Part((Span(" ".join((*card.limits(ones, who.said), title))),), list(_cards(who, ones)))


def _heading(who: Who) -> Iterator[str]:
    """How many answers there are, for which day, up to which day changes are known, and how the question was read."""
    said, result = who.said, who.result
    language = said.language
    key = "answers_one" if result.total == 1 else "answers_many"
    first = said.word(key, count=str(result.total), day=said.day(said.as_of))
    yield " ".join((first, *card.limits(who.answers, said)))
    if who.topics:
        told = [f"{said.text(topic.name)} {count}" for topic, count in who.topics[:_HOLDERS]]
        yield said.word("by_topic", topics=", ".join((*told, *["…"][: len(who.topics) > _HOLDERS])))
    yield from (message("respelled", language, word=word, met=met) for word, met in result.respelled)
    if result.unmatched:
        yield message("unmatched", language, words=", ".join(result.unmatched))
    yield from map(said.text, said.local.notes if said.local else ())


def _closing(who: Who, shown: int) -> Iterator[str]:
    more = who.result.total - shown
    if more <= 0:
        return
    yield who.said.word("more_answers", count=str(more))
    if len(who.answers) > MANY and not who.result.more:
        counts = Counter(id_ for one in who.answers for id_ in one.state.actors)
        told = [f"{who.said.name(id_)} {count}" for id_, count in counts.most_common(_HOLDERS)]
        yield who.said.word("by_holder", holders=", ".join((*told, *["…"][: len(counts) > _HOLDERS])))


def _grouped(who: Who, shown: Sequence[Answer]) -> Iterator[Part]:
    groups: dict[str, list[Answer]] = {}
    for one in shown:
        here = holders.here(holders.on_day(one.duty, one.state, who.said), who.said)
        groups.setdefault("\n".join((holders.told(one.duty, one.state, who.said), *here)), []).append(one)
    for ones in groups.values():
        cards = [(*card.card_below(one, who.said, who.statement(one)), *_reasons(who, one)) for one in ones]
        yield card.part(ones[0], cards, who.said)


def _cards(who: Who, ones: Sequence[Answer]) -> Iterator[card.Card]:
    return ((*card.card(one, who.said, who.statement(one)), *_reasons(who, one)) for one in ones)


def _reasons(who: Who, one: Answer) -> Iterator[Line]:
    """Why the duty answers, where that was asked: which word met which word, where and how."""
    for why in one.matched if who.explain else ():
        how = f"{why.word} → {why.with_}: {where_met(why.field, who.said)}, {TIERS[why.tier.name.lower()][who.said.language]}"
        yield Line("why", who.said.word("explain"), (Span(how),))
