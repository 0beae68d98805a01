"""Text is text in every format: any text, written, and read back by somebody else's parser, is the same."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rdflib import Graph, Literal

from ansvar import OpenDataset
from ansvar.answers.sheet import Sheet, cells, columns
from ansvar.dataset.model import Actor, Change, Dataset, Duty, Locator, Note, Section, Source, Status, Topic
from ansvar.dataset.printable import printable
from ansvar.formats import json as as_json
from ansvar.formats import markdown
from ansvar.formats.csv import comma
from ansvar.formats.handbook import handbook
from ansvar.formats.html import page
from ansvar.formats.jsonld.document import jsonld
from ansvar.formats.matrix_html import page as matrix_page
from ansvar.formats.tsv import tab
from ansvar.search.build import compile_dataset
from ansvar.search.index import Index
from attacks import HOSTILE_TEXTS, MORE
from slow import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

TEXT = st.text(min_size=1, max_size=30) | st.sampled_from(HOSTILE_TEXTS)
ROWS = st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=5)
EVERY_HOSTILE_ROW = [(one, f"{one}{one}", f"x{one}y") for one in HOSTILE_TEXTS]
QUICK = settings(max_examples=150 * MORE, deadline=None, derandomize=MORE == 1)
SLOW = settings(max_examples=15 * MORE, deadline=None, derandomize=MORE == 1)


def shown(text: str) -> str:
    """What a reader is to see of a text: on one line, nothing invisible that acts."""
    return printable(text).strip()


def sheet(found: list[tuple[str, str, str]]) -> Sheet:
    return Sheet(columns(zip("abc", "ABC", strict=True)), [cells(*row) for row in found])


def plain_cell(text: str) -> str:
    """A cell of CSV without the apostrophe that makes a formula text."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(tuple("=+-@\t\r\n\0＝＋－＠")) else text


@QUICK
@given(ROWS)
@example(EVERY_HOSTILE_ROW)
def test_csv_has_every_text_and_no_formula(found: list[tuple[str, str, str]]) -> None:
    read = list(csv.reader(io.StringIO(comma([sheet(found)]), newline="")))[1:]
    assert [tuple(map(plain_cell, row)) for row in read] == found
    assert not [cell for row in read for cell in row if cell[:1] in tuple("=+-@\t\r\n\0＝＋－＠")]


@QUICK
@given(ROWS)
@example(EVERY_HOSTILE_ROW)
def test_tsv_has_every_text_untouched_but_on_one_line(found: list[tuple[str, str, str]]) -> None:
    lines = tab([sheet(found)]).split("\n")
    assert lines.pop() == ""
    on_a_line = [tuple(re.sub("\r\n|[\t\r\n]", " ", text) for text in row) for row in found]
    assert [tuple(line.split("\t")) for line in lines[1:]] == on_a_line


@QUICK
@given(ROWS)
@example(EVERY_HOSTILE_ROW)
def test_for_a_terminal_both_are_harmless(found: list[tuple[str, str, str]]) -> None:
    read = list(csv.reader(io.StringIO(comma([sheet(found)], visible=True), newline="")))[1:]
    assert [tuple(map(plain_cell, row)) for row in read] == [tuple(map(printable, row)) for row in found]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", tab([sheet(found)], visible=True))


@QUICK
@given(st.dictionaries(TEXT, st.lists(TEXT)))
@example({one: [one] for one in HOSTILE_TEXTS})
def test_json_is_the_same_and_harmless(plain: dict[str, list[str]]) -> None:
    text = as_json.dumps({"x": plain})
    assert json.loads(text) == json.loads(as_json.ascii_only(text)) == {"schema": 1, "x": plain}
    assert as_json.ascii_only(text).isascii()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", text)


def parsed(text: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)


def visible(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type in ("text", "text_special"))


@QUICK
@given(ROWS)
@example(EVERY_HOSTILE_ROW)
def test_a_markdown_table_shows_every_text(found: list[tuple[str, str, str]]) -> None:
    tokens = parsed(markdown.document([sheet(found)]))
    inline = [token for token in tokens if token.type == "inline"]
    assert [visible(token) for token in inline[3:]] == [shown(text) for row in found for text in row]
    assert {child.type for token in inline for child in token.children or ()} <= {"text", "text_special"}
    assert {token.type for token in tokens} <= {
        "table_open", "thead_open", "tr_open", "th_open", "inline", "th_close", "tr_close", "thead_close", "tbody_open", "td_open",
        "td_close", "tbody_close", "table_close",
    }  # fmt: skip


