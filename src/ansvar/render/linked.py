"""The whole dataset as linked data: JSON-LD 1.1 in the EU's CPSV-AP 3.2 and W3C's ORG, SKOS and Dublin Core.

Every node has a name of its own below one prefix, `data:`. It stands for a URN made of the dataset's title (a UUID, RFC 9562),
so that the names are the same wherever the file lies and claim no domain. Whoever publishes the file writes an address of his
own in that one line of the context. Acts are told by their number; no ELI address is made up for them.
"""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..model import Actor, Duty, Level, Note, Role, Source, Status, Text, Topic
from .views import Reader, citation
from .wording import LEVELS, ROLES, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..index import Entry
    from ..timeline import Step

Node = dict[str, Any]

_DATASETS = uuid.UUID("8a3bb7f5-9c7e-4a52-b0f5-5d0e6c6f3c1a")
"""The namespace of the datasets' UUIDs: drawn at random, once."""

_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TEXTS = (
    "dct:alternative", "dct:bibliographicCitation", "dct:description", "dct:title", "skos:altLabel", "skos:note", "skos:prefLabel",
)  # fmt: skip
_LINKS = (
    "adms:status", "cv:hasCompetentAuthority", "cv:hasLegalResource", "cv:hasParticipant", "cv:hasParticipation", "cv:role",
    "cv:thematicArea", "dct:isPartOf", "dct:language", "dct:publisher", "dct:references", "dct:relation", "dct:source",
    "dct:subject", "dct:temporal", "dct:type", "foaf:homepage", "foaf:page", "org:classification", "org:originalOrganization",
    "org:resultingOrganization", "skos:inScheme",
)  # fmt: skip
_DAYS = ("dcat:endDate", "dcat:startDate", "dct:date", "dct:valid")

_LANGUAGES = {
    "sv": "http://publications.europa.eu/resource/authority/language/SWE",
    "fi": "http://publications.europa.eu/resource/authority/language/FIN",
    "en": "http://publications.europa.eu/resource/authority/language/ENG",
}
"""The names of the languages in the authority table of the EU's Publications Office."""

_STATUSES: Mapping[Status, Text] = {
    Status.CURRENT: {"sv": "oförändrad", "fi": "ennallaan", "en": "unchanged"},
    Status.MOVED: {"sv": "flyttad", "fi": "siirtynyt", "en": "moved"},
    Status.ENDED: {"sv": "upphörd", "fi": "päättynyt", "en": "ended"},
    Status.UNCONFIRMED: {
        "sv": "efterträdaren är inte bekräftad",
        "fi": "seuraajaa ei ole vahvistettu",
        "en": "successor not confirmed",
    },
}

_ORGANISATIONS = frozenset({Level.STATE, Level.REGION, Level.LOCAL})
"""The levels whose actors are organisations. A person, and all together, are agents and no more."""
_PARTNER, _TARGET = "partner", "target"
_ACT_NUMBER = re.compile(r"(?<![\d/])\d{1,5}/\d{4}(?![\d/])")
_NOT_IN_AN_IRI = re.compile(r"[\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff0-\uffff]")


def jsonld(reader: Reader) -> str:
    """The dataset as one JSON-LD document, its authorities as of the reader's day; the day itself only if it was asked for.

    The reader's language does not matter: everything is told in all of the dataset's.
    """
    scope = _Scope(reader, {source.id: source for source in reader.index.sources()})
    document = {"@context": _context(reader.index.title), "@graph": list(_nodes(scope))}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the nodes are made from: the reader with the open dataset, and its sources by id."""

    reader: Reader
    sources: Mapping[str, Source]

    def is_organisation(self, id_: str) -> bool:
        """Whether an actor is an organisation."""
        actor = self.reader.index.actor(id_)
        return actor is not None and actor.level in _ORGANISATIONS

    def own(self, text: Text) -> Text:
        """A text of the tool's, in the languages that the dataset has."""
        return {language: text[language] for language in self.reader.index.languages if language in text}

    def word(self, key: str) -> Text:
        """A word of the tool's in the dataset's languages."""
        return {language: word(key, language) for language in self.reader.index.languages}


def urn(title: Text) -> str:
    """The name of the dataset with this title. Another title is another dataset."""
    name = json.dumps(dict(title), ensure_ascii=True, sort_keys=True)
    return uuid.uuid5(_DATASETS, name).urn


def _context(title: Text) -> Node:
    context: Node = {"data": urn(title) + "#", **_PREFIXES}
    context |= {name: {"@id": name, "@container": "@language"} for name in _TEXTS}
    context |= {name: {"@id": name, "@type": "@id"} for name in _LINKS}
    context |= {name: {"@id": name, "@type": "xsd:date"} for name in _DAYS}
    return context


