"""Answers → sheets: what is shown of a duty, an actor, a topic or a change, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..compile import HOLDER, TARGET
from ..model import Role, Status
from ..timeline import State, state_after
from .sheet import Cell, Sheet, cells, without_empty_columns
from .wording import LANGUAGE_NAMES, TIERS, day_name, first_upper, level_name, listed, role_name, say, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ..index import Entry, Index
    from ..lookup import Portrait
    from ..model import Actor, Duty, Locator, Note, Topic
    from ..search import Answer, Result
    from ..timeline import Move, Step


@dataclass(frozen=True, eq=False, repr=False)
class Reader:
    """For whom something is shown: the dataset, the language, the date, and whether somebody asked for this date."""

    index: Index
    language: str
    as_of: date
    dated: bool = False

    def word(self, key: str, **values: str) -> str:
        """A word of the tool in the reader's language."""
        return word(key, self.language, **values)

    def day(self, day: date) -> str:
        """A date as the reader's language writes it."""
        return day_name(day, self.language)

    def actor(self, id_: str) -> str:
        """The name of an actor; its id where the language has none."""
        actor = self.index.actor(id_)
        return say(actor.name, self.language) if actor else id_

    def actors(self, ids: Sequence[str]) -> str:
        """The names of some actors as one phrase."""
        return listed([self.actor(id_) for id_ in ids], self.language)

    def place(self, locator: Locator | None) -> str:
        """Where the source says it: the section's title and the numbers of the sentences."""
        if locator is None:
            return ""
        sections = {(s.id, part.id): part for s in self.index.sources() for part in s.sections}
        numbers = listed([str(n) for n in locator.sentences], self.language)
        return f"{say(sections[locator.id, locator.section].title, self.language)} {numbers}"

    def state(self, entry: Entry) -> State:
        """The state of a duty on the reader's date."""
        return state_after(entry.duty.actors, entry.steps, self.as_of)


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


def change_text(duty: Duty, state: State, reader: Reader) -> str:
    """What has changed by the reader's date, in words; empty when nothing has."""
    parts = [_moved(state, reader)] if state.status is not Status.CURRENT else []
    kept = [step for step in state.steps if step.status is Status.CURRENT or step.name]
    parts += [text for step in kept if (text := _renamed(step, reader, with_day=step.on != state.since))]
    parts += _ended_parties(duty, reader)
    return "; ".join(parts)


def _moved(state: State, reader: Reader) -> str:
    if state.since is None:
        return ""
    basis = f" ({say(state.basis, reader.language)})" if state.basis else ""
    day = reader.day(state.since)
    if state.status is Status.ENDED:
        return reader.word("ended", day=day) + basis
    what = reader.actors(state.actors) if state.actors else reader.word("no_successor")
    return reader.word("since", day=day, what=what) + basis


def step_text(step: Step, reader: Reader) -> str:
    """One change of a duty in words, whatever the date."""
    if step.status is Status.CURRENT:
        return _renamed(step, reader, with_day=True)
    moved = _moved(State(status=step.status, actors=step.after, since=step.on, basis=step.basis), reader)
    about = _renamed(step, reader, with_day=False)
    return f"{moved}; {about}" if about else moved


def _renamed(step: Step, reader: Reader, *, with_day: bool) -> str:
    what = []
    if step.name:
        what.append(reader.word("called", name=say(step.name, reader.language)))
    if step.partners:
        what.append(reader.word("with_partner", who=reader.actors(step.partners)))
    if not what and step.note:
        what.append(say(step.note, reader.language).rstrip("."))
    if not what:
        return ""
    basis = f" ({say(step.basis, reader.language)})" if step.basis and with_day else ""
    text = ", ".join(what)
    return (reader.word("since", day=reader.day(step.on), what=text) if with_day else text) + basis


def _ended_parties(duty: Duty, reader: Reader) -> list[str]:
    """What became of those that the duty is about or done with, where they are gone by the date."""
    found = []
    for id_ in dict.fromkeys((*filter(None, [duty.target]), *duty.partners)):
        actor = reader.index.actor(id_)
        if actor and actor.until and actor.until < reader.as_of:
            found.append(f"{first_upper(say(actor.name, reader.language))}: {actor_end(actor, reader)}")
    return found


def actor_end(actor: Actor, reader: Reader) -> str:
    """When an actor ends or ended, who succeeded it, and by which act; empty for one that goes on."""
    if actor.until is None:
        return ""
    ended = reader.word("ended_actor" if actor.until < reader.as_of else "ends_actor", day=reader.day(actor.until))
    names = reader.actors(actor.successors)
    successor = f"{reader.word('successor')}: {names}" if names else reader.word("no_successor")
    basis = f" ({say(actor.basis, reader.language)})" if actor.basis else ""
    return f"{ended}, {successor}{basis}"


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


def actor_time(actor: Actor, reader: Reader) -> str:
    """Since when an actor exists and what became of it, as far as the reader's date tells."""
    parts = []
    if actor.from_:
        key = "begins" if actor.from_ <= reader.as_of else "begins_later"
        parts.append(reader.word(key, day=reader.day(actor.from_)))
    if actor.until and actor.until < reader.as_of:
        parts.append(actor_end(actor, reader))
    return "; ".join(parts)


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


def citation(duty: Duty | Note, reader: Reader) -> str:
    """A citation of the place in the source, ready to paste."""
    if duty.source is None:
        return ""
    source = next(s for s in reader.index.sources() if s.id == duty.source.id)
    section = next(s for s in source.sections if s.id == duty.source.section)
    key = "sentence" if len(duty.source.sentences) == 1 else "sentences"
    numbers = listed([str(n) for n in duty.source.sentences], reader.language)
    publisher = f"{say(source.publisher, reader.language)}: " if source.publisher else ""
    where = f"{say(section.title, reader.language)}, {reader.word(key)} {numbers}"
    return f"{publisher}{say(source.title, source.language)}, {where}"


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
    about = [_renamed(step, reader, with_day=False)] if step.name or step.partners else []
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
