"""Reforms as linked data: the acts that they rest on, and the events and amendments themselves."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from .nodes import Node, Scope, identifier, listed, node_of, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...answers.duties import OnDay
    from ...dataset.model import Actor, Text

_ACT_NUMBER = re.compile(r"(?<![\d/])\d{1,5}/\d{4}(?![\d/])")


class Acts:
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
            return [self._add(identifier("act", blake2b(name, digest_size=8).hexdigest()), {}, basis)]
        title = basis if len(numbers) == 1 else {}
        return [self._add(identifier("act", number.replace("/", "-")), {"eli:id_local": number}, title) for number in numbers]

    def _add(self, id_: str, fields: Node, title: Text) -> str:
        node = self.nodes.setdefault(id_, node_of(id_, "eli:LegalResource", fields))
        if titles := together([*listed(node.get("dct:title", {})), title]):
            node["dct:title"] = titles
        return id_


class Events:
    """The reforms, each once: a day, who held duties until then and who has held them since, with the duties and acts."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.nodes: dict[str, Node] = {}

    def add(self, one: OnDay, acts: Acts) -> None:
        """The changes of one duty. One that leaves its holders is an activity, no change of organisations."""
        for step in one.steps:
            if step.before == step.after:
                id_ = identifier("amendment", step.on.isoformat(), one.duty.id)
                node = self.nodes.setdefault(id_, node_of(id_, "prov:Activity", {"dct:date": step.on.isoformat()}))
            else:
                node = self._change(step.on, step.before, step.after)
            self._tell(node, [step.note], step.basis, acts)
            self._link(node, "dct:relation", [identifier("duty", one.duty.id)])

    def add_ends(self, actors: Iterable[Actor], acts: Acts) -> None:
        """The ends of the actors, whether or not they held a duty by then."""
        for actor in actors:
            if actor.until:
                node = self._change(actor.until + timedelta(days=1), (actor.id,), actor.successors)
                self._tell(node, [actor.note], actor.basis, acts)

    def _change(self, on: date, before: Sequence[str], after: Sequence[str]) -> Node:
        id_ = identifier("change", on.isoformat(), "+".join(before), "+".join(after))
        node = self.nodes.setdefault(id_, node_of(id_, "org:ChangeEvent", {"dct:date": on.isoformat()}))
        for name, ids in (("org:originalOrganization", before), ("org:resultingOrganization", after)):
            self._link(node, name, [identifier("actor", one) for one in ids if self.scope.is_organisation(one)])
        return node

    def _tell(self, node: Node, notes: Iterable[Text | None], basis: Text | None, acts: Acts) -> None:
        """Add what is said of a change: notes as its description, the basis as a note and as links to the acts."""
        for name, texts in (("dct:description", notes), ("skos:note", [basis])):
            merged = together([*listed(node.get(name, {})), *filter(None, texts)])
            if merged:
                node[name] = merged
        self._link(node, "dct:references", acts.of(basis))

    @staticmethod
    def _link(node: Node, name: str, ids: Iterable[str]) -> None:
        if linked := list(dict.fromkeys([*node.get(name, ()), *ids])):
            node[name] = linked
