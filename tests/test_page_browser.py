"""The page in a real browser: Debian's Chromium, driven by Playwright; axe-core looks whether all can use it."""

from __future__ import annotations

import csv
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ansvar.answers.phrasebook import Phrasebook
from ansvar.answers.whole import whole
from ansvar.dataset.load import load
from ansvar.dataset.shipped import shipped_path
from ansvar.formats.html import page as make_page
from ansvar.formats.markdown import escape
from ansvar.search.ask import search
from ansvar.search.cache import open_index
from slow import slow
from test_page import HOSTILE, small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from conftest import Ansvar

pytestmark = [pytest.mark.browser, slow]

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WATER = str(Path(__file__).parent / "data" / "water.yaml")
DAY = date(2026, 3, 1)
DATASET = load(shipped_path())
COUNT = len(DATASET.duties)
QUESTIONS = (
    ("en", "asylum"),
    ("sv", "uppehållstillstånd"),
    ("fi", "oleskelulupien"),
    ("fi", "viisumi"),
    ("en", "visa policy"),
    ("sv", "utvisning"),
    ("en", "registration of EU citizens"),
    ("sv", "mänskliga rättigheter"),
    ("en", "discrimination"),
    ("fi", "tutkintojen tunnustaminen"),
    ("en", "integration plan"),
    ("sv", "anvisande av flyktingar"),
    ("sv", "ansökan"),
    ("fi", "lupa"),
    ("en", "assylum"),
    ("sv", "uppehallstillstand"),
    ("fi", "syrjinta"),
    ("en", "who steers the ELY centres?"),
    ("fi", "kuka vastaa viisumipolitiikasta?"),
    ("sv", "vem ansvarar för rättshjälp åt asylsökande?"),
    ("en", "Migri"),
    ("sv", "NTM-centralen"),
    ("fi", "elinvoimakeskus"),
    ("sv", "skola"),
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    driver = pytest.importorskip("playwright.sync_api", reason="Playwright's Python package is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: apt-get install chromium")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS, headless=True)
        yield browser
        browser.close()


def write(folder: Path, path: str, language: str = "sv", *, as_of: date | None = None) -> str:
    """The address of a page of the dataset, written to a file."""
    index = open_index(path, cached=False)
    try:
        html = make_page(whole(index, Phrasebook(language, as_of or DAY, as_of is not None)))
    finally:
        index.close()
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of the shipped dataset, in Swedish."""
    return write(tmp_path_factory.mktemp("shipped"), shipped_path())


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address on a day; whatever the console or the network says is a fault."""
    opened: list[tuple[Any, list[str]]] = []

    def go(address: str, *, day: date = DAY, **options: Any) -> Page:
        context = chromium.new_context(**{"locale": "sv-FI", "viewport": {"width": 1100, "height": 900}, **options})
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        page.clock.set_fixed_time(f"{day.isoformat()}T12:00:00")
        page.goto(address)
        opened.append((context, said))
        if options.get("java_script_enabled", True):
            page.wait_for_selector("#_search:not([hidden])")
        return page

    yield go
    for context, said in opened:
        context.close()
        assert said == []


def ask(page: Page, question: str) -> None:
    """Type a question to its end."""
    page.fill("#_q", question)
    page.press("#_q", "Enter")


def shown(page: Page) -> list[str]:
    """The ids of the duties shown, in their order."""
    ids: list[str] = page.eval_on_selector_all("#_list > li:not([hidden]) > article", "all => all.map(one => one.id)")
    return ids


def choose(page: Page, key: str, value: str) -> None:
    """Filter by a value; the filters are folded at first."""
    page.evaluate("document.getElementById('_filters').open = true")
    page.select_option(f"#_{key}", value)


def show_all(page: Page) -> None:
    """Let all that is found be shown."""
    while page.is_visible("#_more"):
        page.click("#_more")


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait a little for what follows typing; the page's policy lets no test evaluate strings in it."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(20)
    pytest.fail(f"after two seconds the page says: {status(page)}")


def status(page: Page) -> str:
    """What is told of the result."""
    return page.inner_text("#_status")


def answering(question: str) -> list[str]:
    """The duties with which the command answers on the same day."""
    with closing(open_index(shipped_path())) as index:
        return [answer.duty.id for answer in search(index, question, as_of=DAY).answers]


