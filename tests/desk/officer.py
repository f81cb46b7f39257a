"""Somebody at the desk: what people do there, in words."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 60_000
"""Milliseconds to wait for anything: a gate may be busy."""


class Officer:
    """One page of the desk, and everything that it says and asks for.

    Attributes:
        heard: every complaint of the browser.
        asked: the address of every request.
    """

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.heard: list[str] = []
        self.asked: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: self.heard.append(message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def go(self, address: str) -> None:
        """Open the page, and wait until it is ready."""
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]")

    def begin(self) -> None:
        """Begin with an empty sheet, whatever is on the desk."""
        if self.page.is_visible("#starting"):
            self.page.click("[data-begin=blank]")
        else:
            self.page.click("#begin")
            if self.page.is_visible("#question"):
                self.page.click("#yes")
        self.page.wait_for_selector("#sheet .tabulator-editing input")
        self.settle("empty")

    def open(self, *files: Path | tuple[str, bytes]) -> None:
        """Open files, as from the dialog."""
        given: list[Any] = [
            {"name": each[0], "mimeType": "", "buffer": each[1]}
            if isinstance(each, tuple)
            else {"name": each.name, "mimeType": "", "buffer": each.read_bytes()}
            for each in files
        ]
        turn = self.turn
        self.page.set_input_files("#chosen", given)
        self.page.wait_for_function(
            "before => document.documentElement.dataset.turn !== before", arg=turn
        )

    def drop(self, name: str, text: str) -> None:
        """Drop a file on the page, as from a folder."""
        turn = self.turn
        dropped = self.page.evaluate_handle(
            """([name, text]) => {
                const all = new DataTransfer();
                all.items.add(new File([text], name));
                return all;
            }""",
            [name, text],
        )
        self.page.dispatch_event("#sheet", "drop", {"dataTransfer": dropped})
        self.page.wait_for_function(
            "before => document.documentElement.dataset.turn !== before", arg=turn
        )

    @property
    def turn(self) -> str:
        """The number of the last look at what is on the desk."""
        return str(self.page.evaluate("document.documentElement.dataset.turn ?? ''"))

    def settle(self, what: str = "draft") -> None:
        """Wait until what is on the desk now has been checked and drawn."""
        self.page.wait_for_function(
            """what => {
                const { drawn, turn } = document.documentElement.dataset;
                const order = ["problem", "empty", "draft", "best"];
                const [now, at] = (drawn ?? "").split(" ");
                return at === turn && order.indexOf(now) >= (what === "best" ? 3 : 0);
            }""",
            arg=what,
        )

    def cell(self, row: int, heading: str) -> None:
        """Go into a cell."""
        self.page.click(
            f".tabulator-row >> nth={row} >> .tabulator-cell[tabulator-field={self.field(heading)}]"
        )

    def field(self, heading: str) -> str:
        """What the grid calls the column under a heading."""
        return str(
            self.page.evaluate(
                """heading => [...document.querySelectorAll('.tabulator-col')]
                .find(each => each.textContent.trim() === heading)
                .getAttribute('tabulator-field')""",
                heading,
            )
        )

    def write(self, row: int, heading: str, text: str) -> None:
        """Write into a cell, and leave it downward."""
        self.cell(row, heading)
        self.page.fill("#sheet .tabulator-editing input", text)
        self.page.keyboard.press("Enter")

    def rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Type rows from the first cell on, as quickly as a keyboard lets."""
        self.cell(0, "Name")
        for cells in rows:
            for text in cells:
                self.page.keyboard.insert_text(text)
                self.page.keyboard.press("Tab")

    def save(self, form: str) -> tuple[str, bytes]:
        """Save in a form: the name of the file, and its bytes."""
        self.page.click("#saving summary")
        with self.page.expect_download(timeout=PATIENCE) as expected:
            self.page.click(f"[data-save={form}]")
        saved = expected.value
        return saved.suggested_filename, Path(saved.path()).read_bytes()

    def findings(self) -> list[str]:
        """What is found, one text each."""
        return [str(text) for text in self.page.locator("#findings .finding").all_inner_texts()]

    def said(self) -> str:
        """What the desk says at the top."""
        return str(self.page.inner_text("#told"))
