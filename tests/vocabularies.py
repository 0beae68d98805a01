"""The terms that linked data may use, by namespace, as the vocabularies themselves define them."""

from __future__ import annotations

from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, PROV, SKOS

# CPSV-AP 3.2.0 (SEMIC, 31 January 2024), its JSON-LD context and RDF file: github.com/SEMICeu/CPSV-AP, releases/3.2.0.
CPSV = frozenset({"PublicService", "Rule", "follows", "hasInput", "implements", "produces"})
CV = frozenset(
    {
        "BusinessEvent", "Channel", "ContactPoint", "Cost", "Event", "Evidence", "EvidenceType", "LifeEvent", "Output",
        "Participation", "PublicOrganisation", "Requirement", "ServiceConcessionContract",
        "contactPage", "contactPoint", "currency", "email", "establishedUnder", "evidenceTypeClassification", "frequency",
        "fulfils", "hasChannel", "hasCompetentAuthority", "hasContractingAuthority", "hasCost", "hasEconomicOperator",
        "hasInputType", "hasLegalResource", "hasParticipant", "hasParticipation", "hasRelatedService", "hasSupportingEvidence",
        "hasValue", "holdsRequirement", "ifAccessedThrough", "isClassifiedBy", "isDefinedBy", "isGroupedBy", "openingHours",
        "ownedBy", "participates", "processingTime", "relatedService", "role", "sector", "specialOpeningHoursSpecification",
        "supportsRequirement", "telephone", "thematicArea",
    }
)  # fmt: skip
ADMS = frozenset({"status"})
# The ontology of the European Legislation Identifier 1.x: data.europa.eu/eli/ontology (only what could be of use here).
ELI = frozenset({"LegalResource", "LegalExpression", "LegalResourceSubdivision", "date_document", "id_local", "type_document"})

VOCABULARIES: dict[str, frozenset[str]] = {
    "http://purl.org/vocab/cpsv#": CPSV,
    "http://data.europa.eu/m8g/": CV,
    "http://www.w3.org/ns/adms#": ADMS,
    "http://data.europa.eu/eli/ontology#": ELI,
    # These six are closed in rdflib, which makes them from the vocabularies' own files.
    str(DCAT): frozenset(DCAT.__annotations__),
    str(DCTERMS): frozenset(DCTERMS.__annotations__),
    str(FOAF): frozenset(FOAF.__annotations__),
    str(ORG): frozenset(ORG.__annotations__),
    str(PROV): frozenset(PROV.__annotations__),
    str(SKOS): frozenset(SKOS.__annotations__),
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": frozenset({"type"}),
}


def defined(iri: str) -> bool:
    """Whether a vocabulary defines this class or property."""
    for namespace, terms in VOCABULARIES.items():
        if iri.startswith(namespace):
            return iri.removeprefix(namespace) in terms
    return False


# What the shapes of CPSV-AP 3.2.0 ask of each class: the least and the most values of a property (None: as many as you like).
# Two are knowingly not kept, see test_linked: `dct:spatial` of an organisation, and the authority of a duty that has none.
SHAPES: dict[str, dict[str, tuple[int, int | None]]] = {
    "http://purl.org/vocab/cpsv#PublicService": {
        str(DCTERMS.identifier): (1, 1),
        str(DCTERMS.title): (1, None),
        str(DCTERMS.description): (1, None),
        "http://www.w3.org/ns/adms#status": (0, 1),
    },
    "http://data.europa.eu/m8g/Participation": {
        str(DCTERMS.identifier): (1, 1),
        str(DCTERMS.description): (1, None),
        "http://data.europa.eu/m8g/role": (1, None),
        "http://data.europa.eu/m8g/hasParticipant": (1, 1),
    },
    "http://data.europa.eu/m8g/PublicOrganisation": {str(SKOS.prefLabel): (1, None)},
    str(FOAF.Agent): {str(DCTERMS.identifier): (1, 1), str(DCTERMS.title): (1, None)},
}

# The classes that CPSV-AP 3.2.0, ORG and SKOS want at the other end of a property.
RANGES: dict[str, str] = {
    "http://data.europa.eu/m8g/hasCompetentAuthority": "http://data.europa.eu/m8g/PublicOrganisation",
    "http://data.europa.eu/m8g/hasParticipation": "http://data.europa.eu/m8g/Participation",
    "http://data.europa.eu/m8g/hasParticipant": str(FOAF.Agent),
    "http://data.europa.eu/m8g/role": str(SKOS.Concept),
    "http://data.europa.eu/m8g/thematicArea": str(SKOS.Concept),
    "http://data.europa.eu/m8g/hasLegalResource": "http://data.europa.eu/eli/ontology#LegalResource",
    "http://www.w3.org/ns/adms#status": str(SKOS.Concept),
    str(DCTERMS.publisher): str(FOAF.Agent),
    str(DCTERMS.temporal): str(DCTERMS.PeriodOfTime),
    str(ORG.originalOrganization): str(ORG.Organization),
    str(ORG.resultingOrganization): str(ORG.Organization),
    str(ORG.classification): str(SKOS.Concept),
    str(SKOS.inScheme): str(SKOS.ConceptScheme),
}