@QUICK
@given(TEXT)
@pytest.mark.parametrize("begun", ["", "# ", "- "])
def test_a_text_begins_nothing_in_markdown(begun: str, text: str) -> None:
    tokens = parsed(f"{begun}{markdown.escape('x' + text)}\n\n{markdown.escape(text)}")
    inline = [token for token in tokens if token.type == "inline"]
    assert [visible(token) for token in inline] == list(filter(None, [shown("x" + text), shown(text)]))
    assert not {child.type for token in inline for child in token.children or ()} - {"text", "text_special"}


@QUICK
@given(TEXT, TEXT)
def test_a_link_in_markdown_has_its_text_and_goes_where_it_says(text: str, address: str) -> None:
    (paragraph,) = [
        token for token in parsed("x" + markdown.link("y" + text, "https://x.org/" + address)) if token.type == "inline"
    ]
    links = [child for child in paragraph.children or () if child.type == "link_open"]
    assert [str(link.attrs["href"])[:14] for link in links] == ["https://x.org/"]
    assert visible(paragraph) == "x" + shown("y" + text)


def texts(*values: str) -> list[dict[str, str]]:
    return [{"en": value} for value in values]


def dataset(text: str) -> Dataset:
    """A dataset that has a text in every place that may hold any."""
    [title, kind, publisher, section, name, basis, note] = texts(*(f"{place} {text}" for place in "tkpsnbo"))
    return Dataset(
        title=title, languages=("en",), kinds={"k": kind},
        sources=(Source(id="s", title=title, publisher=publisher, language="en", website=f"https://x.org/{text}",
                        sections=(Section(id="x", title=section, sentences=1),)),),
        actors=(Actor(id="a", name=name, short=(f"h{text}",), other_names={"en": (f"ö{text}",)}, kind="k", until=date(2020, 1, 1),
                      successors=("b",), basis=basis, note=note, website=f"https://x.org/{text}"),
                Actor(id="b", name={"en": "Bea"})),
        topics=(Topic(id="t", name=name, terms={"en": (f"e{text}",)}),),
        duties=(Duty(id="d", actors=("a",), statement={"en": f"u {text}"}, topics=("t",),
                     source=Locator(id="s", section="x", sentences=(1,)),
                     changes=(Change(on=date(2019, 1, 1), status=Status.CURRENT, name=name, basis=basis, note=note),)),),
        notes=(Note(id="n", statement=note, actors=("a",)),),
    )  # fmt: skip


def opened(made: Dataset) -> OpenDataset:
    connection = sqlite3.connect(":memory:")
    compile_dataset(made, connection)
    return OpenDataset(Index(connection), "en")


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!--", ()))


@SLOW
@given(TEXT)
@example("".join(HOSTILE_TEXTS))
def test_the_exports_have_every_text(text: str) -> None:
    with opened(dataset(text)) as made:
        hostile = made.whole()
        plain = json.loads(as_json.dumps(hostile.plain()))
        assert plain["duties"][0]["statement"] == {"en": f"u {text}"}
        assert plain["actors"][0]["note"] == {"en": f"o {text}"}
        (row,) = csv.DictReader(io.StringIO(comma(hostile.rows()), newline=""))
        assert row["statement_en"] == f"u {text}"
        tokens = parsed(handbook(hostile))
        seen = [visible(token) for token in tokens if token.type == "inline"]
        assert shown(f"u {text}") in " ".join(seen)
        assert shown(f"T {text}") == seen[0]
        kinds = {child.type for token in tokens for child in token.children or ()}
        assert kinds <= {"text", "text_special", "link_open", "link_close", "softbreak", "strong_open", "strong_close"}


@SLOW
@given(TEXT)
@example("".join(HOSTILE_TEXTS))
@pytest.mark.parametrize(
    "make", first(1, [lambda one: matrix_page(one.matrix()), lambda one: page(one.whole())]), ids=["matrix", "page"]
)
def test_a_page_has_every_text_and_the_elements_that_it_always_has(make: Callable[[OpenDataset], str], text: str) -> None:
    with opened(dataset(text)) as hostile, opened(dataset("x")) as harmless:
        read, expected = _Page(make(hostile)), _Page(make(harmless))
    assert read.tags == expected.tags
    assert f"n {printable(text)}".strip() in " ".join(" ".join(read.texts).split()) or f"n {printable(text)}" in "".join(read.texts)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own parser
@SLOW
@given(TEXT)
@example("".join(HOSTILE_TEXTS))
def test_linked_data_has_every_text(text: str) -> None:
    with opened(dataset(text)) as made:
        graph = Graph().parse(data=jsonld(made.whole()), format="json-ld")
    literals = {str(one) for one in graph.objects() if isinstance(one, Literal)}
    assert {f"{place} {text}" for place in "tpnou"} | {f"h{text}", f"ö{text}", f"e{text}"} <= literals
