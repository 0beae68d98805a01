"""What an export writes is the dataset: read back, as YAML or as JSON, by either reader, it is the same."""

from __future__ import annotations

import json
import random
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ansvar
from ansvar.dataset import load
from ansvar.dataset.codec import encode
from ansvar.dataset.errors import DatasetError
from ansvar.dataset.include import whole_tree
from ansvar.dataset.load import parse
from ansvar.dataset.model import (
    Actor,
    Change,
    Dataset,
    Duty,
    Locator,
    Matching,
    Note,
    OwnRole,
    Period,
    Role,
    Section,
    Source,
    Status,
    Topic,
    Unit,
)  # fmt: skip
from ansvar.dataset.place_records import Body, Place
from ansvar.dataset.quick_json import read_quickly
from ansvar.dataset.record import replace
from ansvar.dataset.yaml_writing import as_yaml
from ansvar.search.build import compile_dataset
from ansvar.search.index import Index
from ansvar.search.recorded import recorded
from conftest import WATER, in_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from conftest import Ansvar

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=9).filter(str.strip)
STRANGE = st.sampled_from(
    ["no", "1", "- a", "a: b", "#x", "'", '"', "\\", "[", "{x}", "~", "2026-01-01", "* @a", "å", "é\u2028", "😀"]
)
PHRASES = WORDS | STRANGE
IDS = st.lists(st.from_regex(r"[a-zåA-Z0-9@.][a-zå0-9@./-]{0,6}", fullmatch=True), unique_by=str.casefold, min_size=1, max_size=4)
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
LANGUAGES = st.lists(st.sampled_from(["sv", "fi", "en"]), unique=True, min_size=1)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """Datasets without fault, with something in most fields."""
    languages = draw(LANGUAGES)

    def maybe(values: st.SearchStrategy[Any]) -> Any:
        return draw(st.none() | values)

    def text() -> dict[str, str]:
        return {language: draw(PHRASES) for language in languages}

    def lists() -> dict[str, tuple[str, ...]]:
        return {languages[0]: tuple(draw(st.lists(PHRASES, max_size=2)))}

    def some(ids: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=2)))

    unit = draw(st.sampled_from(Unit))
    size: dict[str, Any] = {unit.value: 9}
    section = Section(id="x", title=text(), **size)
    source = Source(
        id=draw(IDS)[0], title=text(), language="sv", unit=unit, matching=draw(st.sampled_from(Matching)),
        note=maybe(st.just(text())), period=maybe(st.just(Period(from_=date(2000, 1, 1)))), sections=(section,),
    )  # fmt: skip
    other = replace(source, id=f"{source.id}-2", period=None)
    sources = draw(st.sampled_from([(), (source,), (source, other)]))
    where = Locator(id=other.id if len(sources) > 1 else "", section="x", **{unit.value: (1, 3)}) if sources else None
    roles = draw(st.sampled_from([{}, {"boss": OwnRole(name=text(), letter="B", like=Role.STEERS), "aide": OwnRole(name=text())}]))
    levels: Mapping[str, Any] = draw(st.sampled_from([{}, {"team": text()}]))
    actors = tuple(
        Actor(
            id=id_, name=text(), short=tuple(draw(st.lists(PHRASES, max_size=2))), other_names=lists(), note=maybe(st.just(text())),
            level=draw(st.sampled_from([*(levels or ["state", "person"]), "all"])), email=maybe(PHRASES), chat=maybe(PHRASES),
        )
        for id_ in draw(IDS)
    )  # fmt: skip
    ids, topics = [actor.id for actor in actors], [Topic(id=id_, name=text(), terms=lists()) for id_ in draw(IDS)]
    moved = Change(on=date(2041, 1, 1), status=Status.MOVED, to=(ids[0],), note=text())
    duties = tuple(
        Duty(
            id=id_, actors=some(ids), statement=text(), role=draw(st.sampled_from([*(roles or ["may"]), "responsible"])),
            topics=some([topic.id for topic in topics]), partners=some(ids), source=draw(st.sampled_from([None, where])),
            paths=draw(st.sampled_from([(), ("*",), ("/src/*", "!/src/*/"), ("å b/", "*.[ch]")])), basis=maybe(st.just(text())),
            changes=draw(st.sampled_from([(), (moved,)])),
        )
        for id_ in draw(IDS)
    )  # fmt: skip
    return Dataset(
        title=text(), languages=tuple(languages), known_until=maybe(DAYS), vocabulary=lists(), about=lists(), roles=roles,
        levels=levels, sources=sources, actors=actors, topics=tuple(topics), duties=duties,
        notes=tuple(Note(id=id_, statement=text(), actors=some(ids), source=where) for id_ in draw(IDS)),
        places=(Place(id="here", name=text(), note=text()),), places_on=maybe(DAYS),
        bodies=(Body(id="b", actor=ids[0], name=text(), places=("here",), phone=draw(PHRASES)),),
    )  # fmt: skip


