"""What a dataset must hold beyond its form: texts complete, ids unique, references resolving, time in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .check_own import own_word_faults, path_faults
from .check_places import place_faults
from .check_time import time_faults
from .include import LISTS
from .model import LANGUAGES, Dataset, Duty, Locator, Section, Source, Text, Unit
from .nearest import near_miss
from .places import PLACEHOLDERS
from .printable import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Path = tuple[str | int, ...]
Fault = tuple[Path, str]

# Letters of any script, and what the keys of other systems have. What begins with _ or / is the page's own.
_ID = re.compile(r"(?=[^_])[\w@.][\w@./-]{0,99}\Z")
_SECTION_ID = re.compile(r"(?=.{1,100}\Z)(?=[^_])[\w@.][\w@./-]*( [\w@./-]+)*\Z")  # acts have sections like 32 a
_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")  # BCP 47, as far as sources need it
_WEBSITE = re.compile(r"https?://[^\s<>\"]+\Z")


def faults(dataset: Dataset) -> Iterator[Fault]:
    """Every fault of a dataset, as the path of the value and what is wrong with it."""
    yield from _languages(dataset)
    yield from _source_languages(dataset)
    yield from _texts(dataset)
    yield from _identifiers(dataset)
    yield from _references(dataset)
    yield from own_word_faults(dataset)
    yield from path_faults(dataset)
    yield from _websites(dataset)
    yield from _places(dataset)
    yield from place_faults(dataset)
    yield from time_faults(dataset)


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
    for field in ("kinds", "levels"):
        yield from (((field, key), name) for key, name in getattr(dataset, field).items())
    yield from ((("roles", key, "name"), role.name) for key, role in dataset.roles.items())
    for n, source in enumerate(dataset.sources):
        yield from _present(("sources", n), source, "title", "publisher", "place", "note")
        for m, section in enumerate(source.sections):
            yield ("sources", n, "sections", m, "title"), section.title
    for n, actor in enumerate(dataset.actors):
        yield from _present(("actors", n), actor, "name", "basis", "note")
    for n, topic in enumerate(dataset.topics):
        yield ("topics", n, "name"), topic.name
    for n, duty in enumerate(dataset.duties):
        yield from _present(("duties", n), duty, "statement", "basis", "continued_part")
        yield from ((("duties", n, "when", actor), condition) for actor, condition in duty.when.items())
        for m, change in enumerate(duty.changes):
            yield from _present(("duties", n, "changes", m), change, "name", "basis", "note")
    for n, note in enumerate(dataset.notes):
        yield ("notes", n, "statement"), note.statement
    for n, signpost in enumerate(dataset.signposts):
        yield from _present(("signposts", n), signpost, "name", "statement")
    yield from _texts_of_places(dataset)


def _texts_of_places(dataset: Dataset) -> Iterator[tuple[Path, Text]]:
    for n, place in enumerate(dataset.places):
        yield from _present(("places", n), place, "name", "note")
    for n, body in enumerate(dataset.bodies):
        yield from _present(("bodies", n), body, "name", "note")


def _present(path: Path, record: object, *names: str) -> Iterator[tuple[Path, Text]]:
    for name in names:
        if (text := getattr(record, name)) is not None:
            yield (*path, name), text


def _all_word_lists(dataset: Dataset) -> Iterator[tuple[Path, Mapping[str, Sequence[str]]]]:
    yield ("vocabulary",), dataset.vocabulary
    yield ("about",), dataset.about
    for n, actor in enumerate(dataset.actors):
        yield ("actors", n, "other_names"), actor.other_names
    for n, topic in enumerate(dataset.topics):
        yield ("topics", n, "terms"), topic.terms
    for n, signpost in enumerate(dataset.signposts):
        yield ("signposts", n, "terms"), signpost.terms
    for n, place in enumerate(dataset.places):
        yield from ((("places", n, field), getattr(place, field)) for field in ("other_names", "words"))
    for n, body in enumerate(dataset.bodies):
        yield ("bodies", n, "other_names"), body.other_names


def _identifiers(dataset: Dataset) -> Iterator[Fault]:
    for kind in LISTS:
        yield from _unique((kind,), getattr(dataset, kind))
    for n, source in enumerate(dataset.sources):
        yield from _unique(("sources", n, "sections"), source.sections, _SECTION_ID, ", with single blanks between them")
    if not dataset.actors:
        yield ("actors",), "a dataset has at least one actor"


def _unique(path: Path, records: Iterable[Any], form: re.Pattern[str] = _ID, more: str = "") -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for n, record in enumerate(records):
        shown = printable(record.id)
        if not form.match(record.id):
            must = f"must be letters, digits, '-', '_', '.', '@' or '/'{more}, and begin with a letter, a digit, '@' or '.'"
            yield (*path, n, "id"), f"the id '{shown}' {must}"
        first = seen.get(record.id.casefold())
        if first is not None:
            again = "is used twice" if first == record.id else f"differs from '{printable(first)}' only in capitals"
            yield (*path, n, "id"), f"the id '{shown}' {again}"
        seen.setdefault(record.id.casefold(), record.id)


def _references(dataset: Dataset) -> Iterator[Fault]:
    topics = dict.fromkeys(topic.id for topic in dataset.topics)
    actors = dict.fromkeys(actor.id for actor in dataset.actors)
    known = _Known(actors, _names(dataset))
    duties = dict.fromkeys(duty.id for duty in dataset.duties)
    sources = {source.id: (source, {section.id: section for section in source.sections}) for source in dataset.sources}
    for n, actor in enumerate(dataset.actors):
        yield from known.unknown(("actors", n, "successors"), actor.successors)
        if actor.kind is not None and actor.kind not in dataset.kinds:
            yield ("actors", n, "kind"), f"unknown kind '{printable(actor.kind)}'{near_miss(actor.kind, dataset.kinds)}"
    for n, duty in enumerate(dataset.duties):
        yield from _duty_references(("duties", n), duty, known)
        yield from _locator(("duties", n, "source"), duty.source, sources)
        for m, other in enumerate(duty.continued_by):
            if other not in duties:
                yield ("duties", n, "continued_by", m), f"unknown duty '{printable(other)}'{near_miss(other, duties)}"
        for m, topic in enumerate(duty.topics):
            if topic not in topics:
                yield ("duties", n, "topics", m), f"unknown topic '{printable(topic)}'{near_miss(topic, topics)}"
    for n, note in enumerate(dataset.notes):
        yield from known.unknown(("notes", n, "actors"), note.actors)
        yield from _locator(("notes", n, "source"), note.source, sources)


def _websites(dataset: Dataset) -> Iterator[Fault]:
    for path, website in _all_websites(dataset):
        if website is not None and not _WEBSITE.match(website):
            yield path, f"'{printable(website)}' is not an https:// or http:// address"


def _all_websites(dataset: Dataset) -> Iterator[tuple[Path, str | None]]:
    for n, actor in enumerate(dataset.actors):
        yield ("actors", n, "website"), actor.website
    for n, duty in enumerate(dataset.duties):
        yield ("duties", n, "url"), duty.url
    for n, source in enumerate(dataset.sources):
        yield ("sources", n, "website"), source.website
        for m, section in enumerate(source.sections):
            yield ("sources", n, "sections", m, "website"), section.website
    for n, signpost in enumerate(dataset.signposts):
        yield from ((("signposts", n, name), getattr(signpost, name)) for name in ("website", "read"))
    for n, body in enumerate(dataset.bodies):
        yield ("bodies", n, "website"), body.website
        yield from ((("bodies", n, "websites", language), website) for language, website in body.websites.items())


def _places(dataset: Dataset) -> Iterator[Fault]:
    """Sections that are counted in their source's unit, and ways of writing a place that name what there is."""
    for n, source in enumerate(dataset.sources):
        for m, section in enumerate(source.sections):
            yield from _counted(("sources", n, "sections", m), section, source.unit)
            if (size := getattr(section, source.unit)) is not None and size < 1:
                path = ("sources", n, "sections", m, source.unit.value)
                yield path, f"a section has at least one {source.unit.removesuffix('s')}, not {size}"
        for language, pattern in (source.place or {}).items():
            known = pattern
            for name in PLACEHOLDERS:
                known = known.replace(name, "")
            if PLACEHOLDERS[0] not in pattern or re.search("[{}]", known):
                message = "must have {section} in it, may have {units}, and no other braces"
                yield ("sources", n, "place", language), f"the place in {printable(language)!r} {message}"


