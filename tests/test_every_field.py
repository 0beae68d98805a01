"""Hostile text in every field that the schema has: each format has the shape that it has with harmless words."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest
from dataset_schema import described
from markdown_it import MarkdownIt
from rdflib import Graph

from ansvar.dataset.errors import DatasetError
from ansvar.dataset.load import parse
from ansvar.dataset.model import LANGUAGES, Unit
from attacks import attack, quoted
from slow import first
from test_page import HOSTILE, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WORD = "harmless"
ATTRIBUTE = 'en"><meta http-equiv="refresh" content="0;url=https://evil.example/"><i x="'
TEXTS = [ATTRIBUTE, "](x) **b** `c` | $x$ \\", *HOSTILE, "=1+1"]
UNITS = [unit.value for unit in Unit if unit is not Unit.SENTENCES]
FULL: dict[str, Any] = {
    "title": {"en": WORD}, "languages": ["en"], "known_until": "2099-12-31", "kinds": {"office": {"en": WORD}},
    "levels": {"state": {"en": WORD}}, "roles": {"steers": {"name": {"en": WORD}, "letter": "S", "like": "steers"}},
    "vocabulary": {"en": [WORD]}, "about": {"en": [WORD]},
    "sources": [
        {
            "id": "s", "title": {"en": WORD}, "publisher": {"en": WORD}, "language": "en", "website": "https://x.org/",
            "period": {"from": "2020-01-01", "until": "2090-12-31"}, "place": {"en": "harmless {section} {units}"},
            "matching": "all",
            "known_until": "2090-12-31", "note": {"en": WORD},
            "sections": [{"id": "x", "title": {"en": WORD}, "website": "https://x.org/", "sentences": "9"}],
        },
        *({
            "id": unit, "title": {"en": WORD}, "language": "en", "unit": unit,
            "sections": [{"id": "x", "title": {"en": WORD}, unit: "9"}],
        } for unit in UNITS),
    ],
    "actors": [
        {
            "id": "a", "name": {"en": WORD}, "short": [WORD], "other_names": {"en": [WORD]}, "level": "state", "kind": "office",
            "website": "https://x.org/", "email": WORD, "phone": WORD, "chat": WORD, "from": "2020-01-01", "until": "2024-12-31",
            "successors": ["b"], "basis": {"en": WORD}, "note": {"en": WORD},
        },
        {"id": "b", "name": {"en": WORD}},
    ],
    "topics": [{"id": "t", "name": {"en": WORD}, "terms": {"en": [WORD]}}],
    "duties": [{
        "id": "d", "actors": ["a"], "role": "steers", "scope": "policy", "statement": {"en": WORD}, "topics": ["t"],
        "partners": ["b"], "target": "b", "paths": [WORD],
        "source": {"id": "s", "section": "x", "sentences": ["1"]}, "url": "https://x.org/", "from": "2020-01-01",
        "until": "2029-12-31", "when": {"a": {"en": WORD}}, "basis": {"en": WORD}, "continued_by": ["later"],
        "continued_part": {"en": WORD},
        "changes": [{
            "on": "2022-01-01", "status": "moved", "to": ["b"], "partners": ["a"], "name": {"en": WORD}, "basis": {"en": WORD},
            "note": {"en": WORD},
        }],
    }, {"id": "later", "actors": ["b"], "statement": {"en": WORD}, "from": "2030-01-01"}, *(
        {"id": unit, "actors": ["b"], "statement": {"en": WORD}, "source": {"id": unit, "section": "x", unit: ["1"]}}
        for unit in UNITS
    )],
    "notes": [
        {"id": "n", "statement": {"en": WORD}, "actors": ["a"], "source": {"id": "s", "section": "x", "sentences": ["2"]}},
        *({"id": unit, "statement": {"en": WORD}, "source": {"id": unit, "section": "x", unit: ["2"]}} for unit in UNITS),
    ],
    "places_on": "2026-01-01",
    "places": [
        {
            "id": "p", "name": {"en": WORD}, "other_names": {"en": [WORD]}, "words": {"en": [WORD]}, "parents": ["q"],
            "note": {"en": WORD},
        },
        {"id": "q", "name": {"en": WORD}},
    ],
    "bodies": [
        {
            "id": "c", "actor": "b", "name": {"en": WORD}, "other_names": {"en": [WORD]}, "website": "https://x.org/",
            "websites": {"en": "https://x.org/"}, "email": WORD, "phone": WORD, "host": "e", "places": ["q"], "note": {"en": WORD},
        },
        {"id": "e", "actor": "b", "name": {"en": WORD}, "assignments": [{"duties": ["d"], "places": ["q"]}]},
    ],
    "signposts": [{
        "id": "w", "name": {"en": WORD}, "terms": {"en": [WORD]}, "statement": {"en": WORD}, "website": "https://x.org/",
        "read": "https://x.org/", "checked": "2026-01-01",
    }],
}  # fmt: skip
CLOSED = {"id", "section", "actors", "topics", "partners", "to", "target", "successors", "kind", "level", "role", "status",
          "languages", "language", "on", "from", "until", "known_until", "sentences", "unit", "continued_by",
          "letter", "like", "matching", "places_on", "parents", "scope", "checked", "actor",
          "host", "places", "duties", *UNITS}  # fmt: skip
"""Fields that hold an id, a code, a date or a number, and nothing else."""
Path_ = tuple[str, ...]
TEXTS_BY_KEY = (("kinds", "*"), ("levels", "*"), ("when", "*"))


def _of_schema(node: dict[str, Any], definitions: dict[str, Any], path: Path_ = ()) -> Iterator[Path_]:
    """The path of every value that is no list and no mapping; `*` stands for any key or index."""
    if node.get("$ref") in ("#/$defs/Text", "#/$defs/Words"):
        yield (*path, "*") if node["$ref"].endswith("Text") else (*path, "*", "*")
        return
    if "$ref" in node:
        node = definitions[node["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in node:
        node = next(one for one in node["anyOf"] if one.get("type") != "null")
        yield from _of_schema(node, definitions, path)
    elif node.get("type") == "array":
        yield from _of_schema(node["items"], definitions, (*path, "*"))
    elif "properties" in node:
        for name, inner in node["properties"].items():
            yield from _of_schema(inner, definitions, (*path, "*" if set(node["properties"]) == set(LANGUAGES) else name))
    elif node.get("type") == "object":
        yield from _of_schema(node["additionalProperties"], definitions, (*path, "*"))
    else:
        yield path


def _leaves(node: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any, Any]]:
    """Path, container and key of every value of a dataset that is no list and no mapping."""
    mapping_of_texts = path and path[-1] in ("title", "publisher", "name", "basis", "note", "statement", "kinds", "levels",
                                             "roles", "vocabulary",
                                             "other_names", "terms", "about", "place", "continued_part", "when", "words",
                                             "websites")  # fmt: skip
    items = enumerate(node) if isinstance(node, list) else node.items()
    for key, value in list(items):
        by_key = path[-2:] in (("kinds", "*"), ("levels", "*"), ("when", "*"))
        step = "*" if isinstance(node, list) or mapping_of_texts or by_key else key
        if isinstance(value, list | dict):
            yield from _leaves(value, (*path, step))
        else:
            yield (*path, step), node, key


def _field(path: Path_) -> str:
    return next(step for step in reversed(path) if step != "*")


def _filled(text: str) -> dict[str, Any]:
    """The dataset with the text in every field that takes it, alone or in an address."""
    filled: dict[str, Any] = json.loads(json.dumps(FULL))
    for path, container, key in _leaves(filled):
        before = container[key]
        for attempt in (f"{before} {text}", f"https://x.org/{text}", before):
            container[key] = attempt
            if _accepted(filled):
                break
        assert (container[key] == before) <= (
            _field(path) in CLOSED
            or _field(path) in ("website", "url", "websites", "read", "paths")
            or (_field(path) == "place" and "{" in text)
        ), path
        assert (container[key] != before) <= (_field(path) not in CLOSED), path
    kind = f"office {text}"  # the only key that is free
    filled["kinds"], filled["actors"][0]["kind"] = {kind: filled["kinds"]["office"]}, kind
    assert _accepted(filled)
    return filled


def _as_yaml(plain: dict[str, Any]) -> str:
    """JSON is YAML but for what YAML does not let stand in a string."""
    return re.sub(r"[^\x00-\x7e]", lambda found: quoted(found[0]), json.dumps(plain, ensure_ascii=True))


def _accepted(plain: dict[str, Any]) -> bool:
    try:
        parse(_as_yaml(plain).encode(), "x")
    except DatasetError:
        return False
    return True


def test_the_dataset_of_this_test_has_every_field() -> None:
    made = described()
    included = {("include", "*")}  # the name of a file, which tests/test_include.py has
    assert {path for path, _, _ in _leaves(FULL)} == set(_of_schema(made, made["$defs"])) - included
    assert _accepted(FULL)


def _html(text: str) -> Any:
    page = read(text)
    assert (page.faults, page.open, page.comments) == ([], [], [])
    assert "default-src 'none'" in page.all("meta")[1].attributes["content"]
    return [(one.tag, sorted(one.attributes), one.path) for one in page.elements]


def _markdown(text: str) -> Any:
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
    return [[token.type, {child.type for child in token.children or ()} - {"text_special"}] for token in tokens]


def _rows(text: str, delimiter: str) -> Any:
    return [len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def _json(plain: Any) -> Any:
    """The keys, and the kinds of the values."""
    if isinstance(plain, dict):
        return sorted((key.partition("office ")[0], _json(value)) for key, value in plain.items())
    return [_json(one) for one in plain] if isinstance(plain, list) else type(plain).__name__


def _linked(text: str) -> Any:
    with pytest.warns(DeprecationWarning, match="ConjunctiveGraph"):  # by its own parser
        graph = Graph().parse(data=text, format="json-ld")
    return sorted((str(predicate), type(value).__name__) for _, predicate, value in graph)


FORMATS: dict[tuple[str, ...], Callable[[str], Any]] = {
    ("export", "--format", "html"): _html,
    ("matrix", "--format", "html"): _html,
    ("export",): _markdown,
    ("actor", "a", "--format", "markdown"): _markdown,
    ("duty", "d", "--format", "markdown"): _markdown,
    ("export", "--format", "csv"): lambda text: _rows(text, ","),
    ("matrix", "--format", "csv"): lambda text: _rows(text, ","),
    ("export", "--format", "tsv"): lambda text: _rows(text, "\t"),
    ("export", "--format", "json"): lambda text: _json(json.loads(text)),
    ("duty", "d", "--format", "json"): lambda text: _json(json.loads(text)),
    ("export", "--format", "jsonld"): _linked,
}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], Any]:
    """The shape that each format has with words, one in place of each text."""
    path = tmp_path_factory.mktemp("harmless") / "data.yaml"
    path.write_text(_as_yaml(_filled("word")), "utf-8")
    return {command: shape(_made(path, command)) for command, shape in FORMATS.items()}


def _made(path: Path, command: tuple[str, ...]) -> str:
    run = attack(*command, "--data", str(path), "--lang", "en")
    assert run.status == 0, run.err
    return run.out.decode()


@pytest.mark.parametrize("text", first(1, TEXTS))
def test_hostile_text_in_every_field_is_text(text: str, tmp_path: Path, harmless: dict[tuple[str, ...], Any]) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(_as_yaml(_filled(text)), "utf-8")
    assert attack("check", str(path)).status == 0
    for command, shape in FORMATS.items():
        assert shape(_made(path, command)) == harmless[command], command


@pytest.mark.parametrize("language", first(2, [ATTRIBUTE, "", "english", "e", "sv SE", "sv\n", "12"]))
def test_the_language_of_a_source_is_a_code(language: str) -> None:
    plain = json.loads(json.dumps(FULL))
    plain["sources"][0]["language"] = language
    run = attack("check", "-", stdin=_as_yaml(plain).encode())
    assert run.status == 1
    assert b"is no language code, for example sv, fi or en" in run.out


@pytest.mark.parametrize("language", first(1, ["zh-Hant-TW", "sv", "fi", "en", "se", "smn", "sv-FI"]))
def test_any_language_may_be_that_of_a_source(language: str) -> None:
    plain = json.loads(json.dumps(FULL))
    plain["sources"][0]["language"] = language
    assert attack("check", "-", stdin=_as_yaml(plain).encode()).status == 0


def test_the_policy_of_the_matrix_lets_its_own_style_be_and_nothing_else() -> None:
    page = read(attack("matrix", "--format", "html").out.decode())
    style = page.all("style")[0].own
    policy = page.all("meta")[1].attributes["content"]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("mark", first(1, ["\u202e", "\u2066", "\u200e", "\u061c", "\x9b"]))
def test_a_direction_mark_in_an_address_is_written_out(mark: str) -> None:
    plain = json.loads(json.dumps(FULL))
    plain["actors"][0]["website"] = f"https://x.org/{mark}gro.live//:sptth"
    for command in (["export"], ["actor", "a", "--format", "markdown"], ["export", "--format", "jsonld"]):
        run = attack(*command, "--data", "-", stdin=_as_yaml(plain).encode())
        assert run.status == 0
        assert mark not in run.out.decode()
    percent = "".join(f"%{byte:02X}" for byte in mark.encode())
    exported = attack("export", "--data", "-", stdin=_as_yaml(plain).encode()).out.decode()
    assert f"](https://x.org/{percent}gro.live//:sptth)" in exported
