"""One run of a command: the dataset that it asks, and the format in which its answer is written."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..dataset.errors import BROWSE, AnsvarError, NoneOfTheseError, UnknownError, UsageError, as_argument
from ..dataset.files import is_pipe
from ..formats import Target
from . import words
from .telling import nobody_is_called
from .terminal import (
    Leave,
    complain,
    draws,
    emit,
    held,
    in_turn,
    is_terminal,
    remark,
    shows_links,
    takes_colour,
    takes_unicode,
    width,
    writable,
)  # fmt: skip

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

    def __init__(self, dataset: OpenDataset, format: Format, again: str = "", *, pager: bool = True) -> None:  # noqa: A002 (the option's name)
        self.dataset, self.format, self.again, self.pager = dataset, format, again, pager

    def show(self, answer: Answer, output: str = STANDARD_OUTPUT, *, force: bool = False) -> bool:
        """Write an answer. Of one that found nothing, nothing but its JSON. Whether it says itself what else is to be known."""
        if answer.tells or self.format.empty:
            write(answer, self.format, output, force=force, pager=self.pager)
        return answer.tells and output == STANDARD_OUTPUT and self.format.tells_all(answer, standard_output())

    def find(self, asked: Callable[[], _A], none: Callable[[], Answer]) -> _A:
        """Ask for one thing by its name. An unknown name is no error: nothing was found (`none` says it in JSON)."""
        try:
            return asked()
        except UnknownError as error:
            self.show(none())
            nobody_is_called(error, self.dataset, self.again)


def once_more(run: Callable[[], object], *errors: type[Exception]) -> None:
    """Run something; once more where it fails over an entry of the cache, but not by `errors`. Until it has not failed,
    nothing is said."""
    with held() as forget:
        try:
            run()
        except Exception as error:
            if isinstance(error, (Leave, AnsvarError, OSError, MemoryError, *errors)):
                raise
            from ..search.cache import distrusted

            if not distrusted():
                raise
            forget()
            run()


def write(
    answer: Answer, format: Format, output: str = STANDARD_OUTPUT, *, force: bool = False, pager: bool = False  # noqa: A002
) -> None:  # fmt: skip
    """Write an answer in a format to standard output or into a file. Raises AnsvarError where it cannot be."""
    if output == STANDARD_OUTPUT:
        emit(format.write(answer, standard_output()), format.encoding, pager=pager)
    else:
        from . import files

        target = standard_output() if files.is_standard_output(output) else Target()
        text = format.write(answer, target)
        files.write(output, text, force=force, encoding=format.encoding)
        in_turn(lambda: _say_written(output, text) if files.is_a_file(output) else None)


def _say_written(path: str, text: str) -> None:
    size = len(text.encode("utf-8", "backslashreplace"))
    remark(words.told("written", file=path, size=f"{max(1, round(size / 1000))} kB"))


def standard_output() -> Target:
    """What standard output can show."""
    return Target(
        file=False, terminal=is_terminal(), draws=draws(), width=width(), colour=takes_colour(), unicode=takes_unicode(),
        links=shows_links(), writable=writable,
    )  # fmt: skip


def again(data: str | None) -> str:
    """How a hint repeats `--data`: a variable need not be repeated."""
    return f" --data {as_argument(data)}" if data and data != os.environ.get("ANSVAR_DATA") else ""


@contextmanager
def opened(
    data: str | None, *, cached: bool = True, language: str | None = None, as_of: date | None = None
) -> Iterator[OpenDataset]:
    """The dataset in the file `data`, or the one that the tool comes with; it answers in the language of the locale where
    neither the reader nor the question names one."""
    from .. import open as open_dataset

    with _patience(data):
        dataset = open_dataset(data, language=language, as_of=as_of, cached=cached, otherwise=[words.language()])
    with dataset:
        try:
            yield dataset
        except UnknownError as error:
            raise _unknown(error, again(data)) from error
        except NoneOfTheseError as error:
            raise _none_of_these(error) from error


def _unknown(error: UnknownError, repeated: str) -> AnsvarError:
    """That an option names nobody, in the reader's language, with the nearest that there is."""
    near = error.near[:1]
    hint = words.told("did_you_mean", name=near[0]) if near else words.told("all_there_are", command=BROWSE[error.kind] + repeated)
    return AnsvarError(words.told(f"unknown_{error.kind}", name=error.asked), hint)


def _none_of_these(error: NoneOfTheseError) -> UsageError:
    """That an option has a value that the dataset does not know, in the reader's language."""
    complaint = words.told(f"no_{error.option}", value=error.value)
    hint = words.told("choose_one", listed=", ".join(error.known))
    return UsageError(words.told("invalid", name=f"--{error.option}", text=complaint), hint)


@contextmanager
def _patience(path: str | None) -> Iterator[None]:
    """A pipe that nobody writes into is named after a while, so that whoever waits knows for what."""
    if path is None or not is_pipe(path):
        yield
        return
    from threading import Timer

    timer = Timer(_PATIENCE_SECONDS, complain, [words.told("waiting", file=path)])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