def _counted(path: Path, record: Section | Locator, unit: Unit) -> Iterator[Fault]:
    """A section or a locator has numbers of its source's unit and of no other."""
    for other in Unit:
        if other is not unit and getattr(record, other):
            yield (*path, other.value), f"the source is counted in {unit.value} (its 'unit'), not in {other.value}"
    if getattr(record, unit) is None:
        yield (*path, unit.value), f"the field '{unit.value}' is missing"


def _duty_references(path: Path, duty: Duty, known: _Known) -> Iterator[Fault]:
    yield from known.unknown((*path, "actors"), duty.actors)
    yield from known.unknown((*path, "partners"), duty.partners)
    if duty.target is not None:
        for _, message in known.unknown((), (duty.target,)):
            yield (*path, "target"), message
    for id_ in duty.when:
        for _, message in known.unknown((), (id_,)):
            yield (*path, "when", id_), message
    for m, change in enumerate(duty.changes):
        yield from known.unknown((*path, "changes", m, "to"), change.to)
        yield from known.unknown((*path, "changes", m, "partners"), change.partners)


class _Known:
    """The actors that there are, and the names that somebody may have written for their ids."""

    def __init__(self, ids: Collection[str], names: dict[str, str]) -> None:
        self.ids, self.names = ids, names

    def unknown(self, path: Path, ids: Sequence[str]) -> Iterator[Fault]:
        seen: set[str] = set()
        for n, id_ in enumerate(ids if self.ids else ()):
            if id_ not in self.ids:
                yield (*path, n), f"unknown actor '{printable(id_)}'{self._meant(id_)}"
            elif id_ in seen:
                yield (*path, n), f"the actor {id_!r} is named twice"
            seen.add(id_)

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


