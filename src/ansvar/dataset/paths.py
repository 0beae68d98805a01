"""Patterns of paths, as a .gitignore has them, as regular expressions. All that knows pathspec; a dataset without paths does not
import it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_LITERAL = re.compile(r"\^((?:[\w/]|\\[^\w])*)(?![*+?{])")


class Pattern(NamedTuple):
    """A pattern: whether it takes in or takes out, its regular expression, how every path that it matches begins, and itself."""

    takes_in: bool
    regex: str
    begins: str
    written: str


def compiled(patterns: Iterable[str]) -> list[Pattern]:
    """The patterns, in their order; those that are faulty are left out."""
    return [pattern for one in patterns if (pattern := _compiled(one))]


def fault(pattern: str) -> str:
    """What is wrong with a pattern; nothing where it is one."""
    return "" if _compiled(pattern) else "is no pattern of a .gitignore, for example /src/*.js"


def _compiled(written: str) -> Pattern | None:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        regex, takes_in = GitIgnoreSpecPattern.pattern_to_regex(written)
    except ValueError:
        return None
    if regex is None or takes_in is None:
        return None
    plain = _NAMED_GROUP.sub("(?:", str(regex))
    literal = _LITERAL.match(plain)
    return Pattern(takes_in, plain, literal[1].replace("\\", "") if literal else "", written)
