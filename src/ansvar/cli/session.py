"""One run of a command: the dataset that it asks, and the format in which its answer is written."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..dataset.errors import UnknownError
from ..dataset.files import is_pipe
from ..dataset.model import LANGUAGES
from ..formats import Target
from .telling import nobody_is_called
from .terminal import complain, draws, emit, is_terminal, shows_links, takes_colour, takes_unicode, width, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import TypeVar

    from .. import OpenDataset
    from ..answers.answer import Answer
    from ..formats import Format

    _A = TypeVar("_A", bound=Answer)

STANDARD_OUTPUT = "-"
_PATIENCE_SECONDS = 2


class Session:
    """An open dataset, and the format in which answers are written."""

    def __init__(self, dataset: OpenDataset, format: Format) -> None:  # noqa: A002 (the option's name)
        self.dataset, self.format = dataset, format

    def show(self, answer: Answer, output: str = STANDARD_OUTPUT, *, force: bool = False) -> bool:
        """Write an answer. Of one that found nothing, nothing but its JSON. Whether it says itself what else is to be known."""
        if answer.tells or self.format.empty:
            write(answer, self.format, output, force=force)
        return answer.tells and output == STANDARD_OUTPUT and self.format.tells_all(answer, standard_output())

    def find(self, asked: Callable[[], _A], none: Callable[[], Answer]) -> _A:
        """Ask for one thing by its name. An unknown name is no error: nothing was found (`none` says it in JSON)."""
        try:
            return asked()
        except UnknownError as error:
            self.show(none())
            nobody_is_called(error, self.dataset)


def write(answer: Answer, format: Format, output: str = STANDARD_OUTPUT, *, force: bool = False) -> None:  # noqa: A002
    """Write an answer in a format to standard output or into a file. Raises AnsvarError where it cannot be."""
    if output == STANDARD_OUTPUT:
        emit(format.write(answer, standard_output()), format.encoding)
    else:
        from . import files

        target = standard_output() if files.is_standard_output(output) else Target()
        files.write(output, format.write(answer, target), force=force, encoding=format.encoding)


def standard_output() -> Target:
    """What standard output can show."""
    return Target(
        file=False, terminal=is_terminal(), draws=draws(), width=width(), colour=takes_colour(), unicode=takes_unicode(),
        links=shows_links(), writable=writable,
    )  # fmt: skip


@contextmanager
def opened(
    data: str | None, *, cached: bool = True, language: str | None = None, as_of: date | None = None
) -> Iterator[OpenDataset]:
    """The dataset in the file `data`, or the one that the tool comes with; it answers in the language of the locale where
    neither the reader nor the question names one."""
    from .. import open as open_dataset

    with _patience(data):
        dataset = open_dataset(data, language=language, as_of=as_of, cached=cached, otherwise=_locale_languages())
    with dataset:
        yield dataset


@contextmanager
def _patience(path: str | None) -> Iterator[None]:
    """A pipe that nobody writes into is named after a while, so that whoever waits knows for what."""
    if path is None or not is_pipe(path):
        yield
        return
    from threading import Timer

    timer = Timer(_PATIENCE_SECONDS, complain, [f"waiting until somebody writes into {path}"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _locale_languages() -> list[str]:
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    named = next((name for name in names if name), "")
    return [named[:2]] if named[:2] in LANGUAGES else []