def _id(*parts: str) -> str:
    """The name of a node, from the kind of record and the ids that lead to it."""
    return "data:" + "/".join(quote(part, safe="+") for part in parts)


def _node(id_: str, type_: str | Sequence[str], fields: Mapping[str, Any]) -> Node:
    """A node without those of the fields that have no value."""
    return {"@id": id_, "@type": type_} | {name: value for name, value in fields.items() if value not in (None, [], {}, ())}


def _nodes(scope: _Scope) -> Iterator[Node]:
    index = scope.reader.index
    yield _dataset(scope)
    yield from _schemes(scope)
    yield from _actors(index.actors(), scope)
    yield from map(_topic, index.topics())
    events, acts = _Events(scope), _Acts()
    for entry in index.entries():
        yield _duty(entry, scope, acts)
        events.add(entry, acts)
    events.add_ends(index.actors(), acts)
    yield from events.nodes.values()
    yield from acts.nodes.values()
    for source in scope.sources.values():
        yield from _source(source)
    for note in index.notes():
        yield _note(note, scope)


def _dataset(scope: _Scope) -> Node:
    index = scope.reader.index
    fields = {
        "dct:identifier": urn(index.title),
        "dct:title": dict(index.title),
        "dct:language": [_LANGUAGES[language] for language in index.languages],
        "dct:source": [_id("source", id_) for id_ in scope.sources],
        "dct:date": scope.reader.as_of.isoformat() if scope.reader.dated else None,
        "dct:valid": index.known_until.isoformat() if index.known_until else None,
    }
    return _node("data:dataset", "dcat:Dataset", fields)


def _schemes(scope: _Scope) -> Iterator[Node]:
    """The kinds of responsibility, levels, statuses, kinds of actors and topics as concept schemes, with their concepts."""
    roles = {role.value: scope.own(name) for role, name in ROLES.items()}
    roles |= {_PARTNER: scope.word("partners"), _TARGET: scope.word("target")}
    yield from _scheme("role", scope.word("role"), roles)
    yield from _scheme("level", scope.word("level"), {level.value: scope.own(name) for level, name in LEVELS.items()})
    yield from _scheme("status", scope.word("status"), {status.value: scope.own(name) for status, name in _STATUSES.items()})
    yield from _scheme("kind", scope.word("kind"), scope.reader.index.kinds)
    yield from _scheme("topic", scope.word("topics"), {})


def _scheme(kind: str, title: Text, concepts: Mapping[str, Text]) -> Iterator[Node]:
    yield _node(_id(kind), "skos:ConceptScheme", {"dct:title": dict(title)})
    for key, name in concepts.items():
        fields = {"skos:notation": key, "skos:prefLabel": dict(name), "skos:inScheme": _id(kind)}
        yield _node(_id(kind, key), "skos:Concept", fields)


def _topic(topic: Topic) -> Node:
    fields = {
        "dct:identifier": topic.id,
        "skos:prefLabel": dict(topic.name),
        "skos:altLabel": _other_labels(topic.name, topic.terms),
        "skos:inScheme": _id("topic"),
    }
    return _node(_id("topic", topic.id), "skos:Concept", fields)


def _other_labels(name: Text, others: Mapping[str, Sequence[str]]) -> Node:
    """The other names by language, each once and none of them the name itself (SKOS S13)."""
    labels = {}
    for language, words in others.items():
        if kept := [one for one in dict.fromkeys(words) if one != name.get(language)]:
            labels[language] = kept
    return labels


def _actors(actors: Sequence[Actor], scope: _Scope) -> Iterator[Node]:
    websites = [actor.website for actor in actors]
    for actor in actors:
        yield _actor(actor, scope, shares_website=websites.count(actor.website) > 1)


def _actor(actor: Actor, scope: _Scope, *, shares_website: bool) -> Node:
    """An actor. A website that several share is a page about each, for a `foaf:homepage` has one owner only."""
    organisation = scope.is_organisation(actor.id)
    concepts = [_id("level", actor.level.value)] + ([_id("kind", actor.kind)] if actor.kind else [])
    labels = _other_labels(actor.name, actor.other_names) | ({"@none": list(dict.fromkeys(actor.short))} if actor.short else {})
    id_ = _id("actor", actor.id)
    fields = {
        "dct:identifier": actor.id,
        "dct:title": dict(actor.name),
        "skos:prefLabel": dict(actor.name),
        "skos:altLabel": labels,
        "org:classification" if organisation else "dct:type": concepts,
        "foaf:page" if shares_website else "foaf:homepage": _address(actor.website),
        "dct:temporal": _period(id_, actor.from_, actor.until),
        "skos:note": dict(actor.note) if actor.note else None,
    }
    # All three, though the first says the others: validators of shapes do not reason.
    types = ["cv:PublicOrganisation", "org:Organization", "foaf:Agent"] if organisation else "foaf:Agent"
    return _node(id_, types, fields)


