"""Nodes of linked data: their names, the context that explains their fields, and what is common to all of them."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...answers.wording import word
from ...dataset.model import Level, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ...answers.whole import Whole

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
    "dct:spatial", "dct:subject", "dct:temporal", "dct:type", "foaf:homepage", "foaf:mbox", "foaf:page", "org:classification",
    "org:linkedTo", "org:originalOrganization", "org:resultingOrganization", "org:subOrganizationOf", "skos:inScheme",
)  # fmt: skip
_DAYS = ("dcat:endDate", "dcat:startDate", "dct:date", "dct:valid")
_ORGANISATIONS = frozenset({Level.STATE, Level.REGION, Level.LOCAL})
"""The levels whose actors are organisations. A person, and all together, are agents and no more."""
_NOT_IN_AN_IRI = re.compile(r"[\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff0-\uffff]")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the nodes are made from."""

    whole: Whole

    def is_organisation(self, id_: str) -> bool:
        """Whether an actor is an organisation."""
        actor = self.whole.actors.get(id_)
        return actor is not None and actor.level in _ORGANISATIONS

    def own(self, text: Text) -> Text:
        """A text of the tool's, in the languages that the dataset has."""
        return {language: text[language] for language in self.whole.languages if language in text}

    def role(self, role: str) -> Text:
        """The name of a role in the dataset's languages."""
        return {language: self.whole.said.speaking(language).role(role) for language in self.whole.languages}

    def level(self, level: str) -> Text:
        """The name of a level in the dataset's languages."""
        return {language: self.whole.said.speaking(language).level(level) for language in self.whole.languages}

    def word(self, key: str) -> Text:
        """A word of the tool's in the dataset's languages."""
        return {language: word(key, language) for language in self.whole.languages}


def urn(title: Text) -> str:
    """The name of the dataset with this title. Another title is another dataset."""
    name = json.dumps(dict(title), ensure_ascii=True, sort_keys=True)
    return uuid.uuid5(_DATASETS, name).urn


def context_of(title: Text) -> Node:
    """The context of a dataset with this title: its own prefix, and what kind of value each field has."""
    context: Node = {"data": urn(title) + "#", **_PREFIXES}
    context |= {name: {"@id": name, "@container": "@language"} for name in _TEXTS}
    context |= {name: {"@id": name, "@type": "@id"} for name in _LINKS}
    context |= {name: {"@id": name, "@type": "xsd:date"} for name in _DAYS}
    return context


def identifier(*parts: str) -> str:
    """The name of a node, from the kind of record and the ids that lead to it."""
    return "data:" + "/".join(quote(part, safe="+") for part in parts)


def node_of(id_: str, type_: str | Sequence[str], fields: Mapping[str, Any]) -> Node:
    """A node without those of the fields that have no value."""
    return {"@id": id_, "@type": type_} | {name: value for name, value in fields.items() if value not in (None, [], {}, ())}


def address(website: str | None) -> str | None:
    """A web address as an IRI, None for anything else."""
    if website is None or not website.startswith(("https://", "http://")):
        return None
    return _NOT_IN_AN_IRI.sub(lambda found: quote(found[0], safe="", errors="replace"), website)


def period_of(owner: str, start: date | None, end: date | None) -> Node | None:
    """From when until when (both included) something held, as far as it is known."""
    if start is None and end is None:
        return None
    fields = {"dcat:startDate": start.isoformat() if start else None, "dcat:endDate": end.isoformat() if end else None}
    return node_of(owner.replace("data:", "data:period/", 1), "dct:PeriodOfTime", fields)


def together(texts: Iterable[Text]) -> Node:
    """Several texts by language, each once."""
    merged: dict[str, list[str]] = {}
    for text in texts:
        for language, value in text.items():
            if value not in merged.setdefault(language, []):
                merged[language].append(value)
    return merged


def listed(texts: Mapping[str, Sequence[str]]) -> Iterator[Text]:
    """The texts that lists by language hold, one by one."""
    for language, values in texts.items():
        for value in values:
            yield {language: value}


def other_labels(name: Text, others: Mapping[str, Sequence[str]]) -> Node:
    """The other names by language, each once and none of them the name itself (SKOS S13)."""
    labels = {}
    for language, words in others.items():
        if kept := [one for one in dict.fromkeys(words) if one != name.get(language)]:
            labels[language] = kept
    return labels
