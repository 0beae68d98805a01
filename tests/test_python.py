"""The Python interface: its page's examples as printed, and what it imports."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ansvar
from ansvar.formats._dataset import OpenDataset
from conftest import WATER

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")


def test_the_examples_of_the_page_print_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```pycon\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "docs/python.md", "docs/python.md", 0)
    told: list[str] = []
    assert doctest.DocTestRunner().run(example, out=told.append).failed == 0, "".join(told)


def test_every_method_stands_on_the_page() -> None:
    public = {name for name in dir(OpenDataset) if not name.startswith("_")} - {"at"}
    assert not [name for name in public if f"{name}(" not in PAGE and name != "said"]


def test_it_imports_nothing_of_the_command_line() -> None:
    asks = (
        f"import sys, ansvar\nwith ansvar.open({str(WATER)!r}, cached=False) as dataset:\n"
        "    dataset.text(dataset.ask('fishing'), 'markdown')\n"
        "print(*{'typer', 'click', 'rich', 'jinja2', 'ansvar.cli'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True).stdout == "\n"


def test_naming_the_package_imports_nothing() -> None:
    asked = "import sys, ansvar; print([name for name in sys.modules if name.startswith('ansvar.')], 'typing' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-S", "-c", asked], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"}, cwd=ROOT
    )
    assert run.stdout == "[] False\n"


def test_a_format_that_an_answer_does_not_have_is_named_with_those_that_it_has() -> None:
    with ansvar.open(str(WATER), cached=False) as dataset, pytest.raises(ansvar.AnsvarError, match="'html'") as caught:
        dataset.text(dataset.topics(), "html")
    assert caught.value.hint == "Choose one: table, markdown, csv, excel, tsv, json."
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = ansvar.nothing
