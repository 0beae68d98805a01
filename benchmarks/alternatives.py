"""What a person would use instead: the same questions asked of the same datasets, timed, and the answers judged by one rule."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from measure import Command, environment, middle, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HERE = Path(__file__).parent
UNSEEN = HERE / "unseen"
BIN = Path(sys.executable).parent
SHOWN = 10
"""Answers that somebody looks at."""


class Question(NamedTuple):
    """A question to a dataset: the duties or actors that may be first, those that must be among the first ten answers (of each
    group, one; no group: nothing may be found), and how many answers are still of use."""

    file: Path
    text: str
    first: frozenset[str]
    must: tuple[frozenset[str], ...]
    most: int

    def is_right(self, duties: list[str]) -> bool:
        """Whether these duties, best first, are the answer."""
        if not self.must:
            return not duties
        holders = _holders(self.file)
        named = [{duty, *holders.get(duty, ())} for duty in duties]
        seen = set().union(*named[:SHOWN])
        begins = bool(named) and (not self.first or not self.first.isdisjoint(named[0]))
        return begins and len(duties) <= self.most and not any(seen.isdisjoint(group) for group in self.must)


class Tool(NamedTuple):
    """A tool: its name, the command that asks a dataset a question, and how duties are read from what it prints."""

    name: str
    asking: Callable[[Path, str], Command]
    duties: Callable[[bytes, Path], list[str]]


class Score(NamedTuple):
    """How a tool did: questions right, median seconds of the clock for one, and for one over a large dataset."""

    name: str
    right: int
    small: float
    large: float


def questions() -> list[Question]:
    """The questions that were written without a look at the search, over datasets that it was not tuned with."""
    with (UNSEEN / "questions.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_question(row) for row in rows]


def _question(row: dict[str, str]) -> Question:
    must = [] if row["must"] == "-" else [frozenset(group.split("|")) for group in row["must"].split(",") if group]
    first = frozenset(filter(None, row["first"].split(",")))
    return Question(UNSEEN / f"{row['dataset']}.yaml", row["query"], first, tuple(must), int(row["max"] or 1_000_000))


@cache
def _dataset(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def _holders(file: Path) -> dict[str, list[str]]:
    return {duty["id"]: duty["actors"] for duty in _dataset(file)["duties"]}


def scores(asked: list[Question], large: Path, words: Iterable[str], work: Path) -> list[Score]:
    """Every tool that is there, asked everything, and some words over a large dataset."""
    found = []
    for tool in _tools(work):
        for file in {question.file for question in asked} | {large}:
            run(tool.asking(file, "warm"))
        runs = [run(tool.asking(question.file, question.text)) for question in asked]
        pairs = zip(asked, runs, strict=True)
        right = sum(question.is_right(tool.duties(done.out, question.file)) for question, done in pairs)
        slow = [run(tool.asking(large, word)) for word in words for _ in range(3)]
        found.append(Score(tool.name, right, middle(runs).wall, middle(slow).wall))
    return found


def _tools(work: Path) -> list[Tool]:
    env = {"ANSVAR_CACHE_DIR": str(work / "cache")}

    def ansvar(file: Path, text: str) -> Command:
        return Command([str(BIN / "ansvar"), "who", "--format", "json", "--data", str(file), "--", text], env)

    tools = [Tool("`ansvar who`", ansvar, lambda out, _: [result["duty"] for result in json.loads(out)["results"]])]
    for name in ("grep", "rg"):
        if program := shutil.which(name):
            tools.append(Tool(f"`{name} -i`, the longest word", _grep(program), _of_lines))
    if program := _sqlite_utils(work):
        fts5 = [sys.executable, str(HERE / "bare" / "fts5.py")]
        tools.append(
            Tool("SQLite FTS5, any of the words", lambda file, text: Command([*fts5, _table(program, work, file), text]), _of_rows)
        )
        tools.append(Tool("`sqlite-utils search`, all of them", _search(program, work), _of_rows))
    return tools


def _grep(program: str) -> Callable[[Path, str], Command]:
    options = ["--line-number", "--ignore-case", "--fixed-strings"]
    return lambda file, text: Command([program, *options, "-e", max(re.findall(r"\w+", text), key=len), str(file)])


def _of_lines(out: bytes, file: Path) -> list[str]:
    """The duties of the records that lines found stand in: whoever uses grep looks there, in the order of the file."""
    about = _records(file)
    return _unique(duty for line in out.splitlines() for duty in about[int(line.partition(b":")[0]) - 1])


@cache
def _records(file: Path) -> list[list[str]]:
    """For each line of a dataset, the duties that its record is, has (of an actor), or is a topic of."""
    section, duties = "", _dataset(file)["duties"]
    about: list[list[str]] = []
    record: list[str] = []
    for line in file.read_text("utf-8").splitlines():
        section = line if re.match(r"\w", line) else section
        if found := re.match(r"- (?:.*\b)?id: (\S+)", line):
            named = found[1]
            record = [one["id"] for one in duties if named in (one["id"], *one["actors"], *one.get("topics", []))]
        about.append(record if section in ("actors:", "topics:", "duties:") else [])
    return about


def _of_rows(out: bytes, _: Path) -> list[str]:
    return _unique(row["id"] for row in json.loads(out or b"[]"))


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _search(program: str, work: Path) -> Callable[[Path, str], Command]:
    return lambda file, text: Command([program, "search", _table(program, work, file), "duties", text, "--quote", "-c", "id"])


@cache
def _table(program: str, work: Path, file: Path) -> str:
    """A database with what its users would give it: a row a duty, with the names of its actors and the terms of its topics."""
    database = work / f"{file.stem}.sqlite-utils.db"
    database.unlink(missing_ok=True)
    data = _dataset(file)
    actors = {one["id"]: " ".join([*one["name"].values(), *one.get("short", [])]) for one in data["actors"]}
    topics = {one["id"]: " ".join(_words(one)) for one in data.get("topics", [])}
    rows = [
        {"id": duty["id"], "statement": " ".join(duty["statement"].values()),
         "names": " ".join(actors[one] for one in duty["actors"]),
         "terms": " ".join(topics[one] for one in duty.get("topics", []))}
        for duty in data["duties"]
    ]  # fmt: skip
    _output([program, "insert", str(database), "duties", "-"], json.dumps(rows).encode())
    _output([program, "enable-fts", str(database), "duties", "statement", "names", "terms"])
    return str(database)


def _words(topic: dict[str, Any]) -> list[str]:
    return [*topic["name"].values(), *(term for terms in topic.get("terms", {}).values() for term in terms)]


def _sqlite_utils(work: Path) -> str | None:
    """sqlite-utils in an environment of its own, from PyPI; None where that cannot be reached."""
    tools = work / "tools"
    program = tools / "bin" / "sqlite-utils"
    if not program.exists():
        try:
            _output([sys.executable, "-m", "venv", str(tools)])
            _output([str(tools / "bin" / "pip"), "install", "--quiet", "sqlite-utils"])
        except subprocess.CalledProcessError:
            return None
    return str(program)


def _output(command: list[str], given: bytes = b"") -> bytes:
    env = {**environment(), **{name: value for name, value in os.environ.items() if name.startswith("PIP_")}}
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True, env=env).stdout  # noqa: S603 (our own)
