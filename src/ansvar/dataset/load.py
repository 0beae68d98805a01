"""A YAML file → a checked Dataset, or every problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .check import faults
from .errors import DatasetError, Problem
from .files import read_files
from .include import whole_tree
from .quick_json import begins_as_json, read_quickly
from .records import read_dataset
from .strict_yaml import along

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .model import Dataset
    from .strict_yaml import Mapping as Tree


def load(path: str) -> Dataset:
    """The dataset in a file (`-` is standard input), with the files that it includes. Raises UnreadableError or DatasetError."""
    return parse_files(read_files(path))


def parse(content: bytes, file: str) -> Dataset:
    """The dataset in the bytes of one YAML file; `file` is its name in messages. Raises DatasetError."""
    return parse_files({file: content})


def parse_files(files: Mapping[str, bytes]) -> Dataset:
    """The dataset in the first of some files, with those of the others that it includes (`read_files`).

    Raises DatasetError with every problem found, in the order of the files.
    """
    if len(files) == 1 and (quick := _quickly(next(iter(files.values())))):
        return quick
    tree, problems = whole_tree(files)
    dataset, found = _checked(tree) if tree else (None, [])
    problems += found
    if problems or dataset is None:
        order = {name: n for n, name in enumerate(files)}
        raise DatasetError(sorted(problems, key=lambda p: (order[p.file], p.line, p.column, p.message)), next(iter(files)))
    return dataset


def _quickly(content: bytes) -> Dataset | None:
    """The dataset in a file of JSON that is without fault."""
    if not begins_as_json(content):
        return None
    dataset = read_quickly(content)
    return dataset if dataset and next(faults(dataset), None) is None else None


def _checked(tree: Tree) -> tuple[Dataset, list[Problem]]:
    """The dataset and its problems: of its form, and of what it says where its form is right."""
    dataset, problems, incomplete = read_dataset(tree)
    told = {problem[:3] for problem in problems}
    for path, message in faults(dataset):
        nodes = along(tree, path)
        place = (nodes[-1].file, nodes[-1].line + 1, nodes[-1].column + 1)
        if place not in told and incomplete.isdisjoint(map(id, nodes[1:])):
            problems.append(Problem(*place, message))
    return dataset, problems
