"""Strict YAML: text → a tree in which every scalar is text, with the place of every value.

The parser's events are read one by one and the tree is built here, because PyYAML's own composer recurses (25,000 nested
brackets end the process) and its constructor guesses types (`no`, `010`, `1:30`, dates).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import MappingEndEvent, ScalarEvent, SequenceEndEvent
from yaml.reader import Reader, ReaderError

from .errors import Problem

MAX_DEPTH = 20
"""A dataset needs seven levels; PyYAML's C parser ends the process at about 25,000."""
MAX_PROBLEMS = 1000

Path = tuple[str | int, ...]

_C_PARSER: Any = getattr(yaml, "CLoader", None)


class _PythonParser(Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's parser without its C part."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)

    def get_event(self) -> Any:
        """The next event. The C part lets no half a character (`\\ud800`) pass, which no encoding has; this does."""
        event: Any = super().get_event()  # type: ignore[no-untyped-call]
        if type(event) is ScalarEvent and re.search("[\ud800-\udfff]", event.value):
            mark: Any = event.start_mark
            raise YamlError(mark.line, mark.column, "not YAML: an escape names half a character")
        return event


@dataclass(slots=True)
class Mapping:
    """A YAML mapping, and the line of each key. Its place (0-based line and column) is that of its own key, where it has one."""

    file: str
    line: int
    column: int
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    key: Scalar | None = None


@dataclass(slots=True)
class Sequence:
    """A YAML sequence. Its place is that of its key, where it has one."""

    file: str
    line: int
    column: int
    values: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class Scalar:
    """A YAML scalar, always text."""

    file: str
    line: int
    column: int
    value: str


Node = Mapping | Sequence | Scalar


class YamlError(Exception):
    """The text is not YAML, or not the YAML that a dataset may use, from here on."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.stack: list[Mapping | Sequence] = []
        self.root: Node | None = None
        self.documents = 0

    def problem(self, line: int, column: int, message: str) -> None:
        self.problems.append(Problem(self.file, line + 1, column + 1, message))
        if len(self.problems) >= MAX_PROBLEMS:
            raise YamlError(line, column, f"more than {MAX_PROBLEMS} problems; the rest is not read")

    def add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
        elif isinstance(parent := self.stack[-1], Sequence):
            parent.values.append(node)
        elif parent.key is None:
            self._key(parent, node)
        else:
            self._value(parent, parent.key, node)

    def _key(self, parent: Mapping, node: Node) -> None:
        if not isinstance(node, Scalar):
            raise YamlError(node.line, node.column, "a key must be a plain word, not a list or a mapping")
        if node.value == "<<":
            self.problem(node.line, node.column, "merge keys (<<) are not allowed: write the values out")
        elif node.value in parent.lines:
            first = parent.lines[node.value] + 1
            self.problem(node.line, node.column, f"duplicate key {node.value!r}: already given on line {first}")
        parent.key = node
        parent.lines.setdefault(node.value, node.line)

    def _value(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if not isinstance(node, Scalar):
            node.line, node.column = key.line, key.column
        parent.values.setdefault(key.value, node)
        parent.key = None

    def open(self, node: Mapping | Sequence) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise YamlError(node.line, node.column, f"nested more than {MAX_DEPTH} levels deep")
        self.add(node)
        self.stack.append(node)

    def feed(self, event: Any) -> None:
        mark, kind = event.start_mark, type(event)
        if kind is ScalarEvent:  # two of three events
            if event.anchor or event.tag:
                self._decoration(event, mark.line, mark.column)
            self.add(Scalar(self.file, mark.line, mark.column, event.value))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self.stack.pop()
        else:
            self._structure(event, kind, mark.line, mark.column)

    def _structure(self, event: Any, kind: type, line: int, column: int) -> None:
        if kind is yaml.AliasEvent:
            raise YamlError(line, column, f"aliases (*{event.anchor}) are not allowed: write the value out")
        if kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise YamlError(line, column, "a second document (---) starts here; a dataset is one document")
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            if event.anchor or event.tag:
                self._decoration(event, line, column)
            self.open((Mapping if kind is yaml.MappingStartEvent else Sequence)(self.file, line, column))

    def _decoration(self, event: Any, line: int, column: int) -> None:
        if event.anchor:
            self.problem(line, column, f"anchors (&{event.anchor}) are not allowed: write the value out")
        if event.tag and event.tag != "!":
            self.problem(line, column, f"tags ({event.tag}) are not allowed: every value is text")


def read_tree(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML text and the problems of its form. After a fault of syntax the tree is None.

    `file` is the name that problems carry. Never raises for bad input.
    """
    builder = _Builder(file)
    try:
        parser = _C_PARSER(text) if _C_PARSER else _PythonParser(text)
        while True:
            event = parser.get_event()
            if event is None or type(event) is yaml.StreamEndEvent:
                return builder.root, builder.problems
            builder.feed(event)
    except YamlError as error:
        builder.problems.append(Problem(file, error.line + 1, error.column + 1, error.message))
        return None, builder.problems
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(file, error))
        return None, builder.problems
    except ReaderError:
        builder.problems.append(_forbidden_character(file, text))
        return None, builder.problems
    except (ValueError, OverflowError):  # only from the parser without its C part
        builder.problems.append(Problem(file, parser.line + 1, parser.column + 1, "not YAML: an escape names no character"))
        return None, builder.problems


def _forbidden_character(file: str, text: str) -> Problem:
    """The first character that may not stand in YAML. The parsers tell it before they read a line, and not where it is."""
    at = next((found.start() for found in Reader.NON_PRINTABLE.finditer(text)), 0)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = f"not YAML: the character U+{ord(text[at]):04X} may only be written as an escape, in double quotes"
    return Problem(file, line, column, message)


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark: Any = error.problem_mark or error.context_mark
    reason = ", ".join(filter(None, (error.context, error.problem)))
    return Problem(file, mark.line + 1, mark.column + 1, f"not YAML: {reason}")


def along(root: Node, path: Path) -> list[Node]:
    """The nodes on the way to what stands at a path, as far as there are any."""
    nodes = [root]
    for step in path:
        node = nodes[-1]
        if isinstance(node, Mapping) and step in node.values:
            nodes.append(node.values[str(step)])
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.values):
            nodes.append(node.values[step])
        else:
            break
    return nodes
