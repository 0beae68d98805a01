"""The page without a browser: read back with the standard library's HTML parser."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ansvar.answers.phrasebook import Phrasebook
from ansvar.answers.whole import whole
from ansvar.answers.wording import word
from ansvar.dataset.model import Actor, Dataset
from ansvar.dataset.printable import printable
from ansvar.dataset.shipped import shipped_path
from ansvar.formats.html import page
from ansvar.search.build import compile_dataset
from ansvar.search.cache import open_index
from ansvar.search.index import Index
from slow import first

if TYPE_CHECKING:
    from collections.abc import Iterator

WATER = str(Path(__file__).parent / "data" / "water.yaml")
DAY = date(2024, 3, 1)
VOID = {"meta", "input", "br", "link", "img"}
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- --!> --> <![CDATA[ ]]>",
    "\" onfocus='alert(1)' autofocus x=\"",
    "&lt;b&gt; &amp; &#60; &",
    "a\u2028b\u2029c\nd\te",
    "\x1b]0;owned\x07 \x9b31m \u202egnp.exe \u2066x",
    "javascript:alert(1)",
    "$title ${data} \\u003cb\\u003e {day}",
)


@dataclass
class Element:
    """An element with its attributes and the text inside, children included."""

    tag: str
    attributes: dict[str, str]
    path: tuple[str, ...]
    text: str = ""
    own: str = ""


@dataclass
class Parsed(HTMLParser):
    """A document as its elements in order; a tag that does not close what is open is a fault."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"{tag}: an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(one.tag for one in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open."""
        if not self.open or self.open[-1].tag != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text of the open elements."""
        for element in self.open:
            element.text += data
        if self.open:
            self.open[-1].own += data

    def handle_comment(self, data: str) -> None:
        """Comments, of which the page has none."""
        self.comments.append(data)

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """The elements of this name and class."""
        return [e for e in self.elements if e.tag == tag and (not class_ or class_ in e.attributes.get("class", "").split())]

    def with_id(self, id_: str) -> Element:
        """The element with this id."""
        return next(e for e in self.elements if e.attributes.get("id") == id_)


def read(html: str) -> Parsed:
    """The document, read to its end."""
    parsed = Parsed()
    parsed.feed(html)
    parsed.close()
    return parsed


def made(path: str, language: str = "sv", as_of: date = DAY, *, dated: bool = False) -> str:
    """The page of a dataset."""
    index = open_index(path, cached=False)
    try:
        return page(whole(index, Phrasebook(language, as_of, dated)))
    finally:
        index.close()


def data_of(parsed: Parsed) -> dict[str, Any]:
    """What the page carries for its script."""
    carried: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(parsed.with_id("_data").text)))
    return carried


@pytest.fixture(scope="module")
def water() -> Parsed:
    """The page of the small dataset, in Swedish."""
    return read(made(WATER))


@pytest.fixture(scope="module")
def shipped() -> str:
    """The page of the shipped dataset, in Swedish."""
    return made(shipped_path())


@pytest.fixture(scope="module")
def parsed(shipped: str) -> Parsed:
    """The page of the shipped dataset, read."""
    return read(shipped)


