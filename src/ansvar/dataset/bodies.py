"""What lies in what: a place serves as well whatever lies in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .model import Place


def lineage(place: str, find: Callable[[str], Place | None]) -> list[str]:
    """A place and all that it lies in, the nearest first. `find` gives the place with an id."""
    found = [place]
    for one in found:
        known = find(one)
        found += (parent for parent in (known.parents if known else ()) if parent not in found)
    return found
