"""The JSON contract: answers and datasets as plain data. Every object begins with `"schema": 1`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..answers.phrasebook import citation
from ..answers.wording import say
from ..dataset.codec import encode
from ..dataset.printable import harmless_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answers.phrasebook import Reader
    from ..dataset.errors import Problem
    from ..dataset.history import Move, State, Step
    from ..dataset.model import Actor, Duty, Source, Topic
    from ..search.ask import Result
    from ..search.index import Entry
    from ..search.lookup import Portrait

SCHEMA = 1

Plain = dict[str, Any]


def dumps(plain: Plain) -> str:
    """JSON text with a line break at its end; letters are written as they are."""
    return written({"schema": SCHEMA, **plain})


def written(plain: Plain) -> str:
    """JSON text of any object."""
    return harmless_json(json.dumps(plain, ensure_ascii=False, indent=2)) + "\n"


def ascii_only(text: str) -> str:
    """The same JSON in ASCII, for a stream that cannot take other letters."""
    return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)


def state(state: State, language: str) -> Plain:
    """The `today` of a duty: its state on the date asked for."""
    return {
        "status": state.status.value,
        "actors": list(state.actors),
        "since": state.since.isoformat() if state.since else None,
        "basis": say(state.basis, language) if state.basis else None,
    }


def duty(duty: Duty, state_then: State, steps: Iterable[Step], language: str) -> Plain:
    """A duty with its state and its history."""
    return {
        "duty": duty.id,
        "actors": list(duty.actors),
        "role": duty.role.value,
        "statement": dict(duty.statement),
        "topics": list(duty.topics),
        "partners": list(duty.partners),
        "target": duty.target,
        "source": encode(duty.source) if duty.source else None,
        "today": state(state_then, language),
        "changes": [_step(step) for step in steps],
    }


def _step(step: Step) -> Plain:
    return {
        "on": step.on.isoformat(),
        "status": step.status.value,
        "from": list(step.before),
        "to": list(step.after),
        "partners": list(step.partners),
        "name": dict(step.name) if step.name else None,
        "basis": dict(step.basis) if step.basis else None,
        "note": dict(step.note) if step.note else None,
    }


def who(result: Result, reader: Reader) -> Plain:
    """The answers to a question."""
    return {
        "query": result.query,
        "language": reader.language,
        "as_of": reader.as_of.isoformat(),
        "results": [
            {
                **duty(answer.duty, answer.state, answer.steps, reader.language),
                "matched": [
                    {"word": m.word, "with": m.with_, "field": m.field, "tier": m.tier.name.lower()} for m in answer.matched
                ],
            }
            for answer in result.answers
        ],
        "unmatched": list(result.unmatched),
        "suggestions": list(result.suggestions),
        "more": result.more,
    }


def _entry(entry: Entry, reader: Reader) -> Plain:
    return duty(entry.duty, reader.state(entry), entry.steps, reader.language)


def actor(actor: Actor) -> Plain:
    """An actor."""
    fields: Plain = {"short": [], "other_names": {}, "kind": None, "website": None, "from": None, "until": None, "successors": []}
    plain: Plain = encode(actor)
    return {"id": actor.id, "name": plain["name"], **fields, "basis": None, "note": None, **plain}


def actors(listing: Iterable[tuple[Actor, int]], reader: Reader) -> Plain:
    """Actors with the number of their duties."""
    counted = [{**actor(one), "duties": count} for one, count in listing]
    return {"language": reader.language, "as_of": reader.as_of.isoformat(), "actors": counted}


def one_actor(portrait: Portrait | None, reader: Reader) -> Plain:
    """One actor with its duties by the source, those that came to it later, those it shares, and its context."""
    plain: Plain = {"language": reader.language, "as_of": reader.as_of.isoformat(), "actor": None}
    if portrait is None:
        return {**plain, "duties": [], "received": [], "shared": [], "notes": []}
    return {
        **plain,
        "actor": actor(portrait.actor),
        "duties": [_entry(entry, reader) for entry in portrait.held],
        "received": [_entry(entry, reader) for entry in portrait.received],
        "shared": [_entry(entry, reader) for entry in portrait.shared],
        "notes": [encode(note) for note in portrait.notes],
    }


def one_duty(entry: Entry | None, reader: Reader) -> Plain:
    """One duty with a citation."""
    plain: Plain = {"language": reader.language, "as_of": reader.as_of.isoformat()}
    if entry is None:
        return {**plain, "duty": None}
    return {**plain, **_entry(entry, reader), "citation": citation(entry.duty, reader)}


def topic(topic: Topic) -> Plain:
    """A topic with the words for it."""
    return {"id": topic.id, "name": dict(topic.name), "terms": encode(topic.terms)}


def topics(listing: Iterable[tuple[Topic, int]], reader: Reader) -> Plain:
    """Topics with the number of their duties."""
    return {"language": reader.language, "topics": [{**topic(one), "duties": count} for one, count in listing]}


def changes(moves: Iterable[Move], reader: Reader) -> Plain:
    """What has moved."""
    listed = [{**_step(move.step), "duties": list(move.duties), "count": len(move.duties)} for move in moves]
    return {"language": reader.language, "changes": listed}


def problem(problem: Problem) -> Plain:
    """A fault of a dataset."""
    return {"file": problem.file, "line": problem.line, "column": problem.column, "message": problem.message}


def source(source: Source) -> Plain:
    """A source."""
    plain: Plain = encode(source)
    return plain


def export(reader: Reader) -> Plain:
    """The whole dataset."""
    return {
        "language": reader.language,
        "as_of": reader.as_of.isoformat(),
        "title": dict(reader.index.title),
        "languages": list(reader.index.languages),
        "known_until": reader.index.known_until.isoformat() if reader.index.known_until else None,
        "sources": [source(one) for one in reader.index.sources()],
        "actors": [actor(one) for one in reader.index.actors()],
        "topics": [topic(one) for one in reader.index.topics()],
        "duties": [_entry(entry, reader) for entry in reader.index.entries()],
        "notes": [encode(note) for note in reader.index.notes()],
    }
