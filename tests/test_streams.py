"""Terminals, encodings, closed and full streams, interrupts: through the installed command, with the real things."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import time
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

import ansvar
from attacks import (
    ERROR,
    FOUND,
    INTERRUPTED,
    NOTHING,
    PATIENCE,
    attack,
    begun,
    dataset,
    environment,
    on_terminal,
    quoted,
    unmeasured,
    without_colours,
)
from conftest import COMMAND
from slow import first

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = os.path.dirname(ansvar.__file__)
DAY = ("--as-of", "2025-06-01")
WRITERS = [
    ["who", "bathing"], ["who", "xyzzy", "--format", "json"], ["actors"], ["matrix"], ["export"], ["export", "-o", "/dev/stdout"],
    ["check", "--format", "json"], ["init", "-"], ["--version"], ["-h"], ["who", "-h"],
]  # fmt: skip
needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")


@needs_full
@pytest.mark.parametrize("command", first(3, WRITERS), ids=" ".join)
def test_a_full_disk_under_standard_output_is_an_error(command: list[str]) -> None:
    run = attack(*command, through=">/dev/full")
    assert run.status == ERROR
    assert run.err.endswith(b"No space left on device\n")


@pytest.mark.parametrize("command", first(3, WRITERS), ids=" ".join)
def test_a_closed_standard_output_is_an_error(command: list[str]) -> None:
    run = attack(*command, through=">&-")
    assert (run.status, run.err) == (ERROR, b"ansvar: cannot write to standard output: Bad file descriptor\n")


@pytest.mark.parametrize("how", ["2>&-", pytest.param("2>/dev/full", marks=needs_full)])
@pytest.mark.parametrize(
    ("command", "status"), [(["who", "bathing"], FOUND), (["who", "xyzzy"], NOTHING), (["who", "--nosuch"], ERROR)]
)
def test_without_standard_error_the_status_tells(how: str, command: list[str], status: int) -> None:
    assert attack(*command, through=how).status == status


def test_without_any_stream() -> None:
    assert attack("who", "bathing", through="<&- >&- 2>&-").status == ERROR
    assert attack("who", "xyzzy", through="<&- >&- 2>&-").status == NOTHING


@pytest.mark.parametrize("command", [["who", "x", "--data", "-"], ["check", "-"]])
def test_a_closed_standard_input_is_an_error(command: list[str]) -> None:
    run = attack(*command, through="<&-")
    assert (run.status, run.err) == (ERROR, b"ansvar: cannot read the dataset standard input: Bad file descriptor\n")


@pytest.mark.parametrize("command", [["export", "--format", "json"], ["who", "bathing"], ["-h"]])
def test_who_reads_only_the_beginning_gets_it(command: list[str]) -> None:
    run = attack(*command, through="| head -n 1; exit ${PIPESTATUS[0]}")
    assert run.status == FOUND
    assert run.out.count(b"\n") == 1


def test_a_reader_that_has_gone_before_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run([COMMAND, "export"], stdout=writing, stderr=subprocess.PIPE, check=False, env=environment())
    os.close(writing)
    assert (run.returncode, run.stderr) == (FOUND, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16-le", "utf-8"])
def test_what_an_encoding_lacks_is_written_out(encoding: str) -> None:
    run = attack("who", "juomavesi", *DAY, env={"PYTHONIOENCODING": encoding})
    expected = attack("who", "juomavesi", *DAY).out.decode().encode(encoding, "backslashreplace").decode(encoding)
    assert run.status == FOUND
    lines = run.out.decode(encoding).splitlines()
    assert [line.split() for line in lines] == [line.split() for line in expected.splitlines()]
    source = re.search(r"L(ä|\\xe4)hde", lines[0])
    assert source
    assert {line.index("Vesihuolto") for line in lines[1:]} == {source.start()}, "the columns stand under each other"


@pytest.mark.parametrize("encoding", first(1, ["ascii", "cp1252"]))
@pytest.mark.parametrize(
    "command",
    [["who", "juomavesi"], ["export"], ["export", "-o", "/dev/stdout"], ["matrix"], ["actors"], ["check"]],
    ids=" ".join,
)
def test_json_is_whole_in_every_encoding(encoding: str, command: list[str]) -> None:
    right = json.loads(attack(*command, "--format", "json").out)
    run = attack(*command, "--format", "json", env={"PYTHONIOENCODING": encoding})
    assert json.loads(run.out.decode("ascii")) == right


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("command", [["export"], ["matrix"]])
def test_a_page_is_utf_8_as_it_says_whatever_the_stream(command: list[str]) -> None:
    run = attack(*command, "--format", "html", "--lang", "sv", env={"PYTHONIOENCODING": "latin-1"})
    assert run.out == attack(*command, "--format", "html", "--lang", "sv").out
    parser = _Words()
    parser.feed(run.out.decode("utf-8"))
    assert "dricksvatten" in parser.text.lower()


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "nosuch"}]
)
def test_any_locale(env: dict[str, str]) -> None:
    run = attack("who", "juomavesi", *DAY, env=env)
    assert run.status == FOUND
    assert b"vesilaitos" in run.out


@pytest.mark.parametrize(
    ("columns", "wide"),
    first(3, [("0", 80), ("20", 20), ("9" * 30, 80), ("-3", 80), ("abc", 80), ("", 80), ("９", 80), ("1", 8)]),
)
def test_columns_of_any_kind(columns: str, wide: int) -> None:
    run = on_terminal("who", "bathing", *DAY, env={"COLUMNS": columns})
    lines = without_colours(run.out.decode()).splitlines()
    assert run.status == FOUND
    assert 0 < max(map(len, lines)) <= wide
    assert "closesbeacheswherealgaebloom" in "".join("".join(lines).split()) or wide == 80


@pytest.mark.parametrize("columns", first(2, [0, 61, 1, 20, 200]))
def test_terminals_of_any_width(columns: int) -> None:
    run = on_terminal("who", "bathing", *DAY, columns=columns)
    lines = without_colours(run.out.decode()).splitlines()
    assert max(map(len, lines)) <= max(columns or 80, 8)


def test_colours_only_where_they_are_wanted() -> None:
    assert b"\x1b[1m" in on_terminal("who", "bathing").out
    assert b"\x1b[1;4malgae" in on_terminal("who", "algae").out, "what matched is bold and underlined"
    plain = on_terminal("who", "bathing", env={"NO_COLOR": "1"}).out
    assert not re.search(rb"\x1b\[[0-9;]*3[0-7]", plain)
    assert on_terminal("who", "bathing", env={"NO_COLOR": ""}).out == on_terminal("who", "bathing").out
    assert b"\x1b" not in on_terminal("who", "bathing", env={"TERM": "dumb"}).out
    assert b"\x1b" not in attack("who", "bathing").out


def test_a_terminal_without_unicode_gets_lines_that_it_can_draw() -> None:
    cards = on_terminal("who", "juomavesi", *DAY, env={"PYTHONIOENCODING": "ascii"})
    assert "vett\\xe4" in cards.out.decode("ascii")
    run = on_terminal("topics", "--lang", "fi", env={"PYTHONIOENCODING": "ascii"})
    lines = without_colours(run.out.decode("ascii")).splitlines()
    assert {len(line) for line in lines} == {len(lines[0])}
    assert lines[0].startswith("+--")


ESCAPES = "\x1b]52;c;YQ==\x07 \x1b[31m \x9b31m \u202eabc \x7f"


@pytest.mark.parametrize("format_", first(2, ["table", "markdown", "csv", "tsv", "json"]))
@pytest.mark.parametrize(
    "command", [["who", "sings"], ["actors"], ["topics"], ["actor", "a"], ["duty", "d"], ["export"], ["matrix"]]
)
def test_nothing_comes_alive_on_a_terminal(command: list[str], format_: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(dataset(quoted(ESCAPES), name=quoted(ESCAPES)), "utf-8")
    named = "html" if command == ["export"] and format_ == "table" else format_
    run = on_terminal(*command, "--format", named, env={"ANSVAR_DATA": str(path)})
    shown = without_colours(run.out.decode())
    assert run.status == FOUND
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", shown)


def test_linked_data_comes_not_alive_on_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(dataset(quoted(ESCAPES), name=quoted(ESCAPES)), "utf-8")
    run = on_terminal("export", "--format", "jsonld", env={"ANSVAR_DATA": str(path)})
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", run.out.decode())
    titles = [node.get("dct:title", {}).get("en") for node in json.loads(run.out)["@graph"]]
    assert f"sings {ESCAPES}" in titles


INTERRUPTED_COMMANDS = [
    ["who", "bathing"], ["who", "bathing", "--no-cache"], ["export", "--format", "html", "--no-cache"], ["check"], ["who", "-h"],
    ["export", "--format", "jsonld"], ["--version"],
]  # fmt: skip


@pytest.mark.parametrize("seed", first(1, range(6)))
def test_an_interrupt_at_any_moment(seed: int) -> None:
    """From the first line of ours on, while modules are loaded, a dataset is compiled, or output is written."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for _ in range(4):
        command = chance.choice(INTERRUPTED_COMMANDS)
        process = begun(command, unmeasured())
        time.sleep(chance.uniform(0, 0.15))
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=PATIENCE)[1].decode()
        assert process.returncode in (FOUND, INTERRUPTED), (command, err)
        assert "Traceback" not in err, (command, err)
        assert "KeyboardInterrupt" not in err


@pytest.mark.parametrize("seed", first(1, range(3)))
def test_an_interrupt_while_python_itself_starts(seed: int) -> None:
    """What it says then is not ours: no line of it is."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for _ in range(8):
        process = subprocess.Popen([COMMAND, "--version"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=unmeasured())
        time.sleep(chance.uniform(0, 0.03))
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=PATIENCE)[1].decode()
        assert f'File "{PACKAGE}/' not in err.replace(f'File "{PACKAGE}/__main__.py"', "")


def test_an_interrupt_while_output_is_waited_for() -> None:
    """A reader that does not read: the pipe is full, and the run hangs until it is interrupted."""
    reading, writing = os.pipe()
    process = subprocess.Popen([COMMAND, "export", "--format", "html"], stdout=writing, stderr=subprocess.PIPE, env=environment())
    os.close(writing)
    time.sleep(0.5)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=PATIENCE)[1]
    os.close(reading)
    assert (process.returncode, err) == (INTERRUPTED, b"")


def test_an_interrupt_while_input_is_waited_for() -> None:
    process = subprocess.Popen(
        [COMMAND, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (INTERRUPTED, b"", b"")
