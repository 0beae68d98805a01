"""Output is whole or the status is 2, however standard output takes it; the status is that of the answer, whoever reads it."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from attacks import ERROR, FOUND, INTERRUPTED, NOTHING, PATIENCE, attack, begun, environment, unmeasured
from conftest import COMMAND
from slow import first

if TYPE_CHECKING:
    from pathlib import Path

BUFFERED = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
PAGE = ("export", "--format", "html", "--as-of", "2025-06-01")
NOT_LATIN = ["cp1251", "cp932", "gbk", "big5", "koi8-r", "cp1253", "iso8859-5", "shift_jis", "ascii"]


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A page that is larger than a pipe holds."""
    run = attack(*PAGE)
    assert len(run.out) > 1 << 16
    return run.out


def _popen(*arguments: str, unbuffered: str, stdout: int) -> subprocess.Popen[bytes]:
    env = unmeasured() | {"PYTHONUNBUFFERED": unbuffered}
    return subprocess.Popen([COMMAND, *arguments], stdout=stdout, stderr=subprocess.PIPE, env=env)


def _read(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


@BUFFERED
def test_a_file_that_may_not_grow_is_an_error(tmp_path: Path, unbuffered: str) -> None:
    with (tmp_path / "x").open("wb") as file:
        run = subprocess.run(
            [COMMAND, *PAGE], stdout=file, stderr=subprocess.PIPE, env=unmeasured() | {"PYTHONUNBUFFERED": unbuffered},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 14, 1 << 14)), check=False,
        )  # fmt: skip
    assert (run.returncode, run.stderr) == (ERROR, b"ansvar: cannot write to standard output: File too large\n")


@BUFFERED
@pytest.mark.parametrize("stop", first(1, [signal.SIGSTOP, signal.SIGTSTP]))
def test_a_run_that_is_stopped_writes_the_rest_when_it_goes_on(whole: bytes, unbuffered: str, stop: signal.Signals) -> None:
    reading, writing = os.pipe()
    process = _popen(*PAGE, unbuffered=unbuffered, stdout=writing)
    os.close(writing)
    time.sleep(0.6)
    process.send_signal(stop)
    time.sleep(0.1)
    process.send_signal(signal.SIGCONT)
    assert _read(reading) == whole
    assert process.communicate(timeout=PATIENCE)[1] == b""
    assert process.returncode == FOUND


@BUFFERED
def test_a_pipe_that_does_not_wait_is_waited_for(whole: bytes, unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    process = _popen(*PAGE, unbuffered=unbuffered, stdout=writing)
    os.close(writing)
    time.sleep(0.6)
    assert _read(reading) == whole
    assert (process.communicate(timeout=PATIENCE)[1], process.returncode) == (b"", FOUND)


@BUFFERED
@pytest.mark.parametrize(
    ("command", "stdin", "status"),
    [
        (["check", "-"], b"title: {en: x}\nlanguages: [en]\nactors: []\nduties: []\n", NOTHING),
        (["check", "-"], b"title: {en: x}\n" + b"x: [\n" * 30, NOTHING),
        (["check", "-", "--format", "json"], b"[]", NOTHING),
        (["check", "--format", "json"], b"", FOUND),
        (["who", "xyzzy", "--format", "json"], b"", NOTHING),
        (["who", "bathing"], b"", FOUND),
        (["-h"], b"", FOUND),
    ],
)
def test_who_does_not_read_changes_no_status(command: list[str], stdin: bytes, status: int, unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    env = environment() | {"PYTHONUNBUFFERED": unbuffered}
    run = subprocess.run([COMMAND, *command], input=stdin, stdout=writing, stderr=subprocess.PIPE, check=False, env=env)
    os.close(writing)
    assert run.returncode == status, run.stderr
    assert b"pipe" not in run.stderr.lower()


@pytest.mark.parametrize("encoding", first(2, NOT_LATIN))
def test_help_in_every_encoding(encoding: str) -> None:
    for command in (["who", "-h"], ["-h"], ["--", "who", "--help"]):
        run = attack(*command, env={"PYTHONIOENCODING": encoding})
        assert (run.status, run.err) == (FOUND, b"")
        assert run.out == attack(*command).out.decode().encode(encoding, "backslashreplace")


@pytest.mark.parametrize("encoding", first(3, NOT_LATIN))
def test_completion_offers_what_the_encoding_can_say(encoding: str) -> None:
    env = {"PYTHONIOENCODING": encoding, "_ANSVAR_COMPLETE": "complete_bash", "COMP_WORDS": "ansvar\nwho\nk", "COMP_CWORD": "2"}
    offered = attack(env=env).out.decode(encoding).split()
    right = attack(env=env | {"PYTHONIOENCODING": "utf-8"}).out.decode().split()
    assert offered == [word for word in right if word.encode(encoding, "ignore").decode(encoding) == word]


@pytest.mark.parametrize("command", [["who", "bathing"], ["-h"], ["--version"]])
def test_an_encoding_for_names_only_is_an_error_that_is_said(command: list[str]) -> None:
    run = attack(*command, env={"PYTHONIOENCODING": "idna"})
    assert run.status == ERROR
    assert run.err == b"ansvar: cannot write to standard output: idna is no encoding for a text\n"


@pytest.mark.parametrize("how", [">&-", ">/dev/full"])
@pytest.mark.parametrize("command", [["--show-completion", "bash"], ["--show-completion", "fish"], ["-h"]], ids=" ".join)
def test_what_typer_prints_is_whole_too(command: list[str], how: str) -> None:
    run = attack(*command, through=how)
    assert run.status == ERROR
    assert run.err.startswith(b"ansvar: cannot write to standard output: ")


def test_a_shell_that_is_not_known_gets_nothing(tmp_path: Path) -> None:
    for option in ("--show-completion", "--install-completion"):
        run = attack(option, "nosuch", env={"HOME": str(tmp_path)})
        assert run.status == ERROR
        assert run.err.splitlines()[0] == b"ansvar: no such shell: nosuch"
    assert not list(tmp_path.iterdir())
    run = attack("--install-completion", "bash", env={"HOME": str(tmp_path)})
    assert run.out.startswith(b"bash completion installed in ")
    assert (tmp_path / ".bashrc").exists()


@pytest.mark.parametrize("seed", first(1, range(4)))
@pytest.mark.parametrize("command", [PAGE, ("who", "bathing", "--no-cache"), ("check",)], ids=" ".join)
def test_any_number_of_interrupts(seed: int, command: tuple[str, ...]) -> None:
    """One after the other while the run is leaving: none of them brings a traceback."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for _ in range(3):
        process = begun(command, unmeasured())
        time.sleep(chance.uniform(0, 0.15))
        for _ in range(20):
            process.send_signal(signal.SIGINT)
            time.sleep(chance.uniform(0, 0.0004))
        _, err = process.communicate(timeout=PATIENCE)
        assert process.returncode in (FOUND, INTERRUPTED), err
        assert b"Traceback" not in err
        assert b"KeyboardInterrupt" not in err
