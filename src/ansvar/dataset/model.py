"""The records of a dataset, and the closed sets of words that they use. Imports nothing of ours."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

LANGUAGES = ("sv", "fi", "en")
"""ISO 639-1 codes of the languages that a dataset may be told in, in the order of preference."""

Text = Mapping[str, str]
"""The same text in one or more languages: ISO 639-1 code to text."""


class Level(StrEnum):
    """Where in the administration an actor works."""

    STATE = "state"
    REGION = "region"
    LOCAL = "local"
    PERSON = "person"
    ALL = "all"


class Role(StrEnum):
    """The kind of responsibility, best answer first."""

    RESPONSIBLE = "responsible"
    STEERS = "steers"
    COORDINATES = "coordinates"
    DEVELOPS = "develops"
    SUPERVISES = "supervises"
    SUPPORTS = "supports"
    PARTICIPATES = "participates"
    COOPERATES = "cooperates"


class Status(StrEnum):
    """What has become of a duty by a given date."""

    CURRENT = "current"
    MOVED = "moved"
    ENDED = "ended"
    UNCONFIRMED = "unconfirmed"


class Record:
    """What the records share: no unknown fields, and `from` (a Python keyword) is `from_` here; made once, never changed."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "alias_generator": lambda name: name.rstrip("_")}
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, **values: Any) -> None:
        for name, its in self.__dataclass_fields__.items():
            if name not in values:
                values[name] = its.default if its.default_factory is MISSING else its.default_factory()
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is never changed")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


_R = TypeVar("_R", bound=Record)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(kind: type[_R]) -> type[_R]:
    """A dataclass, frozen and with keywords only, that has its methods from Record.

    `dataclass` writes and compiles up to eight methods for each class, 0.4 ms apiece: for these classes a tenth of a start.
    """
    return dataclass(init=False, repr=False, eq=False)(kind)


@record
class Section(Record):
    """A part of a source: its id, its title and how many sentences it has (1 or more)."""

    id: str
    title: Text
    sentences: int


@record
class Period(Record):
    """The days that a source speaks of, both included."""

    from_: date
    until: date


@record
class Source(Record):
    """A document that duties are taken from."""

    id: str
    title: Text
    publisher: Text | None = None
    language: str
    period: Period | None = None
    website: str | None = None
    sections: tuple[Section, ...]


@record
class Locator(Record):
    """The place in a source: section id and sentence numbers (from 1). Without `id`, the only source is meant."""

    id: str = ""
    section: str
    sentences: tuple[int, ...]


@record
class Actor(Record):
    """Somebody who holds duties. Works from `from_` to `until`, both included, and hands over to `successors`."""

    id: str
    name: Text
    short: tuple[str, ...] = ()
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    level: Level = Level.ALL
    kind: str | None = None
    website: str | None = None
    from_: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    basis: Text | None = None
    note: Text | None = None


@record
class Change(Record):
    """What has happened to a duty on a day: where it is now, what it is called now, and by which act."""

    on: date
    status: Status
    to: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    name: Text | None = None
    basis: Text | None = None
    note: Text | None = None


@record
class Duty(Record):
    """One thing that somebody could ask for, who holds it, in which role, and where the source says so."""

    id: str
    actors: tuple[str, ...]
    role: Role = Role.RESPONSIBLE
    statement: Text
    topics: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    target: str | None = None
    source: Locator | None = None
    changes: tuple[Change, ...] = ()


@record
class Topic(Record):
    """What one can ask about, and the words that people use for it, by language."""

    id: str
    name: Text
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@record
class Note(Record):
    """A statement of context: no duty, but part of the source. `actors` are those that it speaks of."""

    id: str
    statement: Text
    actors: tuple[str, ...] = ()
    source: Locator | None = None


@record
class Dataset(Record):
    """A whole dataset. `known_until` is the last day that its knowledge of changes reaches."""

    title: Text
    languages: tuple[str, ...]
    known_until: date | None = None
    kinds: Mapping[str, Text] = field(default_factory=dict)
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...]
    topics: tuple[Topic, ...] = ()
    duties: tuple[Duty, ...]
    notes: tuple[Note, ...] = ()
