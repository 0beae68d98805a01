"""What takes long: it is left out by default, and `-m slow` asks for it, as .ci/run does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

slow = pytest.mark.slow


def first(count: int, values: Iterable[Any]) -> list[Any]:
    """Values for a test to be run with: the first ones always, the others with what is slow."""
    return [value if n < count else pytest.param(*_all_of(value), marks=slow) for n, value in enumerate(values)]


def _all_of(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
