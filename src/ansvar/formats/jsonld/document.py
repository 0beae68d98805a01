"""The whole dataset as linked data: JSON-LD 1.1 in the EU's CPSV-AP 3.2 and W3C's ORG, SKOS and Dublin Core.

Every node has a name of its own below one prefix, `data:`. It stands for a URN made of the dataset's title (a UUID, RFC 9562),
so that the names are the same wherever the file lies and claim no domain. Whoever publishes the file writes an address of his
own in that one line of the context. Acts are told by their number; no ELI address is made up for them.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...answers.wording import STATUSES
from ...dataset.closed_sets import known_levels, known_roles
from ...dataset.model import Actor, Duty, Note, Role, Source, Text, Topic
from ...languages import CODES, language_data
from ..json import written
from .changes import Acts, Events
from .nodes import Node, Scope, address, context_of, identifier, node_of, other_labels, period_of, together, urn
from .places import place_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...answers.duties import OnDay
    from ...answers.whole import Whole
    from ...dataset.history import Step

_LANGUAGES = {code: f"http://publications.europa.eu/resource/authority/language/{language_data(code).EU_CODE}" for code in CODES}
"""The names of the languages in the authority table of the EU's Publications Office."""

_PARTNER, _TARGET = "partner", "target"


def jsonld(whole: Whole) -> str:
    """The dataset as one JSON-LD document, its authorities as of the day; the day itself only if it was asked for.

    The reader's language does not matter: everything is told in all of the dataset's.
    """
    document = {"@context": context_of(whole.title), "@graph": list(_nodes(Scope(whole)))}
    return written(document)


def _nodes(scope: Scope) -> Iterator[Node]:
    whole = scope.whole
    actors = list(whole.actors.values())
    yield _dataset(whole)
    yield from _schemes(scope)
    yield from _actors(actors, scope)
    yield from map(_topic, whole.topics.values())
    yield from place_nodes(scope)
    events, acts = Events(scope), Acts()
    for one in whole.duties:
        yield _duty(one, scope, acts)
        events.add(one, acts)
    events.add_ends(actors, acts)
    yield from events.nodes.values()
    yield from acts.nodes.values()
    for source in whole.sources.values():
        yield from _source(source)
    for note in whole.notes:
        yield _note(note, scope)


def _dataset(whole: Whole) -> Node:
    fields = {
        "dct:identifier": urn(whole.title),
        "dct:title": dict(whole.title),
        "dct:language": [_LANGUAGES[language] for language in whole.languages],
        "dct:source": [identifier("source", id_) for id_ in whole.sources],
        "dct:date": whole.said.as_of.isoformat() if whole.said.dated else None,
        "dct:valid": whole.known_until.isoformat() if whole.known_until else None,
    }
    return node_of("data:dataset", "dcat:Dataset", fields)


def _schemes(scope: Scope) -> Iterator[Node]:
    """The kinds of responsibility, levels, statuses, kinds of actors and topics as concept schemes, with their concepts."""
    roles = {role: scope.role(role) for role in known_roles(scope.whole.said.names.roles)}
    roles |= {_PARTNER: scope.word("partners"), _TARGET: scope.word("target")}
    yield from _scheme("role", scope.word("role"), roles)
    yield from _scheme(
        "level", scope.word("level"), {level: scope.level(level) for level in known_levels(scope.whole.said.names.levels)}
    )
    statuses = {status.value: scope.own(name) for status, name in STATUSES.items()}
    yield from _scheme("status", scope.word("status"), statuses)
    yield from _scheme("kind", scope.word("kind"), scope.whole.kinds)
    yield from _scheme("topic", scope.word("topics"), {})


def _scheme(kind: str, title: Text, concepts: Mapping[str, Text]) -> Iterator[Node]:
    yield node_of(identifier(kind), "skos:ConceptScheme", {"dct:title": dict(title)})
    for key, name in concepts.items():
        fields = {"skos:notation": key, "skos:prefLabel": dict(name), "skos:inScheme": identifier(kind)}
        yield node_of(identifier(kind, key), "skos:Concept", fields)


def _topic(topic: Topic) -> Node:
    fields = {
        "dct:identifier": topic.id,
        "skos:prefLabel": dict(topic.name),
        "skos:altLabel": other_labels(topic.name, topic.terms),
        "skos:inScheme": identifier("topic"),
    }
    return node_of(identifier("topic", topic.id), "skos:Concept", fields)


def _actors(actors: Sequence[Actor], scope: Scope) -> Iterator[Node]:
    websites = Counter(actor.website for actor in actors)
    for actor in actors:
        yield _actor(actor, scope, shares_website=websites[actor.website] > 1)


