"""Who is responsible for something: the answers to a question, and why they answer."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..dataset.model import Scope
from ..dataset.record import frozen, replace
from ..search.words import words
from . import card, duties, holders
from .answer import ROOM, Cards, Plain
from .card import Deck, Line, Part, Span
from .local import local, plain_place
from .sheet import Cell, Sheet, cells, columns, without_empty_columns
from .wording import LANGUAGE_NAMES, TIERS, first_upper, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..dataset.model import Actor, Signpost, Topic
    from ..search.ask import Answer, Result
    from ..search.index import Index
    from .phrasebook import Phrasebook

_TOKEN = re.compile(r"[^\W_]+(?:\+\+|#)?")
_FIELDS = {"change": "changes", "partner": "partners"}
SHORT, MANY = 5, 10
"""Answers on a screen where nobody asks for more; more answers than these are grouped by their holders."""
_HOLDERS = 8
"""Holders whose answers are counted below the best."""


@frozen
class Who(Cards):
    """What a question found. `named` are the actors that it names; with `explain`, the tables say why each duty answers.

    `topics` are those of the answers to the widest question, with the number of duties of each.
    `limit` is the number of answers that was asked for, None where none was.
    """

    said: Phrasebook
    result: Result
    named: tuple[Actor, ...] = ()
    explain: bool = False
    limit: int | None = None
    signposts: tuple[Signpost, ...] = ()
    topics: tuple[tuple[Topic, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.result.answers)

    @property
    def tells(self) -> bool:
        """Whether there is an answer, a signpost, or what meets a part of the question."""
        return bool(self.result.answers or self.result.partial or self.signposts)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The duties that answer, best first."""
        return self.result.answers

    def deck(self, *, short: bool = False) -> Deck:
        """The answers, grouped by holder where they are many; where there are none, what meets a part of the question."""
        shown = self.answers
        if short and self.limit is None:
            shown = shown[:SHORT]
        posts = Part((), [card.signpost(one, self.said) for one in self.signposts])
        if not shown:
            return Deck((), (posts,) if self.signposts else tuple(self._partly()))
        parts = list(self._grouped(shown)) if len(shown) > MANY else [Part((), list(self._cards(shown)))]
        return Deck(tuple(self._heading()), (*parts, posts), tuple(self._closing(len(shown))))

    def _partly(self) -> Iterator[Part]:
        """What meets a part of a question that has no answer."""
        if ones := self.result.partial:
            title = self.said.word("partly_one" if len(ones) == 1 else "partly_many")
            yield Part((Span(" ".join((*card.limits(ones, self.said), title))),), list(self._cards(ones)))

    def _heading(self) -> Iterator[str]:
        """How many answers there are, for which day, up to which day changes are known, and how the question was read."""
        said, result = self.said, self.result
        language = said.language
        key = "answers_one" if result.total == 1 else "answers_many"
        first = said.word(key, count=str(result.total), day=said.day(said.as_of))
        yield " ".join((first, *card.limits(self.answers, said)))
        yield from (message("respelled", language, word=word, met=met) for word, met in result.respelled)
        if result.unmatched:
            yield message("unmatched", language, words=", ".join(result.unmatched))
        yield from map(said.text, said.local.notes if said.local else ())

    def _closing(self, shown: int) -> Iterator[str]:
        more = self.result.total - shown
        if more <= 0:
            return
        yield self.said.word("more_answers", count=str(more))
        if len(self.answers) > MANY and not self.result.more:
            counts = Counter(id_ for one in self.answers for id_ in one.state.actors)
            told = [f"{self.said.name(id_)} {count}" for id_, count in counts.most_common(_HOLDERS)]
            yield self.said.word("by_holder", holders=", ".join((*told, *["…"][: len(counts) > _HOLDERS])))
        if self.topics:
            told = [f"{self.said.text(topic.name)} {count}" for topic, count in self.topics[:_HOLDERS]]
            yield self.said.word("by_topic", topics=", ".join((*told, *["…"][: len(self.topics) > _HOLDERS])))

    def _grouped(self, shown: Sequence[Answer]) -> Iterator[Part]:
        groups: dict[str, list[Answer]] = {}
        for one in shown:
            here = holders.here(holders.on_day(one.duty, one.state, self.said), self.said)
            groups.setdefault("\n".join((holders.told(one.duty, one.state, self.said), *here)), []).append(one)
        for ones in groups.values():
            cards = [(*card.card_below(one, self.said, self.statement(one)), *self._reasons(one)) for one in ones]
            yield card.part(ones[0], cards, self.said)

    def _cards(self, ones: Sequence[Answer]) -> Iterator[card.Card]:
        return ((*card.card(one, self.said, self.statement(one)), *self._reasons(one)) for one in ones)

    def _reasons(self, one: Answer) -> Iterator[Line]:
        """Why the duty answers, where that was asked: which word met which word, where and how."""
        for why in one.matched if self.explain else ():
            how = f"{why.word} → {why.with_}: {_field(why.field, self.said)}, {TIERS[why.tier.name.lower()][self.said.language]}"
            yield Line("why", self.said.word("explain"), (Span(how),))

    def statement(self, one: Answer) -> Cell:
        """What the duty is, with the words that were met marked."""
        said = self.said
        met = {form for field, form in one.marks if field == f"statement.{said.language}"}
        text = said.text(one.duty.statement)
        return Cell(text, _marked(text, met))

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """The answers, and why they answer where that was asked."""
        said = self.said
        heads, rows = columns(duties.heads(said, duties.ANSWER)), [_row(one, self) for one in self.answers]
        notes = tuple(said.text(note) for note in said.local.notes) if said.local else ()
        optional = {"since_when", "contact", "source", "address", "here"}
        answers = without_empty_columns(Sheet(heads, rows, notes=notes), optional=optional)
        posts = [self._posts()] if self.signposts else []
        return [*([answers] if self.answers else []), *([self._why()] if self.explain and self.answers else []), *posts]

    def _posts(self) -> Sheet:
        """Where to go with what the sources do not say."""
        said = self.said
        heads = (
            ("signpost", said.word("not_in_sources")),
            ("statement", said.word("responsibility")),
            ("website", said.word("website")),
        )
        return Sheet(columns(heads), [cells(said.text(p.name), said.text(p.statement), p.website) for p in self.signposts])

    def _why(self) -> Sheet:
        """For every answer, which word met which word, where, and how."""
        said = self.said
        rows = [
            cells(one.duty.id, why.word, why.with_, _field(why.field, said), TIERS[why.tier.name.lower()][said.language])
            for one in self.result.answers
            for why in one.matched
        ]
        keys = ("duty", "asked", "met", "field", "tier")
        return Sheet(columns((key, said.word(key)) for key in keys), rows, said.word("explain"))

    def plain(self) -> Plain:
        """The answers with why they answer."""
        result, said = self.result, self.said
        return {
            "query": result.query,
            "language": said.language,
            "as_of": said.as_of.isoformat(),
            "places": [plain_place(place) for place in said.local.places] if said.local else [],
            "known_until": said.names.known_until.isoformat() if said.names.known_until else None,
            "count": result.total,
            "results": [_plain_answer(one, said) for one in result.answers],
            "partial": [_plain_answer(one, said) for one in result.partial],
            "topics": [{"topic": topic.id, "name": dict(topic.name), "duties": count} for topic, count in self.topics],
            "signposts": [_plain_signpost(one) for one in self.signposts],
            "respelled": [{"word": word, "read_as": met} for word, met in result.respelled],
            "unmatched": list(result.unmatched),
            "suggestions": list(result.suggestions),
            "more": result.more,
        }


