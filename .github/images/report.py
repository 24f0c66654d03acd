"""Make the README's pictures from the reports of the sample story.

    make pictures

Needs Debian's chromium and poppler-utils, and the test tools (Playwright, Pillow).
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parents[1] / "output" / "istanbul-talks"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def save(picture: Image.Image, name: str) -> None:
    """As a PNG of 256 colours: text needs no more, and a README should load fast."""
    picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(HERE / name, optimize=True)


def picture_page(page: Path) -> None:
    """The first screen in light and in dark."""
    with sync_playwright() as running, tempfile.TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for scheme in ("light", "dark"):
            tab = browser.new_page(
                viewport={"width": 1280, "height": 1120}, color_scheme=scheme, device_scale_factor=1.5
            )
            tab.goto(page.as_uri())
            tab.screenshot(path=f"{folder}/{scheme}.png")
            save(Image.open(f"{folder}/{scheme}.png"), f"report-{scheme}.png")
        browser.close()


def picture_context(page: Path) -> None:
    """One disagreement in context, on its way to a decision."""
    with sync_playwright() as running, tempfile.TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        tab = browser.new_page(viewport={"width": 1280, "height": 760}, color_scheme="light", device_scale_factor=1.5)
        tab.clock.set_fixed_time("2025-10-29T12:00:00Z")
        tab.goto(page.as_uri())
        tab.fill("[name=who]", "AB")
        tab.locator("[name=who]").blur()
        tab.locator("#disagreements [data-compare]").first.click()
        tab.click("#context .judge [data-state=confirmed]")
        tab.fill("#context .judge [name=reason]", "both checked with the desks")
        tab.screenshot(path=f"{folder}/context.png")
        save(Image.open(f"{folder}/context.png"), "context.png")
        browser.close()


def picture_briefing(briefing: Path) -> None:
    """The first two pages side by side."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "110", "-png", "-l", "2", briefing, f"{folder}/page"], check=True)
        pages = [Image.open(path).convert("RGB") for path in sorted(Path(folder).glob("page-*.png"))]
        sheet = Image.new("RGB", (sum(p.width + 10 for p in pages) + 10, pages[0].height + 20), "#d8d4ca")
        for place, page in enumerate(pages):
            sheet.paste(page, (10 + place * (page.width + 10), 10))
        save(sheet, "briefing.png")


if __name__ == "__main__":
    picture_page(REPORTS / "report.html")
    picture_context(REPORTS / "report.html")
    picture_briefing(REPORTS / "briefing.pdf")
