"""Who is responsible for something: the answers to a question, and why they answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..search.words import words
from . import duties
from .answer import ROOM, Plain, Sheets
from .local import local, plain_place
from .sheet import Cell, Sheet, cells, columns, without_empty_columns
from .wording import LANGUAGE_NAMES, TIERS, first_upper

if TYPE_CHECKING:
    from ..dataset.model import Actor
    from ..search.ask import Answer, Result
    from ..search.index import Index
    from .phrasebook import Phrasebook

_TOKEN = re.compile(r"[^\W_]+(?:\+\+|#)?")
_FIELDS = {"change": "changes", "partner": "partners"}


@dataclass(frozen=True, eq=False, repr=False)
class Who(Sheets):
    """What a question found. `named` are the actors that it names; with `explain`, the tables say why each duty answers."""

    said: Phrasebook
    result: Result
    named: tuple[Actor, ...] = ()
    explain: bool = False

    def __bool__(self) -> bool:
        return bool(self.result.answers)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The duties that answer, best first."""
        return self.result.answers

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """The answers, and why they answer where that was asked."""
        said = self.said
        heads, rows = columns(duties.heads(said, duties.ANSWER)), [_row(one, said) for one in self.answers]
        notes = tuple(said.text(note) for note in said.local.notes) if said.local else ()
        answers = without_empty_columns(Sheet(heads, rows, notes=notes), optional={"since_when", "contact", "source", "here"})
        return [answers, self._why()] if self.explain else [answers]

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
        result, language = self.result, self.said.language
        return {
            "query": result.query,
            "language": language,
            "as_of": self.said.as_of.isoformat(),
            "places": [plain_place(place) for place in self.said.local.places] if self.said.local else [],
            "results": [
                {
                    **duties.plain_duty(one, self.said),
                    "matched": [
                        {"word": m.word, "with": m.with_, "field": m.field, "tier": m.tier.name.lower()} for m in one.matched
                    ],
                }
                for one in result.answers
            ],
            "unmatched": list(result.unmatched),
            "suggestions": list(result.suggestions),
            "more": result.more,
        }


def _row(one: Answer, said: Phrasebook) -> tuple[Cell, ...]:
    met = {form for field, form in one.marks if field == f"statement.{said.language}"}
    row = duties.row(one, said, duties.ANSWER)
    return tuple(
        cell._replace(marks=_marked(cell.text, met)) if key == "responsibility" else cell
        for key, cell in zip(duties.ANSWER, row, strict=True)
    )


def _marked(text: str, met: set[str]) -> frozenset[str]:
    """The words of a text that were met, as they stand in it."""
    return frozenset(word for word in set(_TOKEN.findall(text)) if not met.isdisjoint(words(word))) if met else frozenset()


def _field(field: str, said: Phrasebook) -> str:
    """Where a word was met: `statement.en` in words."""
    name, _, language = field.partition(".")
    where = first_upper(said.word(_FIELDS.get(name, name)))
    return f"{where} ({LANGUAGE_NAMES[language]})" if language else where


def who(index: Index, result: Result, said: Phrasebook, *, explain: bool = False) -> Who:
    """What a question found, in words."""
    named = tuple(actor for id_ in result.named_actors if (actor := index.actor(id_)))
    held = ((holder, one.duty.id) for one in result.answers for holder in one.state.actors)
    here = replace(said, local=local(index, result.places, held)) if result.places else said
    return Who(here.naming(index, duties.mentioned(result.answers)), result, named, explain)