def _actor(actor: Actor, scope: Scope, *, shares_website: bool) -> Node:
    """An actor. A website that several share is a page about each, for a `foaf:homepage` has one owner only."""
    organisation = scope.is_organisation(actor.id)
    concepts = [identifier("level", actor.level)] + ([identifier("kind", actor.kind)] if actor.kind else [])
    labels = other_labels(actor.name, actor.other_names) | ({"@none": list(dict.fromkeys(actor.short))} if actor.short else {})
    id_ = identifier("actor", actor.id)
    fields = {
        "dct:identifier": actor.id,
        "dct:title": dict(actor.name),
        "skos:prefLabel": dict(actor.name),
        "skos:altLabel": labels,
        "org:classification" if organisation else "dct:type": concepts,
        "foaf:page" if shares_website else "foaf:homepage": address(actor.website),
        "dct:temporal": period_of(id_, actor.from_, actor.until),
        "skos:note": dict(actor.note) if actor.note else None,
    }
    # All three, though the first says the others: validators of shapes do not reason.
    types = ["cv:PublicOrganisation", "org:Organization", "foaf:Agent"] if organisation else "foaf:Agent"
    return node_of(id_, types, fields)


def _duty(one: OnDay, scope: Scope, acts: Acts) -> Node:
    duty, state = one.duty, one.state
    named = [step.name for step in one.steps if step.name]
    responsible = state.actors if duty.role == Role.RESPONSIBLE else ()
    fields = {
        "dct:identifier": duty.id,
        "dct:title": dict(duty.statement),
        "dct:alternative": together(named),
        "dct:description": dict(duty.statement),
        "adms:status": identifier("status", state.status.value),
        "cv:hasCompetentAuthority": [identifier("actor", id_) for id_ in responsible if scope.is_organisation(id_)],
        "cv:hasParticipation": list(_participations(one, scope)),
        "cv:thematicArea": [identifier("topic", topic) for topic in duty.topics],
        "cv:hasLegalResource": list(dict.fromkeys(act for step in one.steps for act in acts.of(step.basis))),
        "dct:source": _passage(duty, scope),
        "dct:isPartOf": "data:dataset",
    }
    return node_of(identifier("duty", duty.id), "cpsv:PublicService", fields)


def _participations(one: OnDay, scope: Scope) -> Iterator[Node]:
    """Everybody's part in a duty: who has held it from when until when, who it is done with, whom it is about."""
    duty = one.duty
    for actor, start, end in _tenures(duty, one.steps):
        yield _participation(duty.id, actor, duty.role, scope.role(duty.role), start, end)
    for partner in duty.partners:
        yield _participation(duty.id, partner, _PARTNER, scope.word("partners"))
    later = ((partner, step.on) for step in one.steps for partner in step.partners if partner not in duty.partners)
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
    id_ = identifier("participation", *parts)
    fields = {
        "dct:identifier": "/".join(parts),
        "dct:description": dict(description),
        "cv:hasParticipant": identifier("actor", actor),
        "cv:role": identifier("role", role),
        "dct:temporal": period_of(id_, start, end),
    }
    return node_of(id_, "cv:Participation", fields)


def _source(source: Source) -> Iterator[Node]:
    """A source and its sections."""
    id_ = identifier("source", source.id)
    publisher = None
    if source.publisher:
        named = {"dct:identifier": source.id, "dct:title": dict(source.publisher)}
        publisher = node_of(identifier("publisher", source.id), "foaf:Agent", named)
    period = source.period
    fields = {
        "dct:identifier": source.id,
        "dct:title": dict(source.title),
        "dct:publisher": publisher,
        "dct:language": _LANGUAGES.get(source.language),
        "dct:temporal": period_of(id_, period.from_, period.until) if period else None,
        "foaf:page": address(source.website),
    }
    yield node_of(id_, "dct:BibliographicResource", fields)
    for section in source.sections:
        parts = {"dct:identifier": section.id, "dct:title": dict(section.title), "dct:isPartOf": id_}
        yield node_of(identifier("section", source.id, section.id), "dct:BibliographicResource", parts)


def _passage(record: Duty | Note, scope: Scope) -> Node | None:
    """The sentences of the source that say it, with a citation in the document's own language."""
    if record.source is None:
        return None
    place = record.source
    where = (place.id, place.section)
    said = scope.whole.said.speaking(scope.whole.languages[0])
    cited = {said.cited_in(scope.whole.sources[place.id]): said.citation(record)}
    fields = {"dct:bibliographicCitation": cited, "dct:isPartOf": identifier("section", *where)}
    return node_of(identifier("passage", *where, "+".join(map(str, place.numbers))), "dct:BibliographicResource", fields)


def _note(note: Note, scope: Scope) -> Node:
    fields = {
        "dct:identifier": note.id,
        "dct:description": dict(note.statement),
        "dct:subject": [identifier("actor", id_) for id_ in note.actors],
        "dct:source": _passage(note, scope),
        "dct:isPartOf": "data:dataset",
    }
    return node_of(identifier("note", note.id), "prov:Entity", fields)
