"""Places and bodies as nodes: where an organisation that is a kind is which one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .nodes import address, identifier, node_of, other_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...dataset.model import Body, Place
    from .nodes import Node, Scope


def place_nodes(scope: Scope) -> Iterator[Node]:
    """Every place, and every body with the places that it serves."""
    whole = scope.whole
    for place in whole.places:
        yield _place(place)
    websites = Counter([*(actor.website for actor in whole.actors.values()), *(body.website for body in whole.bodies)])
    for body in whole.bodies:
        yield _body(body, scope, websites)


def _place(place: Place) -> Node:
    fields = {
        "dct:identifier": place.id,
        "dct:title": dict(place.name),
        "skos:prefLabel": dict(place.name),
        "skos:altLabel": other_labels(place.name, place.other_names),
        "dct:isPartOf": [identifier("place", parent) for parent in place.parents],
        "skos:note": dict(place.note) if place.note else None,
    }
    return node_of(identifier("place", place.id), "dct:Location", fields)


def _body(body: Body, scope: Scope, websites: Mapping[str | None, int]) -> Node:
    """A body. Who runs it is in its note too; a website that several share is a page about each."""
    organisation = scope.is_organisation(body.actor)
    pages = [address(site) for site in body.websites.values()]
    shared = websites[body.website] > 1
    fields = {
        "dct:identifier": body.id,
        "dct:title": dict(body.name),
        "skos:prefLabel": dict(body.name),
        "skos:altLabel": other_labels(body.name, body.other_names),
        "org:subOrganizationOf" if organisation else "dct:relation": identifier("actor", body.actor),
        "org:linkedTo": identifier("body", body.host) if body.host and organisation else None,
        "dct:spatial": [identifier("place", place) for place in body.places],
        "foaf:homepage": None if shared else address(body.website),
        "foaf:page": [*([address(body.website)] if shared else []), *pages],
        "foaf:mbox": f"mailto:{body.email}" if body.email else None,
        "skos:note": dict(body.note) if body.note else None,
    }
    types = ["cv:PublicOrganisation", "org:Organization", "foaf:Agent"] if organisation else "foaf:Agent"
    return node_of(identifier("body", body.id), types, fields)
