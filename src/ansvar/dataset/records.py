"""YAML nodes → records, by the types of their fields. A fault is noted at its node, and reading goes on without the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from . import strict_yaml as tree
from .errors import Problem
from .model import Dataset
from .nearest import near_miss
from .printable import printable
from .record import Record

if TYPE_CHECKING:
    from .strict_yaml import Node

Read = Callable[["_Reading", "Node", str], Any]
"""Reads a node as a value of a type, or notes its fault and gives _REFUSED. The text is what a message calls the node."""
_REFUSED: Final = object()


class _Reading:
    """What is found out while a tree is read: the faults, and which records lack a value that they need."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.incomplete: set[int] = set()

    def fault(self, node: Node, message: str) -> object:
        self.problems.append(Problem(node.file, node.line + 1, node.column + 1, message))
        return _REFUSED

    def refuse(self, node: Node, name: str, must: str) -> object:
        return self.fault(node, f"{name} {must}, not {_shown(node)}")


def read_dataset(root: tree.Mapping) -> tuple[Dataset, list[Problem], set[int]]:
    """The dataset, the faults of its form, and the `id` of each node whose record lacks a value that it needs.

    Such a record has something empty in its place, so that the rest of the dataset can be checked.
    """
    reading = _Reading()
    dataset: Dataset = _reader(Dataset)(reading, root, "the dataset")
    return dataset, reading.problems, reading.incomplete


@cache
def _reader(kind: Any) -> Read:
    """What reads a value of a type."""
    origin, inner = get_origin(kind), _inner(kind)
    if origin is tuple:
        return _list_of(inner)
    if origin is Mapping:
        return _mapping_of(inner)
    if origin:  # a type or None: a value that is there is of the type
        return _reader(inner)
    if issubclass(kind, Record):
        return _record_of(kind)
    if issubclass(kind, Enum):
        return _member_of(kind)
    simple: dict[Any, Read] = {str: _text, int: _number, date: _day}
    return simple[kind]


def _inner(kind: Any) -> Any:
    """The type of what is in a tuple, a mapping by language, or an optional value."""
    arguments = [one for one in get_args(kind) if one not in (NoneType, ...)]
    return arguments[-1] if arguments else None


def _instead(kind: Any) -> Any:
    """What stands for a value that is missing or faulty."""
    origin = get_origin(kind)
    if origin in (tuple, Mapping):
        return () if origin is tuple else {}
    if origin:
        return None
    if issubclass(kind, Record):
        return kind(**_needed(kind))
    return next(iter(kind)) if issubclass(kind, Enum) else {str: "", int: 0, date: date.min}[kind]


def _needed(kind: type[Record]) -> dict[str, Any]:
    """The fields that a record must have, each with what stands for it."""
    return {name: _instead(type_) for name, type_ in kind.__annotations__.items() if kind.is_needed(name)}


def _text(reading: _Reading, node: Node, name: str) -> Any:
    return node.value if isinstance(node, tree.Scalar) else reading.refuse(node, name, "must be text")


def _number(reading: _Reading, node: Node, name: str) -> Any:
    if isinstance(node, tree.Scalar) and re.fullmatch("0|[1-9][0-9]{0,8}", node.value):
        return int(node.value)
    return reading.refuse(node, name.removeprefix(_ITEM), "must be a whole number in plain digits, for example 7")


def _day(reading: _Reading, node: Node, name: str) -> Any:
    if not isinstance(node, tree.Scalar) or not re.fullmatch("[0-9]{4}(-[0-9]{2}){2}", node.value):
        return reading.refuse(node, name.removeprefix(_ITEM), "must be a date, YYYY-MM-DD")
    try:
        return date.fromisoformat(node.value)
    except ValueError:
        return reading.refuse(node, name, "must be a date that exists, YYYY-MM-DD")


def _member_of(kind: type[Enum]) -> Read:
    members = {member.value: member for member in kind}
    *most, last = members

    def read(reading: _Reading, node: Node, name: str) -> Any:
        if not isinstance(node, tree.Scalar):
            return reading.refuse(node, name, f"must be one of {', '.join(most)} or {last}")
        if node.value in members:
            return members[node.value]
        return reading.fault(node, f"{_shown(node)} is not one of {', '.join(most)} or {last}{near_miss(node.value, members)}")

    return read


_ITEM = "an item of "


def _list_of(kind: Any) -> Read:
    item = _reader(kind)

    def read(reading: _Reading, node: Node, name: str) -> Any:
        if not isinstance(node, tree.Sequence):
            return reading.refuse(node, name, "must be a list, for example [a, b]")
        values = [item(reading, one, _ITEM + name) for one in node.values]
        return tuple(_in_place(reading, kind, one, value) for one, value in zip(node.values, values, strict=True))

    return read


def _mapping_of(kind: Any) -> Read:
    value = _reader(kind)

    def read(reading: _Reading, node: Node, name: str) -> Any:
        if not isinstance(node, tree.Mapping):
            return reading.refuse(node, name, "must be a mapping of language to text, for example {en: …}")
        values = {key: value(reading, one, f"'{_short(key)}'") for key, one in node.values.items()}
        return {key: _in_place(reading, kind, node.values[key], value) for key, value in values.items()}

    return read


def _in_place(reading: _Reading, kind: Any, node: Node, value: Any) -> Any:
    """The value that was read, or what stands for it."""
    if value is not _REFUSED:
        return value
    reading.incomplete.add(id(node))
    return _instead(kind)


def _record_of(kind: type[Record]) -> Read:
    types = kind.__annotations__
    readers = {name.rstrip("_"): (name, _reader(type_)) for name, type_ in types.items()}
    needed = _needed(kind)

    def read(reading: _Reading, node: Node, name: str) -> Any:
        if not isinstance(node, tree.Mapping):
            return reading.refuse(node, name, "must be a mapping of fields")
        values = {}
        for key, one in node.values.items():
            if key not in readers:
                reading.fault(one, f"unknown field '{_short(key)}'{near_miss(key, readers)}")
                continue
            field, value = readers[key]
            if (found := value(reading, one, f"'{key}'")) is not _REFUSED:
                values[field] = found
        lacking = [field for field in needed if field not in values]
        for field in lacking:
            if field.rstrip("_") not in node.values:
                reading.fault(node, f"the field '{field.rstrip('_')}' is missing")
            values[field] = needed[field]
        if lacking:
            reading.incomplete.add(id(node))
        return kind(**values)

    return read


def _shown(node: Node) -> str:
    if isinstance(node, tree.Scalar):
        return f"'{_short(node.value)}'"
    return "a mapping" if isinstance(node, tree.Mapping) else "a list"


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= 60 else shown[:57] + "…"
