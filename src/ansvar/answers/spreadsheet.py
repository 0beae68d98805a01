"""The whole dataset as rows for a spreadsheet: one for each duty and holder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .changed import change_text
from .sheet import Sheet, cells
from .wording import first_upper, level_name, role_name, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..dataset.history import State
    from ..dataset.model import Duty
    from ..search.index import Entry
    from .phrasebook import Reader
    from .sheet import Cell

_FIRST = ("duty", "actor", "level", "role", "topics", "partners", "target", "source", "section", "sentences")
_LAST = ("as_of", "status", "holders", "since")
_SPOKEN = ("actor_name", "level_name", "role_name", "statement", "place", "change")


def export(reader: Reader, languages: Sequence[str]) -> Sheet:
    """Every duty once for each of its holders by the source, with the texts in some languages and the state on the day.

    The columns' names are the same in every language; those of texts end in the language (`statement_sv`).
    """
    spoken = [f"{name}_{language}" for language in languages for name in _SPOKEN]
    rows = [row for entry in reader.index.entries() for row in _of_entry(entry, reader, languages)]
    return Sheet((*_FIRST, *spoken, *_LAST), rows)


def _of_entry(entry: Entry, reader: Reader, languages: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    duty, state = entry.duty, reader.state(entry)
    readers = [replace(reader, language=language) for language in languages]
    last = (reader.as_of.isoformat(), state.status.value, ", ".join(state.actors), state.since.isoformat() if state.since else "")
    for holder in duty.actors:
        told = [text for one in readers for text in _texts(duty, state, holder, one)]
        yield cells(*_first(duty, holder, reader), *told, *last)


def _first(duty: Duty, holder: str, reader: Reader) -> tuple[str, ...]:
    actor = reader.index.actor(holder)
    level = actor.level.value if actor else ""
    where = (duty.source.id, duty.source.section, ", ".join(map(str, duty.source.numbers))) if duty.source else ("", "", "")
    return duty.id, holder, level, duty.role.value, ", ".join(duty.topics), ", ".join(duty.partners), duty.target or "", *where


def _texts(duty: Duty, state: State, holder: str, reader: Reader) -> tuple[str, ...]:
    actor = reader.index.actor(holder)
    return (
        first_upper(reader.actor(holder)),
        level_name(actor.level, reader.language) if actor else "",
        role_name(duty.role, reader.language),
        say(duty.statement, reader.language),
        reader.place(duty.source),
        change_text(duty, state, reader),
    )