def _address(website: str | None) -> str | None:
    """A web address as an IRI, None for anything else."""
    if website is None or not website.startswith(("https://", "http://")):
        return None
    return _NOT_IN_AN_IRI.sub(lambda found: quote(found[0], safe="", errors="replace"), website)


def _period(owner: str, start: date | None, end: date | None) -> Node | None:
    """From when until when (both included) something held, as far as it is known."""
    if start is None and end is None:
        return None
    fields = {"dcat:startDate": start.isoformat() if start else None, "dcat:endDate": end.isoformat() if end else None}
    return _node(owner.replace("data:", "data:period/", 1), "dct:PeriodOfTime", fields)


def _duty(entry: Entry, scope: _Scope, acts: _Acts) -> Node:
    duty, state = entry.duty, scope.reader.state(entry)
    named = [step.name for step in entry.steps if step.name]
    responsible = state.actors if duty.role is Role.RESPONSIBLE else ()
    fields = {
        "dct:identifier": duty.id,
        "dct:title": dict(duty.statement),
        "dct:alternative": _together(named),
        "dct:description": dict(duty.statement),
        "adms:status": _id("status", state.status.value),
        "cv:hasCompetentAuthority": [_id("actor", id_) for id_ in responsible if scope.is_organisation(id_)],
        "cv:hasParticipation": list(_participations(entry, scope)),
        "cv:thematicArea": [_id("topic", topic) for topic in duty.topics],
        "cv:hasLegalResource": list(dict.fromkeys(act for step in entry.steps for act in acts.of(step.basis))),
        "dct:source": _passage(duty, scope),
        "dct:isPartOf": "data:dataset",
    }
    return _node(_id("duty", duty.id), "cpsv:PublicService", fields)


def _participations(entry: Entry, scope: _Scope) -> Iterator[Node]:
    """Everybody's part in a duty: who has held it from when until when, who it is done with, whom it is about."""
    duty = entry.duty
    for actor, start, end in _tenures(duty, entry.steps):
        yield _participation(duty.id, actor, duty.role.value, scope.own(ROLES[duty.role]), start, end)
    for partner in duty.partners:
        yield _participation(duty.id, partner, _PARTNER, scope.word("partners"))
    later = ((partner, step.on) for step in entry.steps for partner in step.partners if partner not in duty.partners)
    for partner, start in dict(reversed(list(later))).items():
        yield _participation(duty.id, partner, _PARTNER, scope.word("partners"), start)
    if duty.target:
        yield _participation(duty.id, duty.target, _TARGET, scope.word("target"))


def _tenures(duty: Duty, steps: Iterable[Step]) -> Iterator[tuple[str, date | None, date | None]]:
    """Who has held a duty, from when (None: since the source at least) until when (None: still, as far as is known)."""
    holding: dict[str, date | None] = dict.fromkeys(duty.actors)
    for step in steps:
        for actor in [actor for actor in holding if actor not in step.after]:
            yield actor, holding.pop(actor), step.on - timedelta(days=1)
        for actor in step.after:
            holding.setdefault(actor, step.on)
    for actor, start in holding.items():
        yield actor, start, None


def _participation(
    duty: str, actor: str, role: str, description: Text, start: date | None = None, end: date | None = None
) -> Node:  # fmt: skip
    parts = (duty, role, actor) + ((start.isoformat(),) if start else ())
    id_ = _id("participation", *parts)
    fields = {
        "dct:identifier": "/".join(parts),
        "dct:description": dict(description),
        "cv:hasParticipant": _id("actor", actor),
        "cv:role": _id("role", role),
        "dct:temporal": _period(id_, start, end),
    }
    return _node(id_, "cv:Participation", fields)


def _together(texts: Iterable[Text]) -> Node:
    """Several texts by language, each once."""
    merged: dict[str, list[str]] = {}
    for text in texts:
        for language, value in text.items():
            if value not in merged.setdefault(language, []):
                merged[language].append(value)
    return merged


