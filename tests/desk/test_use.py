"""The desk for everybody: by keyboard, enlarged, on a telephone, with hostile names, for hours."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.officer import Officer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

HOSTILE = (
    '<img src=x onerror="window.hacked=1">',
    '"><script>window.hacked=1</script>',
    "</style><svg onload=window.hacked=1>",
    "javascript:window.hacked=1",
    "=cmd|' /C calc'!A0",
    "${window.hacked=1} {{7*7}} {% raw %}",
    "\u202eevil\u202c \u0000 \ufeff",
    "]]><!--",
)
OVERFLOWS = "() => document.scrollingElement.scrollWidth > innerWidth + 1"


def test_hostile_names_are_only_names(officer: Officer) -> None:
    """In every cell, in the picture, in the list and in what is said of a body."""
    officer.rows([HOSTILE, *[(f"{name} {n}", *HOSTILE[1:]) for n, name in enumerate(HOSTILE)]])
    officer.page.fill("#about-title", HOSTILE[0])
    officer.page.keyboard.press("Tab")
    officer.settle()
    body = officer.page.locator("#picture .gg-body").first
    if body.count():
        body.click()
        officer.settle()
    assert officer.page.evaluate("window.hacked") is None
    assert officer.page.locator("img, iframe, object, embed").count() == 0


def test_the_pages_pass_axe(officer: Officer) -> None:
    """With findings, a chosen body and a cell that is being written in."""
    from axe_playwright_python.sync_playwright import Axe

    officer.rows([("Board", "", "", "", "", "", "", ""), ("Group", "", "Nobody", "")])
    officer.settle()
    officer.page.click("#picture .gg-body >> nth=0")
    officer.page.wait_for_selector("#chosen-body h2")
    found = Axe().run(officer.page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("width", "height"), [(375, 700), (700, 450)])
def test_narrow_and_enlarged_nothing_is_cut_off(officer: Officer, width: int, height: int) -> None:
    """A telephone of 375 px, and 1400 by 900 at 200 %: everything is reached by scrolling down."""
    page = officer.page
    officer.rows([("Board", "", "", "ends here", "", "", "", "")])
    officer.settle()
    try:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(200)
        assert not page.evaluate(OVERFLOWS)
        for part in ("#tools", "#sheet", "#picture", "#findings-title"):
            page.locator(part).scroll_into_view_if_needed()
            assert page.is_visible(part)
    finally:
        page.set_viewport_size({"width": 1400, "height": 900})


def test_by_keyboard_alone(officer: Officer) -> None:
    """From the sheet to a finding's button and back, undone, and to a saved file: no pointer."""
    page, keys = officer.page, officer.page.keyboard
    for text in ("Board", "", "", "", "", "", "", "", "Group", "", "Board"):
        keys.insert_text(text)
        keys.press("Tab")
    officer.settle()

    def go_by(key: str, selector: str) -> None:
        for _ in range(8):
            keys.press(key)
            if page.evaluate("where => document.activeElement.matches(where)", selector):
                return
        pytest.fail(f"{key} does not lead to {selector}")

    go_by("F6", "#findings button")
    keys.press("Enter")  # show the cell
    page.wait_for_function("() => document.activeElement.closest('#sheet')")
    keys.press("Enter")  # down, and up again
    keys.press("ArrowUp")
    page.wait_for_function("() => document.activeElement.ariaLabel?.endsWith('row 1')")
    keys.press("Control+z")
    officer.settle()
    go_by("Shift+F6", "#tools *")
    go_by("Tab", "summary")
    keys.press("Enter")
    keys.press("Tab")
    with page.expect_download() as saved:
        keys.press("Enter")
    assert saved.value.suggested_filename.endswith(".xlsx")


def test_three_hundred_bodies_are_written_on(officer: Officer) -> None:
    """Findings and the draft follow a change in a large structure too."""
    rows = ["Name,Answers to", "Body 0,", *(f"Body {n},Body {(n - 1) // 6}" for n in range(1, 300))]
    officer.open(("large.csv", "\n".join(rows).encode()))
    officer.settle()
    assert officer.page.locator("#picture .gg-body").count() == 300
    officer.write(3, "Answers to", "Body 999")
    officer.settle()
    assert any("Body 999" in text for text in officer.findings())


def test_memory_stays_as_it_is(officer: Officer) -> None:
    """Five hundred edits leave Python with the memory and the objects that it had."""
    page = officer.page
    officer.rows([("Board", "", "", "ends here", "", "", "", ""), ("Group", "", "Board", "")])
    officer.settle()

    def held() -> tuple[int, int]:
        clerk = page.workers[0]
        count = "import gc; gc.collect(); len(gc.get_objects())"
        objects = clerk.evaluate("code => self.python.runPython(code)", count)
        return int(objects), int(clerk.evaluate("self.python._module.HEAP8.length"))

    for number in range(20):
        officer.write(1, "Note", f"note {number}")
    officer.settle()
    objects, memory = held()
    page.evaluate(
        """async () => {
            const input = document.querySelector("#about-place");
            for (let n = 0; n < 480; n += 1) {
                input.value = `place ${n}`;
                input.dispatchEvent(new Event("change"));
                if (n % 12 === 0) await new Promise((done) => setTimeout(done, 80));
            }
        }"""
    )
    officer.settle()
    later = held()
    assert later[0] <= objects * 1.01
    assert later[1] <= memory * 1.05
    for _ in range(5):
        page.click("#undo")
    officer.settle()
    assert page.input_value("#about-place") == "place 474"


@pytest.fixture
def address(desk_file: Path) -> Iterator[str]:
    """The page behind a web server on this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as it is named there
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(desk_file.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{desk_file.name}"
        server.shutdown()


def test_work_is_kept_and_leaving_asks(desk_browser: "Browser", address: str) -> None:
    """Over a web server: after a crash the work is offered again; unsaved, leaving asks first."""
    context = desk_browser.new_context(viewport={"width": 1200, "height": 800})
    officer = Officer(context.new_page())
    officer.go(address)
    officer.begin()
    officer.rows([("Board", "", "", "ends here", "", "", "", "")])
    officer.settle()
    crashed = context.new_page()
    asked: list[str] = []

    def leave(dialog: "Dialog") -> None:
        asked.append(dialog.type)
        dialog.accept()

    officer.page.on("dialog", leave)
    officer.page.close(run_before_unload=True)
    again = Officer(crashed)
    again.go(address)
    assert asked == ["beforeunload"]
    again.page.click("[data-begin=kept]")
    again.settle()
    assert again.page.locator("#picture [data-id=board]").count() == 1
    assert again.page.title().startswith("•")
    assert officer.heard == again.heard == []
    assert {url.split("/")[2] for url in again.asked if url.startswith("http")} == {
        address.split("/")[2]
    }
    context.close()
