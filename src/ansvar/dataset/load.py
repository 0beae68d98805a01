"""A YAML file → a checked Dataset, or every problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .check import faults
from .errors import DatasetError, Problem
from .files import decode
from .records import read_dataset
from .strict_yaml import Mapping, along, read_tree

if TYPE_CHECKING:
    from .model import Dataset


def parse(content: bytes, file: str) -> Dataset:
    """The dataset in the bytes of a YAML file; `file` is its name in messages.

    Raises DatasetError with every problem found, in the order of the file.
    """
    tree, problems = read_tree(decode(content, file), file)
    if tree is None:
        raise DatasetError(problems or [Problem(file, 1, 1, "the file is empty; `ansvar init FILE` writes one to start from")])
    if not isinstance(tree, Mapping):
        raise DatasetError([Problem(file, 1, 1, "a dataset is a mapping at the top (title:, actors:, duties: …)")])
    dataset, found = _checked(tree)
    problems += found
    if problems:
        raise DatasetError(sorted(problems, key=lambda p: (p.line, p.column, p.message)))
    return dataset


def _checked(tree: Mapping) -> tuple[Dataset, list[Problem]]:
    """The dataset and its problems: of its form, and of what it says where its form is right."""
    dataset, problems, incomplete = read_dataset(tree)
    told = {problem[:3] for problem in problems}
    for path, message in faults(dataset):
        nodes = along(tree, path)
        place = (nodes[-1].file, nodes[-1].line + 1, nodes[-1].column + 1)
        if place not in told and incomplete.isdisjoint(map(id, nodes[1:])):
            problems.append(Problem(*place, message))
    return dataset, problems