class _Acts:
    """The acts that changes rest on, each once, under its number where it has one."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}

    def of(self, basis: Text | None) -> list[str]:
        """The acts that a basis names; they are added to the nodes."""
        if basis is None:
            return []
        numbers = list(dict.fromkeys(_ACT_NUMBER.findall(next(iter(basis.values()), ""))))
        if not numbers:
            name = json.dumps(dict(basis), sort_keys=True).encode()
            return [self._add(_id("act", blake2b(name, digest_size=8).hexdigest()), {}, basis)]
        title = basis if len(numbers) == 1 else {}
        return [self._add(_id("act", number.replace("/", "-")), {"eli:id_local": number}, title) for number in numbers]

    def _add(self, id_: str, fields: Node, title: Text) -> str:
        node = self.nodes.setdefault(id_, _node(id_, "eli:LegalResource", fields))
        if titles := _together([*_listed(node.get("dct:title", {})), title]):
            node["dct:title"] = titles
        return id_


def _listed(texts: Mapping[str, Sequence[str]]) -> Iterator[Text]:
    for language, values in texts.items():
        for value in values:
            yield {language: value}


class _Events:
    """The reforms, each once: a day, who held duties until then and who has held them since, with the duties and acts."""

    def __init__(self, scope: _Scope) -> None:
        self.scope = scope
        self.nodes: dict[str, Node] = {}

    def add(self, entry: Entry, acts: _Acts) -> None:
        """The changes of one duty. One that leaves its holders is an activity, no change of organisations."""
        for step in entry.steps:
            if step.before == step.after:
                id_ = _id("amendment", step.on.isoformat(), entry.duty.id)
                node = self.nodes.setdefault(id_, _node(id_, "prov:Activity", {"dct:date": step.on.isoformat()}))
            else:
                node = self._change(step.on, step.before, step.after)
            self._tell(node, [step.note], step.basis, acts)
            self._link(node, "dct:relation", [_id("duty", entry.duty.id)])

    def add_ends(self, actors: Iterable[Actor], acts: _Acts) -> None:
        """The ends of the actors, whether or not they held a duty by then."""
        for actor in actors:
            if actor.until:
                node = self._change(actor.until + timedelta(days=1), (actor.id,), actor.successors)
                self._tell(node, [actor.note], actor.basis, acts)

    def _change(self, on: date, before: Sequence[str], after: Sequence[str]) -> Node:
        id_ = _id("change", on.isoformat(), "+".join(before), "+".join(after))
        node = self.nodes.setdefault(id_, _node(id_, "org:ChangeEvent", {"dct:date": on.isoformat()}))
        for name, ids in (("org:originalOrganization", before), ("org:resultingOrganization", after)):
            self._link(node, name, [_id("actor", one) for one in ids if self.scope.is_organisation(one)])
        return node

    def _tell(self, node: Node, notes: Iterable[Text | None], basis: Text | None, acts: _Acts) -> None:
        """Add what is said of a change: notes as its description, the basis as a note and as links to the acts."""
        for name, texts in (("dct:description", notes), ("skos:note", [basis])):
            merged = _together([*_listed(node.get(name, {})), *filter(None, texts)])
            if merged:
                node[name] = merged
        self._link(node, "dct:references", acts.of(basis))

    @staticmethod
    def _link(node: Node, name: str, ids: Iterable[str]) -> None:
        if linked := list(dict.fromkeys([*node.get(name, ()), *ids])):
            node[name] = linked


def _source(source: Source) -> Iterator[Node]:
    """A source and its sections."""
    id_ = _id("source", source.id)
    publisher = None
    if source.publisher:
        named = {"dct:identifier": source.id, "dct:title": dict(source.publisher)}
        publisher = _node(_id("publisher", source.id), "foaf:Agent", named)
    period = source.period
    fields = {
        "dct:identifier": source.id,
        "dct:title": dict(source.title),
        "dct:publisher": publisher,
        "dct:language": _LANGUAGES.get(source.language),
        "dct:temporal": _period(id_, period.from_, period.until) if period else None,
        "foaf:page": _address(source.website),
    }
    yield _node(id_, "dct:BibliographicResource", fields)
    for section in source.sections:
        parts = {"dct:identifier": section.id, "dct:title": dict(section.title), "dct:isPartOf": id_}
        yield _node(_id("section", source.id, section.id), "dct:BibliographicResource", parts)


def _passage(record: Duty | Note, scope: _Scope) -> Node | None:
    """The sentences of the source that say it, with a citation in each language."""
    if record.source is None:
        return None
    place = record.source
    where = (place.id, place.section)
    cited = {one: citation(record, replace(scope.reader, language=one)) for one in scope.reader.index.languages}
    fields = {"dct:bibliographicCitation": cited, "dct:isPartOf": _id("section", *where)}
    return _node(_id("passage", *where, "+".join(map(str, place.sentences))), "dct:BibliographicResource", fields)


def _note(note: Note, scope: _Scope) -> Node:
    fields = {
        "dct:identifier": note.id,
        "dct:description": dict(note.statement),
        "dct:subject": [_id("actor", id_) for id_ in note.actors],
        "dct:source": _passage(note, scope),
        "dct:isPartOf": "data:dataset",
    }
    return _node(_id("note", note.id), "prov:Entity", fields)
