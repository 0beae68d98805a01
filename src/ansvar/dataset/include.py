"""The tree of a dataset that is written in several files: what the others list is added to what the first one lists."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from .errors import DatasetError, Problem
from .files import decode
from .nearest import near_miss
from .printable import printable
from .quick_json import WRAPPED
from .strict_yaml import Mapping, Node, Scalar, Sequence, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Dictionary

LISTS = ("sources", "actors", "topics", "duties", "notes", "places", "bodies", "signposts")
"""What an included file may have, besides files to include."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.ya?ml")


def whole_tree(files: Dictionary[str, bytes]) -> tuple[Mapping | None, list[Problem]]:
    """The tree of the first file with what the files that it includes add to it, and the problems of their form.

    Where one of them cannot be read there is no tree, for what it lacks would be told of all that refers to it.
    """
    reading = _Reading(files)
    root = reading.mapping(next(iter(files)), "a dataset is a mapping at the top (title:, actors:, duties: …)")
    if root:
        for other in reading.included(root):
            _add(root, other)
    return root if reading.whole else None, reading.problems


class _Reading:
    def __init__(self, files: Dictionary[str, bytes]) -> None:
        self.files, self.first = files, next(iter(files))
        self.problems: list[Problem] = []
        self.seen = {self.first}
        self.whole = True

    def fault(self, node: Node, message: str) -> None:
        self.problems.append(Problem(node.file, node.line + 1, node.column + 1, message))

    def mapping(self, file: str, must: str) -> Mapping | None:
        """The tree of a file; None after a fault of syntax, or where it is no mapping."""
        try:
            tree, problems = read_tree(decode(self.files[file], file), file)
        except DatasetError as error:
            tree, problems = None, error.problems
        self.problems += problems
        if isinstance(tree, Mapping):
            return _unwrapped(tree)
        if not problems:
            empty = "the file is empty; `ansvar init FILE` writes one to start from" if file == self.first else "the file is empty"
            self.problems.append(Problem(file, 1, 1, must if tree else empty))
        self.whole = False
        return None

    def included(self, root: Mapping) -> Iterator[Mapping]:
        """The trees of all files that a file includes, and those that they include, in order."""
        waiting = [root]
        while waiting:
            names = waiting.pop().values.get("include")
            trees = [self._one(name) for name in names.values] if isinstance(names, Sequence) else []
            found = [tree for tree in trees if tree]
            yield from found
            waiting += reversed(found)

    def _one(self, name: Any) -> Mapping | None:
        if not isinstance(name, Scalar):
            return None  # the reader of records says so
        path = os.path.join(os.path.dirname(self.first), name.value)
        shown = printable(name.value)
        if path in self.seen:
            self.fault(name, f"the file '{shown}' is included already")
        elif path in self.files and _NAME.fullmatch(name.value):
            self.seen.add(path)
            tree = self.mapping(path, "an included file is a mapping at the top (duties: …)")
            return self._part(tree) if tree else None
        else:
            self.whole = False
            missing = f"there is no file '{shown}' that can be read in the dataset's folder"
            unusual = f"'{shown}' is no plain name of a file of the same folder, for example more.yaml"
            self.fault(name, missing if _NAME.fullmatch(name.value) else unusual)
        return None

    def _part(self, tree: Mapping) -> Mapping:
        """An included file without what it may not have."""
        for key, node in list(tree.values.items()):
            if key in LISTS and isinstance(node, Sequence):
                continue
            if key in LISTS:
                self.fault(node, f"'{key}' must be a list, for example [a, b]")
                del tree.values[key]
            elif key != "include":
                among = ", ".join(LISTS)
                self.fault(node, f"'{printable(key)}' may not stand in an included file, only {among}{near_miss(key, LISTS)}")
        return tree


def _unwrapped(tree: Mapping) -> Mapping:
    """The dataset of an export in JSON, else the tree as it is."""
    inner = tree.values.get(WRAPPED[1])
    return inner if isinstance(inner, Mapping) and WRAPPED[0] in tree.values else tree


def _add(root: Mapping, other: Mapping) -> None:
    """Add to the lists of a tree those of another; what is no list in the first stays as it is, for it is faulty."""
    for key in LISTS:
        more = other.values.get(key)
        listed = root.values.setdefault(key, more) if more else None
        if listed is not more and isinstance(listed, Sequence) and more:
            listed.values += more.values
