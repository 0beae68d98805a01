"""A dataset in several files of a folder: faults are told in the right file, and every file counts for the cache."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ansvar.dataset.errors import DatasetError
from ansvar.dataset.files import read_files
from ansvar.dataset.load import load
from attacks import attack
from test_cache import ask, entries

MAIN = """include: [people.yaml, duties.yaml]
title: {en: T}
languages: [en]
duties:
- {id: first, actors: [a], statement: {en: sings}}
"""
PEOPLE = """actors:
- {id: a, name: {en: Ann}}
- {id: b, name: {en: Bob}}
"""
DUTIES = """# The rest.
include: [more.yaml]
duties:
- {id: second, actors: [b], statement: {en: dances}}
"""
MORE = """notes: [{id: n, statement: {en: it rains}}]
duties:
- {id: third, actors: [a, b], statement: {en: listen}}
"""


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """A dataset of four files."""
    for name, text in {"main": MAIN, "people": PEOPLE, "duties": DUTIES, "more": MORE, "other": "include: [main.yaml]"}.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path / "main.yaml"


def told(main: Path) -> list[str]:
    """The faults, with the names of the files alone."""
    try:
        load(str(main))
    except DatasetError as error:
        return [str(problem).removeprefix(f"{main.parent}/") for problem in error.problems]
    return []


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_lists_are_added_up_in_order(main: Path) -> None:
    dataset = load(str(main))
    assert [duty.id for duty in dataset.duties] == ["first", "second", "third"]
    assert [actor.id for actor in dataset.actors] == ["a", "b"]
    assert [note.id for note in dataset.notes] == ["n"]
    assert [Path(name).name for name in read_files(str(main))] == ["main.yaml", "duties.yaml", "people.yaml", "more.yaml"]


def test_faults_are_told_in_the_file_where_they_stand(main: Path) -> None:
    change(main, "[a]", "[x]")
    change(main.with_name("people.yaml"), "id: b, ", "")
    change(main.with_name("duties.yaml"), "id: second", "id: first, rle: steers")
    change(main.with_name("more.yaml"), "[a, b]", "[a, a]")
    assert told(main) == [
        "main.yaml:5:24: unknown actor 'x'",
        "duties.yaml:4:8: the id 'first' is used twice",
        "duties.yaml:4:20: unknown field 'rle', did you mean 'role'?",
        "duties.yaml:4:37: unknown actor 'b'",
        "people.yaml:3:3: the field 'id' is missing",
        "more.yaml:3:27: the actor 'a' is named twice",
    ]


INCLUDES = {
    "nowhere.yaml": "there is no file 'nowhere.yaml' that can be read in the dataset's folder",
    "main.yaml": "the file 'main.yaml' is included already",
    "people.yaml": "the file 'people.yaml' is included already",
    "../people.yaml": "'../people.yaml' is no plain name of a file of the same folder, for example more.yaml",
    "/etc/passwd": "'/etc/passwd' is no plain name of a file of the same folder, for example more.yaml",
    ".hidden.yaml": "'.hidden.yaml' is no plain name of a file of the same folder, for example more.yaml",
    "notes.txt": "'notes.txt' is no plain name of a file of the same folder, for example more.yaml",
    '"mor\\x65.yaml"': "there is no file 'more.yaml' that can be read in the dataset's folder",
}


@pytest.mark.parametrize("name", INCLUDES)
def test_what_cannot_be_included_is_told(main: Path, name: str) -> None:
    change(main.with_name("duties.yaml"), "[more.yaml]", f"[{name}]")
    main.with_name("duties.yaml").write_text(f"include: [{name}]\n", "utf-8")
    assert told(main) == [f"duties.yaml:1:11: {INCLUDES[name]}"]


@pytest.mark.parametrize(("text", "fault"), [
    ("", "1:1: the file is empty"),
    ("- a\n", "1:1: an included file is a mapping at the top (duties: …)"),
    ("duties: [\n", "2:1: not YAML: while parsing a flow node, did not find expected node content"),
    ("title: {en: U}\n",
     "1:1: 'title' may not stand in an included file, only sources, actors, topics, duties, notes, places, bodies, signposts"),
    ("dutis: []\n",
     ("1:1: 'dutis' may not stand in an included file, only sources, actors, topics, duties, notes, places, bodies, signposts, "
     "did you mean 'duties'?")),
    ("duties: none\n", "1:9: 'duties' must be a list, for example [a, b]"),
])  # fmt: skip
def test_a_faulty_included_file_is_told(main: Path, text: str, fault: str) -> None:
    main.with_name("more.yaml").write_text(text, "utf-8")
    assert told(main) == [f"more.yaml:{fault}"]


def test_a_file_of_another_encoding_is_told(main: Path) -> None:
    main.with_name("more.yaml").write_bytes("notes: [å]".encode("latin-1"))
    assert told(main) == ["more.yaml:1:9: the file is not UTF-8 (byte 0xe5); save it as UTF-8"]


def test_nothing_outside_the_folder_is_read(main: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "more.yaml"
    outside.write_text(MORE, "utf-8")
    more = main.with_name("more.yaml")
    more.unlink()
    more.symlink_to(outside)
    assert told(main) == ["duties.yaml:2:11: there is no file 'more.yaml' that can be read in the dataset's folder"]
    linked = outside.with_name("linked.yaml")
    linked.symlink_to(main)  # a link to the dataset leads to its folder, not to the files beside it
    assert "people.yaml" in told(linked)[0]


def test_what_does_not_end_is_not_waited_for(main: Path) -> None:
    main.with_name("more.yaml").unlink()
    os.mkfifo(main.with_name("more.yaml"))
    assert "there is no file 'more.yaml'" in told(main)[0]


def test_what_is_to_be_checked_is_the_dataset_and_not_a_file_of_it(main: Path) -> None:
    change(main.with_name("more.yaml"), "[a, b]", "[a, a]")
    run = attack("who", "x", "--data", "main.yaml", cwd=main.parent)
    assert run.err.decode() == "ansvar: more.yaml:3:27: the actor 'a' is named twice\nMore: ansvar check main.yaml\n"


def test_standard_input_includes_nothing(main: Path) -> None:
    run = attack("check", "-", stdin=main.read_bytes(), cwd=main.parent)
    assert run.out.decode().splitlines()[0] == (
        "standard input:1:11: there is no file 'people.yaml' that can be read in the dataset's folder"
    )


def test_an_edited_included_file_is_seen_at_once(main: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert '"third"' in ask(folder, data=main, question="listen")
    ask(folder, data=main, question="listen")
    assert len(entries(folder)) == 1
    more = main.with_name("more.yaml")
    before = more.stat()
    change(more, "third", "fifth")
    os.utime(more, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert '"fifth"' in ask(folder, data=main, question="listen")
    main.with_name("unrelated.yaml").write_text("x", "utf-8")
    ask(folder, data=main, question="listen")
    assert len(entries(folder)) == 2


def test_an_included_dataset_may_be_asked_from_its_folder(main: Path, tmp_path: Path) -> None:
    assert '"third"' in ask(tmp_path / "cache", data="main.yaml", question="listen", cwd=main.parent)
