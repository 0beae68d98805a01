"""`ansvar import`: what people have becomes a dataset that passes check, and answers as it did."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ansvar.dataset.codec import encode
from ansvar.dataset.errors import AnsvarError, DatasetError
from ansvar.dataset.importers import Imported, Wish, find, names
from ansvar.dataset.load import parse
from ansvar.dataset.strict_yaml import read_tree
from ansvar.dataset.yaml_writing import as_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Ansvar

PATIENT = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CODEOWNERS = """# This file is read by the forge

# Everything else
* @Lumi/core

# Texts
# (and what is made of them)
/docs/   @Lumi/docs @anna  # both
*.md @lumi/docs
#/old/ @nobody
/vendor/
!/x @anna
my\\ file.txt dina@example.org

[Databases][2] @Lumi/db
/db/
/db/secret/ @sec
"""
RACI = """# Who does what

| Task | Project Manager | Tech Lead | **Client** |
|:--|:-:|:-:|:-:|
| Project brief | I | | A/R |
| [Planning](https://x) | A | R | i |
| Cleaning | - | | |
"""
ON_CALL = "Shift;Service;Primary;Backup;Phone;Slack\n08-20;eBay sync;Åsa Öberg;Bo Ek;+358 40 1;#pay\n20-08;eBay sync;Bo Ek;-;;\n"


def imported(kind: str, content: str | bytes, columns: dict[str, tuple[str, ...]] | None = None, language: str = "en") -> Imported:
    importer = find(kind)
    assert importer
    made = importer.read(content if isinstance(content, bytes) else content.encode(), Wish("f", language, "", columns or {}))
    parse(as_yaml(made.plain).encode(), "made")
    return made


def duties(made: Imported) -> list[tuple[Any, ...]]:
    return [(duty["id"], duty["actors"], duty.get("role")) for duty in made.plain["duties"]]


def test_the_kinds_are_the_files_of_the_folder() -> None:
    assert names() == ["codeowners", "csv", "markdown-table", "xlsx"]


def test_codeowners_become_duties_with_paths() -> None:
    made = imported("codeowners", CODEOWNERS)
    assert duties(made) == [
        ("all-files", ["@Lumi/core"], None),
        ("docs", ["@Lumi/docs", "@anna"], None),
        (".md", ["@Lumi/docs"], None),  # the same team in other capitals
        ("vendor", [], None),
        ("my-file.txt", ["dina@example.org"], None),
        ("db", ["@Lumi/db"], None),  # the section's owner
        ("db/secret", ["@sec"], None),
    ]
    of = {duty["id"]: duty for duty in made.plain["duties"]}
    assert of["docs"]["source"] == {"section": "rules", "lines": [8]}
    assert of["docs"]["topics"] == ["texts"]
    assert of["db"]["topics"] == ["databases"]
    assert of["db"]["source"]["section"] == "databases"
    assert "topics" not in of["my-file.txt"] or of["my-file.txt"]["topics"] != ["texts (and what is made of them)"]
    assert [topic["name"]["en"] for topic in made.plain["topics"]] == ["Everything else", "Texts", "Databases"]
    assert "line 12 is left out: it has no pattern of CODEOWNERS" in made.remarks


def test_a_rule_of_one_star_takes_in_nothing_deeper() -> None:
    made = imported("codeowners", "src/* @a\n/* @b\n/x/*.js @c\n")
    assert [duty["paths"] for duty in made.plain["duties"]] == [["src/*", "!src/*/"], ["/*", "!/*/"], ["/x/*.js"]]


def test_a_raci_matrix_has_a_role_for_each_letter() -> None:
    made = imported("markdown-table", RACI)
    assert [(key, role["letter"]) for key, role in made.plain["roles"].items()] == [
        ("responsible", "R"), ("accountable", "A"), ("informed", "I"),
    ]  # fmt: skip
    assert duties(made) == [
        ("project-brief-informed", ["project-manager"], "informed"),
        ("project-brief-accountable", ["client"], "accountable"),
        ("project-brief", ["client"], None),
        ("planning-accountable", ["project-manager"], "accountable"),
        ("planning", ["tech-lead"], None),
        ("planning-informed", ["client"], "informed"),
        ("cleaning", [], None),
    ]
    assert [duty["source"]["rows"] for duty in made.plain["duties"]][-1] == [7]


def test_the_matrix_of_an_imported_raci_is_the_one_that_was_imported(ansvar: Ansvar, tmp_path: Path) -> None:
    (tmp_path / "raci.md").write_text(RACI, "utf-8")
    made = tmp_path / "raci.yaml"
    assert ansvar("import", "markdown-table", str(tmp_path / "raci.md"), "-o", str(made)).status == 0
    matrix = ansvar("matrix", data=made).out
    rows = [line.split() for line in matrix.splitlines()]
    assert ["Project", "brief", "I", "RA"] in rows
    assert ["Planning", "A", "R", "I"] in rows
    assert "R responsible, A accountable, I informed" in matrix
    assert "several" not in matrix
    assert ["Cleaning", "nobody"] in rows
    answer = json.loads(ansvar("who", "planning", "--role", "accountable", "--format", "json", data=made).out)
    assert [one["actors"] for one in answer["results"]] == [["project-manager"]]


def test_columns_are_guessed_and_told(ansvar: Ansvar) -> None:
    run = ansvar("import", "csv", "-", stdin=ON_CALL)
    for said in ("'Shift': when", "'Service': statement", "'Primary': actor", "'Backup': role.deputy", "'Slack': chat"):
        assert said in run.err
    dataset = parse(run.out.encode(), "made")
    assert [(duty.statement["en"], duty.actors, duty.role) for duty in dataset.duties] == [
        ("eBay sync (08-20)", ("åsa-öberg",), "responsible"),
        ("eBay sync (08-20)", ("bo-ek",), "deputy"),
        ("eBay sync (20-08)", ("bo-ek",), "responsible"),
    ]
    assert (dataset.actors[0].phone, dataset.actors[0].chat) == ("+358 40 1", "#pay")


EXPERTS = """# Experts index

## Stdlib

| Module | Maintainers |
| ------ | ----------- |
| `argparse` | tallroth |
| [ast](https://x) | isbrand, falkenby |
| tabnanny | |

## Platforms

| Platform | Maintainers |
| -------- | ----------- |
| Solaris | falkenby |
"""


def test_an_index_of_experts_has_a_topic_for_each_table() -> None:
    made = imported("markdown-table", EXPERTS)
    assert duties(made) == [
        ("argparse", ["tallroth"], None), ("ast", ["isbrand", "falkenby"], None), ("tabnanny", [], None),
        ("solaris", ["falkenby"], None),
    ]  # fmt: skip
    assert [duty["topics"] for duty in made.plain["duties"]] == [["stdlib"]] * 3 + [["platforms"]]
    assert [section["title"]["en"] for section in made.plain["sources"][0]["sections"]] == ["Stdlib", "Platforms"]


DELEGATION = (
    "Nr;Ärende;Delegat;Ersättare;Lagrum\n"
    "1.1;Beslut om bistånd upp till 5 000 kr;Socialsekreterare;Enhetschef;11 kap. 1 § SoL\n"
    "1.2;Beslut om bistånd därutöver;Enhetschef;Verksamhetschef;\n"
)


def test_an_order_of_delegation_has_deputies_and_its_law() -> None:
    made = imported("csv", DELEGATION, language="sv")
    assert duties(made) == [
        ("1.1", ["socialsekreterare"], None), ("1.1-deputy", ["enhetschef"], "deputy"),
        ("1.2", ["enhetschef"], None), ("1.2-deputy", ["verksamhetschef"], "deputy"),
    ]  # fmt: skip
    assert made.plain["roles"]["deputy"]["name"] == {"sv": "ersättare"}
    assert made.plain["duties"][0]["basis"] == {"sv": "11 kap. 1 § SoL"}


def test_a_list_of_offices_is_read_in_its_own_words() -> None:
    made = imported("csv", "Amt,Aufgabe,Telefon\nStandesamt,Eheschließungen,0123 4\nSteueramt,Hundesteuer,0123 5\n")
    assert duties(made) == [("eheschließungen", ["standesamt"], None), ("hundesteuer", ["steueramt"], None)]
    assert [actor["phone"] for actor in made.plain["actors"]] == ["0123 4", "0123 5"]


@pytest.mark.parametrize(
    ("kind", "content", "language", "question", "holders"),
    [
        ("markdown-table", EXPERTS, "en", "who maintains ast", ["isbrand", "falkenby"]),
        ("markdown-table", EXPERTS, "en", "tabnanny", []),
        ("csv", DELEGATION, "sv", "vem beslutar om bistånd upp till 5 000 kr", ["socialsekreterare"]),
        ("codeowners", "* @home/core\n/components/hue/ @bo @dag\n", "en", "components/hue/light.py", ["@bo", "@dag"]),
        ("codeowners", "* @home/core\n/components/hue/ @bo @dag\n", "en", "who owns hue", ["@bo", "@dag"]),
    ],
)
def test_what_was_imported_can_be_asked(
    ansvar: Ansvar, tmp_path: Path, kind: str, content: str, language: str, question: str, holders: list[str]
) -> None:
    made = tmp_path / "made.yaml"
    assert ansvar("import", kind, "-", "--lang", language, "-o", str(made), stdin=content).status == 0
    first = json.loads(ansvar("who", question, "--format", "json", data=made).out)["results"][0]
    assert first["actors"] == holders


def test_columns_can_be_given() -> None:
    table = "x,y,z\nCleans,Ann,Bob\nSweeps,,Bob; Cia\n"
    made = imported("csv", table, {"statement": ("x",), "actor": ("z",), "role.approver": ("y",)})
    assert duties(made) == [
        ("cleans", ["bob"], None), ("cleans-approver", ["ann"], "approver"), ("sweeps", ["bob", "cia"], None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"actr": ("y",)}, "'actr' is nothing that a column can be, did you mean 'actor'?"),
        ({"actor": ("Team",)}, "there is no column 'Team'"),
        ({"statement": ("x",)}, "it cannot be told which column is the actor"),
    ],
)
def test_a_column_that_is_not_there_is_told(columns: dict[str, tuple[str, ...]], message: str) -> None:
    with pytest.raises(AnsvarError) as raised:
        imported("csv", "x,y\nCleans,Ann\n", columns)
    assert str(raised.value) == message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_spreadsheets_write_is_read(encoding: str, delimiter: str) -> None:
    text = delimiter.join(("Tehtävä", "Vastaa")) + "\r\n" + delimiter.join(('"Pesee, kuivaa"', "Åsa")) + "\r\n"
    assert duties(imported("csv", text.encode(encoding), language="fi")) == [("pesee-kuivaa", ["åsa"], None)]


def _workbook() -> bytes:
    book = Workbook()
    book.active.title = "Web"
    book.active.append(["Task", "Owner", "From"])
    book.active.append(["Publish", "Ann", "2026-01-01"])
    other = book.create_sheet("Shop")
    other.append(["Task", "Owner"])
    other.append([404, "Bob"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_every_sheet_of_a_workbook_is_read() -> None:
    made = imported("xlsx", _workbook())
    assert duties(made) == [("publish", ["ann"], None), ("404", ["bob"], None)]
    assert [topic["name"]["en"] for topic in made.plain["topics"]] == ["Web", "Shop"]
    assert made.plain["duties"][0]["from"] == "2026-01-01"
    with pytest.raises(AnsvarError, match="is no Excel workbook"):
        imported("xlsx", b"no zip")


def test_without_the_extra_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from ansvar.dataset.importers import Wish, find\n"
        "try: find('xlsx').read(b'', Wish('f', 'en'))\n"
        "except Exception as error: print(error, '|', error.hint)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "reading .xlsx needs openpyxl, which is not installed | pip install 'ansvar[xlsx]'\n"


def test_a_file_is_never_overwritten_unasked(ansvar: Ansvar, tmp_path: Path) -> None:
    made = tmp_path / "made.yaml"
    made.write_text("mine", "utf-8")
    run = ansvar("import", "csv", "-", "-o", str(made), stdin=ON_CALL)
    assert (run.status, run.out) == (2, "")
    assert "is there already" in run.err
    assert made.read_text("utf-8") == "mine"
    assert ansvar("import", "csv", "-", "-o", str(made), "--force", stdin=ON_CALL).status == 0
    assert ansvar("check", str(made)).status == 0


@pytest.mark.parametrize(
    ("kind", "content", "message"),
    [
        ("codeowners", "# nothing\n", "names no owner"),
        ("csv", "", "has no table with rows"),
        ("csv", "a,b\n", "has no table with rows"),
        ("markdown-table", "no table\n", "has no table with rows"),
    ],
)
def test_a_file_of_another_kind_is_told(kind: str, content: str, message: str, ansvar: Ansvar) -> None:
    run = ansvar("import", kind, "-", stdin=content)
    assert (run.status, run.out) == (2, "")
    assert message in run.err


def test_an_unknown_kind_and_a_column_without_a_heading_are_told(ansvar: Ansvar) -> None:
    assert "is not one of codeowners, csv, markdown-table, xlsx" in ansvar("import", "word", "-").err
    assert "is no FIELD=HEADING" in ansvar("import", "csv", "-", "--column", "actor", stdin=ON_CALL).err
    assert "codeowners has no columns" in ansvar("import", "codeowners", "-", "--column", "actor=x", stdin=CODEOWNERS).err


@PATIENT
@given(st.text(max_size=200))
def test_any_text_becomes_a_dataset_or_is_refused(text: str) -> None:
    for kind in ("codeowners", "csv", "markdown-table"):
        for content in (text, f"Task,Who\n{text}", f"|Task|Who|\n|-|-|\n|{text}|x|", f"* @a\n{text} @b"):
            refused = None
            try:
                imported(kind, content.encode("utf-8", "surrogatepass"))
            except AnsvarError as error:
                refused = error
            assert not isinstance(refused, DatasetError), (content, refused)


SCALARS = st.text(max_size=12) | st.sampled_from(
    ["no", "1", "1.5", "2026-01-01", "0x1f", "~", "null", "a: b", "a #b", "- x", "@a", "*"]
)
KEYS = SCALARS.filter(lambda key: key != "<<")
MAPPINGS = st.recursive(
    st.dictionaries(KEYS, SCALARS | st.lists(SCALARS, max_size=3), min_size=1, max_size=3),
    lambda inner: st.dictionaries(KEYS, inner | st.lists(inner, max_size=2), min_size=1, max_size=3),
    max_leaves=8,
)


@PATIENT
@given(MAPPINGS)
def test_what_is_written_as_yaml_is_read_as_it_was(plain: dict[str, Any]) -> None:
    text = as_yaml(plain)
    tree, problems = read_tree(text, "f")
    assert problems == []
    assert _values(tree) == plain


def _values(node: Any) -> Any:
    if hasattr(node, "lines"):
        return {key: _values(value) for key, value in node.values.items()}
    return [_values(one) for one in node.values] if hasattr(node, "values") else node.value


def test_the_shipped_example_is_written_as_it_was() -> None:
    from pathlib import Path

    path = Path(__file__).parents[1] / "examples" / "on-call.yaml"
    dataset = parse(path.read_bytes(), "x")
    assert parse(as_yaml(encode(dataset)).encode(), "x") == dataset
