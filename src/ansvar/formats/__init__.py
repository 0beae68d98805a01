"""Answers become text, one file a format, found by its folder: the file says in `FORMAT` what it is called and what it takes.

A format is a pure function of an answer: it opens no index and asks no question. From here: `find` and `names`, and the
Python interface (`_dataset`). It must not know the terminal, nor how anything is searched.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..answers.answer import ROOM
from ..dataset.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..answers.answer import Answer


class Target(NamedTuple):
    """Where a text goes: a file, which takes everything, or standard output with what that can show (`links`: what can be opened).

    `writable` gives a text with the letters that cannot be shown written out.
    """

    file: bool = True
    terminal: bool = False
    draws: bool = False
    width: int = 80
    colour: bool = False
    unicode: bool = True
    links: bool = False
    writable: Callable[[str], str] = str

    @property
    def room(self) -> dict[str, int]:
        """How many columns a table may take, where that is known."""
        return {"room": min(self.width, ROOM)} if self.draws and not self.file else {}


class Format(NamedTuple):
    """A format. `place` is its place in the help; `encoding` the only one that it may be written in;
    `empty` says whether an answer that found nothing is written too, `tells` whether its text says itself what a reader should
    know of the answer, where that has a
    heading; one that `draws` tells it on a terminal that draws."""

    name: str
    takes: type[Answer]
    write: Callable[[Any, Target], str]
    place: int = 99
    encoding: str | None = None
    empty: bool = False
    tells: bool = False
    draws: bool = False

    def tells_all(self, answer: Answer, target: Target) -> bool:
        """Whether what is written of an answer has a heading that says what else a reader should know of it."""
        from ..answers.answer import Cards

        return isinstance(answer, Cards) and (self.tells or (self.draws and target.draws and not target.file))


def find(name: str, kind: type[Answer]) -> Format | None:
    """The format of this name for a kind of answer. Only its own module is imported where that has its name."""
    return next((one for one in _candidates(name) if one.name == name and issubclass(kind, one.takes)), None)


def names(kind: type[Answer]) -> list[str]:
    """The names of the formats for a kind of answer."""
    found = [one for one in _all() if issubclass(kind, one.takes)]
    return [one.name for one in sorted(found, key=lambda one: (one.place, one.name))]


def _candidates(name: str) -> Iterator[Format]:
    if name.isidentifier() and not name.startswith("_"):
        with suppress(ModuleNotFoundError):
            yield _format(name)
    yield from _all()


def _all() -> Iterator[Format]:
    from pkgutil import iter_modules

    for module in iter_modules(__path__):
        if not module.name.startswith("_"):
            yield _format(module.name)


def _format(module: str) -> Format:
    found: Format = import_module(f".{module}", __name__).FORMAT
    return found
