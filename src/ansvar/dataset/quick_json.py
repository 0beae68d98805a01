"""A dataset that is written as JSON, read by the quick way: without a tree of nodes.

It reads what is right. Of anything else it says nothing, for JSON is YAML too, and the reader of YAML knows the places of faults.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from .model import Dataset
from .record import Record

WRAPPED = ("schema", "dataset")
"""The keys by which an export is known; its dataset stands under the second."""

Read = Callable[[Any], Any]
_DAY = re.compile("[0-9]{4}(-[0-9]{2}){2}")
_MOST = 999_999_999
# What may not stand in YAML, and half a character, which no encoding has.
_NOT_IN_YAML = re.compile("[\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _OtherwiseError(Exception):
    """The text is to be read by the reader of YAML."""


def begins_as_json(content: bytes) -> bool:
    """Whether a file may be JSON: its first letter is a brace."""
    return content[:200].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read_quickly(content: bytes) -> Dataset | None:
    """The dataset in a file of JSON; None where it is to be read as YAML. What it says has not been checked."""
    try:
        text = content.decode("utf-8-sig")
        if _NOT_IN_YAML.search(text):
            return None
        plain = json.loads(text, object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse)
        if _ESCAPED_SURROGATE.search(text):  # a pair of them is a character; one alone is none
            json.dumps(plain, ensure_ascii=False).encode()
        dataset: Dataset = _reader(Dataset)(plain["dataset"] if set(WRAPPED) <= plain.keys() else plain)
    except (_OtherwiseError, ValueError, KeyError, RecursionError):
        return None
    return None if dataset.include else dataset


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _OtherwiseError
    return made


def _refuse(_: object) -> Any:
    raise _OtherwiseError


@cache
def _reader(kind: Any) -> Read:
    """What reads a value of a type."""
    origin, inner = get_origin(kind), [one for one in get_args(kind) if one not in (NoneType, ...)]
    if origin is tuple:
        return _list_of(_reader(inner[-1]))
    if origin is Mapping:
        return _mapping_of(_reader(inner[-1]))
    if origin:
        return _reader(inner[0])
    if issubclass(kind, Record):
        return _record_of(kind)
    if issubclass(kind, Enum):
        return lambda value: {member.value: member for member in kind}[_text(value)]
    return {str: _text, int: _number, date: _day}[kind]


def _text(value: Any) -> Any:
    return value if type(value) is str else _refuse(value)


def _number(value: Any) -> Any:
    return value if type(value) is int and 0 <= value <= _MOST else _refuse(value)


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if type(value) is str and _DAY.fullmatch(value) else _refuse(value)


def _list_of(item: Read) -> Read:
    return lambda value: tuple(map(item, value)) if type(value) is list else _refuse(value)


def _mapping_of(item: Read) -> Read:
    return lambda value: {key: item(one) for key, one in value.items()} if type(value) is dict else _refuse(value)


def _record_of(kind: type[Record]) -> Read:
    readers = {name.rstrip("_"): (name, _reader(type_)) for name, type_ in kind.__annotations__.items()}
    needed = {name for name in kind.__annotations__ if kind.is_needed(name)}

    def read(value: Any) -> Any:
        if type(value) is not dict:
            _refuse(value)
        values = {}
        for key, one in value.items():
            name, reader = readers[key]
            values[name] = reader(one)
        return kind(**values) if needed <= values.keys() else _refuse(value)

    return read
