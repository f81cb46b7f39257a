"""Every page is valid HTML: as it is written, and as the browser has it once its script ran."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from govgraph import api
from govgraph.errors import LoadError, Place, Problem
from govgraph.reporting.large_page import build_large_page
from govgraph.reporting.preview_server import NOTHING_YET, Preview, PreviewServer
from govgraph.reporting.reader.open_paper import open_paper
from govgraph.reporting.reader.reader_page import Controls, build_reader_page
from tests.cli.program import govgraph
from tests.reporting.browser import CHROMIUM, WHY_NOT
from tests.reporting.explored_county import EXPLORED, explored_page
from tests.reporting.test_packed_page import packed_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOOL = Path(__file__).parents[1] / "html"
PROGRAM = TOOL / "node_modules" / ".bin" / "html-validate"
HAMPSHIRE = Path(__file__).parents[2] / "data" / "hampshire"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "partnership"
AS_A_BROWSER_WRITES = (
    "--rule",
    "attribute-empty-style:off",
    "--rule",
    "attribute-boolean-style:off",
)
"""A browser that is asked for its page writes `hidden=""`."""


def can_run() -> bool:
    """Whether html-validate is installed, and this Node.js runs it."""
    if not PROGRAM.exists():
        return False
    return subprocess.run([PROGRAM, "--version"], capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.skipif(not can_run(), reason="no html-validate: run `npm ci` in tests/html"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # pipes of the browser's own
]
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)


def faults(path: Path, *options: str) -> str:
    """What html-validate has against a page; nothing if nothing."""
    judged = subprocess.run(
        [PROGRAM, "--config", TOOL / ".htmlvalidate.json", *options, path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert bool(judged.stdout) is bool(judged.returncode), judged.stderr
    return judged.stdout


def large_page() -> str:
    """The page of a structure as if it were a large one."""
    graph = api.build_graph(EXPLORED)
    return build_large_page(graph, api.check(graph))


def report_of_hampshire() -> str:
    """The page of the README's first command."""
    return api.report(api.build_graph(api.load(HAMPSHIRE), include=("proposed",)))


def coverage_page(folder: Path) -> str:
    """The matrix of who ought to sit where."""
    made = govgraph("requirements", str(HAMPSHIRE), "-o", str(folder / "coverage.html"))
    assert made.code == 0, made.err
    return (folder / "coverage.html").read_text(encoding="utf-8")


def reader_page() -> str:
    """A paper beside its record, with all that somebody may decide."""
    opened = open_paper(
        EXAMPLE / "papers" / "terms-of-reference.docx", EXAMPLE / "partnership.yaml"
    )
    return build_reader_page(opened, Controls("/t/decide", "t", "Recorded.", writes="a.yaml"))


PAGES: dict[str, Callable[[], str]] = {
    "hampshire": report_of_hampshire,
    "explored": explored_page,
    "packed": packed_page,
    "large": large_page,
    "reader": reader_page,
    "nothing yet": lambda: NOTHING_YET,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_valid_as_it_is_written(name: str, tmp_path: Path) -> None:
    """By the recommended rules of html-validate, but that a title is as long as it must be."""
    path = tmp_path / "page.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    assert not faults(path)


def test_the_matrix_of_requirements_is_valid(tmp_path: Path) -> None:
    """It is a page of its own."""
    coverage_page(tmp_path)
    assert not faults(tmp_path / "coverage.html")


def test_what_is_invalid_is_seen(tmp_path: Path) -> None:
    """The judge is awake."""
    path = tmp_path / "page.html"
    path.write_text(explored_page().replace("</h1>", "</h2>"), encoding="utf-8")
    assert "close-order" in faults(path)


@in_a_browser
@pytest.mark.parametrize("name", ["explored", "packed", "large"])
def test_a_page_stays_valid_while_it_is_used(browser: "Browser", name: str, tmp_path: Path) -> None:
    """With a body chosen, everything unfolded, and a search under way."""
    path = tmp_path / "page.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{path.as_uri()}#body=fleet")
    page.locator("#said", has_text="Fleet").wait_for()
    for summary in page.locator("#diagram summary").all():
        summary.click()
    page.fill("#find", "partnership")
    assert not faults(written(page, tmp_path), *AS_A_BROWSER_WRITES)
    page.close()


@in_a_browser
def test_the_errors_of_a_preview_are_valid(browser: "Browser", tmp_path: Path) -> None:
    """Those that the frame shows above the last good page."""

    def build() -> str:
        raise LoadError((Problem(Place("hart.yaml", 3, 7), "this is no <field>"),))

    preview = Preview(build)
    preview.refresh()
    with PreviewServer(preview) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        page = browser.new_page()
        page.goto(server.address)
        page.get_by_text("hart.yaml:3:7: this is no <field>").wait_for()
        assert not faults(written(page, tmp_path), *AS_A_BROWSER_WRITES)
        page.close()
        server.shutdown()
        thread.join()


def written(page: "Page", folder: Path) -> Path:
    """The page as the browser has it."""
    path = folder / "used.html"
    path.write_text(page.content(), encoding="utf-8")
    return path
