"""The dataset as linked data: what an RDF reader that is not ours makes of it."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, PROV, RDF, SKOS, XSD

from ansvar.answers.phrasebook import Phrasebook
from ansvar.answers.whole import Whole, whole
from ansvar.dataset.load import load
from ansvar.dataset.shipped import shipped_path
from ansvar.formats.jsonld.document import jsonld
from ansvar.search.cache import open_index
from slow import first
from vocabularies import RANGES, SHAPES, defined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ansvar.dataset.model import Dataset, Text

# rdflib's own JSON-LD reader uses a class that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

CPSV_SERVICE = URIRef("http://purl.org/vocab/cpsv#PublicService")
CV = "http://data.europa.eu/m8g/"
LEGAL_RESOURCE = URIRef("http://data.europa.eu/eli/ontology#LegalResource")
STATUS = URIRef("http://www.w3.org/ns/adms#status")

PREFIXES = ("adms", "cpsv", "cv", "dcat", "dct", "eli", "foaf", "org", "prov", "skos")
SMALL = str(Path(__file__).parent / "data" / "linked.yaml")
AFTER, BEFORE = date(2026, 2, 1), date(2022, 2, 1)


@contextmanager
def _whole(path: str, as_of: date = AFTER, language: str = "en", *, dated: bool = False) -> Iterator[Whole]:
    index = open_index(path, cached=False)
    try:
        yield whole(index, Phrasebook(language, as_of, dated))
    finally:
        index.close()


def _document(path: str, as_of: date = AFTER, language: str = "en") -> str:
    with _whole(path, as_of, language) as answer:
        return jsonld(answer)


def _graph(document: str) -> Graph:
    return Graph().parse(data=document, format="json-ld")


def _dataset(path: str) -> Dataset:
    return load(path)


@pytest.fixture(scope="module", params=first(1, [SMALL, shipped_path()]), ids=["small", "shipped"])
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def graph(path: str) -> Graph:
    return _graph(_document(path))


@pytest.fixture(scope="module")
def small() -> _Names:
    return _Names(_document(SMALL))


class _Names:
    """A graph whose nodes are asked for by their names below the prefix."""

    def __init__(self, document: str) -> None:
        self.graph = _graph(document)
        self.base = json.loads(document)["@context"]["data"]

    def node(self, name: str) -> URIRef:
        return URIRef(self.base + name)

    def name(self, node: Any) -> str:
        return str(node).removeprefix(self.base)

    def links(self, name: str, property_: URIRef) -> list[str]:
        return sorted(self.name(o) for o in self.graph.objects(self.node(name), property_))

    def texts(self, name: str, property_: URIRef) -> set[tuple[str, str | None]]:
        return {(str(o), o.language) for o in self.graph.objects(self.node(name), property_) if isinstance(o, Literal)}


def _by_identifier(graph: Graph, class_: URIRef) -> dict[str, URIRef]:
    found = {}
    for node in graph.subjects(RDF.type, class_):
        assert isinstance(node, URIRef)
        found[str(graph.value(node, DCTERMS.identifier))] = node
    return found


def _said(graph: Graph, node: URIRef, property_: URIRef) -> dict[str, str]:
    return {str(o.language): str(o) for o in graph.objects(node, property_) if isinstance(o, Literal)}


def test_every_class_and_property_is_the_vocabularies_own(graph: Graph) -> None:
    used = {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(None, RDF.type)}
    assert [term for term in sorted(used) if not defined(term)] == []


def test_a_body_belongs_to_its_actor_and_serves_its_places() -> None:
    graph = _graph(_document(SMALL))
    [east] = {node for node in graph.subjects(SKOS.prefLabel) if str(node).endswith("#body/east-station")}
    [base] = graph.objects(east, ORG.linkedTo)
    assert [str(node).rpartition("#")[2] for node in graph.objects(east, ORG.subOrganizationOf)] == ["actor/town"]
    assert {str(node).rpartition("#")[2] for node in graph.objects(east, DCTERMS.spatial)} == {"place/east-bay"}
    assert (base, FOAF.mbox, URIRef("mailto:base@example.org")) in graph


def test_a_made_up_term_would_be_noticed() -> None:
    assert not defined(str(DCTERMS) + "titel")
    assert not defined(CV + "hasCompetence")
    assert not defined("http://example.org/title")


def test_every_record_is_there_once(path: str, graph: Graph) -> None:
    dataset = _dataset(path)
    topics = {node for node in graph.subjects(SKOS.inScheme) if "#topic/" in str(node)}
    bodies = {node for node in graph.subjects(SKOS.prefLabel) if "#body/" in str(node)}
    actors = set(graph.subjects(SKOS.prefLabel)) & set(graph.subjects(RDF.type, FOAF.Agent)) - bodies
    assert set(_by_identifier(graph, CPSV_SERVICE)) == {duty.id for duty in dataset.duties}
    assert len(set(graph.subjects(RDF.type, CPSV_SERVICE))) == len(dataset.duties)
    assert {str(graph.value(node, DCTERMS.identifier)) for node in topics} == {topic.id for topic in dataset.topics}
    assert {str(graph.value(node, DCTERMS.identifier)) for node in actors} == {actor.id for actor in dataset.actors}
    assert set(_by_identifier(graph, PROV.Entity)) == {note.id for note in dataset.notes}
    assert set(_by_identifier(graph, DCTERMS.Location)) == {place.id for place in dataset.places}
    assert {str(graph.value(node, DCTERMS.identifier)) for node in bodies} == {body.id for body in dataset.bodies}


def test_the_texts_are_the_datasets(path: str, graph: Graph) -> None:
    dataset = _dataset(path)
    told: list[tuple[URIRef, URIRef, Text]] = []
    services, agents = _by_identifier(graph, CPSV_SERVICE), _by_identifier(graph, FOAF.Agent)
    concepts = _by_identifier(graph, SKOS.Concept)
    for duty in dataset.duties:
        told += [(services[duty.id], DCTERMS.title, duty.statement), (services[duty.id], DCTERMS.description, duty.statement)]
    for actor in dataset.actors:
        told.append((agents[actor.id], SKOS.prefLabel, actor.name))
    for topic in dataset.topics:
        told.append((concepts[topic.id], SKOS.prefLabel, topic.name))
    assert told
    for node, property_, text in told:
        assert _said(graph, node, property_) == dict(text)


def test_the_shapes_of_the_profile_are_kept(graph: Graph) -> None:
    for class_, properties in SHAPES.items():
        nodes = set(graph.subjects(RDF.type, URIRef(class_)))
        assert nodes
        for node in nodes:
            for property_, (least, most) in properties.items():
                count = len(list(graph.objects(node, URIRef(property_))))
                assert least <= count <= (count if most is None else most), f"{node} has {count} of {property_}"


def test_links_lead_to_nodes_of_the_right_class(graph: Graph) -> None:
    for property_, class_ in RANGES.items():
        for node in graph.objects(None, URIRef(property_)):
            assert (node, RDF.type, URIRef(class_)) in graph, f"{property_} leads to {node}"


def test_nothing_is_nameless_and_no_link_is_dead(graph: Graph) -> None:
    subjects = set(graph.subjects())
    assert all(isinstance(node, URIRef) for node in subjects)
    ours = {o for o in graph.objects() if isinstance(o, URIRef) and str(o).startswith("urn:uuid:")}
    assert ours - subjects == set()


def test_the_same_dataset_gives_the_same_document_in_any_language(path: str) -> None:
    assert _document(path, language="sv") == _document(path, language="en")


def test_names_hold_from_day_to_day_and_claim_no_domain(path: str) -> None:
    then, now = _graph(_document(path, BEFORE)), _graph(_document(path, AFTER))
    assert set(then.subjects()) == set(now.subjects())
    assert all(str(node).startswith("urn:uuid:") for node in now.subjects())


def test_only_the_day_that_was_asked_for_is_told(small: _Names) -> None:
    assert small.links("dataset", DCTERMS.date) == []
    with _whole(SMALL, dated=True) as answer:
        dated = _Names(jsonld(answer))
    assert dated.links("dataset", DCTERMS.date) == ["2026-02-01"]


def test_the_names_of_another_dataset_are_others(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(Path(SMALL).read_text("utf-8").replace("en: Who does what", "en: Who does it"), "utf-8")
    shared = set(_graph(_document(str(other))).subjects()) & set(_graph(_document(SMALL)).subjects())
    assert shared == set()


def test_the_name_of_a_duty_is_pinned(small: _Names) -> None:
    """Others link to these names: a change of how they are made would break every link."""
    assert small.base == "urn:uuid:770a645c-232e-50f2-824e-178e0b2fc772#"
    assert small.links("dataset", RDF.type) == [str(DCAT.Dataset)]
    assert str(small.graph.value(small.node("duty/services"), DCTERMS.identifier)) == "services"


def test_a_person_is_an_agent_and_no_organisation(small: _Names) -> None:
    assert small.links("actor/person", RDF.type) == [str(FOAF.Agent)]
    assert small.links("actor/town", RDF.type) == sorted([CV + "PublicOrganisation", str(ORG.Organization), str(FOAF.Agent)])
    assert small.links("actor/person", ORG.classification) == []
    assert small.links("actor/person", DCTERMS.type) == ["level/person"]
    assert small.links("actor/office", ORG.classification) == ["kind/agency", "level/region"]


def test_other_names_stand_beside_the_name_and_do_not_repeat_it(small: _Names) -> None:
    labels = {("TE", None), ("BYR", None), ("arbetsbyrån", "sv"), ("job centre", "en")}
    assert small.texts("actor/office", SKOS.altLabel) == labels
    assert small.texts("topic/work", SKOS.altLabel) == {("jobb", "sv"), ("job", "en")}


def test_a_website_that_two_share_is_nobodys_homepage(small: _Names) -> None:
    """`foaf:homepage` is inverse functional: a reasoner would make one organisation of the two."""
    for actor in ("office", "town"):
        assert small.links(f"actor/{actor}", FOAF.homepage) == []
        assert small.links(f"actor/{actor}", FOAF.page) == ["https://jobs.example.org"]
    assert small.links("actor/agency", FOAF.homepage) == ["https://agency.example.org/å%7Bc%7D"]


def test_the_shipped_homepages_have_one_owner_each() -> None:
    graph = _graph(_document(shipped_path()))
    owned = list(graph.objects(None, FOAF.homepage))
    assert len(owned) == len(set(owned)) > 10


def test_the_competent_authority_is_the_holder_on_the_day() -> None:
    authority = URIRef(CV + "hasCompetentAuthority")
    assert _Names(_document(SMALL, date(2024, 12, 31))).links("duty/services", authority) == ["actor/office"]
    assert _Names(_document(SMALL, date(2025, 1, 1))).links("duty/services", authority) == ["actor/town"]


def test_who_only_steers_or_is_no_organisation_is_no_competent_authority() -> None:
    small = _Names(_document(SMALL, BEFORE))
    authority, participation = URIRef(CV + "hasCompetentAuthority"), URIRef(CV + "hasParticipation")
    assert small.links("duty/services", authority) == ["actor/office"]
    assert small.links("duty/steers", authority) == []
    assert small.links("duty/oneself", authority) == []
    assert small.links("duty/oneself", participation) == ["participation/oneself/responsible/person"]


def test_everybodys_part_is_told_with_its_time(small: _Names) -> None:
    parts = set()
    for node in small.graph.objects(small.node("duty/services"), URIRef(CV + "hasParticipation")):
        who = small.graph.value(node, URIRef(CV + "hasParticipant"))
        role = small.graph.value(node, URIRef(CV + "role"))
        period = small.graph.value(node, DCTERMS.temporal)
        start, end = (small.graph.value(period, edge) if period else None for edge in (DCAT.startDate, DCAT.endDate))
        parts.add((small.name(role), small.name(who), start and str(start), end and str(end)))
    assert parts == {
        ("role/responsible", "actor/office", None, "2024-12-31"),
        ("role/responsible", "actor/town", "2025-01-01", None),
        ("role/partner", "actor/agency", None, None),
        ("role/partner", "actor/town", "2023-01-01", None),
        ("role/target", "actor/person", None, None),
    }


def test_a_reform_is_a_change_event_with_its_day_its_parties_its_duties_and_its_act(small: _Names) -> None:
    event = "change/2025-01-01/office/town"
    assert small.links(event, RDF.type) == [str(ORG.ChangeEvent)]
    assert small.links(event, ORG.originalOrganization) == ["actor/office"]
    assert small.links(event, ORG.resultingOrganization) == ["actor/town"]
    assert small.links(event, DCTERMS.relation) == ["duty/services"]
    assert small.links(event, DCTERMS.references) == ["act/380-2023"]
    assert small.graph.value(small.node(event), DCTERMS.date) == Literal("2025-01-01", datatype=XSD.date)


def test_no_successor_is_made_up(small: _Names) -> None:
    event = "change/2026-01-01/agency/"
    assert small.links(event, ORG.originalOrganization) == ["actor/agency"]
    assert small.links(event, ORG.resultingOrganization) == []
    assert small.links("duty/steers", STATUS) == ["status/unconfirmed"]


def test_the_end_of_an_actor_without_duties_is_told(small: _Names) -> None:
    assert small.links("change/2022-07-01/bureau/agency", ORG.resultingOrganization) == ["actor/agency"]
    assert small.links("change/2022-07-01/bureau/agency", DCTERMS.relation) == []


def test_a_new_name_is_an_alternative_title_and_its_change_no_change_of_organisations(small: _Names) -> None:
    assert small.texts("duty/services", DCTERMS.alternative) == {("nyservice", "sv"), ("uuspalvelu", "fi"), ("new service", "en")}
    assert small.links("amendment/2023-01-01/services", RDF.type) == [str(PROV.Activity)]
    assert ("New name.", "en") in small.texts("amendment/2023-01-01/services", DCTERMS.description)


def test_acts_go_by_their_number_and_no_eli_address_is_made_up(small: _Names) -> None:
    number = URIRef("http://data.europa.eu/eli/ontology#id_local")
    numbers = {str(small.graph.value(act, number)) for act in small.graph.subjects(RDF.type, LEGAL_RESOURCE)}
    assert numbers == {"380/2023", "531/2025", "721/2025", "None"}
    assert small.texts("act/380-2023", DCTERMS.title) == {("Lag 380/2023", "sv"), ("Laki 380/2023", "fi"), ("Act 380/2023", "en")}
    assert small.texts("act/531-2025", DCTERMS.title) == set(), "a title of two acts is the title of neither"
    assert small.links("duty/steers", URIRef(CV + "hasLegalResource")) == ["act/531-2025", "act/721-2025"]
    assert not [node for node in small.graph.subjects() if "/eli/" in str(node)]


def test_the_place_in_the_source_has_a_citation(small: _Names) -> None:
    assert small.links("duty/services", DCTERMS.source) == ["passage/page/state/1+2"]
    cited = small.texts("passage/page/state/1+2", DCTERMS.bibliographicCitation)
    assert cited == {("Ministeriet: Ansvar, Staten, meningarna 1 och 2. https://example.org/page", "sv")}
    assert small.links("passage/page/state/1+2", DCTERMS.isPartOf) == ["section/page/state"]
    assert small.links("note/context", DCTERMS.source) == ["passage/page/state/5"]


def test_the_page_about_linked_data_names_every_term_and_no_other() -> None:
    page = (Path(__file__).parents[1] / "docs" / "linked-data.md").read_text("utf-8")
    prefixes = {namespace: prefix for prefix, namespace in json.loads(_document(SMALL))["@context"].items() if prefix in PREFIXES}
    with _whole(SMALL, dated=True) as answer:
        graph = _graph(jsonld(answer))
    used = {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(None, RDF.type)}
    named = {
        f"{prefixes[namespace]}:{term.removeprefix(namespace)}"
        for term in used
        for namespace in prefixes
        if term.startswith(namespace)
    }
    assert set(re.findall(rf"`((?:{'|'.join(PREFIXES)}):\w+)`", page)) == named


HOSTILE = ['<script>"\\', "http://evil.example/#x", "data:duty/other", "@id", "_:b0", "x'; DROP", "[link=x]\u202e", "a\u2028b"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_a_literal(text: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    quoted = json.dumps(text)
    path.write_text(
        f"title: {{en: {quoted}}}\nlanguages: [en]\nkinds: {{{quoted}: {{en: {quoted}}}}}\n"
        f"actors:\n- id: a\n  name: {{en: {quoted}}}\n  short: [{quoted}]\n  other_names: {{en: [x, {quoted}]}}\n"
        f"  kind: {quoted}\n  level: state\n"
        f"topics:\n- id: t\n  name: {{en: x}}\n  terms: {{en: [{quoted}]}}\n"
        f"duties:\n- id: d\n  actors: [a]\n  statement: {{en: {quoted}}}\n  topics: [t]\n"
        f"  changes:\n  - {{on: 2025-01-01, status: current, name: {{en: {quoted}}},\n"
        f"      basis: {{en: {quoted}}}, note: {{en: {quoted}}}}}\n",
        "utf-8",
    )
    found = _Names(_document(str(path)))
    for name, property_ in (
        ("duty/d", DCTERMS.title), ("actor/a", SKOS.prefLabel), ("topic/t", SKOS.altLabel), ("duty/d", DCTERMS.alternative),
        ("amendment/2025-01-01/d", DCTERMS.description),
    ):  # fmt: skip
        assert (text, "en") in found.texts(name, property_)
    assert (text, None) in found.texts("actor/a", SKOS.altLabel)
    assert all(str(node).startswith(found.base) for node in found.graph.subjects())
    assert len(set(found.graph.subjects(RDF.type, CPSV_SERVICE))) == 1
    assert found.graph.serialize(format="nt"), "another format can be made of it: every name is a valid IRI"


def test_control_characters_do_not_break_the_json(tmp_path: Path) -> None:
    path = tmp_path / "controls.yaml"
    path.write_text('title: {en: x}\nlanguages: [en]\nactors: [{id: a, name: {en: "a\\e[31m\\0"}}]\nduties: []\n', "utf-8")
    document = _document(str(path))
    assert "\x1b" not in document
    assert _Names(document).texts("actor/a", SKOS.prefLabel) == {("a\x1b[31m\x00", "en")}
