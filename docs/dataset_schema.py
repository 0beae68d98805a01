"""The JSON Schema of a dataset with a hint for every field, for editors and for docs/dataset.md: made from the records.

A hint is the docstring under a field of a record, or under a value of a closed set, in `ansvar.dataset.model`.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from itertools import pairwise
from types import ModuleType, NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from ansvar.dataset import closed_sets, model, place_records, signpost_records
from ansvar.dataset.include import LISTS
from ansvar.dataset.model import LANGUAGES, Unit
from ansvar.dataset.record import Record
from ansvar.languages import language_data

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain = dict[str, Any]

_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_LANGUAGE_NAMES = {code: language_data(code).ENGLISH_NAME for code in LANGUAGES}
# Letters of any script: \w is those of ASCII alone in an editor.
_NOT_IN_AN_ID = "\\s!\"#$%&'()*+,:;<=>?\\[\\\\\\]^`{|}~"
_ID = {"type": "string", "pattern": f"^[^{_NOT_IN_AN_ID}_/-][^{_NOT_IN_AN_ID}]{{0,99}}$"}
_SECTION_ID = {
    "type": "string", "pattern": f"^[^{_NOT_IN_AN_ID}_/-][^{_NOT_IN_AN_ID}]*( [^{_NOT_IN_AN_ID}]+)*$", "maxLength": 100,
}  # fmt: skip
_WEBSITE = {"type": "string", "pattern": '^https?://[^\\s<>"]+$'}
_NUMBER = {"type": ["integer", "string"], "minimum": 1, "pattern": "^[1-9][0-9]*$"}
_NOT_EMPTY = {("Dataset", "languages"), ("Dataset", "actors"), *(("Locator", unit.value) for unit in Unit)}


def _classes(module: ModuleType) -> Iterator[tuple[Any, list[ast.stmt]]]:
    """The classes of a module, each with its body as it is written."""
    nodes = ast.parse(inspect.getsource(module)).body
    return ((getattr(module, node.name), node.body) for node in nodes if isinstance(node, ast.ClassDef))


def _hints(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """The names in a class body that have a docstring under them, each with that."""
    for line, after in pairwise(body):
        target = line.target if isinstance(line, ast.AnnAssign) else line.targets[0] if isinstance(line, ast.Assign) else None
        if isinstance(target, ast.Name) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield target.id, " ".join(str(after.value.value).split())


HINTS: dict[str, dict[str, str]] = {
    kind.__name__: {name.rstrip("_"): hint for name, hint in _hints(body)}
    for module in (model, place_records, signpost_records)
    for kind, body in _classes(module)
}
"""What each field of each record is for, as one would tell somebody who writes a dataset."""

VALUES: dict[str, dict[str, str]] = {
    kind.__name__: {kind[name].value: hint for name, hint in _hints(body)} for kind, body in _classes(closed_sets)
}
"""What each value of each closed set of words means."""


def described() -> Plain:
    """The JSON Schema (2020-12) of a dataset. It accepts what `check` accepts, and tells of less.

    An editor reads a number as a number, a strict reader of YAML as text: a number may be either.
    """
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A dataset of ansvar"}
    records = {name: _record(getattr(model, name)) for name in HINTS if name != "Dataset"}
    sets = {name: _closed(getattr(closed_sets, name)) for name in VALUES if name != "Force"}
    return head | _record(model.Dataset) | {"$defs": records | sets | _texts()}


def dumps() -> str:
    """The schema as it stands in data/responsibilities.schema.json."""
    return json.dumps(described(), ensure_ascii=False, indent=2) + "\n"


def needed(kind: type[Record]) -> list[str]:
    """The fields that a record must have, as they are written in YAML."""
    return [name.rstrip("_") for name in kind.__annotations__ if kind.is_needed(name)]


def _record(kind: type[Record]) -> Plain:
    """A record with a hint for each of its fields."""
    made: Plain = {
        "type": "object",
        "description": _about(kind),
        "properties": {name.rstrip("_"): _field(kind, name.rstrip("_"), type_) for name, type_ in kind.__annotations__.items()},
        "required": needed(kind),
        "additionalProperties": False,
    }
    if kind is model.Dataset:  # what is needed may stand in a file that is included
        listed = [name for name in made["required"] if name in LISTS]
        made["required"] = [name for name in made["required"] if name not in LISTS]
        made |= {"if": {"required": ["include"]}, "else": {"required": listed}}
        made["allOf"] = [_unless_own("roles", "duties", "role"), _unless_own("levels", "actors", "level")]
    if kind in (model.Section, model.Locator):
        made["oneOf"] = [{"required": [unit.value]} for unit in Unit]
    if kind is model.Change:
        made["if"] = {"properties": {"status": {"const": "moved"}}}
        made["then"] = {"required": ["to"], "properties": {"to": {"minItems": 1}}}
        made["else"] = {"properties": {"to": {"maxItems": 0}}}
    return made


def _unless_own(own: str, records: str, field: str) -> Plain:
    """A field that has one of the tool's words, unless the dataset has its own."""
    one_of_ours = {"properties": {field: {"$ref": f"#/$defs/{field.title()}"}}}
    return {"if": {"required": [own]}, "else": {"properties": {records: {"items": one_of_ours}}}}


