"""The whole dataset as a Markdown document to read: who is responsible for what, by level and actor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..answers import actors, changes, duties, topics
from ..answers.sheet import Sheet, cells, columns, without_empty_columns
from ..answers.whole import Whole
from ..answers.wording import first_upper
from . import Format
from .markdown import escape, link, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers.actors import Portrait
    from ..answers.duties import OnDay
    from ..answers.sheet import Fact
    from ..dataset.model import Actor, Source
    from . import Target


def handbook(whole: Whole) -> str:
    """The document. It speaks of the day only when somebody asked for one; else it lists changes with their dates, and is the
    same every day."""
    book = _Handbook(whole)
    return "\n".join(f"{block}\n" for block in book.blocks())


class _Handbook:
    def __init__(self, whole: Whole) -> None:
        self.whole, self.said = whole, whole.said
        self.levels = dict(whole.by_level)
        self.moves = whole.moves(self.said.as_of if self.said.dated else None)
        self.title = first_upper(self.said.text(whole.title))
        self.anchors = _anchors([self.title, *self._headings()])

    def _headings(self) -> Iterator[str]:
        """Every heading after the title, in order: what the anchors are made from."""
        yield self.said.word("contents")
        for level in self.levels:
            yield self._level(level)
            yield from map(self._name, self.levels[level])
        yield from self._chapters()

    def _chapters(self) -> list[str]:
        """The headings of the chapters after the actors'."""
        there = (("changes", self.moves), ("topics", self.whole.topics), ("context", self.whole.notes))
        return [self.said.word(key) for key, listing in there if listing]

    def _level(self, level: str) -> str:
        return first_upper(self.said.level(level))

    def _name(self, actor: Actor) -> str:
        return self.said.text(actor.name)

    def blocks(self) -> Iterator[str]:
        """The document's blocks, to be parted by empty lines."""
        yield f"# {escape(self.title)}"
        yield "\n".join(self._about())
        yield f"## {escape(self.said.word('contents'))}"
        yield "\n".join(self._contents())
        for level in self.levels:
            yield f"## {escape(self._level(level))}"
            for actor in self.levels[level]:
                yield f"### {escape(self._name(actor))}"
                yield from self._actor(self.whole.portrait(actor))
        yield from self._chapter("changes", [changes.table(self.moves, self.said)] if self.moves else [])
        yield from self._chapter("topics", [self._topics()] if self.whole.topics else [])
        yield from self._chapter("context", [actors.context(self.whole.notes, self.said)] if self.whole.notes else [])

    def _chapter(self, key: str, sheets: Iterable[Sheet]) -> Iterator[str]:
        for sheet in sheets:
            yield f"## {escape(self.said.word(key))}"
            yield table(sheet).rstrip("\n")

    def _about(self) -> Iterator[str]:
        yield from map(self._source, self.whole.sources.values())
        if self.whole.known_until:
            yield f"- {self.said.word('known_until')}: {self.said.day(self.whole.known_until)}"
        if self.said.dated:
            yield f"- {self.said.word('as_of', day=self.said.day(self.said.as_of))}"

    def _source(self, source: Source) -> str:
        title = self.said.text(source.title)
        parts = [link(title, source.website) if source.website else escape(title)]
        if source.publisher:
            parts.append(escape(self.said.text(source.publisher)))
        if source.period:
            last = self.said.day(source.period.until) if source.period.until else ""
            parts.append(f"{self.said.day(source.period.from_)} – {last}".rstrip())
        return f"- {self.said.word('source')}: {', '.join(parts)}"

    def _contents(self) -> Iterator[str]:
        anchors = iter(self.anchors[2:])
        for level in self.levels:
            yield f"- {link(self._level(level), next(anchors))}"
            yield from (f"  - {link(self._name(actor), next(anchors))}" for actor in self.levels[level])
        yield from (f"- {link(heading, next(anchors))}" for heading in self._chapters())

    def _actor(self, one: Portrait) -> Iterator[str]:
        known = [_fact(fact) for fact in actors.facts(one, self.said, actors.IN_HANDBOOK)]
        known += [f"- {escape(first_upper(lifetime))}"] if (lifetime := self._lifetime(one.actor)) else []
        if known:
            yield "\n".join(known)
        if one.held:
            yield table(self._duties(one.held, one.actor)).rstrip("\n")
        received = [duty for duty in one.received if self._has_come(duty, one.actor)]
        if received:
            yield f"**{escape(self.said.word('received'))}**"
            yield table(self._duties(received, one.actor)).rstrip("\n")
        if not one.held and not received:
            yield escape(self.said.word("no_duties"))

    def _lifetime(self, actor: Actor) -> str:
        """Its beginning and end; an end that is to come only where nobody asked for a day."""
        began = self.said.word("begins", day=self.said.day(actor.from_)) if actor.from_ else ""
        end = self.said.end(actor) if not self.said.dated or self.said.has_ended(actor) else ""
        return "; ".join(filter(None, (began, end)))

    def _has_come(self, one: OnDay, actor: Actor) -> bool:
        return not self.said.dated or actor.id in one.state.actors

    def _duties(self, ones: Iterable[OnDay], actor: Actor) -> Sheet:
        said = self.said
        changed = said.word("as_of", day=said.day(said.as_of)) if said.dated else said.word("changes")
        heads = [*duties.heads(said, ("responsibility", "role", "source")), ("changed", changed)]
        rows = [
            cells(self._statement(one, actor), said.role(one.duty.role), said.place(one.duty.source), self._changes(one))
            for one in ones
        ]
        return without_empty_columns(Sheet(columns(heads), rows), optional={"source", "changed"})

    def _statement(self, one: OnDay, actor: Actor) -> str:
        duty, said = one.duty, self.said
        others = [id_ for id_ in duty.actors if id_ != actor.id]
        beside = [said.word("with_partner", who=said.names_of(duty.partners))] if duty.partners else []
        if others:
            key = "also_holds" if actor.id in duty.actors else "by_source"
            beside.insert(0, said.word(key, who=said.names_of(others)))
        return said.text(duty.statement) + (f" ({'; '.join(beside)})" if beside else "")

    def _changes(self, one: OnDay) -> str:
        if self.said.dated:
            return self.said.change(one.duty, one.state)
        return "; ".join(self.said.step(step) for step in one.steps)

    def _topics(self) -> Sheet:
        said = self.said
        holders: dict[str, dict[str, None]] = {id_: {} for id_ in self.whole.topics}
        for one in self.whole.duties:
            for topic in one.duty.topics:
                holders[topic].update(dict.fromkeys(one.duty.actors))
        rows = [
            cells(topics.label(topic, said), topics.terms(topic, said), said.names_of(holders[topic.id]) or said.word("nobody"))
            for topic in self.whole.topics.values()
        ]
        return Sheet(columns((key, said.word(key)) for key in ("topic", "terms", "actors")), rows)


def _fact(fact: Fact) -> str:
    is_address = fact.key == "website" and " " not in fact.text
    return f"- {escape(fact.label)}: {link(fact.text.partition('://')[2], fact.text) if is_address else escape(fact.text)}"


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


def _write(answer: Whole, target: Target) -> str:
    return handbook(answer)


FORMAT = Format("markdown", Whole, _write, place=2)