def exported(dataset: Dataset) -> dict[str, Any]:
    """What comes out of the compiled form."""
    connection = in_memory()
    compile_dataset(dataset, connection)
    return recorded(Index(connection))


def by_the_reader_of_yaml(content: bytes, monkeypatch: pytest.MonkeyPatch) -> Dataset | list[str]:
    with monkeypatch.context() as patch:
        patch.setattr(load, "begins_as_json", lambda _: False)
        return read(content)


def read(content: bytes) -> Dataset | list[str]:
    try:
        return parse(content, "f")
    except DatasetError as error:
        return [str(problem) for problem in error.problems]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(dataset=datasets())
def test_a_dataset_that_is_exported_and_imported_is_the_same(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse(as_yaml(encode(dataset)).encode(), "f") == dataset
    plain = exported(dataset)
    assert parse(as_yaml(plain).encode(), "f") == dataset
    as_json = json.dumps({"schema": 1, "duties": [], "dataset": plain}).encode()
    assert parse(as_json, "f") == dataset
    if not any(letter > "\uffff" for letter in json.dumps(plain, ensure_ascii=False)):  # pairs of escapes are no YAML
        assert by_the_reader_of_yaml(as_json, monkeypatch) == dataset


@pytest.mark.parametrize("format_", ["yaml", "json"])
@pytest.mark.parametrize("data", [WATER, None], ids=["water", "shipped"])
def test_an_export_is_asked_as_what_it_was_made_from(
    ansvar: Ansvar, tmp_path: Path, data: Path | None, format_: str
) -> None:  # fmt: skip
    made = tmp_path / f"made.{format_}"
    assert ansvar("export", "--format", format_, "-o", str(made), data=data).status == 0
    assert ansvar("check", str(made)).status == 0
    for command in (["who", "water"], ["export", "--format", "json"], ["changes"], ["matrix"]):
        assert ansvar(*command, data=made).out == ansvar(*command, data=data).out


def test_the_export_of_an_export_is_the_same_text(tmp_path: Path) -> None:
    with ansvar.open(str(WATER), cached=False) as dataset:
        first = dataset.export("yaml")
    (tmp_path / "made.yaml").write_text(first, "utf-8")
    with ansvar.open(str(tmp_path / "made.yaml"), cached=False) as dataset:
        assert dataset.export("yaml") == first


SCRAPS = [
    '"', "{", "}", "[", "]", ",", ":", "1", "null", "true", "1.5", "-1", '"x"', " ", "\n", "\\", "\\u0000", "\\ud800", "\x7f", "é",
    '"id"', '"id": "a",', "NaN", '"<<": {},', '{"en": "x"}', "\ufeff", "#", "'", '"include": ["x.yaml"],',
]  # fmt: skip


def test_a_spoiled_json_is_read_or_told_as_the_reader_of_yaml_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick reader never takes what the other refuses, nor reads it otherwise; and it is the one that reads what is right."""
    whole = json.dumps(encode(parse(WATER.read_bytes(), "w")), ensure_ascii=False)
    assert read_quickly(whole.encode())
    chance = random.Random(11)  # noqa: S311 (no secret)
    taken = 0
    for _ in range(300):
        at = chance.randrange(len(whole))
        spoiled = whole[:at] + chance.choice(SCRAPS) + whole[at + chance.randrange(3) :]
        found = read(spoiled.encode())
        assert found == by_the_reader_of_yaml(spoiled.encode(), monkeypatch), spoiled[max(at - 40, 0) : at + 40]
        taken += not isinstance(found, list)
    assert 10 < taken < 290


def test_a_fault_in_json_has_its_place() -> None:
    text = json.dumps(encode(parse(WATER.read_bytes(), "w")), indent=1, ensure_ascii=False)
    line = next(n for n, one in enumerate(text.split("\n"), 1) if '"role"' in one)
    spoiled = text.split("\n")
    spoiled[line - 1] = '"role": "boss",'
    found = read("\n".join(spoiled).encode())
    assert isinstance(found, list)
    assert found[0].startswith(f"f:{line}:9: 'boss' is not one of")


def test_json_is_read_at_least_three_times_as_quickly() -> None:
    """The reading alone: what is checked after it is the same for both. Measured are ten times and more."""
    water = encode(parse(WATER.read_bytes(), "w"))
    water["duties"] = [{**water["duties"][0], "id": f"d{n}"} for n in range(1000)]
    as_json, yaml = json.dumps(water).encode(), as_yaml(water)

    def seconds(reading: Callable[[], object]) -> float:
        start = time.process_time()
        reading()
        return time.process_time() - start

    quick = min(seconds(lambda: read_quickly(as_json)) for _ in range(3))
    assert quick * 3 < min(seconds(lambda: whole_tree({"f": yaml.encode()})) for _ in range(3))
