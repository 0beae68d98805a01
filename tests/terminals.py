"""The installed command on a real pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from conftest import COMMAND, WATER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Terminal:
    """The command, running in a terminal so wide and high; what is typed is not echoed."""

    def __init__(
        self, *arguments: str, env: Mapping[str, str], columns: int = 80, lines: int = 24, data: str | Path | None = WATER
    ) -> None:  # fmt: skip
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("ANSVAR", "LC_", "LANG", "PAGER", "LESS"))
        }
        named = {"ANSVAR_DATA": str(data)} if data else {}
        whole = kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm", **named, **env}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execve(COMMAND, [str(COMMAND), *arguments], whole)  # noqa: S606
        self.seen = ""

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self.fd, text.encode())

    def until(self, wanted: str, seconds: float = 20) -> str:
        """What has appeared since the last time, up to a text; all that came where it does not come in time."""
        end = time.monotonic() + seconds
        while wanted not in self.seen and time.monotonic() < end and self._read():
            pass
        before, found, self.seen = self.seen.partition(wanted)
        return before + found

    def end(self, seconds: float = 20) -> tuple[int, str]:
        """The status of the command, and what else it wrote; it is stopped where it does not end in time."""
        end = time.monotonic() + seconds
        while self._read() and time.monotonic() < end:
            pass
        if time.monotonic() >= end:
            os.kill(self.pid, signal.SIGKILL)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), self.seen.replace("\r\n", "\n")

    def _read(self) -> bool:
        """Read what is there, if anything is; false when nobody has the terminal any more."""
        if not select.select([self.fd], [], [], 0.2)[0]:
            return True
        with suppress(OSError):  # EIO
            if more := os.read(self.fd, 1 << 16):
                self.seen += more.decode("utf-8", "replace").replace("\x1b[?2004h", "").replace("\x1b[?2004l\r", "")
                return True
        return False