def _plain_signpost(one: Signpost) -> Plain:
    checked = one.checked.isoformat() if one.checked else None
    return {"id": one.id, "name": dict(one.name), "statement": dict(one.statement), "url": one.website, "read": one.read,
            "checked": checked}  # fmt: skip


def _plain_answer(one: Answer, said: Phrasebook) -> Plain:
    matched = [{"word": m.word, "with": m.with_, "field": m.field, "tier": m.tier.name.lower()} for m in one.matched]
    return {**duties.plain_duty(one, said), "matched": matched}


def _row(one: Answer, who: Who) -> tuple[Cell, ...]:
    row = duties.row(one, who.said, duties.ANSWER)
    return tuple(who.statement(one) if key == "responsibility" else cell for key, cell in zip(duties.ANSWER, row, strict=True))


def _marked(text: str, met: set[str]) -> frozenset[str]:
    """The words of a text that were met, as they stand in it."""
    return frozenset(word for word in set(_TOKEN.findall(text)) if not met.isdisjoint(words(word))) if met else frozenset()


def _field(field: str, said: Phrasebook) -> str:
    """Where a word was met: `statement.en` in words."""
    name, _, language = field.partition(".")
    where = first_upper(said.word(_FIELDS.get(name, name)))
    return f"{where} ({LANGUAGE_NAMES[language]})" if language else where


def who(
    index: Index,
    result: Result,
    said: Phrasebook,
    *,
    explain: bool = False,
    limit: int | None = None,
    signposts: Sequence[Signpost] = (),
) -> Who:
    """What a question found, in words."""
    named = tuple(actor for id_ in result.named_actors if (actor := index.actor(id_)))
    mentioned = duties.mentioned((*result.answers, *result.partial))
    held = ((holder, one.duty.id) for one in (*result.answers, *result.partial) for holder in one.state.actors)
    here = replace(said, local=local(index, result.places, held)) if result.places else said
    topics = {topic.id: topic for topic in index.topics()} if result.overview else {}
    counted = tuple((topics[id_], count) for id_, count in result.overview.topics) if result.overview else ()
    return Who(here.naming(index, mentioned), result, named, explain, limit, tuple(signposts), counted)


def needs_signposts(result: Result) -> bool:
    """Whether a question is one for signposts: nothing answers it, or at best somebody who decides in no single case."""
    return not result.answers or result.answers[0].duty.scope is Scope.POLICY
