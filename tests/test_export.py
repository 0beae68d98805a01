"""`ansvar export`: the whole dataset, each format read back by somebody else's parser."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from markdown_it import MarkdownIt

from slow import first

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

    from conftest import Ansvar

EN = ("--lang", "en")
HOSTILE = (
    "=1+1", "+x", "-x", "@x", "a|b", "back\\\\slash", "`code`", "*bold* _it_ ~s~", "<script>alert(1)</script>",
    "![i](http://x/y.png)", "[a](b)", "a & b &amp; c", "# not a heading", "1. not a list", "- not a list", "$x$", ":smile:",
    "http://example.org/x", "@somebody", "two\\nlines", "tab\\there", "\\e[31mred\\e[0m", "\\u202eoverride",
    "quote \\\" and '", "trailing \\\\",
)  # fmt: skip
"""As they stand between the quotation marks of a YAML scalar."""


def _hostile() -> str:
    duties = "".join(f'- {{id: d{n}, actors: [a], topics: [t], statement: {{en: "{text}"}}}}\n' for n, text in enumerate(HOSTILE))
    return (
        'title: {en: "T | <b> `x` *y*"}\nlanguages: [en]\nactors:\n- {id: a, name: {en: "A | `b` [c](d) <i>"}}\n'
        f'topics:\n- {{id: t, name: {{en: "x|y"}}, terms: {{en: ["=z"]}}}}\nduties:\n{duties}'
    )


def _raw(text: str) -> str:
    """The text that the YAML scalar stands for."""
    return str(yaml.safe_load(f'"{text}"'))


def _plain(text: str) -> str:
    """What a reader is to see of a hostile text: one line, nothing invisible."""
    line = re.sub("[\t\n]+", " ", _raw(text))
    return line.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e")


def _parsed(text: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)


def _shown(token: Token) -> str:
    """The text of an inline token as a reader sees it."""
    return "".join(child.content for child in token.children or () if child.type in ("text", "text_special", "code_inline"))


def _tables(tokens: list[Token]) -> list[list[list[str]]]:
    tables: list[list[list[str]]] = []
    for n, token in enumerate(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("th_open", "td_open"):
            tables[-1][-1].append(_shown(tokens[n + 1]))
    return tables


def _headings(tokens: list[Token]) -> list[tuple[str, str]]:
    return [(token.tag, _shown(tokens[n + 1])) for n, token in enumerate(tokens) if token.type == "heading_open"]


def test_markdown_is_a_document_by_level_and_actor(ansvar: Ansvar) -> None:
    tokens = _parsed(ansvar("export", *EN).out)
    assert _headings(tokens) == [
        ("h1", "The water of Ekeby"),
        ("h2", "Contents"),
        ("h2", "State"),
        ("h3", "Ministry of Water"),
        ("h2", "Region"),
        ("h3", "Lake Agency"),
        ("h3", "Shore Centre"),
        ("h3", "Fish Office"),
        ("h2", "Local"),
        ("h3", "the waterworks"),
        ("h3", "Health Board"),
        ("h2", "Person"),
        ("h3", "the bather"),
        ("h2", "Changes"),
        ("h2", "Topics"),
        ("h2", "Context"),
    ]
    tables = _tables(tokens)
    assert tables[1] == [
        ["Responsibility", "Role", "Source", "Changes"],
        [
            "closes beaches where algae bloom",
            "responsible",
            "The shore, sentence 1",
            "since 1 January 2024: Shore Centre (Act 7/2023)",
        ],
        [
            "supports life-saving on the beaches",
            "supports",
            "The shore, sentence 2",
            "since 1 July 2022: Health Board (Decision 12); ended on 1 January 2025; Life-saving is voluntary",
        ],
    ]
    assert ["delivers water to the households (together with Health Board)", "responsible", "Supply, sentences 2 and 3",
            "since 1 May 2023: now “household water” (By-law 3/2023)"] in tables[4]  # fmt: skip
    assert ["ice", "", "nobody"] in tables[-2]
    assert tables[-1] == [["Statement", "Source"], ["The lake is clear.", "The shore, sentence 1"]]


def test_markdown_names_its_source(ansvar: Ansvar) -> None:
    lines = ansvar("export", *EN).out.splitlines()
    assert lines[2:4] == [
        "- Source: [The water guide](https://example.org/water), Town of Ekeby, 1 January 2020 – 31 December 2022",
        "- Changes are known up to: 31 December 2025",
    ]


def _github_anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("data", first(1, ["twins", "small", "shipped"]))
def test_every_entry_of_the_contents_leads_to_its_heading(ansvar: Ansvar, data: str, tmp_path: Path) -> None:
    twins = tmp_path / "twins.yaml"
    twins.write_text(
        "title: {en: Twins}\nlanguages: [en]\nactors:\n- {id: a, name: {en: 'State'}, level: state}\n- {id: b, name: {en: State}}\n"
        "- {id: c, name: {en: 'C++ & Co. (x/y)'}}\n- {id: d, name: {en: Contents}}\nduties: []\n",
        "utf-8",
    )
    for language in ("sv", "fi", "en"):
        files: dict[str, dict[str, Any]] = {"small": {}, "shipped": {"data": None}, "twins": {"data": twins}}
        named = files[data]
        tokens = _parsed(ansvar("export", "--lang", language, **named).out)
        anchors: list[str] = []
        for _, heading in _headings(tokens):
            slug = _github_anchor(heading)
            before = sum(re.fullmatch(re.escape(slug) + r"(-\d+)?", one) is not None for one in anchors)
            anchors.append(f"{slug}-{before}" if before else slug)
        inline = [child for token in tokens for child in token.children or ()]
        links = [
            str(child.attrs["href"]) for child in inline if child.type == "link_open" and str(child.attrs["href"]).startswith("#")
        ]
        decoded = [MarkdownIt().normalizeLinkText(link)[1:] for link in links]
        assert decoded == anchors[2:]


def test_markdown_is_the_same_every_day_unless_a_day_is_asked_for(ansvar: Ansvar) -> None:
    plain = ansvar("export", *EN)
    assert plain.out == ansvar("export", *EN, "--no-cache").out
    assert plain.err == ""
    assert "As of" not in plain.out
    assert re.search(r"20(2[6-9]|[3-9]\d)", plain.out) is None


def test_markdown_of_a_day(ansvar: Ansvar) -> None:
    out = ansvar("export", *EN, "--as-of", "2024-02-01").out
    assert "- As of 1 February 2024\n" in out
    tables = _tables(_parsed(out))
    assert tables[1][0][-1] == "As of 1 February 2024"
    assert tables[1][2][-1] == "since 1 July 2022: Health Board (Decision 12)"
    assert [row[0] for row in tables[-3][1:]] == ["2022-07-01", "2023-05-01", "2024-01-01"]
    assert "ended on 30 June 2024" not in out


def test_hostile_text_stays_text_in_markdown(ansvar: Ansvar) -> None:
    tokens = _parsed(ansvar("export", data="-", stdin=_hostile()).out)
    assert [row[0] for row in _tables(tokens)[0][1:]] == [_plain(text) for text in HOSTILE]
    assert _headings(tokens)[0] == ("h1", "T | <b> `x` *y*")
    inline = [child for token in tokens for child in token.children or ()]
    assert not [
        child for child in inline if child.type in ("html_inline", "image", "em_open", "strong_open", "code_inline", "s_open")
    ]
    assert not [token for token in tokens if token.type in ("html_block", "ordered_list_open", "fence", "code_block")]
    assert {str(child.attrs["href"])[0] for child in inline if child.type == "link_open"} == {"#"}


def _csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_a_row_for_each_duty_and_holder_in_all_languages(ansvar: Ansvar) -> None:
    run = ansvar("export", "--format", "csv", "--as-of", "2024-01-01")
    rows = _csv(run.out)
    assert [(row["duty"], row["actor"]) for row in rows] == [
        ("water-policy", "water-ministry"),
        ("deliver-water", "waterworks"),
        ("water-quality", "health-board"),
        ("water-quality", "waterworks"),
        ("close-beaches", "lake-agency"),
        ("beach-rescue", "lake-agency"),
        ("fishing-permits", "fish-office"),
        ("keep-clean", "bather"),
    ]
    assert rows[4] == {
        "duty": "close-beaches",
        "actor": "lake-agency",
        "level": "region",
        "role": "responsible",
        "topics": "bathing",
        "partners": "",
        "target": "",
        "source": "guide",
        "section": "shore",
        "sentences": "1",
        "actor_name_sv": "sjöverket",
        "level_name_sv": "regionen",
        "role_name_sv": "ansvarar",
        "statement_sv": "stänger badstränder där algerna blommar",
        "place_sv": "Stranden, mening 1",
        "change_sv": "sedan 1 januari 2024: strandcentralen (lag 7/2023)",
        "actor_name_fi": "järvivirasto",
        "level_name_fi": "alue",
        "role_name_fi": "vastaa",
        "statement_fi": "sulkee uimarannat leväkukinnan ajaksi",
        "place_fi": "Ranta, virke 1",
        "change_fi": "1.1.2024 alkaen: rantakeskus (laki 7/2023)",
        "actor_name_en": "Lake Agency",
        "level_name_en": "region",
        "role_name_en": "responsible",
        "statement_en": "closes beaches where algae bloom",
        "place_en": "The shore, sentence 1",
        "change_en": "since 1 January 2024: Shore Centre (Act 7/2023)",
        "as_of": "2024-01-01",
        "status": "moved",
        "holders": "shore-centre",
        "since": "2024-01-01",
    }


def test_lang_picks_the_language_of_the_columns(ansvar: Ansvar) -> None:
    header = ansvar("export", "--format", "tsv", "--lang", "fi").out.splitlines()[0].split("\t")
    assert [name for name in header if name.endswith(("_sv", "_fi", "_en"))] == [
        "actor_name_fi", "level_name_fi", "role_name_fi", "statement_fi", "place_fi", "change_fi",
    ]  # fmt: skip


def test_a_csv_file_is_opened_right_by_a_spreadsheet(ansvar: Ansvar, tmp_path: Path) -> None:
    path = tmp_path / "duties.csv"
    for command in (["export"], ["matrix"]):
        assert ansvar(*command, "--format", "csv", "-o", str(path), "--force").status == 0
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        assert path.read_bytes()[3:].decode() == ansvar(*command, "--format", "csv").out
        assert path.read_bytes().endswith(b"\r\n")
    ansvar("export", "--format", "tsv", "-o", str(path), "--force")
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_formulas_are_text_in_csv_and_untouched_in_tsv_and_json(ansvar: Ansvar) -> None:
    raw = list(map(_raw, HOSTILE))
    rows = _csv(ansvar("export", "--format", "csv", data="-", stdin=_hostile()).out)
    assert [row["statement_en"].removeprefix("'") for row in rows] == raw
    assert {row["statement_en"][0] for row in rows if row["statement_en"][1:2] in "=+-@"} == {"'"}
    assert not [row for row in rows if row["statement_en"][0] in "=+-@"]
    lines = ansvar("export", "--format", "tsv", data="-", stdin=_hostile()).out.split("\n")
    column = lines[0].split("\t").index("statement_en")
    assert [line.split("\t")[column] for line in lines[1:-1]] == [re.sub("[\t\n]", " ", text) for text in raw]
    plain = json.loads(ansvar("export", "--format", "json", data="-", stdin=_hostile()).out)
    assert [duty["statement"]["en"] for duty in plain["duties"]] == raw


def test_json_is_the_whole_dataset(ansvar: Ansvar) -> None:
    plain = json.loads(ansvar("export", "--format", "json", "--as-of", "2025-06-01").out)
    assert (plain["schema"], plain["as_of"], plain["known_until"]) == (1, "2025-06-01", "2025-12-31")
    kinds = ("sources", "actors", "topics", "duties", "notes")
    assert {kind: [one.get("id") or one["duty"] for one in plain[kind]] for kind in kinds} == {
        "sources": ["guide"],
        "actors": ["water-ministry", "lake-agency", "shore-centre", "fish-office", "waterworks", "health-board", "bather"],
        "topics": ["drinking-water", "bathing", "fishing", "ice"],
        "duties": [
            "water-policy", "deliver-water", "water-quality", "close-beaches", "beach-rescue", "fishing-permits", "keep-clean",
        ],
        "notes": ["clear-lake"],
    }  # fmt: skip
    asked = json.loads(ansvar("who", "algae", "--format", "json", "--as-of", "2025-06-01").out)["results"][0]
    del asked["matched"]
    exported = next(duty for duty in plain["duties"] if duty["duty"] == "close-beaches")
    exported["today"]["basis"], exported["place"] = asked["today"]["basis"], asked["place"]  # in the language of each
    assert exported == asked
    assert {duty["duty"]: duty["today"]["status"] for duty in plain["duties"]} == {
        "water-policy": "current",
        "deliver-water": "current",
        "water-quality": "current",
        "close-beaches": "moved",
        "beach-rescue": "ended",
        "fishing-permits": "unconfirmed",
        "keep-clean": "current",
    }


@pytest.mark.parametrize(("format_", "begins"), [("html", "<!doctype html>"), ("jsonld", "{")])
def test_pages_and_linked_data_are_exported_too(ansvar: Ansvar, format_: str, begins: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    run = ansvar("export", "--format", format_, "-o", str(path))
    assert (run.status, run.out) == (0, "")
    assert path.read_text("utf-8").lower().startswith(begins)


def test_a_dataset_of_one_language_and_without_topics(ansvar: Ansvar) -> None:
    text = (
        "title: {fi: Pieni}\nlanguages: [fi]\nactors: [{id: a, name: {fi: Aino}}]\n"
        "duties: [{id: d, actors: [a], statement: {fi: laulaa}}]\n"
    )
    run = ansvar("export", "--lang", "en", data="-", stdin=text)
    assert run.status == 0
    assert _headings(_parsed(run.out)) == [("h1", "Pieni"), ("h2", "Sisällys"), ("h2", "Kaikki"), ("h3", "Aino")]
    assert _tables(_parsed(run.out)) == [[["Vastuu", "Rooli"], ["laulaa", "vastaa"]]]
