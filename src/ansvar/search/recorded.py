"""The compiled form → the whole dataset in its own form, complete: what an export that can be read back is made from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..dataset.model import Dataset
from .tables import REST

if TYPE_CHECKING:
    from .index import Index


def recorded(index: Index) -> dict[str, Any]:
    """The dataset as plain data, field by field in the order of the model."""
    made: dict[str, Any] = {}
    for kind, _, _, plain in sorted(index.table("record"), key=lambda row: row[1]):
        if kind == REST:
            made |= json.loads(plain)
        else:
            made.setdefault(kind, []).append(json.loads(plain))
    made["duties"] = [json.loads(row[-1])[0] for row in sorted(index.table("duty"), key=lambda row: row[1])]
    if len(made.get("sources", ())) == 1:
        for one in (*made["duties"], *made.get("notes", ())):
            one.get("source", {}).pop("id", None)  # the only one is meant
    return {field: made[field] for field in Dataset.__annotations__ if made.get(field) or Dataset.is_needed(field)}
