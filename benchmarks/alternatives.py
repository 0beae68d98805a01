"""What a person would use instead, on the same data: the same questions asked, timed, and their answers judged."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from measure import Command, environment, middle, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "data" / "responsibilities.yaml"
BIN = Path(sys.executable).parent
# sqlite-utils gets what its users would give it: a row a duty, with the names of its actors and the terms of its topics.
_ROWS = """
import json, sys, yaml
with open(sys.argv[1], encoding="utf-8") as file:
    data = yaml.load(file, Loader=yaml.CSafeLoader)
actors = {one["id"]: " ".join([*one["name"].values(), *one.get("short", [])]) for one in data["actors"]}
topics = {one["id"]: " ".join(term for terms in one.get("terms", {}).values() for term in terms) for one in data["topics"]}
json.dump([
    {"id": duty["id"], "actors": ",".join(duty["actors"]), **duty["statement"],
     "names": " ".join(map(actors.get, duty["actors"])), "terms": " ".join(map(topics.get, duty.get("topics", [])))}
    for duty in data["duties"]
], sys.stdout)
"""
_COLUMNS = ("sv", "fi", "en", "names", "terms")


class Question(NamedTuple):
    """A question: any of `first` may stand first, all of `must` answer (none: nothing may), beyond them only `may`."""

    text: str
    first: frozenset[str]
    must: frozenset[str]
    may: frozenset[str]

    def is_right(self, actors: list[str]) -> bool:
        """Whether these actors, best first, are the answer."""
        if not self.must:
            return not actors
        found = set(actors)
        whole = self.must <= found and ("*" in self.may or found <= self.must | self.may)
        return whole and actors[0] in self.first


class Tool(NamedTuple):
    """A tool: its name, the command that asks a dataset a question, and how actors are read from what it prints."""

    name: str
    asking: Callable[[Path, str], Command]
    actors: Callable[[bytes], list[str]]


class Score(NamedTuple):
    """How a tool did: questions right, median seconds of the clock for one on the shipped dataset, and on a large one."""

    name: str
    right: int
    shipped: float
    large: float


def questions(file: Path, *, every: int = 1) -> list[Question]:
    """The questions of a tab-separated file: language, kind, question, and three lists of actors."""
    rows = [(line.split("\t") + [""] * 6)[2:6] for line in file.read_text("utf-8").splitlines()[1::every]]
    return [Question(text, *(frozenset(filter(None, cell.split(","))) - {"-"} for cell in cells)) for text, *cells in rows]


def scores(asked: list[Question], large: Path, words: Iterable[str], work: Path) -> list[Score]:
    """Every tool that is there, asked everything on the shipped dataset and some words on a large one."""
    found = []
    for tool in _tools(work):
        tool.asking(SHIPPED, "warm"), tool.asking(large, "warm")
        runs = [run(tool.asking(SHIPPED, question.text)) for question in asked]
        right = sum(question.is_right(tool.actors(done.out)) for question, done in zip(asked, runs, strict=True))
        for word in words:
            run(tool.asking(large, word))
        slow = [run(tool.asking(large, word)) for word in words for _ in range(3)]
        found.append(Score(tool.name, right, middle(runs).wall, middle(slow).wall))
    return found


def _tools(work: Path) -> list[Tool]:
    env = {"ANSVAR_CACHE_DIR": str(work / "cache")}
    python = [sys.executable, str(HERE / "bare" / "scan.py")]

    def ansvar(file: Path, text: str) -> Command:
        return Command([str(BIN / "ansvar"), "who", text, "--format", "json", "--data", str(file)], env)

    tools = [Tool("`ansvar who`", ansvar, _of_json)]
    for name in ("grep", "rg"):
        if program := shutil.which(name):
            options = ["--line-number", "--ignore-case", "--fixed-strings"]
            tools.append(Tool(f"`{name} -i` over the YAML", _grep(program, options), _of_lines))
    tools.append(Tool("load YAML, scan, print", lambda file, text: Command([*python, str(file), text]), _of_rows))
    if program := _sqlite_utils(work):
        tools.append(Tool("`sqlite-utils search`", _search(program, work), _of_found))
    return tools


def _grep(program: str, options: list[str]) -> Callable[[Path, str], Command]:
    return lambda file, text: Command([program, *options, "-e", text, str(file)])


def _of_json(out: bytes) -> list[str]:
    return _unique(actor for result in json.loads(out)["results"] for actor in result["actors"])


def _of_lines(out: bytes) -> list[str]:
    """The actors of the records that lines found stand in: whoever uses grep looks there, in the order of the file."""
    owners = _owners()
    return _unique(actor for line in out.splitlines() for actor in owners[int(line.partition(b":")[0]) - 1])


def _owners() -> list[list[str]]:
    """For each line of the shipped dataset, the actors of the record that it stands in."""
    owners: list[list[str]] = []
    section, record = "", ""
    actors: dict[str, list[str]] = {}
    records = []
    for line in SHIPPED.read_text("utf-8").splitlines():
        section = line if re.match(r"\w", line) else section
        if found := re.match(r"  - id: (\S+)", line):
            record = section + found[1]
            actors[record] = [found[1]] if section == "actors:" else []
        if section == "duties:" and (found := re.match(r"    actors: \[(.*)\]", line)):
            actors[record] = found[1].split(", ")
        records.append(record)
    owners += (actors.get(record, []) for record in records)
    return owners


def _of_rows(out: bytes) -> list[str]:
    return _unique(actor for row in out.decode().splitlines() for actor in row.partition("\t")[0].split(","))


def _of_found(out: bytes) -> list[str]:
    return _unique(actor for row in json.loads(out or b"[]") for actor in row["actors"].split(","))


def _unique(actors: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(actors))


def _search(program: str, work: Path) -> Callable[[Path, str], Command]:
    def asking(file: Path, text: str) -> Command:
        database = work / f"{file.stem}.sqlite-utils.db"
        if not database.exists():
            rows = _output([sys.executable, "-c", _ROWS, str(file)])
            _output([program, "insert", str(database), "duties", "-", "--pk", "id"], rows)
            _output([program, "enable-fts", str(database), "duties", *_COLUMNS])
        return Command([program, "search", str(database), "duties", text, "--quote", "-c", "actors"])

    return asking


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
