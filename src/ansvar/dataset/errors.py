"""What can go wrong, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class AnsvarError(Exception):
    """Something that the reader can mend; the message says what is wrong and where, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(AnsvarError):
    """A command line that does not make sense."""


class UnknownError(AnsvarError):
    """Nothing of a kind (`actor`, `duty`, `topic`, `place`) has the name asked for; `near` are the ids of what is most like
    it, or the names of places."""

    def __init__(self, kind: str, asked: str, near: Sequence[str]) -> None:
        hint = f"Did you mean {' or '.join(near)}?" if near else f"All that there are: {BROWSE[kind]}"
        super().__init__(f"no {kind} is called '{asked}'", hint)
        self.kind, self.asked, self.near = kind, asked, tuple(near)


BROWSE = {"actor": "ansvar actors", "topic": "ansvar topics", "duty": "ansvar export", "place": "ansvar places"}
"""The command that lists all of a kind."""


class Problem(NamedTuple):
    """A fault of a dataset: 1-based line and column, and a message with the offending value."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


def as_argument(path: str) -> str:
    """A path as one writes it after a command in a shell: one that begins with a hyphen would be an option."""
    import shlex

    return shlex.quote(f"./{path}" if path.startswith("-") else path)


class DatasetError(AnsvarError):
    """A dataset that can be read but is faulty; `problems` has every fault, in the order of its files.

    `file` is the first of these, where it may be another than that of the first problem.
    """

    def __init__(self, problems: list[Problem], file: str | None = None) -> None:
        first, count = problems[0], len(problems)
        which = f"All {count} problems" if count > 1 else "More"
        whole = file or first.file
        argument = "-" if whole == STANDARD_INPUT else as_argument(whole)
        super().__init__(str(first), f"{which}: ansvar check {argument}")
        self.problems = problems


STANDARD_INPUT = "standard input"
"""The name of a dataset that is read from there."""


class UnreadableError(AnsvarError):
    """A dataset that cannot be read at all."""
