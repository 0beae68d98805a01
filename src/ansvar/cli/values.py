"""What an option's value may look like: the words and dates that answers print, as well as ids and ISO dates.

Each function raises ValueError, whose text says what is wrong and what was probably meant. Knows no Typer.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ..dataset.closed_sets import LANGUAGES
from ..languages import CODES, language_data
from .words import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FINNISH = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")


def first_day(text: str) -> date:
    """A day; of a year, its first."""
    return _day(text, f"{text}-01-01")


def last_day(text: str) -> date:
    """A day; of a year, its last."""
    return _day(text, f"{text}-12-31")


def as_of(text: str) -> date:
    """A day; of a year its last, of this year today, and of one to come its first."""
    end, today = last_day(text), date.today()
    if not _YEAR.fullmatch(text) or end < today:
        return end
    return max(today, first_day(text))


def _day(text: str, of_year: str) -> date:
    try:
        if found := _FINNISH.fullmatch(text):
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        whole = of_year if _YEAR.fullmatch(text) else text
        if _ISO.fullmatch(whole):
            return date.fromisoformat(whole)
    except ValueError:
        pass
    raise ValueError(told("no_date", text=repr(text)))


def number(text: str) -> int:
    """A number of answers; 0 is all."""
    least, most = 0, 1_000_000
    if text.isascii() and text.isdigit() and len(text) < 8 and least <= int(text) <= most:
        return int(text)
    raise ValueError(told("no_number", text=repr(text), least=str(least), most=str(most)))


def level(text: str) -> str:
    """A level, by its name in any language; what is none of these may be one of a dataset's own."""
    return _by_name([language_data(code).LEVELS for code in CODES]).get(_plain(text), text)


def role(text: str) -> str:
    """A kind of responsibility, by its name in any language; what is none of these may be one of a dataset's own."""
    return _by_name([language_data(code).ROLES for code in CODES]).get(_plain(text), text)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def language(text: str) -> str:
    """A language, by its code or its name in itself or in English."""
    spoken = {code: language_data(code) for code in LANGUAGES}
    names = {name: code for code, one in spoken.items() for name in (code, one.NAME, one.ENGLISH_NAME)}
    return _named(text, names, LANGUAGES)


def _by_name(names: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Ids by themselves and by their names in every language."""
    return {word.lower(): id_ for spoken in names for id_, name in spoken.items() for word in (id_, name)}


def _named(text: str, names: Mapping[str, str], listed: Iterable[str]) -> str:
    known = {name.lower(): value for name, value in names.items()}
    if found := known.get(_plain(text)):
        return str(found)
    raise ValueError(not_one_of(text, [str(one) for one in listed], known))


def not_one_of(text: str, choices: list[str], names: Mapping[str, str] | None = None) -> str:
    """What to say of a value that is none of those that there are: the nearest, or all."""
    from ..dataset.nearest import nearest

    near = nearest(text.lower(), names or choices, 1)
    meant = [names[one] if names else one for one in near]
    return told("not_one_of", text=repr(text), listed=", ".join(choices)) + (told("meant", name=meant[0]) if meant else "")