def test_finds_while_somebody_types(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    assert status(page) == f"Alla {COUNT} uppgifter."
    page.type("#_q", "uppehålls")
    until(page, lambda: 1 < len(shown(page)) < COUNT)
    answers = answering("uppehållstillstånd")
    assert set(answers[:2]) <= set(shown(page))  # what is far below the best of a word that is only begun is left out
    page.type("#_q", "tillstånd")
    until(page, lambda: "uppehållstillstånd" in status(page))
    assert status(page) == f"{len(answers)} svar på ”uppehållstillstånd”"
    assert shown(page) == answers
    assert shown(page)[0] == "residence-permits"
    assert page.inner_text("#residence-permits mark") == "uppehållstillstånd"


def test_an_unfinished_word_is_told_and_a_finished_one_is_taken_as_it_is(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    page.type("#_q", "diskrimin")
    until(page, lambda: "börjar på" in status(page))
    assert "discrimination" in " ".join(shown(page))
    page.press("#_q", "Enter")
    assert "börjar på" not in status(page)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("uppehallstillstand", "uppehållstillstånd"),
        ("UPPEHÅLLSTILLSTÅND", "uppehållstillstånd"),
        ("oleskelulupaa", "oleskelulupa"),
    ],
)
def test_marks_on_letters_large_letters_and_endings_do_not_matter(
    visit: Callable[..., Page], shipped: str, typed: str, word: str
) -> None:
    page = visit(shipped)
    page.type("#_q", typed)
    until(page, lambda: shown(page) == answering(typed))
    meant = answering(word)
    assert (shown(page)[:5], set(shown(page))) == (meant[:5], set(meant))


