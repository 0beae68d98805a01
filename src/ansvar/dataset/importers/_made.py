"""What importers have in common: ids from names, records that are made once, and text from bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import AnsvarError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import Plain

_NOT_IN_AN_ID = re.compile(r"[^\w@./-]+")
_LONGEST = 80


class Ids:
    """Ids that are given once each."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, name: str, *, small: bool = True) -> str:
        """An id made from a name: as it is where it may be one, with a number where another has it."""
        base = id_of(name, small=small)
        made, n = base, 1
        while made.casefold() in self._taken:
            n += 1
            made = f"{base}-{n}"
        self._taken.add(made.casefold())
        return made


def id_of(name: str, *, small: bool = True) -> str:
    """What of a name may stand in an id."""
    text = _NOT_IN_AN_ID.sub("-", name.lower() if small else name)[:_LONGEST]
    return re.sub("-{2,}", "-", text).strip("-_/") or "x"


class Named:
    """Records that are known by their names, however these are capitalised, in the order in which they come."""

    def __init__(self, language: str, *, small: bool = True) -> None:
        self.language, self.small, self.ids = language, small, Ids()
        self.records: dict[str, Plain] = {}

    def id(self, name: str, **fields: Any) -> str:
        """The id of the record of this name, which is made where there is none; fields that it lacks are added."""
        record = self.records.get(name.casefold())
        if record is None:
            record = {"id": self.ids.new(name, small=self.small), "name": {self.language: name}}
            self.records[name.casefold()] = record
        for field, value in fields.items():
            if value:
                record.setdefault(field, value)
        return str(record["id"])

    def __iter__(self) -> Iterator[Plain]:
        return iter(self.records.values())


def text_of(content: bytes, file: str) -> str:
    """The text of a file: UTF-8, UTF-16 where its first bytes say so, else the western encoding of spreadsheets (cp1252)."""
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
        except UnicodeDecodeError:
            continue
    raise AnsvarError(f"{file} is no text that can be read", "Save it as UTF-8.")


def without_empty(plain: Plain) -> Plain:
    """A record without the fields that have no value."""
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}
