"""Circles among records that refer to one another, in time linear in the references."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def in_circles(following: Mapping[str, Sequence[str]]) -> set[str]:
    """Those that come to follow themselves (Tarjan's strongly connected components, without recursion)."""
    found: set[str] = set()
    for component in components(following):
        if len(component) > 1 or component[0] in following[component[0]]:
            found.update(component)
    return found


def components(following: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Groups of those that all come to follow one another; each group after all that it leads to."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []
    done: set[str] = set()
    for start in following:
        walk = [] if start in number else [(start, iter(following[start]))]
        while walk:
            here, others = walk[-1]
            if here not in number:
                number[here] = lowest[here] = len(number)
                open_.append(here)
            other = next((one for one in others if one in following and one not in done), None)
            if other is None:
                walk.pop()
                if walk:
                    lowest[walk[-1][0]] = min(lowest[walk[-1][0]], lowest[here])
                if lowest[here] == number[here]:
                    component = open_[_place(open_, here) :]
                    del open_[-len(component) :]
                    done.update(component)
                    yield component
            elif other in number:
                lowest[here] = min(lowest[here], number[other])
            else:
                walk.append((other, iter(following[other])))


def _place(listed: list[str], wanted: str) -> int:
    """Where something stands, looked for from the end."""
    return next(n for n in range(len(listed) - 1, -1, -1) if listed[n] == wanted)
