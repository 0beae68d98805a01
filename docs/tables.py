"""Tables of the fields and values of a dataset, for docs/dataset.md."""

from __future__ import annotations

from typing import Any

from dataset_schema import HINTS, VALUES, described, needed

from ansvar.dataset import model

_OF_IDS = {"actors", "topics", "partners", "to", "successors", "continued_by", "parents", "places", "duties"}


def fields(records: str) -> str:
    """A table of the fields of some records, named with blanks between them; each under its own heading where there are several."""
    names = records.split()
    parts = [_fields(name, heading=len(names) > 1) for name in names]
    return "\n" + "\n".join(parts) + "\n"


def _fields(record: str, *, heading: bool) -> str:
    schema = described()
    plain = schema if record == "Dataset" else schema["$defs"][record]
    lines = [f"**{record}.** {plain['description']}", ""] if heading else [plain["description"], ""]
    lines += ["| field | value | needed | what it is |", "| --- | --- | --- | --- |"]
    for name, form in plain["properties"].items():
        yes = "yes" if name in needed(getattr(model, record)) else ""
        lines.append(f"| `{name}` | {_value(record, name, form)} | {yes} | {HINTS[record][name]} |")
    return "\n".join(lines) + "\n"


def values(name: str) -> str:
    """A table of the values of a closed set."""
    field = name.lower()
    lines = [f"| `{field}` | meaning |", "| --- | --- |", *(f"| `{value}` | {text} |" for value, text in VALUES[name].items())]
    return "\n" + "\n".join(lines) + "\n\n"


def _value(record: str, name: str, form: dict[str, Any]) -> str:
    """What one writes as the value of a field, in a few words."""
    if reference := form.get("$ref"):
        return _referred(reference)
    if "integer" in form["type"]:
        return "number"
    if form["type"] == "array":
        return _list(record, name, form["items"])
    if form["type"] == "object":
        of = form["additionalProperties"].get("$ref", "")
        return f"{_referred(of)}, for each key"
    if "anyOf" in form:
        return f"{_referred(form['anyOf'][0]['$ref'])}, or a key"
    if form.get("format") == "date":
        return "date"
    if name in ("id", "section", "target", "actor", "host"):
        return "id"
    return {"website": "web address", "url": "web address", "read": "web address", "kind": "key"}.get(name, "text")


def _referred(reference: str) -> str:
    name = reference.rsplit("/", 1)[1]
    if name in VALUES:
        return ", ".join(f"`{value}`" for value in VALUES[name])
    return {"Text": "text by language", "Words": "list of words by language", "OwnRole": "role"}.get(name, name.lower())


def _list(record: str, name: str, items: dict[str, Any]) -> str:
    if "$ref" in items:
        return f"list of {name}"
    if "enum" in items:
        return "list of " + ", ".join(f"`{code}`" for code in items["enum"])
    if "integer" in items["type"]:
        return "list of numbers"
    return "list of ids" if name in _OF_IDS and record != "Dataset" else "list of words"