def text_of(html: str) -> str:
    """The text of some HTML."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def article(id_: str, language: str = "en", path: str = WATER, as_of: date = DAY, *, dated: bool = False) -> str:
    """The text of one duty as it stands on a page in a language, for those without a script."""
    found = re.search(rf'<article id="{id_}".*?</article>', made(path, language, as_of, dated=dated), re.DOTALL)
    assert found
    return text_of(found[0])


def test_is_whole_html(water: Parsed, parsed: Parsed) -> None:
    for page_ in (water, parsed):
        assert page_.faults == []
        assert page_.open == []
        assert page_.comments == []


def test_every_duty_stands_with_holder_role_and_place() -> None:
    text = article("water-quality")
    assert text.startswith("Health Board and the waterworks tests the quality of the water")
    assert "Role" in text
    assert "responsible" in text
    assert text.endswith("Supply, sentence 4")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "Från 1 januari 2024: strandcentralen (lag 7/2023)"),
        ("fi", "1.1.2024 alkaen: rantakeskus (laki 7/2023)"),
        ("en", "From 1 January 2024: Shore Centre (Act 7/2023)"),
    ],
)
def test_tells_changes_with_date_and_act(language: str, told: str) -> None:
    assert told in article("close-beaches", language)


def test_says_that_no_successor_is_confirmed() -> None:
    assert "From 1 July 2024: no confirmed successor" in article("fishing-permits")
    assert "ingen bekräftad efterträdare" in article("fishing-permits", "sv")


def test_tells_every_step_of_a_history() -> None:
    text = article("beach-rescue")
    assert "From 1 July 2022: Health Board (Decision 12)" in text
    assert "Ended on 1 January 2025" in text
    assert "Life-saving is voluntary." in text
    assert word("called", "en", name="household water") in article("deliver-water")


def test_tells_what_became_of_those_that_a_duty_is_about() -> None:
    text = article("water-policy")
    assert "Lake Agency: ended on 31 December 2023, successor: Shore Centre (Act 7/2023)" in text


def test_tells_the_source_its_period_and_until_when_changes_are_known() -> None:
    text = text_of(made(WATER, "en"))
    assert "The source covers 1 January 2020 to 31 December 2022." in text
    assert "Changes are known up to 31 December 2025." in text
    assert "Town of Ekeby" in text
    assert '<cite lang="sv">Vattenguiden</cite>' in made(WATER, "en")


def test_is_the_same_to_the_byte_whatever_the_day(shipped: str) -> None:
    assert made(WATER, as_of=date(2020, 1, 1)) == made(WATER, as_of=date(2030, 1, 1))
    assert made(shipped_path()) == shipped


def test_a_date_asked_for_decides_what_holds() -> None:
    before, after = (made(WATER, as_of=day, dated=True) for day in (date(2023, 12, 31), date(2024, 1, 1)))
    assert read(before).all("html")[0].attributes["data-day"] == "2023-12-31"
    assert "Läget den 31 december 2023" in read(before).all("p", "limits")[0].text
    for html, holder in ((before, "lake-agency"), (after, "shore-centre")):
        card = next(one for one in data_of(read(html))["cards"] if one["id"] == "close-beaches")
        assert [[one[0] for one in holders] for _, holders, _, _ in card["stages"]] == [[holder]]
    assert article("close-beaches", "sv", as_of=date(2023, 12, 31), dated=True).startswith("sjöverket")
    assert article("close-beaches", "sv", as_of=date(2024, 1, 1), dated=True).startswith("strandcentralen")


def test_the_holder_comes_first_on_every_day(shipped: str) -> None:
    with closing(open_index(shipped_path(), cached=False)) as index:
        entries = list(index.entries())
    cards = {one["id"]: one["stages"] for one in data_of(read(shipped))["cards"]}
    for day in (date(2021, 6, 1), date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 11, 25)):
        for entry in entries:
            _, holders, nobody, _ = [stage for stage in cards[entry.duty.id] if stage[0] <= day.isoformat()][-1]
            assert sorted(one[0] for one in holders) == sorted(entry.state(day).actors), (entry.duty.id, day)
            assert bool(holders) != bool(nobody)


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_begins_in_the_readers_language(language: str) -> None:
    parsed = read(made(WATER, language))
    assert parsed.all("html")[0].attributes["lang"] == language
    assert [e.attributes["value"] for e in parsed.all("input") if "checked" in e.attributes] == [language]
    title = {"sv": "Vem ansvarar för vad? – Vattnet i Ekeby", "fi": "Kuka vastaa mistäkin? – Ekebyn vesi"}
    assert parsed.all("title")[0].text == title.get(language, "Who is responsible for what? – The water of Ekeby")
    options = [e for e in parsed.all("option") if e.attributes["value"] == "local"]
    assert options[0].text == data_of(parsed)["texts"][language][int(options[0].attributes["data-t"])]


def test_every_text_of_the_page_is_there_in_all_languages(water: Parsed) -> None:
    texts = data_of(water)["texts"]
    numbered = [e for e in water.elements if "data-t" in e.attributes]
    assert len(numbered) > 150
    for element in numbered:
        number = int(element.attributes["data-t"])
        assert element.text == texts["sv"][number]
        assert all(texts[language][number] for language in ("fi", "en")) or element.path[-1] == "dd"  # other names: none in it
    still = [e for e in water.elements if "noscript" in e.path]
    spoken = [e for e in water.elements if e.own.strip() and "body" in e.path and e not in still and e not in numbered]
    assert {e.tag for e in spoken} <= {"script", "label", "cite", "dd", "dt", "a", "span", "p", "noscript"}


def test_a_page_in_another_language_carries_the_same() -> None:
    swedish, english = (data_of(read(made(WATER, language))) for language in ("sv", "en"))
    assert swedish == english


def test_a_dataset_of_one_language_has_no_choice_of_language(tmp_path: Path) -> None:
    parsed = read(made(small(tmp_path, "A plain name", languages=("en",)), "en"))
    assert parsed.all("fieldset", "languages") == []
    assert {e.attributes["lang"] for e in parsed.elements if "lang" in e.attributes} == {"en"}


def test_ids_are_unique_and_its_own_cannot_be_a_duty(parsed: Parsed) -> None:
    ids = [e.attributes["id"] for e in parsed.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    duties = {e.attributes["id"] for e in parsed.all("article")}
    assert all(id_.startswith("_") for id_ in set(ids) - duties)
    assert not any(id_.startswith("_") for id_ in duties)


def test_links_lead_somewhere(parsed: Parsed) -> None:
    ids = {e.attributes["id"] for e in parsed.elements if "id" in e.attributes}
    values = {f"{e.path[-1]}:{e.attributes['value']}" for e in parsed.all("option")}
    for anchor in parsed.all("a"):
        address = anchor.attributes["href"]
        if address.startswith("#/"):
            assert any(value.endswith(":" + address.partition("=")[2]) for value in values), address
        elif address.startswith("#"):
            assert address[1:] in ids, address
        else:
            assert address.startswith("https://")
            assert anchor.attributes["rel"] == "noopener noreferrer"


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_two_options_of_a_filter_never_have_the_same_name(language: str, tmp_path: Path) -> None:
    path = tmp_path / "twins.yaml"
    actors = ", ".join(f"{{id: {id_}, name: {{{language}: The same}}, level: all}}" for id_ in ("a", "b"))
    duties = ", ".join(f"{{id: {id_}-1, actors: [{id_}], statement: {{{language}: Something}}}}" for id_ in ("a", "b"))
    path.write_text(f"title: {{{language}: T}}\nlanguages: [{language}]\nactors: [{actors}]\nduties: [{duties}]\n", "utf-8")
    for dataset in (str(path), shipped_path()):
        html = made(dataset, language)
        for select in re.findall(r"<select.*?</select>", html, re.DOTALL):
            names = [unescape(name) for name in re.findall(r"<option[^>]*>([^<]*)", select)]
            assert len(names) == len(set(names)) > 0


def test_names_refer_to_what_is_there(water: Parsed) -> None:
    ids = {e.attributes["id"] for e in water.elements if "id" in e.attributes}
    named = {e.attributes["for"] for e in water.all("label")}
    assert {e.attributes["id"] for e in water.elements if e.tag in ("input", "select")} == named
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert {e.attributes[attribute] for e in water.elements if attribute in e.attributes} <= ids


def test_headings_leave_no_level_out(water: Parsed, parsed: Parsed) -> None:
    for page_ in (water, parsed):
        levels = [int(e.tag[1]) for e in page_.elements if re.fullmatch(r"h[1-6]", e.tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_comes_from_elsewhere(parsed: Parsed) -> None:
    assert not [e for e in parsed.elements if e.tag in ("link", "img", "iframe", "object", "embed", "base")]
    assert not [e for e in parsed.elements if {"src", "srcset", "style", "ping", "action"} & e.attributes.keys()]
    style = parsed.all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    scripts = "".join(e.text for e in parsed.all("script") if "type" not in e.attributes)
    assert not re.search(
        r"\bfetch\(|XMLHttpRequest|import\(|https?:|innerHTML|insertAdjacentHTML|document\.write|\beval\(", scripts
    )


def test_the_security_policy_lets_exactly_this_style_and_script_be(parsed: Parsed) -> None:
    policy = next(
        e.attributes["content"] for e in parsed.all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    hashes = dict(re.findall(r"(style|script)-src 'sha256-([^']+)'", policy))
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    script = next(e.text for e in parsed.all("script") if "type" not in e.attributes)
    for name, content in (("style", parsed.all("style")[0].text), ("script", script)):
        assert base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() == hashes[name]


def test_fits_in_a_mail(shipped: str) -> None:
    assert len(shipped.encode()) < 900_000


def small(folder: Path, text: str, languages: tuple[str, ...] = ("sv", "fi", "en")) -> str:
    """A dataset that says the same text everywhere; JSON is YAML."""

    def each(value: str) -> dict[str, str]:
        return {language: f"{value} {language}" for language in languages}

    def words(value: str) -> dict[str, list[str]]:
        return {language: [f"{value} {language}"] for language in languages}

    dataset = {
        "title": each(text),
        "languages": list(languages),
        "known_until": "2025-12-31",
        "kinds": {"office": each(text)},
        "sources": [
            {
                "id": "s", "title": each(text), "publisher": each(text), "language": languages[0],
                "period": {"from": "2020-01-01", "until": "2021-12-31"},
                "sections": [{"id": "p", "title": each(text), "sentences": 2}],
            }
        ],
        "actors": [
            {
                "id": "a", "name": each(text), "short": [text], "other_names": words(text), "level": "state", "kind": "office",
                "until": "2024-12-31", "successors": ["b"], "basis": each(text), "note": each(text),
            },
            {"id": "b", "name": each("B"), "level": "local", "from": "2025-01-01"},
        ],
        "topics": [{"id": "t", "name": each(text), "terms": words(text)}],
        "duties": [
            {
                "id": "d", "actors": ["a"], "statement": each(text), "topics": ["t"], "partners": ["a"], "target": "a",
                "source": {"section": "p", "sentences": [1, 2]},
                "changes": [
                    {"on": "2023-01-01", "status": "current", "name": each(text), "basis": each(text), "note": each(text)},
                    {"on": "2023-06-01", "status": "ended", "basis": each(text), "note": each(text)},
                ],
            }
        ],
        "notes": [{"id": "n", "statement": each(text), "source": {"section": "p", "sentences": [1]}}],
    }  # fmt: skip
    path = folder / "dataset.yaml"
    path.write_text(json.dumps(dataset), "utf-8")
    return str(path)


def expected_elements(folder: Path) -> list[str]:
    """The elements of the page of a harmless dataset of the same shape."""
    return [e.tag for e in read(made(small(folder, "harmless"))).elements]


@pytest.mark.parametrize("text", first(3, HOSTILE))
def test_values_are_text(tmp_path: Path, text: str) -> None:
    html = made(small(tmp_path, text), "en")
    parsed = read(html)
    assert parsed.faults == []
    assert [e.tag for e in parsed.elements] == expected_elements(tmp_path)
    names = {name for e in parsed.elements for name in e.attributes}
    assert not [name for name in names if name.startswith("on") or name in ("autofocus", "style", "src", "x")]
    statement = next(e for e in parsed.all("span", "statement"))
    assert statement.text == printable(f"{text} en")
    texts = data_of(parsed)["texts"]
    assert all(printable(f"{text} {language}") in texts[language] for language in ("sv", "fi", "en"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", html)


@pytest.mark.parametrize("text", first(3, HOSTILE))
def test_what_the_script_reads_stays_data(tmp_path: Path, text: str) -> None:
    html = made(small(tmp_path, text), "en")
    raw = html.partition('<script type="text/plain" id="_data">')[2].partition("</script>")[0]
    assert re.fullmatch(r"[\w+/]+=*", raw, re.ASCII)
    data = data_of(read(html))
    assert data["texts"]["en"][data["title"]] == f"Who is responsible for what? – {printable(f'{text} en')}"


def test_an_address_of_another_kind_is_no_link() -> None:
    def shown(website: str) -> str:
        connection = sqlite3.connect(":memory:")
        actor = Actor(id="a", name={"en": "A"}, website=website)
        compile_dataset(Dataset(title={"en": "T"}, languages=("en",), actors=(actor,), duties=()), connection)
        with closing(connection):
            return page(whole(Index(connection), Phrasebook("en", DAY)))

    assert "<dd>javascript:alert(1)</dd>" in shown("javascript:alert(1)")
    address = "https://example.org/&#34;&gt;&lt;b&gt;"
    link = f'<a href="{address}" rel="noopener noreferrer">{address.removeprefix("https://")}</a>'
    assert f"<dd>{link}</dd>" in shown('https://example.org/"><b>')


def test_a_dataset_with_nothing_in_it_but_an_actor(tmp_path: Path) -> None:
    path = tmp_path / "bare.yaml"
    path.write_text(
        "title: {en: Bare}\nlanguages: [en]\nactors: [{id: a, name: {en: Somebody}, level: local}]\nduties: []\n", "utf-8"
    )
    parsed = read(made(str(path), "en"))
    assert parsed.faults == []
    assert [e.text for e in parsed.all("h2")] == ["Search the duties", "Duties", "Actors"]


def vocabulary(carried: dict[str, object]) -> Iterator[str]:
    """The words that the page carries."""
    words = carried["words"]
    assert isinstance(words, str)
    yield from words.split(" ")


def test_carries_the_words_of_all_languages_with_those_of_topics_and_successors(water: Parsed) -> None:
    words = set(vocabulary(data_of(water)))
    assert {"badstränder", "uimarannat", "beaches", "kranvatten", "talousvesi", "rantakeskus", "vm", "hanavesi"} <= words
