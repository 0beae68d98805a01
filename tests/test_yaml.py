"""Other people's YAML: every trick in it is told with its place or refused, every value is the text as written, in seconds."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset import strict_yaml as yaml_tree
from ansvar.dataset.errors import DatasetError, UnreadableError
from ansvar.dataset.files import MAX_BYTES, read_bytes
from ansvar.dataset.load import load, parse
from ansvar.dataset.shipped import shipped_path
from attacks import ERROR, FOUND, NOTHING, attack
from conftest import WATER
from slow import first
from test_check import FORM, HEAD, SENSE, SOUND, SOURCED, SOURCES, TIME, problems

if TYPE_CHECKING:
    from pathlib import Path

ONLY_AN_ESCAPE = "may only be written as an escape, in double quotes"


def value(text: str) -> bytes:
    """The small dataset with a value for its statement."""
    return SOUND.replace("sings", text).encode()


TRICKS = {
    "NUL": (value("si\0ngs"), f"4:49: not YAML: the character U+0000 {ONLY_AN_ESCAPE}"),
    "ESC": (value("\x1b[31m"), f"4:47: not YAML: the character U+001B {ONLY_AN_ESCAPE}"),
    "DEL": (value("\x7f"), f"4:47: not YAML: the character U+007F {ONLY_AN_ESCAPE}"),
    "a lone surrogate": (
        SOUND.encode().replace(b"sings", b"\xed\xa0\x80"),
        "4:47: the file is not UTF-8 (byte 0xed); save it as UTF-8",
    ),
    "UTF-16": (SOUND.encode("utf-16"), "1:1: the file is UTF-16 (byte 0xff); save it as UTF-8"),
    "UTF-16 without a mark": (SOUND.encode("utf-16-be"), f"1:1: not YAML: the character U+0000 {ONLY_AN_ESCAPE}"),
    "Latin-1": (SOUND.replace("sings", "sjungå").encode("latin-1"), "4:52: the file is not UTF-8 (byte 0xe5); save it as UTF-8"),
    "a tag": (value("!!timestamp nope"), "4:47: tags (tag:yaml.org,2002:timestamp) are not allowed: every value is text"),
    "a tag of Python": (
        value("!!python/object/apply:os.system x"),
        "4:47: tags (tag:yaml.org,2002:python/object/apply:os.system) are not allowed: every value is text",
    ),
    "a tag that hides an escape": (value("!<%1b[31m> x"), "4:47: tags (\\x1b[31m) are not allowed: every value is text"),
    "an alias": (value("*x"), "4:47: aliases (*x) are not allowed: write the value out"),
    "another version": (b"%YAML 9.9\n---\n" + SOUND.encode(), "1:1: not YAML: found incompatible YAML document"),
    "a list for a key": (b"? [a]\n: b\n", "1:3: a key must be a plain word, not a list or a mapping"),
    "an item of another type": (
        SOUND.replace("{id: a, name: {en: Ann}}", "a").replace("[a]", "[b]").encode(),
        "3:10: an item of 'actors' must be a mapping of fields, not 'a'",
    ),
    "a section without a sentence": (
        SOURCED.replace("sentences: 2}", "sentences: 0}").replace("[2]", "[1]").encode(),
        "5:95: a section has at least one sentence, not 0",
    ),
    "a number of 5,000 digits": (
        SOURCED.replace("sentences: 2}", f"sentences: {'9' * 5000}}}").encode(),
        "5:95: 'sentences' must be a whole number in plain digits, for example 7, not '" + "9" * 57 + "…'",
    ),
    "a long field": ((SOUND + f"{'k' * 100}: x\n").encode(), f"5:103: unknown field '{'k' * 57}…'"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "problem"), first(6, TRICKS.values()), ids=TRICKS)
def test_a_trick_is_told_with_its_place(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "trick.yaml"
    path.write_bytes(content)
    run = attack("check", "trick.yaml", cwd=tmp_path)
    assert (run.status, run.out.decode().splitlines()[0]) == (NOTHING, f"trick.yaml:{problem}")
    asked = attack("who", "sings", "--data", "trick.yaml", cwd=tmp_path)
    assert (asked.status, asked.out) == (ERROR, b"")
    assert asked.err.decode().splitlines()[0] == f"ansvar: trick.yaml:{problem}"


@pytest.mark.parametrize("content", [
    b"\xef\xbb\xbf" + SOUND.encode(), SOUND.replace("\n", "\r\n").encode(), SOUND.replace("\n", "\r").encode(),
    b"---\n" + SOUND.encode() + b"...\n",
    b"%YAML 1.1\n---\n" + SOUND.encode(), SOUND.encode() + b"# no line break at the end",
])  # fmt: skip
def test_what_is_no_trick_passes(content: bytes) -> None:
    assert attack("check", "-", stdin=content).status == FOUND
    assert attack("who", "sings", "--data", "-", stdin=content).status == FOUND


@pytest.mark.parametrize(
    "text",
    first(
        4,
        ["no", "010", "1:30", "2024-01-01", "Yes", "2005:59", "1.10", "2024-13-45", "null", "~", "0x1F", "1e3", ".inf", "9" * 5000],
    ),
)
def test_a_value_is_the_text_as_written(text: str) -> None:
    run = attack("export", "--format", "json", "--data", "-", stdin=value(text))
    assert json.loads(run.out)["duties"][0]["statement"] == {"en": text}


def _days(n: int) -> str:
    return f"{2000 + n // 360}-{n // 30 % 12 + 1:02}-{n % 30 % 28 + 1:02}"


def duties(count: int, fields: str) -> str:
    return "duties:\n" + "".join(f"- {{id: d{n}, {fields.replace('#', str(n))}}}\n" for n in range(count))


ONE_ACTOR = HEAD + "actors: [{id: a, name: {en: Ann}}]\n"
SWEDISH = "title: {sv: T}\nlanguages: [sv]\nactors: [{id: a, name: {sv: Ann}}]\n"
BOMBS = {
    "nested brackets": (NOTHING, "[" * 1_000_000),
    "nested mappings": (NOTHING, "{a: " * 300_000),
    "nested lists": (NOTHING, "- " * 100_000),
    "merge bomb": (NOTHING, "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} {{<<: [{f'*a{n - 1}, ' * 9}]}}\n" for n in range(1, 9))),
    "billion laughs": (NOTHING, "a0: &a0 [lol]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 10))),
    "one key again and again": (NOTHING, "a: b\n" * 50_000),
    "unknown fields": (NOTHING, "".join(f"titl{n}: x\n" for n in range(50_000))),
    "unknown fields of duties": (NOTHING, ONE_ACTOR + duties(5000, "actors: [a], statement: {en: x}, statemnt: x, rle: y")),
    "unknown topics": (NOTHING, ONE_ACTOR + "topics:\n"
                       + "".join(f"- {{id: topic-{n}, name: {{en: t}}}}\n" for n in range(3000))
                       + duties(3000, "actors: [a], statement: {en: x}, topics: [topik-#]")),
    "unknown actors": (NOTHING, HEAD + "actors:\n"
                       + "".join(f"- {{id: actor-{n}, name: {{en: a}}}}\n" for n in range(3000))
                       + duties(3000, "actors: [aktor-#], statement: {en: x}")),
    "everything missing": (NOTHING, ONE_ACTOR + "duties:\n" + "- {}\n" * 20_000),
    "everything of another type": (NOTHING, ONE_ACTOR + "duties: [" + "x, " * 50_000 + "]\n"),
    "a circle of successors": (NOTHING, HEAD + "actors:\n" + "".join(
        f"- {{id: a{n}, name: {{en: x}}, until: 2000-01-01, successors: [a{(n + 1) % 1000}]}}\n" for n in range(1000)
    ) + "duties: []\n"),
    "a word of many short ones": (FOUND, SWEDISH + "vocabulary: {sv: [aaa, aaaa, aaaaa, aaaaaa]}\n"
                                  f"duties: [{{id: d, actors: [a], statement: {{sv: {'a' * 58}}}}}]\n"),
    "a long word": (FOUND, SWEDISH + f"duties: [{{id: d, actors: [a], statement: {{sv: {'a' * 2_000_000}}}}}]\n"),
    "a text of colons": (FOUND, ONE_ACTOR + duties(1, f"actors: [a], statement: {{en: '{'a:b’s' * 100_000}'}}")),
    "actors of one name": (FOUND, HEAD + "actors:\n"
                           + "".join(f"- {{id: a{n}, name: {{en: Ann Ben}}}}\n" for n in range(2000))
                           + "topics: [{id: t, name: {en: t}}]\n" + duties(2000, "actors: [a#], topics: [t], statement: {en: x}")),
    "changes day by day": (FOUND, ONE_ACTOR + "duties: [{id: d, actors: [a], statement: {en: x}, changes: [" + ", ".join(
        f"{{on: {day}, status: ended}}" for day in dict.fromkeys(map(_days, range(3000)))
    ) + "]}]\n"),
}  # fmt: skip


@pytest.mark.parametrize(("status", "text"), first(3, BOMBS.values()), ids=BOMBS)
def test_a_bomb_does_not_go_off(status: int, text: str, tmp_path: Path) -> None:
    """Each is answered within the seconds that a run may take."""
    path = tmp_path / "bomb.yaml"
    path.write_text(text, "utf-8")
    assert attack("check", str(path)).status == status
    for command in (["who", "sings"], ["matrix"]) if status == FOUND else ():
        assert attack(*command, "--data", str(path)).status in (FOUND, NOTHING)


def test_every_one_of_many_problems_is_told() -> None:
    run = attack("check", "-", stdin=(ONE_ACTOR + duties(5000, "actors: [a], statement: {en: x}, rle: y")).encode())
    lines = run.out.decode().splitlines()
    assert len(lines) == 5000
    assert lines[4999].endswith("unknown field 'rle', did you mean 'role'?")


def test_near_misses_are_looked_for_only_so_often() -> None:
    run = attack("check", "-", stdin=(ONE_ACTOR + duties(5000, "actors: [a], statement: {en: x}, role: responsibl#")).encode())
    assert run.out.count(b"did you mean 'responsible'?") == 2000
    assert run.out.count(b"is not one of") == 5000


@pytest.mark.parametrize("path", first(1, ["/dev/zero", "/dev/urandom", "-"]))
def test_what_does_not_end_is_refused(path: str) -> None:
    run = attack("check", "-", through="</dev/zero") if path == "-" else attack("check", path)
    name = "standard input" if path == "-" else path
    assert (run.status, run.out) == (ERROR, b"")
    assert run.err.decode() == f"ansvar: the dataset {name} is larger than 256 MiB, the most that is read\n"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    run = attack("who", "x", "--data", str(path))
    assert (run.status, run.out) == (ERROR, b"")
    assert run.err.endswith(b"is larger than 256 MiB, the most that is read\n")


def test_a_pipe_in_the_file_system_is_read(tmp_path: Path) -> None:
    run = attack("check", "fifo", through=f"& cat {WATER} > fifo; wait $!", cwd=_fifo(tmp_path))
    assert run.status == FOUND
    assert b"no problems" in run.err


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "fifo")
    return folder


@pytest.mark.parametrize("arguments", [["check", ""], ["who", "x", "--data", ""]])
def test_an_empty_name_is_no_dataset(arguments: list[str]) -> None:
    run = attack(*arguments)
    assert (run.status, run.err) == (ERROR, b"ansvar: cannot read the dataset '': No such file or directory\n")


def test_a_closed_standard_input_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableError, match="Bad file descriptor"):
        read_bytes("-")


def python_problems(content: bytes, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(yaml_tree, "_C_PARSER", None)
    return problems(content)


EVERY_FAULT = {
    **{name: text for name, (text, _) in {**FORM, **SENSE, **SOURCES, **TIME}.items()},
    **{name: content for name, (content, _) in TRICKS.items()},
}  # fmt: skip


@pytest.mark.parametrize("text", EVERY_FAULT.values(), ids=EVERY_FAULT)
def test_without_its_c_part_yaml_says_the_same(text: str | bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of syntax each parser speaks in its own words, and may put its finger on either end of what is wrong."""
    content = text.encode() if isinstance(text, str) else text
    right, other = problems(content), python_problems(content, monkeypatch)
    if any(": not YAML: " in problem for problem in right) and "U+" not in right[0]:
        assert len(right) == len(other)
        assert [problem.split(":")[0] for problem in right] == [problem.split(":")[0] for problem in other]
        assert all(": not YAML: " in problem for problem in other)
    else:
        assert right == other


@pytest.mark.parametrize("path", first(1, [str(WATER), shipped_path()]))
def test_without_its_c_part_yaml_reads_the_same(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right = load(path)
    monkeypatch.setattr(yaml_tree, "_C_PARSER", None)
    assert load(path) == right


@pytest.mark.parametrize(
    "text",
    ['"\\ud800"', '"\\ud83d\\ude00"', '"\\UFFFFFFFF"', '"\\U00110000"', "!%ff x", "[" * 25_000, "&a" * 100, '"\\q"', "{" * 5000],
)
def test_without_its_c_part_yaml_refuses_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (right,), (other,) = problems(value(text)), python_problems(value(text), monkeypatch)
    assert right.split(":")[0] == other.split(":")[0] == "4"


def test_a_dataset_error_has_a_problem_at_least() -> None:
    with pytest.raises(DatasetError) as error:
        parse(b"", "f")
    assert len(error.value.problems) == 1
