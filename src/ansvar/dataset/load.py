"""A YAML file → a checked Dataset, or every problem with its place."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from .check import faults
from .errors import STANDARD_INPUT, DatasetError, Problem, UnreadableError
from .printable import printable
from .records import read_dataset
from .strict_yaml import Mapping, along, read_tree

if TYPE_CHECKING:
    from .model import Dataset

MAX_BYTES = 256 * 1024 * 1024
"""Files larger than this are refused unread: 100,000 duties in three languages need about 60 MB."""


def read_bytes(path: str) -> bytes:
    """The bytes of a dataset file; `-` is standard input.

    Raises UnreadableError when there is no such file, it cannot be read, or it is larger than MAX_BYTES.
    """
    try:
        if path == "-":
            content = _read_standard_input()
        else:
            with open(path, "rb") as file:
                if os.fstat(file.fileno()).st_size > MAX_BYTES:
                    raise _too_large(path)
                content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableError(f"cannot read the dataset {_named(path)}: {reason}") from error
    if len(content) > MAX_BYTES:
        raise _too_large(path)
    return content


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _named(path: str) -> str:
    return STANDARD_INPUT if path == "-" else printable(path) or "''"


def _too_large(path: str) -> UnreadableError:
    return UnreadableError(f"the dataset {_named(path)} is larger than {MAX_BYTES // 2**20} MiB, the most that is read")


def decode(content: bytes, file: str) -> str:
    """The text of a dataset file: UTF-8, with or without a byte order mark.

    Raises DatasetError with the place of the first byte that is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        encoding = "UTF-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "not UTF-8"
        message = f"the file is {encoding} (byte 0x{content[error.start]:02x}); save it as UTF-8"
        raise DatasetError([Problem(file, line, column, message)]) from error


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
