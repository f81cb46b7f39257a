"""How soon the desk is ready, and how soon it answers a change.

uv run python -m benchmarks.desk
"""

import os
import statistics
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.desk.desk_page import find_page
from tests.desk.officer import Officer
from tests.reporting.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PUBLISHED = Path(__file__).parent / "DESK.md"
SIZES = (50, 300)
"""How many bodies the structures have in which a cell is changed."""
RUNS = 5
"""How often each thing is done."""

INTRODUCTION = """\
# How soon the desk answers

Made by `python -m benchmarks.desk`: the page opened in Chromium from a file until it can be typed
in, then a cell changed, and the time until the findings, the draft and the best picture are there.
A change waits 60 ms for a next one, and the best picture 700 ms more; both are counted. Times
are milliseconds by the clock, the median of several, and in brackets the slowest.

Meant: ready within 5,000 ms, findings within 300 and a draft within 500 for 50 bodies.

"""

CHANGE = """(text) => new Promise((done) => {
  const root = document.documentElement;
  const list = document.querySelector("#findings");
  const begun = performance.now();
  const at = {};
  new MutationObserver(() => { at.findings ??= performance.now() - begun; })
    .observe(list, { childList: true });
  new MutationObserver(() => {
    const [form, turn] = (root.dataset.drawn ?? "").split(" ");
    if (turn !== root.dataset.turn || !["draft", "best"].includes(form)) return;
    at[form] ??= performance.now() - begun;
    if (form === "best") done([at.findings, at.draft, at.best]);
  }).observe(root, { attributes: true });
  const input = document.querySelector("#sheet .tabulator-editing input");
  input.value = text;
  input.blur();
})"""


def main() -> None:
    """Measure, and publish what came out."""
    page = find_page()
    with chromium() as browser:
        opened = [_ready(browser, page) for _ in range(RUNS)]
        officer = _sit_down(browser, page)
        firsts = [_first(officer) for _ in range(RUNS)]
        rows = [("the first body of an empty sheet", firsts)]
        rows += [(f"a cell among {size} bodies", _changes(officer, size)) for size in SIZES]
        version = browser.version.partition(".")[0]
    table = [
        "| what is changed | findings | draft | best picture |",
        "|---|---:|---:|---:|",
        *(f"| {what} | {' | '.join(map(_told, zip(*each, strict=True)))} |" for what, each in rows),
    ]
    ready = f"Ready to type in after {_told(opened)} ms; {page.stat().st_size / 1e6:.1f} MB."
    busy = f"Chromium {version}; {os.getloadavg()[1]:.0f} processes wanted the {os.cpu_count()}"
    told = "\n".join([ready, "", *table, "", f"{busy} processors at the time."])
    print(told)
    PUBLISHED.write_text(f"{INTRODUCTION}{told}\n", encoding="utf-8")


def _told(times: "list[float] | tuple[float, ...]") -> str:
    """The median and the slowest."""
    return f"{statistics.median(times):,.0f} ({max(times):,.0f})"


def _ready(browser: "Browser", page: Path) -> float:
    """Milliseconds from opening the page to its first button."""
    context = browser.new_context()
    officer = Officer(context.new_page())
    officer.go(page.as_uri())
    taken = float(officer.page.evaluate("performance.now()"))
    context.close()
    return taken


def _sit_down(browser: "Browser", page: Path) -> Officer:
    """Somebody whose second Python is there, too."""
    officer = Officer(browser.new_page(viewport={"width": 1400, "height": 900}))
    officer.go(page.as_uri())
    officer.page.wait_for_selector("html[data-artist]")
    return officer


def _first(officer: Officer) -> list[float]:
    """The first name on an empty sheet."""
    officer.begin()
    return [float(each) for each in officer.page.evaluate(CHANGE, "Board")]


def _changes(officer: Officer, size: int) -> list[list[float]]:
    """The same cell again and again: to another body, and to none that there is."""
    lines = (f"Body {n},Body {(n - 1) // 6},reports to" for n in range(1, size))
    officer.begin()
    table = "\n".join(["Name,Answers to,How", "Body 0,,ends here", *lines])
    officer.open(("bodies.csv", table.encode()))
    officer.settle("best")
    taken = []
    for text in ("Nobody", "Body 1", "Body 2", "Nobody", "Body 1"):
        officer.cell(5, "Answers to")
        taken.append([float(each) for each in officer.page.evaluate(CHANGE, text)])
    return taken


if __name__ == "__main__":
    main()
