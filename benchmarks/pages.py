"""How large the page of a structure is, and how soon a browser has it ready.

uv run python -m benchmarks.pages
"""

import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.structures import county_of
from govgraph import verbs

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = (50, 200, 1000, 10_000, 100_000)
"""How many bodies the structures have that are measured."""

READY = "performance.now()"
SEARCH = """() => {
  const field = document.getElementById("find");
  const begun = performance.now();
  field.value = "district 7";
  field.dispatchEvent(new Event("input"));
  return performance.now() - begun;
}"""


def main() -> None:
    """Print a line for each size."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print("bodies   built s   KB      ready ms   search ms")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size in SIZES:
            _measure(browser, Path(folder), size)
        browser.close()


def _measure(browser: "Browser", folder: Path, size: int) -> None:
    """One size: the page built, opened and searched."""
    source, page = folder / f"{size}.yaml", folder / f"{size}.html"
    source.write_text(county_of(size), encoding="utf-8")
    begun = time.perf_counter()
    page.write_text(verbs.report(verbs.build_graph(verbs.load(source))), encoding="utf-8")
    built = time.perf_counter() - begun
    window = browser.new_page()
    window.goto(page.as_uri())
    window.locator("#find").wait_for()
    ready = window.evaluate(READY)
    window.wait_for_timeout(2000)  # the rest of the index is made meanwhile
    search = window.evaluate(SEARCH)
    window.close()
    kilobytes = page.stat().st_size / 1000
    print(f"{size:6}   {built:7.2f}   {kilobytes:6.0f}  {ready:8.0f}   {search:9.1f}")


if __name__ == "__main__":
    main()
