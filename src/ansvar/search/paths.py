"""A path in a question → the duties whose patterns decide who holds that file, by the rule of their source."""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING

from ..dataset.model import Force, Matching
from ..dataset.record import NamedTuple
from .ask import Answer, Found, Match, Result
from .hits import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from .ask import Keep
    from .index import Entry, Index

_EVERYTHING = "."
_MARKS = "\"'`“”«»()[]<>,;:?!"
_FILE_NAME = re.compile(r"[^/\\]*\w\.\w+|\.\w[\w.-]*")


class _Met(NamedTuple):
    """A duty that decides over a file, and which of its patterns is met."""

    entry: Entry
    pattern: str
    everything: bool


def by_path(index: Index, query: str, *, as_of: date, limit: int, keep: Keep | None = None) -> Result | None:
    """The answers to a question that names files; None where it names none, or only one that is as likely a word.

    The rule of the source decides first, then `keep`: whom the rule sets aside does not answer in another's place.
    """
    named = list(dict.fromkeys(filter(None, map(_path_in, query.split()))))
    if not named:
        return None
    met = {path: list(_deciding(index, path, as_of)) for path in named}
    if not any("/" in path or any(not one.everything for one in met[path]) for path in named):
        return None
    found = [Found(path, tuple(_answers(path, met[path], as_of, keep)), () if met[path] else (path,)) for path in named]
    kept = {answer.duty.id: answer for one in found for answer in one.answers}
    return Result(
        query=query, language=None, answers=tuple(kept.values())[:limit], more=len(kept) > limit,
        unmatched=tuple(path for path in named if not met[path]), subjects=tuple(found) if len(found) > 1 else (),
    )  # fmt: skip


def _path_in(word: str) -> str:
    """The path that a word of a question is, from the top of the repository; nothing where it is none."""
    path = word.strip(_MARKS).rstrip(".").replace("\\", "/")
    if "/" in path:
        return re.sub("/{2,}", "/", path.removeprefix("./").lstrip("/"))
    return path if _FILE_NAME.fullmatch(path) else ""


def _deciding(index: Index, path: str, as_of: date) -> Iterator[_Met]:
    """The duties that decide over a file, in the dataset's order: of each part of a source the last that matches, or all."""
    for (_, matching), rows in groupby(index.table("path"), key=lambda row: row[1:3]):
        listed = list(rows)
        matching_rows = _matching(index, path, as_of, reversed(listed) if matching == Matching.LAST else iter(listed))
        last = next(matching_rows, None) if matching == Matching.LAST else None
        yield from ([last] if last else [] if matching == Matching.LAST else matching_rows)


def _matching(index: Index, path: str, as_of: date, rows: Iterator[tuple[int, str, str, int, str]]) -> Iterator[_Met]:
    for *_, n, patterns in rows:
        met = _met(path, json.loads(patterns))
        if met and not isinstance((entry := index.entry(n)).state(as_of).status, Force):
            yield _Met(entry, met[1], met[0] == _EVERYTHING)


def _met(path: str, patterns: list[tuple[bool, str, str, str]]) -> tuple[str, str] | None:
    """The last of a duty's patterns that matches a path, where that takes it in: its regular expression, and itself."""
    for takes_in, regex, begins, written in reversed(patterns):
        if path.startswith(begins) and re.match(regex, path):
            return (regex, written) if takes_in else None
    return None


def _answers(path: str, met: list[_Met], as_of: date, keep: Keep | None) -> Iterator[Answer]:
    for entry, pattern, _ in met:
        state = entry.state(as_of)
        if keep is None or keep(entry, state):
            why = (Match(path, pattern, "paths", Tier.PATTERN),)
            yield Answer(entry.duty, state, entry.steps, why, (), entry.course.continues)
