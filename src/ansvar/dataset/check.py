"""What a dataset must hold beyond its form: texts complete, ids unique, references resolving, time in order."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from .model import LANGUAGES, Actor, Change, Dataset, Duty, Locator, Source, Status, Text
from .nearest import near_miss
from .printable import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Path = tuple[str | int, ...]
Fault = tuple[Path, str]

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}\Z")
_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")  # BCP 47, as far as sources need it
_WEBSITE = re.compile(r"https?://[^\s<>\"]+\Z")


def faults(dataset: Dataset) -> Iterator[Fault]:
    """Every fault of a dataset, as the path of the value and what is wrong with it."""
    yield from _languages(dataset)
    yield from _source_languages(dataset)
    yield from _texts(dataset)
    yield from _identifiers(dataset)
    yield from _references(dataset)
    yield from _websites(dataset)
    yield from _time(dataset)


def _languages(dataset: Dataset) -> Iterator[Fault]:
    if not dataset.languages:
        yield ("languages",), f"name at least one language of {', '.join(LANGUAGES)}"
    for n, language in enumerate(dataset.languages):
        if language not in LANGUAGES:
            yield ("languages", n), f"unknown language '{printable(language)}': use {', '.join(LANGUAGES)}"
        elif language in dataset.languages[:n]:
            yield ("languages", n), f"the language {language!r} is named twice"


def _source_languages(dataset: Dataset) -> Iterator[Fault]:
    for n, source in enumerate(dataset.sources):
        if not _LANGUAGE_CODE.match(source.language):
            yield ("sources", n, "language"), f"'{printable(source.language)}' is no language code, for example sv, fi or en"


def _texts(dataset: Dataset) -> Iterator[Fault]:
    languages = dataset.languages
    if not languages:
        return
    needed = [language for language in LANGUAGES if language in languages]
    for path, text in _all_texts(dataset):
        for language in (one for one in needed if one not in text):
            yield path, f"'{path[-1]}' has no text in {language!r}"
        for language, value in text.items():
            if language not in languages:
                yield (*path, language), f"'{printable(language)}' is not among the dataset's languages"
            elif not value.strip():
                yield (*path, language), f"'{path[-1]}' is empty in {language!r}"
    yield from _word_lists(dataset, languages)


def _word_lists(dataset: Dataset, languages: Sequence[str]) -> Iterator[Fault]:
    for path, lists in _all_word_lists(dataset):
        for language, values in lists.items():
            if language not in languages:
                yield (*path, language), f"'{printable(language)}' is not among the dataset's languages"
            for n, value in enumerate(values):
                if not value.strip():
                    yield (*path, language, n), "an empty word"


def _all_texts(dataset: Dataset) -> Iterator[tuple[Path, Text]]:
    yield ("title",), dataset.title
    for kind, name in dataset.kinds.items():
        yield ("kinds", kind), name
    for n, source in enumerate(dataset.sources):
        yield from _present(("sources", n), source, "title", "publisher")
        for m, section in enumerate(source.sections):
            yield ("sources", n, "sections", m, "title"), section.title
    for n, actor in enumerate(dataset.actors):
        yield from _present(("actors", n), actor, "name", "basis", "note")
    for n, topic in enumerate(dataset.topics):
        yield ("topics", n, "name"), topic.name
    for n, duty in enumerate(dataset.duties):
        yield ("duties", n, "statement"), duty.statement
        for m, change in enumerate(duty.changes):
            yield from _present(("duties", n, "changes", m), change, "name", "basis", "note")
    for n, note in enumerate(dataset.notes):
        yield ("notes", n, "statement"), note.statement


def _present(path: Path, record: object, *names: str) -> Iterator[tuple[Path, Text]]:
    for name in names:
        if (text := getattr(record, name)) is not None:
            yield (*path, name), text


def _all_word_lists(dataset: Dataset) -> Iterator[tuple[Path, Mapping[str, Sequence[str]]]]:
    yield ("vocabulary",), dataset.vocabulary
    for n, actor in enumerate(dataset.actors):
        yield ("actors", n, "other_names"), actor.other_names
    for n, topic in enumerate(dataset.topics):
        yield ("topics", n, "terms"), topic.terms


def _identifiers(dataset: Dataset) -> Iterator[Fault]:
    for kind in ("sources", "actors", "topics", "duties", "notes"):
        yield from _unique((kind,), getattr(dataset, kind))
    for n, source in enumerate(dataset.sources):
        yield from _unique(("sources", n, "sections"), source.sections)
        for m, section in enumerate(source.sections):
            if section.sentences < 1:
                yield ("sources", n, "sections", m, "sentences"), f"a section has at least one sentence, not {section.sentences}"
    if not dataset.actors:
        yield ("actors",), "a dataset has at least one actor"


def _unique(path: Path, records: Iterable[Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for n, record in enumerate(records):
        if not _ID.match(record.id):
            yield (*path, n, "id"), f"the id '{printable(record.id)}' must be small letters a-z, digits, '-', '_' or '.'"
        if record.id in seen:
            yield (*path, n, "id"), f"the id '{printable(record.id)}' is used twice"
        seen.add(record.id)


def _references(dataset: Dataset) -> Iterator[Fault]:
    topics = dict.fromkeys(topic.id for topic in dataset.topics)
    actors = dict.fromkeys(actor.id for actor in dataset.actors)
    known = _Known(actors, _names(dataset))
    for n, actor in enumerate(dataset.actors):
        yield from known.unknown(("actors", n, "successors"), actor.successors)
        if actor.kind is not None and actor.kind not in dataset.kinds:
            yield ("actors", n, "kind"), f"unknown kind '{printable(actor.kind)}'{near_miss(actor.kind, dataset.kinds)}"
    for n, duty in enumerate(dataset.duties):
        yield from _duty_references(("duties", n), duty, known)
        yield from _locator(("duties", n, "source"), duty.source, dataset.sources)
        for m, topic in enumerate(duty.topics):
            if topic not in topics:
                yield ("duties", n, "topics", m), f"unknown topic '{printable(topic)}'{near_miss(topic, topics)}"
    for n, note in enumerate(dataset.notes):
        yield from known.unknown(("notes", n, "actors"), note.actors)
        yield from _locator(("notes", n, "source"), note.source, dataset.sources)


def _websites(dataset: Dataset) -> Iterator[Fault]:
    records: tuple[tuple[str, Sequence[Actor | Source]], ...] = (("actors", dataset.actors), ("sources", dataset.sources))
    for kind, listed in records:
        for n, record in enumerate(listed):
            if record.website is not None and not _WEBSITE.match(record.website):
                yield (kind, n, "website"), f"'{printable(record.website)}' is not an https:// or http:// address"


def _duty_references(path: Path, duty: Duty, known: _Known) -> Iterator[Fault]:
    if not duty.actors:
        yield (*path, "actors"), "a duty has at least one actor"
    yield from known.unknown((*path, "actors"), duty.actors)
    yield from known.unknown((*path, "partners"), duty.partners)
    if duty.target is not None:
        for _, message in known.unknown((), (duty.target,)):
            yield (*path, "target"), message
    for m, change in enumerate(duty.changes):
        yield from known.unknown((*path, "changes", m, "to"), change.to)
        yield from known.unknown((*path, "changes", m, "partners"), change.partners)


class _Known:
    """The actors that there are, and the names that somebody may have written for their ids."""

    def __init__(self, ids: Collection[str], names: dict[str, str]) -> None:
        self.ids, self.names = ids, names

    def unknown(self, path: Path, ids: Sequence[str]) -> Iterator[Fault]:
        for n, id_ in enumerate(ids if self.ids else ()):
            if id_ not in self.ids:
                yield (*path, n), f"unknown actor '{printable(id_)}'{self._meant(id_)}"
            elif id_ in ids[:n]:
                yield (*path, n), f"the actor {id_!r} is named twice"

    def _meant(self, id_: str) -> str:
        name = self.names.get(id_.casefold())
        return f", did you mean '{name}'?" if name else near_miss(id_, self.ids)


def _names(dataset: Dataset) -> dict[str, str]:
    names: dict[str, str] = {}
    for actor in dataset.actors:
        others = [name for listed in actor.other_names.values() for name in listed]
        for name in (*actor.short, *actor.name.values(), *others):
            names.setdefault(name.casefold(), actor.id)
    return names


def _locator(path: Path, locator: Locator | None, sources: Sequence[Source]) -> Iterator[Fault]:
    if locator is None:
        return
    chosen = [s for s in sources if s.id == locator.id or (not locator.id and len(sources) == 1)]
    if not chosen and not locator.id:
        yield path, "name the source ('id'); it may be left out only where there is exactly one"
        return
    if not chosen:
        yield (*path, "id"), f"unknown source '{printable(locator.id)}'{near_miss(locator.id, [s.id for s in sources])}"
        return
    sections = {section.id: section for section in chosen[0].sections}
    if locator.section not in sections:
        yield (*path, "section"), f"unknown section '{printable(locator.section)}'{near_miss(locator.section, sections)}"
        return
    last = sections[locator.section].sentences
    for n, sentence in enumerate(locator.sentences if last > 0 else ()):
        if not 1 <= sentence <= last:
            yield (*path, "sentences", n), f"the section {locator.section!r} has sentences 1 to {last}, not {sentence}"
    if not locator.sentences:
        yield (*path, "sentences"), "name at least one sentence"


def _time(dataset: Dataset) -> Iterator[Fault]:
    actors = {actor.id: actor for actor in dataset.actors}
    for n, source in enumerate(dataset.sources):
        if source.period and source.period.from_ > source.period.until:
            yield ("sources", n, "period"), f"the period ends ({source.period.until}) before it begins ({source.period.from_})"
    for n, actor in enumerate(dataset.actors):
        yield from _succession(("actors", n), actor, actors)
    for n, duty in enumerate(dataset.duties):
        yield from _changes(("duties", n), duty, actors)


def _succession(path: Path, actor: Actor, actors: Mapping[str, Actor]) -> Iterator[Fault]:
    if actor.from_ and actor.until and actor.from_ > actor.until:
        yield (*path, "until"), f"the actor ends ({actor.until}) before it begins ({actor.from_})"
    if actor.successors and not actor.until:
        yield (*path, "successors"), "an actor with successors needs its last day, 'until'"
    if actor.until == date.max:
        yield (*path, "until"), "the last day is too far off; leave 'until' out for an actor that goes on"
    if _reaches(actor.id, actor.id, actors):
        yield (*path, "successors"), f"a cycle: {actor.id!r} comes to succeed itself"
    if not actor.until or actor.until == date.max:
        return
    for m, id_ in enumerate(actor.successors):
        yield from _working((*path, "successors", m), id_, actor.until + timedelta(days=1), actors)


def _reaches(start: str, goal: str, actors: Mapping[str, Actor]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        actor = actors.get(waiting.pop())
        for successor in actor.successors if actor else ():
            if successor == goal:
                return True
            if successor not in seen:
                seen.add(successor)
                waiting.append(successor)
    return False


def _working(path: Path, id_: str, on: date, actors: Mapping[str, Actor]) -> Iterator[Fault]:
    actor = actors.get(id_)
    if actor and actor.from_ and on < actor.from_:
        yield path, f"the actor {id_!r} does not exist on {on}: it begins on {actor.from_}"
    if actor and actor.until and on > actor.until:
        yield path, f"the actor {id_!r} has ended by {on}: its last day is {actor.until}"


def _changes(path: Path, duty: Duty, actors: Mapping[str, Actor]) -> Iterator[Fault]:
    seen: set[date] = set()
    for m, change in enumerate(duty.changes):
        here = (*path, "changes", m)
        if change.on in seen:
            yield (*here, "on"), f"two changes on {change.on}; a duty changes once a day"
        seen.add(change.on)
        for id_ in duty.actors:
            if (holder := actors.get(id_)) and holder.from_ and change.on < holder.from_:
                yield (*here, "on"), f"a change on {change.on}, before its actor {id_!r} exists: it begins on {holder.from_}"
        yield from _change(here, change, actors)


def _change(path: Path, change: Change, actors: Mapping[str, Actor]) -> Iterator[Fault]:
    if change.status is Status.MOVED and not change.to:
        yield (*path, "status"), "a duty that moved needs 'to': where it is now"
    if change.status is not Status.MOVED and change.to:
        yield (*path, "to"), f"'to' goes with the status 'moved', not with {change.status.value!r}"
    for field in ("to", "partners"):
        for n, id_ in enumerate(getattr(change, field)):
            yield from _working((*path, field, n), id_, change.on, actors)
