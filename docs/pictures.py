"""Pictures of the program on a terminal: what a command draws on a pseudo-terminal, as SVG by Rich."""

from __future__ import annotations

import io
import os
import pty
import shlex
import subprocess

from answers import cache_folder, program
from rich.console import Console
from rich.text import Text

WIDTH = 104
"""Columns of the terminal that is pictured."""

PICTURES = {
    "docs/pictures/who.svg": "ansvar who decides on asylum",
    "docs/pictures/who-sv.svg": "ansvar vem ordnar integrationsutbildning",
    "docs/pictures/who-fi.svg": "ansvar kuka laatii kotoutumissuunnitelman Forssassa",
}
"""The pictures that the documents show, each with the command it is of."""


def drawn(command: str) -> str:
    """The SVG of a terminal on which the command was given."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.assemble(("$ ", "dim"), (command, "bold")), soft_wrap=True)
    console.print(Text.from_ansi(_typescript(shlex.split(command)[1:])))
    return console.export_svg(title="ansvar", unique_id="ansvar")


def _typescript(arguments: list[str]) -> str:
    """What the command writes to a terminal."""
    terminal, its_end = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    screen = {"TERM": "xterm-256color", "COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    command = program(*arguments)
    environment = kept | screen | {"ANSVAR_CACHE_DIR": cache_folder()}
    with subprocess.Popen(command, stdout=its_end, stderr=its_end, env=environment) as run:  # noqa: S603 (our own program)
        os.close(its_end)
        written = _all(terminal)
    os.close(terminal)
    if run.returncode > 1:
        raise subprocess.CalledProcessError(run.returncode, command, written)
    return written.decode().replace("\r\n", "\n").rstrip("\n")


def _all(terminal: int) -> bytes:
    """Everything written to a pseudo-terminal until its other end is closed, which Linux reports as an error."""
    written = b""
    while True:
        try:
            read = os.read(terminal, 65536)
        except OSError:
            return written
        if not read:
            return written
        written += read
