"""The last resort: whatever goes wrong, a plain line and a status."""

from __future__ import annotations

import errno
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ansvar.cli import terminal
from ansvar.cli.files import write
from ansvar.cli.terminal import ERROR, FOUND, INTERRUPTED, NOTHING, Leave, emit, status_of, width
from ansvar.dataset.errors import AnsvarError
from ansvar.dataset.model import Period, Topic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def raising(error: BaseException) -> Callable[[], None]:
    def run() -> None:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (Leave(NOTHING), NOTHING, ""),
        (AnsvarError("no", "Try yes."), ERROR, "ansvar: no\nTry yes.\n"),
        (OSError(errno.EIO, "Input/output error", "a\x1bb"), ERROR, "ansvar: Input/output error: a\\x1bb\n"),
        (OSError("odd"), ERROR, "ansvar: odd\n"),
        (MemoryError(), ERROR, "ansvar: not enough memory for this\n"),
        (RecursionError("deep"), ERROR, "ansvar: this is nested too deeply\n"),
        (ZeroDivisionError("a\nb"), ERROR, "ansvar: internal error: ZeroDivisionError: a b; please report it\n"),
    ],
)
def test_every_error_is_a_plain_line(error: Exception, status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(raising(error)) == status
    assert capsys.readouterr() == ("", said)


def test_an_interrupt_that_python_has_made_another_error_of_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.11 raises RuntimeError for what comes while a class is made."""
    monkeypatch.setattr(terminal, "_INTERRUPT", interrupt := type(terminal._INTERRUPT)())
    with pytest.raises(KeyboardInterrupt):
        interrupt(2, None)
    with pytest.raises(KeyboardInterrupt):
        status_of(raising(RuntimeError("Error calling __set_name__")))


@pytest.mark.parametrize(("raised", "status"), [("KeyboardInterrupt", INTERRUPTED), ("ValueError", FOUND)])
def test_nothing_is_told_of_an_error_where_none_can_be_raised(raised: str, status: int) -> None:
    script = (
        "from ansvar.cli.terminal import guarded\n"
        f"class Odd:\n    def __del__(self):\n        raise {raised}\n"
        "guarded(lambda: Odd() and None)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (status, b"", b"")


def test_without_a_terminal_the_width_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stdout", None)
    assert width() == 80
    with pytest.raises(AnsvarError, match="Bad file descriptor"):
        emit("x")


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("ansvar.cli.files.os.link", link)
    write(str(tmp_path / "new"), "text", force=False)
    assert (tmp_path / "new").read_text("utf-8") == "text"
    assert len(list(tmp_path.iterdir())) == 1


def test_records_never_change() -> None:
    one, other = (Period(from_=date(2020, 1, 1), until=date(2021, 1, 1)) for _ in range(2))
    assert one == other
    assert {one, other} == {one}
    assert one != Topic(id="a", name={})
    assert repr(one) == "Period(from_=datetime.date(2020, 1, 1), until=datetime.date(2021, 1, 1))"
    with pytest.raises(AttributeError, match="Period is never changed"):
        one.until = date(2022, 1, 1)  # type: ignore[misc]
