"""The whole dataset as a Markdown document to read: who is responsible for what, by level and actor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..answers import views
from ..answers.changed import actor_end, change_text, step_text
from ..answers.sheet import Sheet, cells, without_empty_columns
from ..answers.wording import first_upper, level_name, role_name, say
from ..dataset.model import Level
from ..search.lookup import Portrait, counted_topics, moves_between, portrait
from .markdown import escape, link, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers.phrasebook import Reader
    from ..dataset.model import Actor, Source
    from ..search.index import Entry


def handbook(reader: Reader) -> str:
    """The document. It speaks of the reader's date only when somebody asked for one; else it lists changes with their dates,
    and is the same every day."""
    book = _Handbook(reader)
    return "\n".join(f"{block}\n" for block in book.blocks())


class _Handbook:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.actors = reader.index.actors()
        self.levels = [level for level in Level if any(actor.level is level for actor in self.actors)]
        self.moves = moves_between(reader.index, None, reader.as_of if reader.dated else None)
        self.notes = reader.index.notes()
        self.topics = counted_topics(reader.index)
        self.anchors = _anchors([self.title, *self._headings()])

    @property
    def title(self) -> str:
        return first_upper(say(self.reader.index.title, self.reader.language))

    def _headings(self) -> Iterator[str]:
        """Every heading after the title, in order: what the anchors are made from."""
        yield self.reader.word("contents")
        for level in self.levels:
            yield self._level(level)
            yield from map(self._name, self._of(level))
        yield from self._chapters()

    def _chapters(self) -> list[str]:
        """The headings of the chapters after the actors'."""
        there = (("changes", self.moves), ("topics", self.topics), ("context", self.notes))
        return [self.reader.word(key) for key, listing in there if listing]

    def _level(self, level: Level) -> str:
        return first_upper(level_name(level, self.reader.language))

    def _of(self, level: Level) -> list[Actor]:
        return [actor for actor in self.actors if actor.level is level]

    def _name(self, actor: Actor) -> str:
        return first_upper(say(actor.name, self.reader.language))

    def blocks(self) -> Iterator[str]:
        """The document's blocks, to be parted by empty lines."""
        yield f"# {escape(self.title)}"
        yield "\n".join(self._about())
        yield f"## {escape(self.reader.word('contents'))}"
        yield "\n".join(self._contents())
        for level in self.levels:
            yield f"## {escape(self._level(level))}"
            for actor in self._of(level):
                yield f"### {escape(self._name(actor))}"
                yield from self._actor(portrait(self.reader.index, actor))
        yield from self._chapter("changes", [views.changes(self.moves, self.reader)] if self.moves else [])
        yield from self._chapter("topics", [self._topics()] if self.topics else [])
        yield from self._chapter("context", [views.notes(self.notes, self.reader)] if self.notes else [])

    def _chapter(self, key: str, sheets: Iterable[Sheet]) -> Iterator[str]:
        for sheet in sheets:
            yield f"## {escape(self.reader.word(key))}"
            yield table(sheet).rstrip("\n")

    def _about(self) -> Iterator[str]:
        yield from map(self._source, self.reader.index.sources())
        known = self.reader.index.known_until
        if known:
            yield f"- {self.reader.word('known_until')}: {self.reader.day(known)}"
        if self.reader.dated:
            yield f"- {self.reader.word('as_of', day=self.reader.day(self.reader.as_of))}"

    def _source(self, source: Source) -> str:
        title = say(source.title, self.reader.language)
        parts = [link(title, source.website) if source.website else escape(title)]
        if source.publisher:
            parts.append(escape(say(source.publisher, self.reader.language)))
        if source.period:
            last = self.reader.day(source.period.until) if source.period.until else ""
            parts.append(f"{self.reader.day(source.period.from_)} – {last}".rstrip())
        return f"- {self.reader.word('source')}: {', '.join(parts)}"

    def _contents(self) -> Iterator[str]:
        anchors = iter(self.anchors[2:])
        for level in self.levels:
            yield f"- {link(self._level(level), next(anchors))}"
            yield from (f"  - {link(self._name(actor), next(anchors))}" for actor in self._of(level))
        yield from (f"- {link(heading, next(anchors))}" for heading in self._chapters())

    def _actor(self, one: Portrait) -> Iterator[str]:
        facts = list(self._facts(one))
        if facts:
            yield "\n".join(facts)
        if one.held:
            yield table(self._duties(one.held, one.actor)).rstrip("\n")
        received = [entry for entry in one.received if self._has_come(entry, one.actor)]
        if received:
            yield f"**{escape(self.reader.word('received'))}**"
            yield table(self._duties(received, one.actor)).rstrip("\n")
        if not one.held and not received:
            yield escape(self.reader.word("no_duties"))

    def _facts(self, one: Portrait) -> Iterator[str]:
        shown = set(map(self.reader.word, ("short", "aliases", "kind", "website", "steered_by", "succeeds", "note")))
        for name, text in views.actor_facts(one.actor, self.reader).rows:
            if name.text in shown:
                is_address = name.text == self.reader.word("website")
                value = link(text.text.partition("://")[2], text.text) if is_address else escape(text.text)
                yield f"- {escape(name.text)}: {value}"
        began = self.reader.word("begins", day=self.reader.day(one.actor.from_)) if one.actor.from_ else ""
        end = actor_end(one.actor, self.reader) if self._tells_end(one.actor) else ""
        if began or end:
            yield f"- {escape(first_upper('; '.join(filter(None, (began, end)))))}"

    def _tells_end(self, actor: Actor) -> bool:
        return actor.until is not None and (not self.reader.dated or actor.until < self.reader.as_of)

    def _has_come(self, entry: Entry, actor: Actor) -> bool:
        return not self.reader.dated or actor.id in self.reader.state(entry).actors

    def _duties(self, entries: Iterable[Entry], actor: Actor) -> Sheet:
        reader = self.reader
        changed = reader.word("as_of", day=reader.day(reader.as_of)) if reader.dated else reader.word("changes")
        rows = [
            cells(
                self._statement(entry, actor),
                role_name(entry.duty.role, reader.language),
                reader.place(entry.duty.source),
                self._changes(entry),
            )
            for entry in entries
        ]
        columns = (*map(reader.word, ("responsibility", "role", "source")), changed)
        return without_empty_columns(Sheet(columns, rows), optional=[reader.word("source"), changed])

    def _statement(self, entry: Entry, actor: Actor) -> str:
        duty = entry.duty
        others = [id_ for id_ in duty.actors if id_ != actor.id]
        beside = [self.reader.word("with_partner", who=self.reader.actors(duty.partners))] if duty.partners else []
        if others:
            key = "also_holds" if actor.id in duty.actors else "by_source"
            beside.insert(0, self.reader.word(key, who=self.reader.actors(others)))
        return say(duty.statement, self.reader.language) + (f" ({'; '.join(beside)})" if beside else "")

    def _changes(self, entry: Entry) -> str:
        if self.reader.dated:
            return change_text(entry.duty, self.reader.state(entry), self.reader)
        return "; ".join(step_text(step, self.reader) for step in entry.steps)

    def _topics(self) -> Sheet:
        reader = self.reader
        holders: dict[str, dict[str, None]] = {topic.id: {} for topic, _ in self.topics}
        for entry in reader.index.entries():
            for topic in entry.duty.topics:
                holders[topic].update(dict.fromkeys(entry.duty.actors))
        rows = [
            cells(
                first_upper(say(topic.name, reader.language)),
                ", ".join(topic.terms.get(reader.language, ())),
                reader.actors(list(holders[topic.id])) or reader.word("nobody"),
            )
            for topic, _ in self.topics
        ]
        return Sheet(tuple(map(reader.word, ("topic", "terms", "actors"))), rows)


def _anchors(headings: Iterable[str]) -> list[str]:
    """The link to each heading as GitHub makes it: letters and digits in lower case, blanks as hyphens, doubles numbered."""
    seen: dict[str, int] = {}
    anchors = []
    for heading in headings:
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        count = seen.get(slug, -1) + 1
        seen[slug] = count
        anchors.append(f"#{slug}-{count}" if count else f"#{slug}")
    return anchors
