"""Answers → sheets: what is shown of a duty, an actor, a topic or a change, whatever the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.model import Role, Status
from ..search.tables import HOLDER, TARGET
from .changed import actor_end, actor_time, change_text, renamed
from .phrasebook import Reader, citation
from .sheet import Cell, Sheet, cells, without_empty_columns
from .wording import LANGUAGE_NAMES, TIERS, first_upper, level_name, role_name, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..dataset.history import Move, Step
    from ..dataset.model import Actor, Note, Topic
    from ..search.ask import Answer, Result
    from ..search.index import Entry, Index
    from ..search.lookup import Portrait


def who(result: Result, reader: Reader) -> Sheet:
    """The answers to a question."""
    changed = reader.word("changed", day=reader.day(reader.as_of))
    columns = (*map(reader.word, ("actor", "responsibility", "role", "source")), changed)
    rows = [_answer_row(answer, reader) for answer in result.answers]
    return without_empty_columns(Sheet(columns, rows), optional=[changed])


def _answer_row(answer: Answer, reader: Reader) -> tuple[Cell, ...]:
    duty = answer.duty
    marks = frozenset(form for field, form in answer.marks if field == f"statement.{reader.language}")
    return (
        Cell(first_upper(reader.actors(duty.actors))),
        Cell(say(duty.statement, reader.language), marks),
        Cell(role_name(duty.role, reader.language)),
        Cell(reader.place(duty.source)),
        Cell(change_text(duty, answer.state, reader)),
    )


def explain(result: Result, reader: Reader) -> Sheet:
    """For every answer, which word met which word, where, and how."""
    rows = [
        cells(answer.duty.id, match.word, match.with_, _field(match.field, reader), TIERS[match.tier.name.lower()][reader.language])
        for answer in result.answers
        for match in answer.matched
    ]
    columns = tuple(map(reader.word, ("duty", "asked", "met", "field", "tier")))
    return Sheet(columns, rows, reader.word("explain"))


_FIELDS = {"change": "changes", "partner": "partners"}


def _field(field: str, reader: Reader) -> str:
    """Where a word was met: `statement.en` in words."""
    name, _, language = field.partition(".")
    told = reader.word(_FIELDS.get(name, name))
    return f"{first_upper(told)} ({LANGUAGE_NAMES[language]})" if language else first_upper(told)


def actors(listing: Iterable[tuple[Actor, int]], reader: Reader) -> Sheet:
    """Actors by level, with the number of duties that the source gives each."""
    changed = reader.word("changed", day=reader.day(reader.as_of))
    rows = [_actor_row(actor, count, reader) for actor, count in listing]
    columns = (*map(reader.word, ("level", "actor", "short", "in_source")), changed, "id")
    return without_empty_columns(Sheet(columns, rows), optional=[changed, reader.word("short")])


def _actor_row(actor: Actor, count: int, reader: Reader) -> tuple[Cell, ...]:
    name = first_upper(say(actor.name, reader.language))
    level = level_name(actor.level, reader.language)
    return cells(level, name, ", ".join(actor.short), str(count), actor_time(actor, reader), actor.id)


def one_actor(portrait: Portrait, reader: Reader) -> list[Sheet]:
    """One actor: what it is, its duties by the source, those that came to it later, those it shares, its context."""
    facts = actor_facts(portrait.actor, reader)
    if not portrait.held and not portrait.received:
        facts = facts._replace(rows=[*facts.rows, cells(reader.word("duties"), reader.word("no_duties"))])
    sheets = [
        facts,
        duties(portrait.held, reader, reader.word("duties")),
        duties(portrait.received, reader, reader.word("received"), holders=True),
        duties(portrait.shared, reader, reader.word("shared"), holders=True),
        notes(portrait.notes, reader),
    ]
    return [sheet for sheet in sheets if sheet.rows]


def actor_facts(actor: Actor, reader: Reader) -> Sheet:
    """What one actor is: names, level, kind, who steers whom, what became of it."""
    facts = [
        *((LANGUAGE_NAMES[language], first_upper(name)) for language, name in actor.name.items()),
        (reader.word("short"), ", ".join(actor.short)),
        (reader.word("aliases"), ", ".join(actor.other_names.get(reader.language, ()))),
        (reader.word("level"), level_name(actor.level, reader.language)),
        (reader.word("kind"), say(reader.index.kinds[actor.kind], reader.language) if actor.kind else ""),
        (reader.word("website"), actor.website or ""),
        (reader.word("steered_by"), "; ".join(_steering(actor, reader, by=True))),
        (reader.word("steers"), "; ".join(_steering(actor, reader, by=False))),
        (reader.word("succeeds"), reader.actors(predecessors(actor, reader.index))),
        (reader.word("became"), actor_time(actor, reader) or (actor_end(actor, reader) if actor.until else "")),
        (reader.word("note"), say(actor.note, reader.language) if actor.note else ""),
        ("id", actor.id),
    ]
    rows = [cells(name, text) for name, text in facts if text]
    return Sheet((reader.word("name"), reader.word("what")), rows, first_upper(say(actor.name, reader.language)))


def predecessors(actor: Actor, index: Index) -> list[str]:
    """The ids of the actors that this one succeeds."""
    return [other.id for other in index.actors() if actor.id in other.successors]


def _steering(actor: Actor, reader: Reader, *, by: bool) -> list[str]:
    """Who steers this actor, or whom it steers, by the source."""
    found: dict[str, list[str]] = {}
    for entry in reader.index.entries_of(n for _, n in reader.index.related(actor.id, [TARGET if by else HOLDER])):
        duty = entry.duty
        if duty.role is Role.STEERS and duty.target:
            for other in duty.actors if by else (duty.target,):
                found.setdefault(other, []).append(reader.place(duty.source))
    return [f"{reader.actor(other)} ({', '.join(dict.fromkeys(places))})" for other, places in found.items()]


def duties(entries: Iterable[Entry], reader: Reader, title: str = "", *, holders: bool = False) -> Sheet:
    """Some duties, with or without those who hold them by the source."""
    changed = reader.word("changed", day=reader.day(reader.as_of))
    rows = [
        cells(
            first_upper(reader.actors(entry.duty.actors)) if holders else "",
            say(entry.duty.statement, reader.language),
            role_name(entry.duty.role, reader.language),
            reader.place(entry.duty.source),
            change_text(entry.duty, reader.state(entry), reader),
            entry.duty.id,
        )
        for entry in entries
    ]
    columns = (*map(reader.word, ("actor", "responsibility", "role", "source")), changed, "id")
    return without_empty_columns(
        Sheet(columns, rows, title, named=False), optional=[changed, reader.word("actor"), reader.word("source")]
    )


def one_duty(entry: Entry, reader: Reader) -> list[Sheet]:
    """One duty in full, and everything that has happened to it."""
    return [duty_facts(entry, reader), duty_history(entry, reader)]


def duty_facts(entry: Entry, reader: Reader) -> Sheet:
    """One duty in full, in all languages, with a citation and its history."""
    duty, state = entry.duty, reader.state(entry)
    topics = {topic.id: topic for topic in reader.index.topics()}
    facts = [
        (reader.word("actor"), reader.actors(duty.actors)),
        (reader.word("role"), role_name(duty.role, reader.language)),
        *((LANGUAGE_NAMES[language], text) for language, text in duty.statement.items()),
        (reader.word("partners"), reader.actors(duty.partners)),
        (reader.word("target"), reader.actor(duty.target) if duty.target else ""),
        (reader.word("topics"), ", ".join(say(topics[t].name, reader.language) for t in duty.topics)),
        (reader.word("changed", day=reader.day(reader.as_of)), change_text(duty, state, reader) or reader.word("in_force")),
        (reader.word("cite"), citation(duty, reader)),
        ("id", duty.id),
    ]
    rows = [cells(name, text) for name, text in facts if text]
    return Sheet((reader.word("duty"), reader.word("what")), rows, say(duty.statement, reader.language))


def duty_history(entry: Entry, reader: Reader) -> Sheet:
    """Every change of one duty, whatever the date."""
    rows = [_step_row(step, reader) for step in entry.steps]
    names = ("date", "from", "to", "note", "by")
    return Sheet(tuple(map(reader.word, names)), rows, reader.word("history"))


def _step_row(step: Step, reader: Reader) -> tuple[Cell, ...]:
    outcome = {
        Status.ENDED: reader.word("ended", day=reader.day(step.on)),
        Status.UNCONFIRMED: reader.word("no_successor"),
        Status.CURRENT: reader.word("stays"),
    }.get(step.status, reader.actors(step.after))
    about = [renamed(step, reader, with_day=False)] if step.name or step.partners else []
    about += [say(step.note, reader.language)] if step.note else []
    basis = say(step.basis, reader.language) if step.basis else ""
    return cells(step.on.isoformat(), reader.actors(step.before), outcome, "; ".join(about), basis)


def changes(moves: Iterable[Move], reader: Reader) -> Sheet:
    """What has moved since the source, by date."""
    rows = [(*_step_row(move.step, reader), Cell(str(len(move.duties)))) for move in moves]
    names = ("date", "from", "to", "note", "by", "number")
    return Sheet(tuple(map(reader.word, names)), rows)


def topics(listing: Iterable[tuple[Topic, int]], reader: Reader) -> Sheet:
    """What one can ask about, and with which words."""
    rows = [
        cells(
            first_upper(say(topic.name, reader.language)),
            ", ".join(topic.terms.get(reader.language, ())),
            str(count),
            topic.id,
        )
        for topic, count in listing
    ]
    columns = (*map(reader.word, ("topic", "terms", "number")), "id")
    return Sheet(columns, rows)


def notes(listing: Iterable[Note], reader: Reader) -> Sheet:
    """Statements of context."""
    rows = [cells(say(note.statement, reader.language), reader.place(note.source)) for note in listing]
    return Sheet((reader.word("statement"), reader.word("source")), rows, reader.word("context"))
