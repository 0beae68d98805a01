"""The page's picture for the README: `python docs/screenshot.py` needs Chromium and takes it anew. Browsers draw differently
from version to version, so no test compares it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import answers
from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "pictures" / "page.png"
QUESTION = "vem köper integrationsutbildning?"


def main() -> None:
    """Export the page, ask it a question, and keep what a browser shows."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        page.write_text(answers.output(["export", "--format", "html", "--lang", "sv"]), "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": 1200, "height": 800})
        tab.goto(page.as_uri())
        tab.get_by_role("searchbox").fill(QUESTION)
        tab.wait_for_timeout(500)
        tab.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
