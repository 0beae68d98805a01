"""The documents say what the program does: every field, every example, the schema, the manual page."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from dataset_schema import HINTS, VALUES, described, dumps

from ansvar.cli.commands import COMMANDS
from ansvar.dataset import codec
from ansvar.dataset.load import load, parse_files
from ansvar.dataset.model import LANGUAGES, Change, Dataset, Level, Matching, Role, Status, Unit
from ansvar.dataset.record import Record
from ansvar.dataset.shipped import shipped_path
from slow import slow

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DATASET_PAGE = (ROOT / "docs" / "dataset.md").read_text("utf-8")
RECORDS = {kind.__name__: kind for kind in Record.__subclasses__()}


def _fields(record: type[Record]) -> list[str]:
    return [name.rstrip("_") for name in record.__record_fields__]


def _examples() -> str:
    """The YAML examples of docs/dataset.md, one after the other, but for the file that they include."""
    return "\n".join(block for block in _blocks() if not block.startswith(f"# {INCLUDED}\n"))


INCLUDED = "ekeby-notes.yaml"


def _blocks() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", DATASET_PAGE, re.MULTILINE | re.DOTALL)


def _parsed(text: str) -> Dataset:
    """A dataset that may include the included file of docs/dataset.md."""
    [included] = [block for block in _blocks() if block.startswith(f"# {INCLUDED}\n")]
    return parse_files({"broken.yaml": text.encode(), INCLUDED: included.encode()})


def _example() -> Dataset:
    return _parsed(_examples())


def test_every_field_of_every_record_has_a_hint_and_no_other_has() -> None:
    assert {name: list(fields) for name, fields in HINTS.items()} == {name: _fields(RECORDS[name]) for name in HINTS}
    assert set(HINTS) == set(RECORDS)


def test_every_value_of_every_closed_set_is_explained() -> None:
    for kind in (Level, Role, Status, Unit, Matching):
        assert list(VALUES[kind.__name__]) == [value.value for value in kind]


def test_every_field_and_value_is_documented() -> None:
    for record, fields in HINTS.items():
        for field in fields:
            row = rf"^\| `{field}` \|.*\| {re.escape(HINTS[record][field])} \|$"
            assert re.search(row, DATASET_PAGE, re.MULTILINE), f"{record}.{field}"
    for kind in (Level, Role, Status, Unit, Matching):
        for value in kind:
            assert re.search(rf"^\| `{value.value}` \| ", DATASET_PAGE, re.MULTILINE)
    for language in LANGUAGES:
        assert f"`{language}` (" in DATASET_PAGE


def test_the_examples_are_one_dataset_that_passes_check() -> None:
    assert _example().title["en"] == "Streets and parks of Ekeby"


def _records_in(value: Any) -> Iterator[Any]:
    if isinstance(value, Record):
        yield value
        for name in value.__record_fields__:
            yield from _records_in(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _records_in(item)


def test_the_examples_show_every_field_and_every_status() -> None:
    records = list(_records_in(_example()))
    for name, kind in RECORDS.items():
        shown = [codec.encode(record) for record in records if isinstance(record, kind)]
        for field in _fields(kind):
            assert any(record.get(field) for record in shown), f"{name}.{field} is in no example"
    assert {record.status for record in records if isinstance(record, Change)} >= set(Status) - {Status.CURRENT}


def _loaded(text: str) -> Any:
    """YAML read by another's loader, every scalar as text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes text of everything)


class _Editor(yaml.BaseLoader):
    """YAML as editors read it: numbers are numbers, and `on` and dates are text (YAML 1.2)."""


_Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[0-9]+\Z"), list("0123456789"))
_Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))

SCHEMA = json.loads((ROOT / "data" / "responsibilities.schema.json").read_text("utf-8"))
CHECKER = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_is_the_models() -> None:
    assert dumps() == (ROOT / "data" / "responsibilities.schema.json").read_text("utf-8")
    assert set(described()["$defs"]) - {"Text", "Words"} == (set(RECORDS) | set(VALUES)) - {"Dataset", "Force"}


@pytest.mark.parametrize("path", [Path(shipped_path()), ROOT / "examples" / "on-call.yaml"], ids=lambda path: path.name)
def test_the_schema_accepts_what_check_accepts(path: Path) -> None:
    load(str(path))
    text = path.read_text("utf-8")
    assert [error.message for error in CHECKER.iter_errors(_loaded(text))] == []
    assert [error.message for error in CHECKER.iter_errors(yaml.load(text, Loader=_Editor))] == []  # noqa: S506


def test_the_schema_accepts_the_examples() -> None:
    assert [error.message for error in CHECKER.iter_errors(_loaded(_examples()))] == []


