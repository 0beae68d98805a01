"""What a dataset must hold of words of its own (roles, levels) and of the paths of its duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .closed_sets import known_levels, known_roles
from .nearest import near_miss
from .printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Dataset

Fault = tuple[tuple[str | int, ...], str]


def own_word_faults(dataset: Dataset) -> Iterator[Fault]:
    """Roles and levels that are not among those that the dataset may use, and own roles that cannot be told apart."""
    roles = known_roles(dataset.roles)
    for n, duty in enumerate(dataset.duties):
        if duty.role not in roles:
            yield ("duties", n, "role"), _not_among(duty.role, roles)
    levels = known_levels(dataset.levels)
    for n, actor in enumerate(dataset.actors):
        if actor.level not in levels:
            yield ("actors", n, "level"), _not_among(actor.level, levels)
    for field in ("levels", "roles"):
        for key in getattr(dataset, field):
            if not key.strip() or any(letter.isspace() for letter in key):
                yield (field, key), f"the key '{printable(key)}' must be one word without blanks"
    yield from _letters(dataset)


def _not_among(value: str, choices: list[str]) -> str:
    *most, last = choices
    among = f"{', '.join(most)} or {last}" if most else last
    return f"'{printable(value)}' is not {'one of ' if most else ''}{among}{near_miss(value, choices)}"


def _letters(dataset: Dataset) -> Iterator[Fault]:
    """Letters that stand for one role each."""
    seen: dict[str, str] = {}
    for key, role in dataset.roles.items():
        if role.letter is not None and not 1 <= len(role.letter.strip()) <= 3:
            yield ("roles", key, "letter"), f"'{printable(role.letter)}' must be one letter, or three at most"
        elif role.letter in seen:
            yield ("roles", key, "letter"), f"the letter '{printable(role.letter)}' stands for '{printable(seen[role.letter])}' too"
        if role.letter:
            seen.setdefault(role.letter, key)


def path_faults(dataset: Dataset) -> Iterator[Fault]:
    """Patterns of paths that mean nothing."""
    for n, duty in enumerate(dataset.duties):
        if duty.paths:
            from .paths import fault

            for m, pattern in enumerate(duty.paths):
                if wrong := fault(pattern):
                    yield ("duties", n, "paths", m), f"'{printable(pattern)}' {wrong}"
            if all(pattern.startswith("!") for pattern in duty.paths):
                yield ("duties", n, "paths"), "only patterns with '!', which take out of what others match"
