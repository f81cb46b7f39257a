"""How large the page of a structure is, and how soon a browser has it ready.

uv run python -m benchmarks.pages
"""

import os
import platform
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.structures import county_of
from govgraph import api
from govgraph.drawing.draw import draw_diagram
from govgraph.reporting.large_page import MOST_INLINE, build_large_page
from govgraph.reporting.page.html import build_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PUBLISHED = Path(__file__).parent / "PAGES.md"
SIZES = (50, 200, 1000, 10_000, 100_000)
"""How many bodies the structures have that are measured."""
RUNS = 5
"""How often a browser opens each page, and searches it each time."""

INTRODUCTION = """\
# What a page costs

Made by `python -m benchmarks.pages`: the page of a county of so many bodies (`structures.py`),
built, opened in Chromium from a file, and searched for several texts. Seconds are those of the
processor. Milliseconds are by the clock, each the least of several, which other work on the machine
disturbs least; of the searches that of the slowest text. A page of up to 1,000 bodies shows them
all; a larger one draws one at a time.

Meant: 200 bodies within 400 KB; 100,000 within 1.5 MB, ready within 1 s, searched within 50 ms.

| bodies | KB | loaded and checked, s | page made, s | ready, ms | searched, ms |
|---:|---:|---:|---:|---:|---:|
"""

READY = "() => performance.getEntriesByName('ready')[0]?.startTime"
SOUGHT = ("district 7", "sub-group", "dlcp", "d", "children's trust", "nowhere")
SEARCH = """(sought) => sought.map((text) => {
  const field = document.getElementById("find");
  const begun = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input"));
  return performance.now() - begun;
})"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One page."""

    bodies: int
    letters: int
    checked: float
    made: float
    ready: float
    search: float

    def __str__(self) -> str:
        size = f"| {self.bodies:,} | {self.letters / 1000:,.0f} "
        times = f"| {self.checked:.2f} | {self.made:.2f} | {self.ready:.0f} | {self.search:.0f} |"
        return size + times


def main() -> None:
    """Measure every size, and publish what came out."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    rows = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size in SIZES:
            rows.append(str(_measure(browser, Path(folder), size)))
            print(rows[-1])
        version = browser.version
        browser.close()
    busy, cores = os.getloadavg()[1], os.cpu_count()
    told = (
        f"\nPython {platform.python_version()}, Chromium {version.partition('.')[0]}; "
        f"{busy:.0f} processes wanted the {cores} processors at the time.\n"
    )
    PUBLISHED.write_text(f"{INTRODUCTION}{chr(10).join(rows)}\n{told}", encoding="utf-8")


def _measure(browser: "Browser", folder: Path, size: int) -> Measured:
    """One size: the page built, and opened and searched several times."""
    source, page = folder / f"{size}.yaml", folder / f"{size}.html"
    source.write_text(county_of(size), encoding="utf-8")
    begun = time.process_time()
    graph = api.build_graph(api.load(source))
    findings = api.check(graph)
    checked = time.process_time()
    if size > MOST_INLINE:
        html = build_large_page(graph, findings)
    else:
        drawing = draw_diagram(api.diagram(graph, findings=findings))
        html = build_page(graph, findings, drawing.svg_pages[0])
    made = time.process_time()
    page.write_text(html, encoding="utf-8")
    opened = [_open(browser, page) for _ in range(RUNS)]
    return Measured(
        size,
        page.stat().st_size,
        checked - begun,
        made - checked,
        min(ready for ready, _ in opened),
        max(map(min, zip(*(times for _, times in opened), strict=True))),
    )


def _open(browser: "Browser", page: Path) -> tuple[float, list[float]]:
    """After how many milliseconds it was ready, and how many each search took."""
    window = browser.new_page()
    window.goto(page.as_uri())
    window.wait_for_function(READY)
    ready = float(window.evaluate(READY))
    window.wait_for_timeout(2000)  # the index of names is made meanwhile
    times = [float(each) for each in window.evaluate(SEARCH, SOUGHT)]
    window.close()
    return ready, times


if __name__ == "__main__":
    main()
