"""A table of rows → a dataset: each row a duty, or one for each role that somebody has in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...languages import language_data
from ..errors import AnsvarError
from ..paths import fault
from ..record import NamedTuple
from . import Imported
from ._columns import ROLE, columns_of
from ._made import Ids, Named, id_of, without_empty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from . import Plain, Wish
    from ._columns import Columns

RACI = {
    "R": "responsible", "A": "accountable", "S": "supports", "C": "consulted", "I": "informed", "Q": "quality", "V": "verifies",
}  # fmt: skip
"""What the letters of a RACI matrix stand for, in their order."""
_BETWEEN = re.compile(r"\s*(?:[;\n,]|<br ?/?>)\s*", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00)?)?\Z")
_WEBSITE = re.compile(r"https?://[^\s<>\"]+\Z")
_NOBODY = {"", "-", "–", "—", "n/a", "none", "nobody", "tbd", "?", "ingen", "ei kukaan"}


class Table(NamedTuple):
    """A table: its headings, its rows, the number of the first row in the file, and the heading that it stands under."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    first: int = 2
    title: str = ""


def dataset(tables: Sequence[Table], wish: Wish) -> Imported:
    """The dataset that some tables are. Raises AnsvarError where they have no rows or it cannot be told what they are."""
    if not any(table.rows for table in tables):
        raise AnsvarError(f"{wish.file} has no table with rows")
    making = _Making(wish)
    remarks: list[str] = []
    for number, table in enumerate(tables, 1):
        columns = columns_of(table.heads, table.rows, wish.columns)
        remarks += [told for told in columns.told(table.heads) if told not in remarks]
        making.add(table, columns, number)
    if not making.actors.records or not making.duties:
        raise AnsvarError(
            f"{wish.file} says of nobody what they do", "Is every column what it was taken for? " + "; ".join(remarks)
        )
    return Imported(making.dataset(), (*remarks, *making.remarks()))


class _Making:
    def __init__(self, wish: Wish) -> None:
        self.wish, self.language = wish, wish.language
        self.actors, self.topics, self.ids = Named(wish.language), Named(wish.language), Ids()
        self.roles: dict[str, Plain] = {}
        self.sections: list[Plain] = []
        self.duties: list[Plain] = []
        self.without_task = 0

    def add(self, table: Table, columns: Columns, number: int) -> None:
        """Add the duties of a table."""
        section = f"table-{number}"
        title = table.title or self.wish.file
        self.sections.append({"id": section, "title": {self.language: title}, "rows": table.first + len(table.rows) - 1})
        for n in columns.letters:
            self.actors.id(table.heads[n])
        for place, row in enumerate(table.rows, table.first):
            _Row(self, table, columns, row, {"section": section, "rows": [place]}).add()

    def role(self, name: str) -> str:
        """The key of a role of one's own; `responsible` needs none where it is the only one."""
        key = id_of(name)
        letter = next((letter for letter, role in RACI.items() if role == key), None)
        called = language_data(self.language).IMPORTED.get(key, name)
        self.roles.setdefault(key, without_empty({"name": {self.language: called}, "letter": letter}))
        return key

    def dataset(self) -> Plain:
        """The dataset."""
        order = list(RACI.values())
        roles = dict(sorted(self.roles.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)))
        file = self.wish.file
        source = {
            "id": "table",
            "title": {self.language: file},
            "language": self.language,
            "unit": "rows",
            "sections": self.sections,
        }
        return without_empty(
            {
                "title": {self.language: self.wish.title or file},
                "languages": [self.language],
                "roles": roles if set(roles) != {"responsible"} else {},
                "sources": [source],
                "actors": list(self.actors),
                "topics": list(self.topics),
                "duties": self.duties,
            }
        )

    def remarks(self) -> Iterator[str]:
        """What whoever imports should know."""
        yield f"{len(self.duties)} duties, {len(self.actors.records)} actors, {len(self.topics.records)} topics"
        if nobody := sum(not duty["actors"] for duty in self.duties):
            yield f"duties without a holder: {nobody} (ansvar gaps)"
        if self.without_task:
            yield f"rows left out, for they do not say what is done: {self.without_task}"


class _Row:
    """One row of a table."""

    def __init__(self, making: _Making, table: Table, columns: Columns, row: Sequence[str], place: Plain) -> None:
        self.making, self.table, self.columns, self.row, self.place = making, table, columns, row, place

    def cell(self, field: str) -> str:
        """The first cell of a field."""
        number = self.columns.first(field)
        return "" if number is None else self.row[number].strip()

    def add(self) -> None:
        """Add the duties of the row: one for each role that somebody has in it, or one of nobody."""
        statement = self.cell("statement") or self.cell("paths")
        if not statement:
            self.making.without_task += 1
            return
        roles = self._holders()
        fields = self._fields(statement)
        base = self.cell("id") or statement
        for role, holders in roles.items() or [("", [])]:
            name = base if len(roles) < 2 or role in ("", "responsible") else f"{base[:60]} {role}"
            own = {"role": role} if role and role != "responsible" else {}
            if role == "responsible" and len(self.making.roles):
                self.making.role(role)
            self.making.duties.append({"id": self.making.ids.new(name), "actors": holders, **own, **fields})

    def _holders(self) -> dict[str, list[str]]:
        """By role the ids of those who have it, in the order of the columns."""
        found: dict[str, list[str]] = {}
        for n in self.columns.letters:
            for letter in dict.fromkeys(re.findall("[A-Z]", self.row[n].upper())):
                if letter in RACI and self.row[n].strip().casefold() not in _NOBODY:
                    key = self.making.role(RACI[letter])
                    found.setdefault(key, []).append(self.making.actors.id(self.table.heads[n]))
        for field, numbers in self.columns.fields.items():
            if field == "actor" or field.startswith(ROLE):
                for name in (name for n in numbers for name in _BETWEEN.split(self.row[n])):
                    self._hold(found, field, name.strip())
        return found

    def _hold(self, found: dict[str, list[str]], field: str, name: str) -> None:
        if name.casefold() in _NOBODY:
            return
        if field == "actor":
            named = self.cell("role")
            letter = RACI.get(named.upper(), "")
            role = self.making.role(letter or named) if named else "responsible"
            contact = {key: self.cell(key) for key in ("email", "phone", "chat")}
        else:
            role, contact = self.making.role(field.removeprefix(ROLE)), {}
        holder = self.making.actors.id(name, **contact)
        if holder not in found.setdefault(role, []):
            found[role].append(holder)

    def _fields(self, statement: str) -> Plain:
        """What all duties of the row have."""
        making, language = self.making, self.making.language
        topics = [name for name in (self.cell("topic") or self.table.title, statement if self.columns.letters else "") if name]
        shown = f"{statement} ({when})" if (when := self.cell("when")) else statement
        days = {key: found[1] for key in ("from", "until") if (found := _DAY.match(self.cell(key)))}
        return without_empty(
            {
                "statement": {language: shown},
                "topics": list(dict.fromkeys(making.topics.id(name) for name in topics)),
                "paths": [path for path in _BETWEEN.split(self.cell("paths")) if path and not fault(path)],
                "source": self.place,
                "url": url if _WEBSITE.match(url := self.cell("url")) else "",
                **days,
                "basis": {language: self.cell("basis")} if self.cell("basis") else {},
            }
        )
