"""Records ⇄ plain data (dicts, lists, strings, numbers), as JSON has them, by the types of their fields.

Fields without a value are left out, but for those that a record must have (`actors: []`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin

from .record import Record

_R = TypeVar("_R")
_EMPTY: tuple[Any, ...] = (None, (), {})


def encode(value: Any) -> Any:
    """A record, or anything in one, as plain data."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    fields = getattr(value, "__record_fields__", None) or getattr(value, "_fields", None)
    if fields:
        named = ((name, getattr(value, name)) for name in fields)
        needed = _needed(cast("Hashable", type(value)))
        return {name.rstrip("_"): encode(item) for name, item in named if item not in _EMPTY or name in needed}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


@cache
def _needed(kind: Any) -> frozenset[str]:
    """The fields that a record of a kind must have."""
    return frozenset(name for name in kind.__annotations__ if kind.is_needed(name)) if issubclass(kind, Record) else frozenset()


def decode(kind: type[_R], plain: Any) -> _R:
    """The record of a kind that `encode` made plain."""
    return cast("_R", _decoder(cast("Hashable", kind))(plain))


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type from plain data."""
    origin, arguments = get_origin(kind), [one for one in get_args(kind) if one not in (NoneType, ...)]
    if origin is tuple:
        item = _decoder(arguments[0])
        return lambda plain: tuple(map(item, plain))
    if origin is Mapping:
        value = _decoder(arguments[1])
        return lambda plain: {key: value(one) for key, one in plain.items()}
    if arguments:  # a type or None: what is None was left out
        return _decoder(arguments[0])
    if kind is date:
        return date.fromisoformat
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return _record_decoder(kind) if hasattr(kind, "__annotations__") else kind  # str, int, bool


def _record_decoder(kind: type) -> Callable[[Any], Any]:
    decoders = {name.rstrip("_"): (name, _decoder(type_)) for name, type_ in kind.__annotations__.items()}
    absent = {name: _empty(type_) for name, type_ in kind.__annotations__.items()}

    def made(plain: Any) -> Any:
        values = dict(absent)
        for key, value in plain.items():
            name, decoder = decoders[key]
            values[name] = decoder(value)
        return kind(**values)

    return made


def _empty(kind: Any) -> Any:
    """The value of a field that `encode` left out."""
    return {tuple: (), Mapping: {}}.get(get_origin(kind))
