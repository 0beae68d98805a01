"""The command line itself: help, version, and complaints in one or two plain lines with status 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ansvar import __version__
from ansvar.cli.commands import COMMANDS
from slow import first

if TYPE_CHECKING:
    from conftest import Ansvar


def test_alone_it_prints_the_help(ansvar: Ansvar) -> None:
    run = ansvar()
    assert (run.status, run.err) == (0, "")
    assert run.out == ansvar("-h").out == ansvar("--help").out
    listed = [line.split()[0] for line in run.out.partition("Commands:")[2].splitlines() if line.startswith("  ")]
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(ansvar: Ansvar, command: str) -> None:
    run = ansvar(command, "-h")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"Usage: ansvar {command} [OPTIONS]")
    assert f"\n    ansvar {command}" in run.out.partition("Example")[2]


@pytest.mark.parametrize("arguments", first(2, [[], *([command] for command in COMMANDS)]))
def test_version(ansvar: Ansvar, arguments: list[str]) -> None:
    run = ansvar(*arguments, "--version")
    assert (run.status, run.out, run.err) == (0, f"ansvar {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["who", "x", "--foo"], "ansvar: no such option: --foo\nDid you mean --format? Read `ansvar who -h`.\n"),
        (["who", "x", "--zzz"], "ansvar: no such option: --zzz\nRead `ansvar who -h`.\n"),
        (["who"], "ansvar: missing argument 'QUESTION'\nRead `ansvar who -h`.\n"),
        (["whoo"], "ansvar: no such command: whoo\nDid you mean `ansvar who`? `ansvar -h` lists the commands.\n"),
        (
            ["--lang", "sv", "who"],
            "ansvar: no such option: --lang\nOptions stand after the command or the question. Read `ansvar -h`.\n",
        ),
        (["duty"], "ansvar: missing argument 'ID'\nRead `ansvar duty -h`.\n"),
        (["duty", "a", "b"], "ansvar: got unexpected extra argument(s) (b)\nRead `ansvar duty -h`.\n"),
    ],
)
def test_a_usage_error_is_two_plain_lines(ansvar: Ansvar, arguments: list[str], error: str) -> None:
    run = ansvar(*arguments)
    assert (run.status, run.out, run.err) == (2, "", error)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *(("--as-of", day) for day in ("2026-02-30", "0000-00-00", "tomorrow", "20260101", "2026-1-1", "", "2026-01-01T00:00")),
        ("--lang", "de"),
        ("--format", "xml"),
        ("--limit", "-1"),
        ("--limit", "1000001"),
        ("--limit", "x"),
    ],
)
def test_a_nonsense_value_names_its_option(ansvar: Ansvar, option: str, value: str) -> None:
    run = ansvar("who", "bathing", option, value)
    assert (run.status, run.out) == (2, "")
    first, second = run.err.splitlines()
    assert first.startswith(f"ansvar: invalid value for '{option}'")
    own = {"--level": "Choose one: state, region, local, person, all.", "--role": "Choose one: responsible, steers, "}
    assert second.startswith(own.get(option, "Read `ansvar who -h`."))  # what a dataset of its own words has, no help can tell


@pytest.mark.parametrize(("option", "value"), [("--level", "moon"), ("--role", "boss")])
def test_a_level_or_role_that_the_dataset_has_not_is_named_with_those_that_it_has(ansvar: Ansvar, option: str, value: str) -> None:
    run = ansvar("who", "bathing", option, value)
    assert (run.status, run.out) == (2, "")
    first, second = run.err.splitlines()
    assert first == f"ansvar: invalid value for '{option}': '{value}' is no {option.strip('-')} of this dataset"
    assert second.startswith("Choose one: ")


def test_escapes_typed_are_written_out(ansvar: Ansvar) -> None:
    for arguments in (
        ["actros\x1b"],
        ["who", "--\x1b]0;x\x07"],
        ["who", "x", "--actor", "\x1b[31m"],
        ["who", "x", "--lang", "\x1b[2J"],
    ):
        run = ansvar(*arguments)
        assert run.status in (1, 2)
        assert "\\x1b" in run.err
        assert "\x1b" not in run.err


def test_a_question_may_begin_with_a_hyphen_after_two(ansvar: Ansvar) -> None:
    assert ansvar("who", "--as-of", "2025-01-01", "--", "-bathing").status == 0


def test_a_faulty_dataset_is_refused_with_its_first_problem_and_the_way_to_the_others(ansvar: Ansvar) -> None:
    run = ansvar("who", "x", data="-", stdin="title: {en: T}\nlanguages: [en]\nactors: []\nduties: []\nnote: x\n")
    assert (run.status, run.out) == (2, "")
    assert run.err == "ansvar: standard input:3:1: a dataset has at least one actor\nAll 2 problems: ansvar check -\n"


@pytest.mark.parametrize("command", ["actors", "topics", "matrix", "changes", "export"])
def test_a_dataset_that_is_not_there(ansvar: Ansvar, command: str) -> None:
    run = ansvar(command, "--data", "/nowhere/x y.yaml")
    assert (run.status, run.out) == (2, "")
    assert run.err == "ansvar: cannot read the dataset /nowhere/x y.yaml: No such file or directory\n"


def test_data_names_a_file_the_environment_or_standard_input(ansvar: Ansvar) -> None:
    text = (
        "title: {en: T}\nlanguages: [en]\nactors: [{id: a, name: {en: Ann}}]\n"
        "duties: [{id: d, actors: [a], statement: {en: sings}}]\n"
    )
    assert "Ann" in ansvar("who", "sings", "--data", "-", stdin=text).out
    assert "Ann" in ansvar("who", "sings", data="-", stdin=text, env={"LC_ALL": "C"}).out


def test_without_a_cache_the_answer_is_the_same(ansvar: Ansvar) -> None:
    arguments = ("who", "bathing", "--as-of", "2025-01-01", "--format", "json")
    assert ansvar(*arguments, "--no-cache").out == ansvar(*arguments).out


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        (
            "fi_FI.UTF-8",
            "virheellinen arvo valitsimelle '--level': 'boss' ei ole tämän aineiston tasoja\nValitse jokin näistä: state",
        ),
        ("sv_FI.UTF-8", "ogiltigt värde för '--level': 'boss' är ingen nivå i den här datamängden\nVälj en av dessa: state"),
    ],
)
def test_a_level_that_the_dataset_does_not_have_is_refused_in_the_readers_language(ansvar: Ansvar, locale: str, said: str) -> None:
    run = ansvar("who", "asyl", "--level", "boss", env={"LC_ALL": locale})
    assert run.status == 2
    assert said in run.err
