"""Many questions in one process: a line each, and a line of JSON for each."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from ansvar.cli.batch import LONGEST
from attacks import ERROR, FOUND, NOTHING, environment
from conftest import COMMAND, WATER

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Ansvar

QUESTIONS = ["fishing", "vem ansvarar för dricksvatten?", "", "xyzzy", "uimaranat", "waterworks --role responsible", 'a "b\\'] * 3


def test_each_line_is_what_the_question_alone_gives(ansvar: Ansvar, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text("\n".join(QUESTIONS), "utf-8")
    run = ansvar("who", "--batch", str(file), "--as-of", "2025-06-01")
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert run.status == FOUND
    assert [one["query"] for one in lines] == QUESTIONS
    for question, one in zip(QUESTIONS[:7], lines, strict=False):
        alone = ansvar("who", "--as-of", "2025-06-01", "--format", "json", "--", question or " ")
        assert {**json.loads(alone.out), "query": question} == one


def test_options_hold_for_every_question(ansvar: Ansvar) -> None:
    run = ansvar("who", "--batch", "-", "--limit", "1", "--lang", "fi", stdin="water\nvatten\n")
    assert [(one["language"], len(one["results"])) for one in map(json.loads, run.out.splitlines())] == [("fi", 1)] * 2


@pytest.mark.parametrize(("asked", "status"), [("", NOTHING), ("xyzzy\n", NOTHING), ("xyzzy\nfishing\nxyzzy\n", FOUND)])
def test_the_status_tells_whether_anything_was_found(ansvar: Ansvar, asked: str, status: int) -> None:
    run = ansvar("who", "--batch", "-", stdin=asked)
    assert (run.status, run.out.count("\n")) == (status, asked.count("\n"))


def begun() -> subprocess.Popen[bytes]:
    """The command, waiting for questions."""
    arguments = [str(COMMAND), "who", "--batch", "-", "--data", str(WATER)]
    pipe = subprocess.PIPE
    return subprocess.Popen(arguments, stdin=pipe, stdout=pipe, stderr=pipe, env=environment())


def test_an_answer_comes_before_the_next_question() -> None:
    with begun() as process:
        assert process.stdin
        assert process.stdout
        for question in (b"fishing", b"\xff\x00bathing\r", b"\xef\xbb\xbfwater"):
            process.stdin.write(question + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["count"]
        process.stdin.close()
        assert process.wait() == FOUND


def test_who_reads_only_the_beginning_ends_it() -> None:
    with begun() as process:
        out, err = process.stdout, process.stderr
        assert process.stdin
        assert out
        assert err
        process.stdin.write(b"fishing\n")
        process.stdin.flush()
        out.readline()
        out.close()
        process.stdin.write(b"fishing\n")
        process.stdin.flush()
        assert (process.wait(timeout=20), b"Traceback" in err.read()) == (FOUND, False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--batch", "nosuch"], "cannot read the questions nosuch: No such file or directory"),
        (["--batch", os.path.dirname(__file__)], "Is a directory"),
        (["--batch", "nosuch", "fishing"], "QUESTION and --batch cannot be used together"),
        (["--batch", "-"], "line 2 of the questions is longer than 128 KiB"),
    ],
)
def test_what_cannot_be_read_is_told(ansvar: Ansvar, arguments: list[str], told: str) -> None:
    run = ansvar("who", *arguments, stdin="fishing\n" + "x" * (LONGEST + 1))
    assert run.status == ERROR
    assert told in run.err


def test_questions_and_dataset_cannot_both_be_standard_input(ansvar: Ansvar) -> None:
    run = ansvar("who", "--batch", "-", "--data", "-", stdin=WATER.read_text("utf-8"))
    assert (run.status, run.err) == (ERROR, "ansvar: --data - and --batch - cannot be used together\n")
