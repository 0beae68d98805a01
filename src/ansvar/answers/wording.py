"""The tool's own words in the languages that it speaks; they stand in the language files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.model import Force, Level, Role, Status, Text
from ..languages import CODES, language_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

LANGUAGE_NAMES = {code: language_data(code).NAME for code in CODES}
"""The languages, each called by its own name."""
ROLES: Mapping[Role, Text] = {role: {code: language_data(code).ROLES[role] for code in CODES} for role in Role}
ROLE_LETTERS: Mapping[str, Mapping[str, str]] = {code: language_data(code).ROLE_LETTERS for code in CODES}
"""A letter for each role in a matrix."""
LEVELS: Mapping[Level, Text] = {level: {code: language_data(code).LEVELS[level] for code in CODES} for level in Level}
STATUSES: Mapping[Status | Force, Text] = {
    status: {code: language_data(code).STATUSES[status] for code in CODES} for status in (*Status, *Force)
}
TIERS: Mapping[str, Text] = {
    tier: {code: language_data(code).TIERS[tier] for code in CODES} for tier in language_data(CODES[0]).TIERS
}
"""How a word was met, by the name of the tier."""


def say(text: Text, code: str) -> str:
    """A text in a language, or in the first language that it has."""
    return text.get(code) or next((text[one] for one in CODES if one in text), "")


def word(key: str, code: str, **values: str) -> str:
    """A word or phrase of the tool, with `values` set in."""
    text = language_data(code).WORDS[key]
    return text.format(**values) if values else text


def message(key: str, code: str, **values: str) -> str:
    """A message for the reader, with `values` set in."""
    return language_data(code).MESSAGES[key].format(**values)


def role_name(role: str, code: str) -> str:
    """The kind of responsibility in words."""
    return language_data(code).ROLES[role]


def level_name(level: str, code: str) -> str:
    """The level in words."""
    return language_data(code).LEVELS[level]


def day_name(day: date, code: str) -> str:
    """A date as the language writes it: 1 januari 2026, 1.1.2026, 1 January 2026."""
    spoken = language_data(code)
    return spoken.DATE.format(day=day.day, month=spoken.MONTHS.split()[day.month - 1], year=day.year)


def listed(items: Sequence[str], code: str) -> str:
    """A, B and C."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word('and', code)} {items[-1]}"


def first_upper(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
