"""Who is responsible for something: the answers to a question, and why they answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..dataset.model import Scope
from ..dataset.record import frozen, replace
from ..search.words import words
from . import duties
from .answer import ROOM, Cards, Plain
from .sheet import Cell, Sheet, cells, columns, without_empty_columns
from .wording import LANGUAGE_NAMES, TIERS, first_upper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..dataset.model import Actor, Signpost, Topic
    from ..search.ask import Answer, Result
    from ..search.index import Index
    from .card import Deck
    from .phrasebook import Phrasebook

_TOKEN = re.compile(r"[^\W_]+(?:\+\+|#)?")
_FIELDS = {"change": "changes", "partner": "partners"}
SHORT, MANY = 5, 10
"""Answers on a screen where nobody asks for more; more answers than these are grouped by their holders."""


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
        """The answers as cards; where there are none, what meets a part of the question, or where to go with it."""
        from .who_cards import deck_of

        return deck_of(self, short=short)

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
            cells(one.duty.id, why.word, why.with_, where_met(why.field, said), TIERS[why.tier.name.lower()][said.language])
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
            "places": _plain_places(said),
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


def _plain_places(said: Phrasebook) -> list[Plain]:
    if not said.local:
        return []
    from .local import plain_place

    return [plain_place(place) for place in said.local.places]


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


def where_met(field: str, said: Phrasebook) -> str:
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
    here = _in_places(index, result, said) if result.places else said
    topics = {topic.id: topic for topic in index.topics()} if result.overview else {}
    counted = tuple((topics[id_], count) for id_, count in result.overview.topics) if result.overview else ()
    return Who(here.naming(index, mentioned), result, named, explain, limit, tuple(signposts), counted)


def _in_places(index: Index, result: Result, said: Phrasebook) -> Phrasebook:
    """The words for an answer that says who the holders are in some places."""
    from .local import local

    held = ((holder, one.duty.id) for one in (*result.answers, *result.partial) for holder in one.state.actors)
    return replace(said, local=local(index, result.places, held))


def needs_signposts(result: Result) -> bool:
    """Whether a question is one for signposts: nothing answers it, or at best somebody who decides in no single case."""
    return not result.answers or result.answers[0].duty.scope is Scope.POLICY