_Sections = tuple[Source, dict[str, Section]]


def _locator(path: Path, locator: Locator | None, sources: Mapping[str, _Sections]) -> Iterator[Fault]:
    if locator is None:
        return
    chosen = sources.get(locator.id) or (next(iter(sources.values())) if not locator.id and len(sources) == 1 else None)
    if chosen is None and not locator.id:
        yield path, "name the source ('id'); it may be left out only where there is exactly one"
    elif chosen is None:
        yield (*path, "id"), f"unknown source '{printable(locator.id)}'{near_miss(locator.id, sources)}"
    elif locator.section not in chosen[1]:
        section = f"unknown section '{printable(locator.section)}'{near_miss(locator.section, chosen[1])}"
        yield (*path, "section"), section
    else:
        yield from _numbers(path, locator, chosen[0].unit, chosen[1][locator.section])


def _numbers(path: Path, locator: Locator, unit: Unit, section: Section) -> Iterator[Fault]:
    yield from _counted(path, locator, unit)
    last = getattr(section, unit) or 0
    for n, number in enumerate(getattr(locator, unit) if last > 0 else ()):
        if not 1 <= number <= last:
            yield (*path, unit.value, n), f"the section {locator.section!r} has {unit.value} 1 to {last}, not {number}"
    if not locator.numbers:
        yield (*path, unit.value), f"name at least one {unit.removesuffix('s')}"