def test_marks_on_letters_do_not_matter_in_a_word_that_is_only_begun(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    page.type("#_q", "uppehallst")
    until(page, lambda: "börjar på" in status(page))
    assert shown(page)[0] == "residence-permits"
    assert set(answering("uppehållstillstånd")) <= set(shown(page))
    assert len(shown(page)) < 2 * len(answering("uppehållstillstånd"))


def test_offers_topics_and_actors_while_somebody_types(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    page.type("#_q", "vad gäller för asyl")
    until(page, lambda: page.locator("#_offers a", has_text="asyl").count() > 0)
    page.click("#_offers a >> text=/^asyl$/")
    until(page, lambda: page.input_value("#_q") == "asyl")
    assert shown(page) == answering("asyl")
    assert page.locator("#_offers a").count() == 0
    assert page.evaluate("document.activeElement.id") == "_duties"


def test_says_as_what_a_misspelling_was_read(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(f"{shipped}#/lang=en")
    ask(page, "assylum")
    assert "“assylum” was read as “" in status(page)


@pytest.mark.parametrize(
    ("locale", "address", "question", "language"),
    [
        ("fi-FI", "", "", "fi"),
        ("en-GB", "#/lang=fi", "", "fi"),
        ("de-DE", "", "", "sv"),
        ("sv-FI", "", "kuka myöntää oleskeluluvan?", "fi"),
        ("fi-FI", "", "vem beviljar uppehållstillstånd?", "sv"),
        ("sv-FI", "#/lang=en", "kuka myöntää oleskeluluvan?", "en"),
    ],
)
def test_speaks_the_language_of_the_address_else_of_the_browser_then_of_the_question(
    visit: Callable[..., Page], shipped: str, locale: str, address: str, question: str, language: str
) -> None:
    page = visit(shipped + address, locale=locale)
    if question:
        ask(page, question)
    assert page.get_attribute("html", "lang") == language
    assert page.is_checked(f"#_{language}")


def test_on_a_telephone_the_answer_is_in_the_first_screen(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(f"{shipped}#/q=oleskelulupa&lang=fi", viewport={"width": 390, "height": 844}, has_touch=True)
    assert page.locator("#_list h3 >> nth=0").bounding_box()["y"] < 400  # type: ignore[index]
    assert page.locator("#_list .doing >> nth=0").bounding_box()["y"] < 844  # type: ignore[index]


def test_on_a_telephone_the_answer_is_seen_above_the_open_keyboard(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(f"{shipped}#/lang=fi", viewport={"width": 390, "height": 420}, has_touch=True)
    page.tap("#_q")
    page.type("#_q", "oleskelulupa")
    until(page, lambda: "oleskelulupa" in status(page))
    assert page.evaluate("document.activeElement.id") == "_q"
    until(page, lambda: 0 < page.locator("#_list h3 >> nth=0").bounding_box()["y"] < 360)  # type: ignore[index]
    assert page.locator("#_q").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_duties"


def test_copies_who_what_since_when_and_where_as_text(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit(write(tmp_path, WATER, "en"), locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    page.click("#close-beaches .doing button")
    until(page, lambda: page.inner_text("#close-beaches .doing button").startswith("Copied"))
    told = page.evaluate("navigator.clipboard.readText()").splitlines()
    statement = page.inner_text("#close-beaches .statement")
    assert told[0] == "Shore Centre"
    assert told[1].lower() == statement.lower()
    assert told[2] == "since 1 January 2024 (Act 7/2023), before: Lake Agency"
    assert told[3] == "Ekeby stad: Vattenguiden, Stranden, mening 1. https://example.org/water"


def test_names_sites_acts_and_places_are_links(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(f"{shipped}#/q=integrationsutbildning")
    addresses = page.eval_on_selector_all("#_list a[rel]", "all => all.map(one => one.href)")
    assert page.locator("#_list .holder a[href^='https://']").count() > 0
    assert page.locator("#_list .source a[href*='finlex.fi']").count() > 0
    assert all(address.startswith("https://") for address in addresses)


@pytest.mark.parametrize(
    "address", ["#/q=kotoutumissuunnitelma Forssassa&lang=fi", "#/q=kotoutumissuunnitelma&place=forssa&lang=fi"]
)
def test_names_who_it_is_in_a_place(visit: Callable[..., Page], shipped: str, address: str) -> None:
    page = visit(shipped + address)
    heads = page.eval_on_selector_all("#_list .holder", "all => all.map(one => one.textContent)")
    assert "kunnat: Forssa" in heads
    assert page.locator("#_list .holder a[href^='https://www.forssa.fi']").count() > 0
    assert page.locator("#_list .holder a", has_text="TyöHäme").first.get_attribute("href") == "https://www.hameenlinna.fi/"
    page.click("label[for=_sv]")
    assert "kommunerna: Forssa" in page.inner_text("#_list")


def test_goes_back_to_the_question_before(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    ask(page, "asyl")
    ask(page, "viisumi")
    page.go_back()
    until(page, lambda: page.input_value("#_q") == "asyl")


def test_nothing_found_says_so_and_what_one_can_ask_about(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    ask(page, "jäätelö")
    assert shown(page) == []
    assert status(page) == "Inget hittades för ”jäätelö”."
    assert page.inner_text("#_nothing").startswith("Det här kan man fråga om:")
    page.click("#_nothing a:has-text('Asyl') >> nth=0")
    until(page, lambda: "asylum-applications" in shown(page))
    assert page.input_value("#_topic") == "asylum"


def test_tells_which_word_was_not_met(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    ask(page, "ansökan om asyl för jäätelö")
    assert status(page).endswith("Ingen träff på: jäätelö.")
    ask(page, "asyl jäätelö")
    assert status(page) == "Inget hittades för ”asyl jäätelö”."  # an unknown word makes another thing of it


@pytest.mark.parametrize(
    ("select", "value", "attribute"),
    [
        ("level", "local", "levels"),
        ("role", "steers", "role"),
        ("topic", "asylum", "topics"),
        ("actor", "missions-abroad", "actors"),
    ],
)
def test_filters(visit: Callable[..., Page], shipped: str, select: str, value: str, attribute: str) -> None:
    page = visit(shipped)
    choose(page, select, value)
    show_all(page)
    wanted = shown(page)
    values = page.eval_on_selector_all("#_list > li > article", f"all => all.map(one => one.dataset.{attribute})")
    assert 0 < len(values) < COUNT
    assert all(value in one.split() for one in values)
    page.click("#_clear")
    show_all(page)
    every = page.eval_on_selector_all("#_list > li > article", f"all => all.map(one => [one.id, one.dataset.{attribute}])")
    assert len(every) == COUNT
    assert [id_ for id_, one in every if value in one.split()] == wanted


def test_at_most_fifty_at_a_time(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    assert len(shown(page)) == 50
    assert page.inner_text("#_more") == f"Visa 50 till av {COUNT}"
    page.click("#_more")
    assert len(shown(page)) == 100
    assert page.evaluate("document.activeElement.id") == shown(page)[50]
    ask(page, "asyl")
    assert not page.is_visible("#_more")


def test_a_successor_has_what_has_moved_to_it_by_the_day(visit: Callable[..., Page], shipped: str) -> None:
    before, after = visit(shipped, day=date(2025, 12, 31)), visit(shipped, day=date(2026, 1, 1))
    for page in (before, after):
        choose(page, "actor", "economic-development-centres")
    to_come = shown(before)  # of the decree that makes the centres
    assert {duty.source.id for duty in DATASET.duties if duty.id in to_come and duty.source} == {"935-2025"}
    assert len(shown(after)) > len(to_come) + 5


def test_filters_and_questions_go_together(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    ask(page, "uppehållstillstånd")
    choose(page, "actor", "missions-abroad")
    assert shown(page) == ["residence-permit-applications"]
    assert status(page).endswith(f"Utan avgränsning finns det {len(answering('uppehållstillstånd'))}.")


def test_who_holds_it_on_the_day_of_reading_comes_first(visit: Callable[..., Page], tmp_path: Path) -> None:
    address = write(tmp_path, WATER, "en")
    page = visit(address, day=date(2023, 12, 31), locale="en-GB")
    assert page.inner_text("#close-beaches .holder") == "Lake Agency"
    assert page.inner_text("#close-beaches .steps") == "To come From 1 January 2024: Shore Centre (Act 7/2023)"
    page = visit(address, day=date(2024, 1, 1), locale="en-GB")
    assert page.inner_text("#close-beaches .holder") == "Shore Centre"
    assert page.inner_text("#close-beaches .since") == "Since 1 January 2024 (Act 7/2023), before: Lake Agency"
    assert page.text_content("#close-beaches .history li") == "From 1 January 2024: Shore Centre (Act 7/2023)"
    assert page.inner_text("#close-beaches .website dd") == "no website is known"


def test_a_page_made_for_a_day_keeps_to_it(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit(write(tmp_path, WATER, "en", as_of=date(2023, 12, 31)), day=date(2026, 1, 1), locale="en-GB")
    assert page.inner_text("#close-beaches .holder") == "Lake Agency"
    assert page.inner_text("#close-beaches .steps").startswith("To come")


@pytest.mark.parametrize(("language", "heading"), [("fi", "Kuka vastaa mistäkin?"), ("en", "Who is responsible for what?")])
def test_switches_the_language(visit: Callable[..., Page], shipped: str, language: str, heading: str) -> None:
    page = visit(shipped)
    page.click(f"label[for=_{language}]")
    assert page.get_attribute("html", "lang") == language
    assert page.inner_text("h1") == heading
    assert page.title().startswith(heading)
    assert page.text_content("#_role option:checked") == {"fi": "Ei rajausta", "en": "No filter"}[language]
    statements = [duty.statement[language] for duty in DATASET.duties]
    assert page.eval_on_selector_all("#_list .statement", "all => all.map(one => one.textContent)") == statements[:50]
    seen = page.text_content("body > :not(noscript, script)") or ""
    assert not [duty.id for duty in DATASET.duties if f"{duty.statement['sv']} " in seen]
    labels = page.eval_on_selector_all("optgroup", "all => all.map(one => one.label)")
    assert labels[0] == {"fi": "Valtio", "en": "State"}[language]


def test_all_duties_are_there_without_the_script(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped, java_script_enabled=False)
    assert not page.is_visible("#_search")
    assert page.is_visible("noscript p >> nth=0")
    assert page.locator("noscript article").count() == COUNT
    assert "Beviljar uppehållstillstånd" in page.inner_text("body")
    assert page.locator("#integration-training-procurement").is_visible()


def test_a_link_leads_to_its_duty(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(f"{shipped}#asylum-applications")
    assert page.evaluate("document.activeElement.id") == "asylum-applications"
    assert "pointed" in (page.get_attribute("#asylum-applications", "class") or "")
    box = page.locator("#asylum-applications").bounding_box()
    assert box
    assert 0 <= box["y"] < 900


def test_a_link_leads_to_a_duty_that_a_filter_hides(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    ask(page, "uppehållstillstånd")
    page.evaluate("location.hash = 'asylum-applications'")
    until(page, lambda: page.evaluate("document.activeElement.id") == "asylum-applications")
    assert page.is_visible("#asylum-applications")
    assert page.input_value("#_q") == ""


def test_the_address_keeps_the_question(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    page.click("label[for=_fi]")
    choose(page, "role", "responsible")
    ask(page, "viisumi & muuta")
    again = visit(page.evaluate("location.href"))
    assert again.input_value("#_q") == "viisumi & muuta"
    assert again.input_value("#_role") == "responsible"
    assert again.get_attribute("html", "lang") == "fi"
    assert shown(again) == shown(page)


@pytest.mark.parametrize("address", ["#%E0%A4%A", "#/q=%E0%A4%A&lang=xx&role=king", "#nobody", "#_actors", "#constructor", "#/"])
def test_odd_addresses_show_the_page(visit: Callable[..., Page], shipped: str, address: str) -> None:
    page = visit(shipped + address)
    assert page.is_visible("h1")
    assert status(page)


def test_works_by_keyboard(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_duties"
    page.focus("#_sv")
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("html", "lang") == "fi"
    page.focus("#_q")
    page.keyboard.type("viisumi")
    page.keyboard.press("Enter")
    assert len(shown(page)) < 5


@pytest.mark.parametrize("width", [320, 360, 768])
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_nothing_is_wider_than_a_phone(visit: Callable[..., Page], shipped: str, width: int, language: str) -> None:
    page = visit(f"{shipped}#/lang={language}", viewport={"width": width, "height": 740}, has_touch=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    over = page.evaluate(
        "width => [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest('.sr, .skip')"
        " && one.getBoundingClientRect().right > width + 1).map(one => one.outerHTML.slice(0, 90))",
        width,
    )
    assert over == []


def test_prints(visit: Callable[..., Page], shipped: str, tmp_path: Path) -> None:
    page = visit(shipped)
    ask(page, "asyl")
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert not page.is_visible("#_search")
    assert not page.is_visible(".languages")
    assert page.is_visible("#asylum-applications")
    assert page.locator("#residence-permits").count() == 0
    assert not page.is_visible("#_changes")  # what is shown is printed, not all
    assert not page.is_visible("#_actors")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    ("language", "scheme", "state"),
    [
        ("sv", "light", ""),
        ("fi", "light", "q=xyzzy&"),
        ("fi", "dark", "actor=municipalities&"),
        ("en", "dark", ""),
        ("sv", "light", "q=integrationsutbildning&"),
        ("sv", "dark", "q=asyl xyzzy&"),
    ],
)
@pytest.mark.parametrize("width", [390, 1280])
def test_all_can_use_it(visit: Callable[..., Page], shipped: str, scheme: str, language: str, state: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is not installed")
    size = {"width": width, "height": 844}
    page = visit(f"{shipped}#/{state}lang={language}", color_scheme=scheme, viewport=size)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(axe.AXE_SCRIPT)
    kinds = "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'"
    found = page.evaluate(
        f"axe.run(document, {{resultTypes: ['violations'], runOnly: [{kinds}]}}).then(result => result.violations)"
    )
    told = [f"{one['impact']}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
    assert told == []


def test_hostile_values_never_come_alive(visit: Callable[..., Page], tmp_path: Path) -> None:
    for text in HOSTILE:
        page = visit(write(tmp_path, small(tmp_path, text), "en"))
        ask(page, text)
        assert status(page)
        ask(page, "script en")
        page.click("label[for=_fi]")
        assert page.evaluate("document.scripts.length") == 2


# The same answers as the command.


def test_the_same_answers_in_every_format(visit: Callable[..., Page], shipped: str, ansvar: Ansvar) -> None:
    def answers(language: str, question: str, form: str) -> str:
        return ansvar("who", question, "--lang", language, "--as-of", DAY.isoformat(), "--format", form, data=None).out

    page = visit(shipped)
    forms = ("json", "csv", "markdown", "table")
    with ThreadPoolExecutor(8) as pool:
        told = {(q, form): pool.submit(answers, language, q, form) for language, q in QUESTIONS for form in forms}
    for language, question in QUESTIONS:
        made = {form: told[question, form].result() for form in forms}
        duties = [one["duty"] for one in json.loads(made["json"])["results"]]
        statements = [one["statement"][language] for one in json.loads(made["json"])["results"]]
        ask(page, question)
        assert shown(page) == duties, question
        page.click(f"label[for=_{language}]")
        assert page.eval_on_selector_all("#_list .statement", "all => all.map(one => one.textContent)") == statements
        assert [row[1] for row in list(csv.reader(made["csv"].splitlines()))[1:]] == statements
        places = [made["markdown"].find(escape(statement)) for statement in statements]
        assert -1 not in places
        assert places[:1] == sorted(places)[:1]  # many are grouped by holder, the best first
        for line, statement in zip(made["table"].splitlines()[1:], statements, strict=True):
            assert statement in line


def test_says_where_to_go_with_what_the_sources_do_not_say(visit: Callable[..., Page], shipped: str) -> None:
    page = visit(shipped + "#/q=driving licence&lang=en")
    assert page.inner_text("#_posts").startswith("Not in the sources: driving licence")
    assert page.locator("#_posts a[href^='https://www.traficom.fi']").count() == 1
    assert "Did you mean" not in page.inner_text("#_nothing")
    page = visit(shipped + "#/q=asylum&lang=en")
    assert page.inner_text("#_posts") == ""
