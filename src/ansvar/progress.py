"""A progress bar on stderr for compiling that takes over a second, on a terminal only."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress as RichProgress

DELAY_SECONDS = 1.0


@contextmanager
def bar() -> Iterator[Callable[[int, int], None] | None]:
    """A function to call with what is done and the total; None where nothing can be drawn."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    drawn = _Bar()
    try:
        yield drawn.advance
    finally:
        drawn.close()


class _Bar:
    def __init__(self) -> None:
        self.started = time.monotonic()
        self.progress: RichProgress | None = None

    def advance(self, done: int, total: int) -> None:
        if time.monotonic() - self.started < DELAY_SECONDS:
            return
        if self.progress is None:
            from rich.console import Console
            from rich.progress import Progress

            self.progress = Progress(console=Console(stderr=True), transient=True)
            self.progress.add_task("ansvar", total=total)
            self.progress.start()
        self.progress.update(self.progress.task_ids[0], completed=done, total=total)

    def close(self) -> None:
        if self.progress is not None:
            self.progress.stop()