def _about(kind: type) -> str:
    """What a record or a set of words is."""
    return re.sub(r"\bfrom_", "from", " ".join((kind.__doc__ or "").split()))


def _field(kind: type[Record], name: str, type_: Any) -> Plain:
    """The form of one field, with its hint."""
    made: Plain = {"description": HINTS[kind.__name__][name]} | _form(kind.__name__, name, type_)
    if (kind.__name__, name) in _NOT_EMPTY:
        made["minItems"] = 1
    return made


def _form(record: str, name: str, type_: Any) -> Plain:
    """What a field's value looks like in YAML, in which nothing is ever null."""
    if name == "id" and record != "Locator":
        return _SECTION_ID if record == "Section" else _ID
    if name in ("website", "url", "read"):
        return _WEBSITE
    if (record, name) in (("Duty", "role"), ("Actor", "level")):
        return {"type": "string", "anyOf": [{"$ref": f"#/$defs/{name.title()}"}, {"pattern": "^\\S+$"}]}
    if (record, name) == ("Dataset", "languages"):
        return {"type": "array", "items": {"enum": list(LANGUAGES)}, "uniqueItems": True}
    return _form_of_type(type_)


def _form_of_type(type_: Any) -> Plain:
    """The form of a value by its type alone."""
    origin, inner = get_origin(type_), [one for one in get_args(type_) if one not in (NoneType, ...)]
    if origin is tuple:
        return {"type": "array", "items": _form_of_type(inner[0])}
    if origin is Mapping:
        return _form_of_mapping(inner[1])
    if origin:
        return _form_of_type(inner[0])
    if issubclass(type_, Record | Enum):
        return {"$ref": f"#/$defs/{type_.__name__}"}
    simple: dict[Any, Plain] = {str: {"type": "string"}, int: _NUMBER, date: _DAY}
    return simple[type_]


def _form_of_mapping(inner: Any) -> Plain:
    if inner is str:
        return {"$ref": "#/$defs/Text"}
    if get_origin(inner) is tuple:
        return {"$ref": "#/$defs/Words"}
    return {"type": "object", "additionalProperties": _form_of_type(inner)}


def _closed(kind: type[Enum]) -> Plain:
    """A closed set of words, each with its meaning."""
    options = [{"const": value.value, "description": VALUES[kind.__name__][value.value]} for value in kind]
    return {"description": _about(kind), "type": "string", "oneOf": options}


def _texts() -> Plain:
    """A text, and lists of words, by language."""
    text = {"type": "string", "pattern": "\\S"}
    words = {"type": "array", "items": text}
    return {
        "Text": {
            "type": "object",
            "description": "The same text in each of the dataset's languages.",
            "properties": {code: {"description": f"In {name}."} | text for code, name in _LANGUAGE_NAMES.items()},
            "additionalProperties": False,
            "minProperties": 1,
        },
        "Words": {
            "type": "object",
            "description": "Words by language.",
            "properties": {code: {"description": f"In {name}."} | words for code, name in _LANGUAGE_NAMES.items()},
            "additionalProperties": False,
        },
    }
