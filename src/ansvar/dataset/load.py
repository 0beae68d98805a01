"""A YAML file → a checked Dataset, or every problem with its place. With `yaml_tree`, all that knows YAML."""

from __future__ import annotations

import errno
import os
import re
import sys
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from . import form
from .check import faults
from .errors import STANDARD_INPUT, DatasetError, Problem, UnreadableError
from .form import NotFormedError
from .mend import Mended
from .model import Dataset
from .near import near_miss
from .printable import printable
from .strict_yaml import Mapping, Node, Scalar, Sequence, plain, position, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails


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
    dataset, found = _validate(tree, file)
    problems += found
    if problems or dataset is None:
        raise DatasetError(sorted(problems, key=lambda p: (p.line, p.column, p.message)))
    return dataset


def _validate(tree: Mapping, file: str) -> tuple[Dataset | None, list[Problem]]:
    """The dataset, where its form is right, and the problems: of its form, and of what the rest of it says."""
    mended = Mended(plain(tree))
    found = list(_misspelled_scalars(tree, file))
    spelled = {(problem.line, problem.column) for problem in found}
    dataset, details = _formed(mended.plain)
    found += (_problem(detail, tree, file) for detail in details)
    while dataset is None and _mend(mended, details):
        dataset, details = _formed(mended.plain)
    for path, message in faults(dataset, mended.removed) if dataset else ():
        original = mended.original(path)
        if original is not None:
            line, column = position(tree, original)
            found.append(Problem(file, line + 1, column + 1, message))
    # What is misspelled is told once.
    return dataset, found[: len(spelled)] + [one for one in found[len(spelled) :] if (one.line, one.column) not in spelled]


def _formed(data: dict[str, Any]) -> tuple[Dataset | None, list[ErrorDetails]]:
    with suppress(NotFormedError):
        return form.dataset(data), []
    from pydantic import ValidationError

    try:
        return _adapter().validate_python(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _mend(mended: Mended, details: list[ErrorDetails]) -> bool:
    """Take out what is not formed as it must be; False when that cannot be done."""
    paths = []
    for detail in details:
        path = tuple(detail["loc"])
        missing = detail["type"] == "missing"
        if missing and len(path) == 1:
            if not mended.stand_in(str(path[0])):
                return False
        else:
            paths.append(path[:-1] if missing else path)
    return mended.take_out(paths)


_SPELLING = {
    **dict.fromkeys(("on", "from", "until", "known_until"), (re.compile(r"[0-9]{4}(-[0-9]{2}){2}"), "must be a date, YYYY-MM-DD")),
    "sentences": (re.compile(r"0|[1-9][0-9]{0,8}"), "must be a whole number in plain digits, for example 7"),
}
"""Fields in which pydantic would take other spellings (a timestamp for a date, 010 for 10)."""


def _misspelled_scalars(tree: Node, file: str) -> Iterator[Problem]:
    """Dates and numbers that are not written as they must be."""
    waiting: list[Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting += node.values
        elif isinstance(node, Mapping):
            waiting += node.values.values()
            for name in _SPELLING.keys() & node.values.keys():
                yield from _misspelled(name, node.values[name], file)


def _misspelled(name: str, value: Node, file: str) -> Iterator[Problem]:
    pattern, meaning = _SPELLING[name]
    for scalar in value.values if isinstance(value, Sequence) else [value]:
        if isinstance(scalar, Scalar) and not pattern.fullmatch(scalar.value):
            yield Problem(file, scalar.line + 1, scalar.column + 1, f"'{name}' {meaning}, not {_shown(scalar.value)}")


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Dataset]:
    from pydantic import TypeAdapter

    return TypeAdapter(Dataset)


@lru_cache(maxsize=1)
def _schema() -> dict[str, Any]:
    return schema()


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a dataset, for editors."""
    made = _adapter().json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A dataset of ansvar"}
    made["properties"]["languages"]["items"] = {"enum": ["sv", "fi", "en"]}
    return head | {key: value for key, value in made.items() if key != "title"}


_MEANING = {
    "string_type": "must be text",
    "tuple_type": "must be a list, for example [a, b]",
    "mapping_type": "must be a mapping of language to text, for example {en: …}",
    "dict_type": "must be a mapping of language to text, for example {en: …}",
    "dataclass_type": "must be a mapping of fields",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number of a reasonable size",
    "date_type": "must be a date, YYYY-MM-DD",
    "date_parsing": "must be a date, YYYY-MM-DD",
    "date_from_datetime_parsing": "must be a date that exists, YYYY-MM-DD",
    "date_from_datetime_inexact": "must be a date without a time, YYYY-MM-DD",
}


def _problem(detail: ErrorDetails, tree: Mapping, file: str) -> Problem:
    path = tuple(detail["loc"])
    kind, value = detail["type"], detail["input"]
    name = path[-1] if path else ""
    if kind == "missing":
        message = f"the field '{name}' is missing"
    elif kind == "unexpected_keyword_argument":
        message = f"unknown field '{_short(str(name))}'" + near_miss(str(name), _fields(path))
    elif kind == "enum":
        allowed = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
        choices = allowed.replace(" or ", ", ").split(", ")
        message = f"{_shown(value)} is not one of {allowed}{near_miss(str(value), choices)}"
    else:
        what = f"'{_short(name)}'" if isinstance(name, str) else f"an item of {_list(path)}"
        message = f"{what} {_MEANING.get(kind, detail['msg'])}, not {_shown(value)}"
    line, column = position(tree, path)
    return Problem(file, line + 1, column + 1, message)


def _fields(path: tuple[int | str, ...]) -> list[str]:
    """The names of the fields that the record at a path may have."""
    node: Any = _schema()
    definitions = node["$defs"]
    for step in path[:-1]:
        node = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step, {})
        for option in [node, *node.get("anyOf", [])]:
            if "$ref" in option:
                node = definitions[option["$ref"].rsplit("/", 1)[1]]
    return list(node.get("properties", {}))


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"'{_short(str(value))}'"


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= 60 else shown[:57] + "…"


def _list(path: tuple[int | str, ...]) -> str:
    """The list that the last step of a path is an item of."""
    return next((f"'{_short(step)}'" for step in reversed(path) if isinstance(step, str)), "the list")
