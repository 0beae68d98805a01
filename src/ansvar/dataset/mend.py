"""A faulty tree without what is faulty in it, so that the faults of the rest are found in the same run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Path = tuple[str | int, ...]

_STAND_INS: dict[str, Any] = {"title": {}, "duties": []}
"""What a dataset may do without while its other faults are looked for."""


class Mended:
    """Plain data from which values are taken out. `removed` has the ids of records that are gone with them."""

    def __init__(self, plain: dict[str, Any]) -> None:
        self.plain = plain
        self.removed: set[str] = set()
        self._absent: set[str] = set()
        self._lacking: set[int] = set()
        self._places: dict[int, list[int]] = {}

    def take_out(self, paths: Iterable[Path]) -> bool:
        """Take out the values at some paths, or what is left of the way there; False when nothing would be left."""
        doomed = [self._resolved(path) for path in paths]
        if not all(doomed):
            return False
        lists: dict[int, tuple[list[Any], set[int]]] = {}
        for container, key in filter(None, doomed):
            self._lacking.add(id(container))
            if isinstance(container, list):
                lists.setdefault(id(container), (container, set()))[1].add(key)
            elif key in container:
                self._forget(container.pop(key))
        for container, indexes in lists.values():
            self._shorten(container, indexes)
        return True

    def _resolved(self, path: Path) -> tuple[Any, Any] | None:
        """The container and the key of the value at a path, or of the last value on the way there."""
        found: tuple[Any, Any] | None = None
        node: Any = self.plain
        for step in path:
            if not _has(node, step):
                break
            found, node = (node, step), node[step]
        return found

    def stand_in(self, name: str) -> bool:
        """Give the dataset an empty field of its own that it lacks; False when it cannot do without."""
        if name not in _STAND_INS:
            return False
        self._absent.add(name)
        self.plain[name] = type(_STAND_INS[name])()
        return True

    def _shorten(self, container: list[Any], indexes: set[int]) -> None:
        places = self._places.get(id(container), list(range(len(container))))
        for index in indexes:
            self._forget(container[index])
        self._places[id(container)] = [place for n, place in enumerate(places) if n not in indexes]
        container[:] = [item for n, item in enumerate(container) if n not in indexes]

    def _forget(self, value: Any) -> None:
        self.removed.update(_ids(value))

    def original(self, path: Path) -> Path | None:
        """Where what is now at a path stood at first; None for what only stands in, or lacks what was taken out."""
        if path and path[0] in self._absent:
            return None
        node: Any = self.plain
        steps: list[str | int] = []
        for step in path:
            places = self._places.get(id(node)) if isinstance(node, list) else None
            steps.append(places[step] if places and isinstance(step, int) and step < len(places) else step)
            node = node[step] if _has(node, step) else None
        return None if id(node) in self._lacking else tuple(steps)


def _has(node: Any, step: str | int) -> bool:
    return step in node if isinstance(node, dict) else isinstance(node, list) and isinstance(step, int) and step < len(node)


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for item in value.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)