def _broken() -> dict[str, str]:
    """Faulty datasets, each by what is wrong with it."""
    good = _examples()
    changes = {
        "an unknown field": ("known_until:", "known_til:"),
        "an unknown language": ("languages: [en, sv]", "languages: [en, de]"),
        "no language": ("languages: [en, sv]", "languages: []"),
        "an unknown role": ("role: supervises", "role: not watching"),
        "an unknown level": ("level: person", "level: a human"),
        "an unknown status": ("status: ended", "status: over"),
        "no date": ("until: 2024-12-31", "until: soon"),
        "a date that does not exist": ("until: 2024-12-31", "until: 2024-13-45"),
        "a bad id": ("id: light-company", "id: Light Company"),
        "a bad address": ("website: https://example.org/streets", "website: javascript:alert(1)"),
        "a sentence that is no number": ("sentences: [7]", "sentences: [seven]"),
        "sentence nought": ("sentences: [7]", "sentences: [0]"),
        "no sentence": ("sentences: [7]", "sentences: []"),
        "a text without a language": ("name: {en: Town Environment, sv: stadsmiljö}", "name: Town Environment"),
        "an empty text": ("name: {en: Town Environment, sv: stadsmiljö}", "name: {en: '', sv: ' '}"),
        "a word that is no list": ("short: [SO, GK]", "short: SO"),
        "no holders at all": ("actors: [residents]\n    statement", "statement"),
        "a move to nobody": ("to: [light-company]", "to: []"),
        "an end with a successor": ("status: ended,", "status: ended, to: [residents],"),
        "a missing statement": ("    statement:\n      en: Clear", "    remark:\n      en: Clear"),
    }
    for text, (old, _) in changes.items():
        assert old in good, text
    return {text: good.replace(old, new) for text, (old, new) in changes.items()}


@pytest.mark.parametrize("text", _broken().values(), ids=_broken().keys())
def test_the_schema_rejects_what_is_broken_and_check_does_too(text: str) -> None:
    assert list(CHECKER.iter_errors(_loaded(text)))
    with pytest.raises(Exception, match=r"broken\.yaml:\d+:\d+: "):
        _parsed(text)


def _generate(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(cwd / "docs" / "generate.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def test_nothing_generated_is_stale() -> None:
    run = _generate("--check")
    assert (run.stderr, run.returncode) == ("", 0)


@slow
def test_what_is_stale_is_named_and_made_anew(tmp_path: Path) -> None:
    for name in ("docs", "data", "examples", "src"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "examples/README.md"):
        (tmp_path / name).write_text("Nothing here is made.\n", "utf-8")
    for name in ("docs/ansvar.1", "data/responsibilities.schema.json"):
        (tmp_path / name).write_text("old", "utf-8")
    page = tmp_path / "docs" / "dataset.md"
    page.write_text(page.read_text("utf-8").replace("| The first day. |", "| |"), "utf-8")
    names = ["data/responsibilities.schema.json", "docs/ansvar.1", "docs/dataset.md"]
    checked = _generate("--check", cwd=tmp_path)
    assert checked.returncode == 1
    assert [line.split(" ")[0] for line in checked.stderr.splitlines()] == names
    assert _generate(cwd=tmp_path).returncode == 0
    assert _generate("--check", cwd=tmp_path).returncode == 0
    assert page.read_text("utf-8") == DATASET_PAGE


MANUALS = ["docs/ansvar.1", "docs/ansvar.sv.1", "docs/ansvar.fi.1"]
MANUAL = (ROOT / MANUALS[0]).read_text("utf-8")


@pytest.mark.parametrize("page", MANUALS)
def test_the_manual_page_has_every_command_option_status_and_variable(page: str) -> None:
    from ansvar.cli.app import program

    whole, manual = program(), (ROOT / page).read_text("utf-8")
    for name in COMMANDS:
        assert f"\n.SS {name}\n" in manual
        for param in whole.commands[name].params:
            for option in (opt for opt in param.opts if opt.startswith("-")):
                assert option.replace("-", "\\-") in manual, f"{name} {option}"
    for status in ("0", "1", "2", "130"):
        assert f"\n.TP\n\\fB{status}\\fR\n" in manual
    assert manual.count("\n.SH ") == MANUAL.count("\n.SH ") == 9
    assert manual.count("\n.TP\n") == MANUAL.count("\n.TP\n")


def test_every_variable_of_ours_is_in_the_manual_page() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    named = set(re.findall(r'"(ANSVAR_[A-Z_]+)"', sources))
    assert named >= {"ANSVAR_DATA", "ANSVAR_CACHE_DIR"}
    for name in named:
        assert name in MANUAL


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("page", MANUALS)
def test_groff_formats_the_manual_page_without_a_warning(page: str) -> None:
    run = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-c", str(ROOT / page)],
        capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    text = re.sub(r".\x08", "", run.stdout)
    for wanted in ('ansvar who "kuka myöntää oleskeluluvan?"', "--as-of ", "ANSVAR_DATA"):
        assert wanted in text


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
@pytest.mark.parametrize("page", MANUALS)
def test_mandoc_finds_no_fault_in_the_manual_page(page: str) -> None:
    run = subprocess.run(
        ["mandoc", "-Tlint", "-Wwarning", str(ROOT / page)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    faults = [line for line in run.stdout.splitlines() if "missing date" not in line]  # it would change what did not
    assert faults == []
