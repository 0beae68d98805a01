"""No syntax: what is no command is a question, without a question the reader is asked for one, and both ways say the same."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from ansvar import __version__
from ansvar.cli import app, quick
from ansvar.cli.commands import COMMANDS
from ansvar.cli.terminal import status_of
from conftest import WATER
from questions import QUESTIONS
from slow import slow
from terminals import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from conftest import Ansvar

PLACES = [line.split("\t")[-1] for line in (WATER.parent / "place-forms.tsv").read_text("utf-8").splitlines()[1:]]
ALL = [*dict.fromkeys([question.text for question in QUESTIONS] + PLACES)]


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """A cache of the test's own."""
    return {"ANSVAR_CACHE_DIR": str(tmp_path), "HOME": str(tmp_path), "PAGER": "cat"}


def _said(run: Callable[[Sequence[str]], None], capture: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, bytes, bytes]:
    status = status_of(lambda: run(arguments))
    return (status, *capture.readouterr())


@pytest.fixture(scope="module")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANSVAR_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("ANSVAR_DATA", raising=False)
        yield


@pytest.mark.usefixtures("_cache")
@pytest.mark.parametrize("step", [20, pytest.param(1, marks=slow)])
@pytest.mark.parametrize("more", [(), ("--format", "json"), ("--lang", "fi", "--format", "csv")], ids=str)
def test_with_and_without_typer_every_question_has_the_same_answer(
    capfdbinary: pytest.CaptureFixture[bytes], more: tuple[str, ...], step: int
) -> None:
    for question in ALL[::step]:
        words = question.split() if question.startswith("-") is False else ["--", question]
        quickly = _said(quick.run, capfdbinary, "who", *words, *more)
        assert quickly == _said(app.run, capfdbinary, "who", *words, *more), question
        assert quickly[0] in (0, 1)


def test_a_plain_question_needs_no_typer(ansvar: Ansvar, tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise SystemExit('typer was imported')", "utf-8")
    without = {"PYTHONPATH": str(tmp_path)}
    for arguments in (["who", "bathing"], ["bathing"], ["who", "bathing", "--format", "json", "--lang", "sv"]):
        run = ansvar(*arguments, env=without)
        assert (run.status, run.out) == (0, ansvar(*arguments, "--limit", "100").out)
    assert "typer was imported" in ansvar("actors", env=without).err


@pytest.mark.parametrize(
    "question",
    [["asyl"], ["vem", "beviljar", "visum"], ["kuka", "myöntää", "viisumin"], ["who grants visas?"], ["help", "with", "asylum"]],
    ids=" ".join,
)
def test_what_is_no_command_is_a_question(ansvar: Ansvar, question: list[str]) -> None:
    run = ansvar(*question, data=None)
    assert run == ansvar("who", *question, data=None)
    assert (run.status, bool(run.out)) == (0, True)


def test_a_question_without_a_command_takes_options(ansvar: Ansvar) -> None:
    options = ("--as-of", "2025-01-01", "--format", "json", "--limit", "1")
    assert ansvar("bathing", *options).out == ansvar("who", "bathing", *options).out
    run = ansvar("bathing", "--nonsense")
    assert (run.status, run.err) == (2, "ansvar: no such option: --nonsense\nRead `ansvar who -h`.\n")


@pytest.mark.parametrize(
    ("typed", "meant"), [("actros", "actors"), ("topcs", "topics"), ("whoo", "who"), ("matric", "matrix"), ("chek", "check")]
)
def test_a_misspelt_command_that_nothing_is_found_for_is_named(ansvar: Ansvar, typed: str, meant: str) -> None:
    said = f"ansvar: no such command: {typed}\nDid you mean `ansvar {meant}`? `ansvar -h` lists the commands.\n"
    for arguments in ([typed], [typed, "--format", "json"], [typed, "-o", "x"]):
        run = ansvar(*arguments)
        assert (run.status, run.out, run.err) == (2, "", said)


def test_what_is_found_is_no_misspelt_command(ansvar: Ansvar, tmp_path: Path) -> None:
    data = tmp_path / "own.yaml"
    data.write_text(
        "title: {en: T}\nlanguages: [en]\nactors: [{id: a, name: {en: Ann}}]\n"
        "duties: [{id: d, actors: [a], statement: {en: pays for the topic}}]\n",
        "utf-8",
    )
    run = ansvar("topic", data=data)
    assert (run.status, "Ann" in run.out) == (0, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_a_word_too(ansvar: Ansvar, command: str) -> None:
    assert ansvar("help", command) == ansvar(command, "-h")
    assert ansvar("help") == ansvar("-h")


@pytest.mark.parametrize("word", ["version", "-V", "--version"])
def test_the_version(ansvar: Ansvar, word: str) -> None:
    run = ansvar(word)
    assert (run.status, run.out, run.err) == (0, f"ansvar {__version__}\n", "")


@pytest.mark.parametrize("arguments", [(), ("who",)], ids=["alone", "who"])
def test_alone_on_a_terminal_it_asks_and_goes_on_asking(settings: dict[str, str], arguments: tuple[str, ...]) -> None:
    terminal = Terminal(*arguments, env=settings)
    assert "a word or a question a line" in terminal.until("? ")
    for typed, wanted in (
        ("bathing?", "bathing"),
        ("qwertyuiop", "Nothing found"),
        ("help", "Ctrl-D"),
        ("who's \"bathing", "bathing"),
    ):
        terminal.type(f"{typed}\n")
        assert wanted in terminal.until("\n? "), typed
    terminal.type("\n")
    assert terminal.end()[0] == 0


def test_the_dialogue_keeps_the_options_and_ends_with_the_input(settings: dict[str, str]) -> None:
    terminal = Terminal("who", "--lang", "fi", "--role", "supervises", env=settings)
    terminal.until("? ")
    terminal.type("bathing\n")
    assert "näillä rajauksilla" in terminal.until("\n? ")
    terminal.type("\x04")
    assert terminal.end()[0] == 0


def test_an_interrupt_ends_the_dialogue(settings: dict[str, str]) -> None:
    terminal = Terminal(env=settings)
    terminal.until("? ")
    time.sleep(0.5)  # until readline waits: Python sees an interrupt that comes just before only with the next key
    terminal.type("\x03")
    assert terminal.end()[0] == 130


def test_who_alone_elsewhere_is_a_usage_error(ansvar: Ansvar) -> None:
    run = ansvar("who", stdin="bathing\n")
    assert (run.status, run.out, run.err) == (2, "", "ansvar: missing argument 'QUESTION'\nRead `ansvar who -h`.\n")
