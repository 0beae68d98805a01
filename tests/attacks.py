"""What tests of robustness share: the installed command run with any streams, held to one property, and hostile texts."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import resource
import struct
import subprocess
import tempfile
import termios
import threading
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from conftest import COMMAND, WATER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SECONDS = 5
"""No run may take more of the processor. The clock is no measure: the machine may be busy with something else."""
PATIENCE = 60
"""Seconds on the clock after which a run hangs."""
FOUND, NOTHING, ERROR, INTERRUPTED = 0, 1, 2, 130

FUZZ = int(os.environ.get("ANSVAR_FUZZ", "2000"))
"""How many mutated datasets, and how many random questions, the fuzz makes."""
MORE = max(FUZZ // 2000, 1)
"""By how much more than usual is tried."""
HOSTILE_TEXTS = (
    "[red]x[/red]", "[/]", "[link=http://x.org]y[/link]", ":smile: 1:100:", "\x1b[31mred\x1b[0m", "\x1b]52;c;YQ==\x07",
    "\x9b31m", "\x9d0;title\x9c", "\x00nul", "bell\x07", "del\x7f", "over\u202eride", "\u2066iso\u2069",
    "line\u2028para\u2029", "a|b", "\\", "\\|", "`code`", "``", "*b* _i_ ~s~", "# h", "1. l", "- l", "+ l", "> q",
    "<script>alert(1)</script>", "</script><!--", "<b>&amp;&lt;", "![i](http://x/y.png)", "[a](javascript:x)",
    "<http://x.org>", "www.x.org", "a@b.org", "$x^2$", "```", "---", "===", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1",
    "\n=1", "＝1", "'=1", '"', '","', "'", "%s %d", "{query}", "{0}", "two\nlines", "cr\rlf\r\n", "tab\there", " lead",
    "trail ", "ÅÄÖ åäö", "漢字", "🙂👨\u200d👩\u200d👧", "e\u0301\u0323", "\u200b", "\ufeff", "$(id)", "`id`", "; ls",
    "\U0010ffff", "\ufffd", "null", "~", "no", "010", "1:30", "2024-01-01",
)  # fmt: skip


class Outcome(NamedTuple):
    """What a run left: its status, and the bytes that it wrote."""

    status: int
    out: bytes
    err: bytes


@cache
def environment() -> dict[str, str]:
    """The environment of a run: a cache of the tests' own, and nothing of the tester's."""
    folder = tempfile.TemporaryDirectory(prefix="ansvar-tests-")
    _KEPT.append(folder)
    ours = ("ANSVAR", "LC_", "LANG", "NO_COLOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUTF8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return clean | {"ANSVAR_CACHE_DIR": folder.name, "LC_ALL": "C.UTF-8", "TERM": "xterm", "ANSVAR_DATA": str(WATER)}


def unmeasured() -> dict[str, str]:
    """The same for runs that are interrupted or killed: what measures coverage would be hit instead, which starts first."""
    return {name: value for name, value in environment().items() if not name.startswith("COVERAGE")}


def begun(arguments: Sequence[str], env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """A run of the installed command whose first module is loaded: what comes before is Python's own start, and not ours.

    Python is made to tell on stderr which modules it has loaded.
    """
    told = {**env, "PYTHONPROFILEIMPORTTIME": "1"}
    run = subprocess.Popen([COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=told)
    assert run.stderr is not None
    for line in run.stderr:
        if line.endswith(b" ansvar.__main__\n"):
            break
    return run


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def attack(
    *arguments: str | bytes,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    through: str = "",
    cwd: Path | None = None,
) -> Outcome:
    """Run the installed command, from a shell with redirections where there are some, and hold it to the property."""
    command: Sequence[str | bytes | Path] = [COMMAND, *arguments]
    if through:
        command = ["bash", "-c", f'"$0" "$@" {through}', *command]
    before = processor_time()
    done = subprocess.run(
        command, input=stdin, capture_output=True, timeout=PATIENCE, check=False, env=environment() | dict(env or {}), cwd=cwd
    )
    assert processor_time() - before <= SECONDS, command
    outcome = Outcome(done.returncode, done.stdout, done.stderr)
    hold(outcome, silent="2>" in through)
    return outcome


def processor_time() -> float:
    """The seconds of the processor that all runs until now have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def hold(outcome: Outcome, *, silent: bool = False) -> None:
    """The property: a status that says something, no traceback, an error in one or two plain lines."""
    assert outcome.status in (FOUND, NOTHING, ERROR), outcome
    for spoken in (outcome.out, outcome.err):
        assert b"Traceback" not in spoken, outcome
    assert b"internal error" not in outcome.err
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", outcome.err), outcome
    if outcome.status == ERROR:
        lines = outcome.err.splitlines()
        assert (not lines and silent) or (1 <= len(lines) <= 2 and lines[0].startswith(b"ansvar: ")), outcome


def on_terminal(*arguments: str, columns: int = 80, env: Mapping[str, str] | None = None) -> Outcome:
    """Run the installed command in a pseudo-terminal; `out` is what stands on its screen, line breaks as they are written."""
    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    shown: list[bytes] = []
    with subprocess.Popen(
        [COMMAND, *arguments], stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE, env=environment() | dict(env or {})
    ) as process:
        os.close(writing)
        reader = threading.Thread(target=_drain, args=(reading, shown))
        reader.start()
        _, err = process.communicate(timeout=PATIENCE)
        reader.join(PATIENCE)
    os.close(reading)
    outcome = Outcome(process.returncode, b"".join(shown).replace(b"\r\n", b"\n"), err)
    hold(outcome)
    return outcome


def _drain(descriptor: int, into: list[bytes]) -> None:
    with suppress(OSError):  # a terminal ends with EIO
        while chunk := os.read(descriptor, 1 << 16):
            into.append(chunk)


def without_colours(text: str) -> str:
    """The text of a terminal without the colours and weights that Rich sets (and with everything else)."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def dataset(statement: str, *, name: str = "Ann", extra: str = "") -> str:
    """A small sound dataset with a statement and a name, both as they stand between double quotes in YAML."""
    return (
        f'title: {{en: "T {name}"}}\nlanguages: [en]\nactors: [{{id: a, name: {{en: "{name}"}}, short: ["{name}"]}}]\n'
        f'topics: [{{id: t, name: {{en: "topic {name}"}}, terms: {{en: ["{name}"]}}}}]\n'
        f'duties: [{{id: d, actors: [a], topics: [t], statement: {{en: "sings {statement}"}}}}]\n{extra}'
    )


def quoted(text: str) -> str:
    """The text as it stands between double quotes in YAML, in ASCII."""
    return "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
