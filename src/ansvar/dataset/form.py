"""Plain data → records, by the types of their fields: at once, or not at all.

Pydantic tells every fault of a dataset and its place, but its import and the validator that it builds cost 50 ms, a third of
a first run. A dataset that is formed as it must be, the usual case, does without it. What this does not take, Pydantic looks
at; nothing is taken here that Pydantic would refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING
from datetime import date
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from .model import Dataset, Record

if TYPE_CHECKING:
    from enum import Enum

Make = Callable[[Any], Any]


class NotFormedError(Exception):
    """The data have not the form of the record."""


def dataset(plain: dict[str, Any]) -> Dataset:
    """The dataset in plain data, in which every scalar is text. Raises NotFormedError."""
    try:
        made: Dataset = _maker(Dataset)(plain)
    except (KeyError, ValueError) as error:
        raise NotFormedError from error
    return made


def _maker(kind: Any) -> Make:
    """What makes a value of a type; it raises NotFormedError, KeyError or ValueError where it cannot."""
    origin, arguments = get_origin(kind), [one for one in get_args(kind) if one not in (NoneType, ...)]
    if origin is tuple:
        return _of_list(_maker(arguments[0]))
    if origin is Mapping:
        return _of_mapping(_maker(arguments[1]))
    if arguments:  # a type or None
        return _maker(arguments[0])
    if issubclass(kind, Record):
        return _of_record(kind)
    simple: dict[Any, Make] = {str: str, int: _whole, date: _day}
    return _of_text(simple.get(kind) or _member(kind))


def _of_text(make: Make) -> Make:
    def made(plain: Any) -> Any:
        if type(plain) is not str:
            raise NotFormedError
        return make(plain)

    return made


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise NotFormedError
    return int(text)


def _day(text: str) -> date:
    if len(text) != 10 or text[4] + text[7] != "--":  # ISO 8601 has other ways to write a day
        raise NotFormedError
    return date.fromisoformat(text)


def _member(kind: type[Enum]) -> Make:
    return {member.value: member for member in kind}.__getitem__


def _of_list(make: Make) -> Make:
    def made(plain: Any) -> tuple[Any, ...]:
        if type(plain) is not list:
            raise NotFormedError
        return tuple(map(make, plain))

    return made


def _of_mapping(make: Make) -> Make:
    def made(plain: Any) -> dict[str, Any]:
        if type(plain) is not dict:
            raise NotFormedError
        return {key: make(value) for key, value in plain.items()}

    return made


def _of_record(kind: type[Record]) -> Make:
    types = get_type_hints(kind)
    fields = kind.__dataclass_fields__
    makers = {name.rstrip("_"): (name, _maker(types[name])) for name in fields}
    needed = {name for name, field in fields.items() if field.default is MISSING and field.default_factory is MISSING}

    def made(plain: Any) -> Record:
        if type(plain) is not dict:
            raise NotFormedError
        values = {}
        for key, value in plain.items():
            name, make = makers[key]
            values[name] = make(value)
        if not needed <= values.keys():
            raise NotFormedError
        return kind(**values)

    return made
