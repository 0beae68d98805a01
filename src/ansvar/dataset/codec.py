"""Records ⇄ plain data (dicts, lists, strings, numbers), as JSON has them. Fields without a value are left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from .history import Step
from .model import Actor, Change, Duty, Level, Locator, Note, Period, Role, Section, Source, Status, Topic

Plain = dict[str, Any]


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
    fields = getattr(value, "__dataclass_fields__", None) or getattr(value, "_fields", None)
    if fields:
        named = ((name.rstrip("_"), getattr(value, name)) for name in fields)
        return {name: encode(item) for name, item in named if item not in (None, (), {})}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _locator(plain: Plain | None) -> Locator | None:
    return Locator(id=plain.get("id", ""), section=plain["section"], sentences=tuple(plain["sentences"])) if plain else None


def actor(plain: Plain) -> Actor:
    """The actor that `encode` made plain."""
    return Actor(
        id=plain["id"], name=plain["name"], short=tuple(plain.get("short", ())), level=Level(plain["level"]),
        other_names={language: tuple(names) for language, names in plain.get("other_names", {}).items()},
        kind=plain.get("kind"), website=plain.get("website"), from_=_day(plain.get("from")), until=_day(plain.get("until")),
        successors=tuple(plain.get("successors", ())), basis=plain.get("basis"), note=plain.get("note"),
    )  # fmt: skip


def duty(plain: Plain) -> Duty:
    """The duty that `encode` made plain."""
    return Duty(
        id=plain["id"], actors=tuple(plain["actors"]), role=Role(plain["role"]), statement=plain["statement"],
        topics=tuple(plain.get("topics", ())), partners=tuple(plain.get("partners", ())), target=plain.get("target"),
        source=_locator(plain.get("source")), changes=tuple(map(_change, plain.get("changes", ()))),
    )  # fmt: skip


def _change(plain: Plain) -> Change:
    return Change(
        on=date.fromisoformat(plain["on"]), status=Status(plain["status"]), to=tuple(plain.get("to", ())),
        partners=tuple(plain.get("partners", ())), name=plain.get("name"), basis=plain.get("basis"), note=plain.get("note"),
    )  # fmt: skip


def step(plain: Plain) -> Step:
    """The step of a history that `encode` made plain."""
    return Step(
        on=date.fromisoformat(plain["on"]), status=Status(plain["status"]), before=tuple(plain.get("before", ())),
        after=tuple(plain.get("after", ())), partners=tuple(plain.get("partners", ())), name=plain.get("name"),
        basis=plain.get("basis"), note=plain.get("note"), by_succession=plain.get("by_succession", False),
    )  # fmt: skip


def topic(plain: Plain) -> Topic:
    """The topic that `encode` made plain."""
    terms = {language: tuple(words) for language, words in plain.get("terms", {}).items()}
    return Topic(id=plain["id"], name=plain["name"], terms=terms)


def note(plain: Plain) -> Note:
    """The note that `encode` made plain."""
    actors = tuple(plain.get("actors", ()))
    return Note(id=plain["id"], statement=plain["statement"], actors=actors, source=_locator(plain.get("source")))


def source(plain: Plain) -> Source:
    """The source that `encode` made plain."""
    period = plain.get("period")
    return Source(
        id=plain["id"], title=plain["title"], publisher=plain.get("publisher"), language=plain["language"],
        period=Period(from_=date.fromisoformat(period["from"]), until=date.fromisoformat(period["until"])) if period else None,
        website=plain.get("website"), sections=tuple(Section(**section) for section in plain.get("sections", ())),
    )  # fmt: skip
