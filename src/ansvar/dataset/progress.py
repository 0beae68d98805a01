"""A progress bar on stderr for compiling that takes over a second, on a terminal only."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

Progress = Callable[[str, int, int], None]
"""To be called now and then with what is being done, how much of it is done, and how much there is (0: nobody knows)."""
DELAY_SECONDS = 1.0


@contextmanager
def bar() -> Iterator[Progress | None]:
    """A function that draws how far the work has got; None where nothing can be drawn."""
    if not _is_terminal():
        yield None
        return
    drawn = _Bar()
    try:
        yield drawn.advance
    finally:
        drawn.close()


def _is_terminal() -> bool:
    try:
        return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    except (AttributeError, ValueError):  # closed
        return False


class _Bar:
    """Nothing at first; once work has taken so long that one wonders, a bar that goes away with it."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.progress: RichProgress | None = None

    def advance(self, doing: str, done: int, total: int) -> None:
        if time.monotonic() - self.started < DELAY_SECONDS:
            return
        if self.progress is None:
            self.progress = self._drawn(doing)
        self.progress.update(self.progress.task_ids[0], description=doing, completed=done, total=total or None)

    def _drawn(self, doing: str) -> RichProgress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        columns = (TextColumn("{task.description:20}", markup=False), BarColumn(), TaskProgressColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        progress.add_task(doing)
        progress.start()
        return progress

    def close(self) -> None:
        if self.progress is not None:
            self.progress.stop()
