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
from govgraph.drawing.draw import draft_diagram, draw_diagram
from govgraph.reporting.large_page import MOST_INLINE, build_large_page
from govgraph.reporting.page.html import build_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

PUBLISHED = Path(__file__).parent / "PAGES.md"
SIZES = (50, 200, 1000, 10_000, 100_000)
"""How many bodies the structures have that are measured."""
DRAFTED = 1000
"""From how many bodies on the sheet is a draft: in its best form it takes minutes."""
RUNS = 5
"""How often a browser opens each page, and searches it each time."""

INTRODUCTION = """\
# What a page costs

Made by `python -m benchmarks.pages`: the page of a county of so many bodies (`structures.py`),
built, opened in Chromium from a file, and searched for several texts. Seconds and milliseconds are
those of the processor, the least of several; a search is by the clock, that of the slowest text. A
page of up to 1,000 bodies shows them all; a larger one draws one at a time. The sheet of 1,000 is
a draft, as the desk shows it first: in its best form it takes minutes.

A body is chosen, so that the view fits its chain and the rest turns grey; then the picture is laid
anew with that body and its neighbours alone, and with the rest, all but one body. Each is in
milliseconds, until the browser has laid the page out again.

Meant: 200 bodies within 400 KB, ready within 0.5 s, any interaction within 100 ms; 1,000 bodies
laid anew in focus within 300 ms; 100,000 within 1.5 MB, ready within 1 s, searched within 50 ms.

| bodies | KB | checked, s | made, s | ready, ms | searched, ms | chosen | one alone | the rest |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|
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


SHOW = """(hash) => {
  history.pushState(null, "", hash);
  dispatchEvent(new PopStateEvent("popstate"));
  document.body.getBoundingClientRect();
}"""
STATES = ("#body=d3", "#body=d3&view=only,d3,1,1", "#body=d3&view=hide,d4")
"""What is shown one after another: a chain, a body with its neighbours, all but one body."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One page."""

    bodies: int
    letters: int
    checked: float
    made: float
    ready: float
    search: float
    shown: tuple[float, ...]

    def __str__(self) -> str:
        size = f"| {self.bodies:,} | {self.letters / 1000:,.0f} "
        times = f"| {self.checked:.2f} | {self.made:.2f} | {self.ready:.0f} | {self.search:.0f} |"
        shown = "".join(f" {each:.0f} |" for each in self.shown) or " | | |"
        return size + times + shown


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
        draw = draw_diagram if size < DRAFTED else draft_diagram
        drawing = draw(api.diagram(graph, findings=findings))
        html = build_page(graph, findings, drawing.svg_pages[0])
    made = time.process_time()
    page.write_text(html, encoding="utf-8")
    opened = [_open(browser, page) for _ in range(RUNS)]
    return Measured(
        size,
        page.stat().st_size,
        checked - begun,
        made - checked,
        min(ready for ready, _, _ in opened),
        max(map(min, zip(*(times for _, times, _ in opened), strict=True))),
        tuple(map(min, zip(*(shown for _, _, shown in opened), strict=True))),
    )


def _open(browser: "Browser", page: Path) -> tuple[float, list[float], list[float]]:
    """After how many milliseconds it was ready, and how many each search and each state took."""
    window = browser.new_page()
    processor = window.context.new_cdp_session(window)
    processor.send("Performance.enable", {"timeDomain": "threadTicks"})
    window.goto(page.as_uri())
    window.wait_for_function(READY)
    ready = 1000 * _busy(processor)
    window.wait_for_timeout(2000)  # the index of names is made meanwhile
    times = [float(each) for each in window.evaluate(SEARCH, SOUGHT)]
    states = STATES if window.locator(".gg-body").count() else ()
    shown = [_show(window, processor, state) for state in states]
    window.close()
    return ready, times, shown


def _show(window: "Page", processor: "CDPSession", state: str) -> float:
    """How many milliseconds of the processor it takes to show a state."""
    before = _busy(processor)
    window.evaluate(SHOW, state)
    return 1000 * (_busy(processor) - before)


def _busy(processor: "CDPSession") -> float:
    """For how many seconds the page has kept the processor busy."""
    found = processor.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in found if each["name"] == "TaskDuration"))


if __name__ == "__main__":
    main()
