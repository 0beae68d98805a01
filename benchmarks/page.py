"""What the page costs in Chromium: how long it takes to open, and how long a key takes until its answers are painted.

    python benchmarks/page.py                 the page of 5,000 generated duties
    python benchmarks/page.py --duties 0      that of the shipped dataset

Time of the processor is held to the bounds, that of the clock stands beside it. Status 1 when a bound is broken.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

import ansvar
import large
from ansvar.formats.html import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOAD, KEY = 2.0, 0.1
"""Seconds of the processor at most: for opening (the median of three times), and for a key on average."""
SHIPPED_WORDS = ("integrationsutbildning", "oleskelulupa", "citizenship")
_TYPE = """async (words) => {
  const field = document.getElementById("_q"), times = [];
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  for (const word of words) for (let length = 1; length <= word.length; length++) {
    const start = performance.now();
    field.value = word.slice(0, length);
    field.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 100));
    await painted();
    times.push((performance.now() - start) / 1000 - 0.1);
  }
  return times.sort((a, b) => a - b);
}"""
"""Types words; gives the seconds until the answers are painted, without the 100 ms for which the page waits for another key."""


def written(folder: Path, duties: int) -> tuple[str, list[str]]:
    """The address of a page in a file, and words to ask it."""
    data, words = None, list(SHIPPED_WORDS)
    if duties:
        data = folder / "duties.yaml"
        text, asked = large.dataset(duties)
        data.write_text(text, "utf-8")
        words = [word for three in asked.values() for word in three]
    with ansvar.open(str(data) if data else None, as_of=date(2026, 11, 25)) as dataset:
        html = page(dataset.whole())
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    return file.as_uri(), words


class Tab:
    """The page, opened and ready to be asked: how long that took, by the clock and by the processor of Chromium's renderers."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._session = browser.new_browser_cdp_session()
        self.page = browser.new_page()
        before = self.processor()
        self.page.goto(address)
        self.page.wait_for_selector("#_list > li", timeout=120_000)
        self.clock = float(self.page.evaluate("() => new Promise((done) => setTimeout(() => done(performance.now() / 1000), 0))"))
        self.opening = self.processor() - before

    def processor(self) -> float:
        """Seconds of the processor that all renderers have taken."""
        found = self._session.send("SystemInfo.getProcessInfo")["processInfo"]
        return sum(float(one["cpuTime"]) for one in found if one["type"] == "renderer")

    def keys(self, words: list[str]) -> tuple[list[float], float]:
        """The seconds of each key by the clock, and of one on average by the processor."""
        before = self.processor()
        times = self.page.evaluate(_TYPE, words)
        return times, (self.processor() - before) / len(times)


def main() -> int:
    """Measure and print; 1 where a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--duties", type=int, default=5_000, help="how many duties to generate; 0 takes the shipped dataset")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address, words = written(Path(folder), options.duties)
        size = (Path(folder) / "page.html").stat().st_size
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        tabs = [Tab(browser, address) for _ in range(3)]
        times, key = tabs[-1].keys(words)
        browser.close()
    load, clock = (statistics.median(getattr(tab, name) for tab in tabs) for name in ("opening", "clock"))
    print(f"{size / 1000:,.0f} kB; opening {load:.2f} s of the processor (at most {LOAD}), {clock:.2f} s by the clock")
    told = f"median {statistics.median(times) * 1000:.0f} ms, at most {times[-1] * 1000:.0f} ms by the clock"
    print(f"{len(times)} keys: {key * 1000:.0f} ms of the processor each (at most {KEY * 1000:.0f}); {told}")
    return int(load > LOAD or key > KEY)


if __name__ == "__main__":
    sys.exit(main())
