"""Small datasets with questions of one kind each (`data/kinds.yaml`), compiled, and what is wrong with an answer."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ansvar.dataset.load import parse
from ansvar.search.ask import search
from ansvar.search.build import compile_dataset
from ansvar.search.index import Index
from questions import DAY

FILE = Path(__file__).parent / "data" / "kinds.yaml"
OTHERS = "…"


@dataclass(frozen=True)
class Asked:
    """A question of a kind, and the ids of the duties that have to answer, best first."""

    kind: str
    text: str
    answers: tuple[str, ...]

    def fault(self, found: list[str]) -> str:
        """What is wrong with these duties as the answer; empty when nothing is."""
        if self.answers[-1:] == (OTHERS,):
            found = found[: len(self.answers) - 1]
        wanted = [id_ for id_ in self.answers if id_ != OTHERS]
        return "" if found == wanted else f"finds {found}, not {wanted}"


KINDS: dict[str, dict[str, Any]] = {entry["kind"]: entry for entry in yaml.safe_load(FILE.read_text("utf-8"))}
ASKED = [Asked(kind, str(text), tuple(ids)) for kind, entry in KINDS.items() for text, ids in entry["questions"].items()]


@cache
def index(kind: str) -> Index:
    """The dataset of a kind, compiled."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    compile_dataset(parse(json.dumps(_whole(**KINDS[kind]["dataset"])).encode(), "kinds.yaml"), connection)
    return Index(connection)


def _whole(
    languages: list[str], duties: dict[str, Any], title: str = "T", actors: dict[str, str] | None = None,
    topics: dict[str, list[str]] | None = None, persons: tuple[str, ...] = (),
) -> dict[str, Any]:  # fmt: skip
    """A dataset in full: JSON is YAML."""
    names = actors or {"somebody": "Somebody"}
    spoken, holder = languages[0], next(iter(names))
    return {
        "title": dict.fromkeys(languages, title),
        "languages": languages,
        "actors": [
            {"id": id_, "name": dict.fromkeys(languages, name), "level": "person" if id_ in persons else "all"}
            for id_, name in names.items()
        ],
        "topics": [{"id": id_, "name": {spoken: terms[0]}, "terms": {spoken: terms[1:]}} for id_, terms in (topics or {}).items()],
        "duties": [
            _duty(id_, duty if isinstance(duty, dict) else {"text": duty}, languages, holder) for id_, duty in duties.items()
        ],
    }


def _duty(id_: str, said: dict[str, Any], languages: list[str], actor: str) -> dict[str, Any]:
    statement = {language: said[language] for language in languages if language in said} or {languages[0]: said["text"]}
    more: dict[str, Any] = {key: said[key] for key in ("role", "topics") if key in said}
    return {"id": id_, "actors": [said.get("actor", actor)], "statement": statement, **more}


def answering(asked: Asked) -> list[str]:
    """The ids of the duties that answer, best first."""
    return [answer.duty.id for answer in search(index(asked.kind), asked.text, as_of=DAY).answers]
