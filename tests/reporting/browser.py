"""A real browser on a page of ours: it hears every complaint and every request."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WHY_NOT = "no Chromium is installed on this machine"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator["Browser"]:
    """The system's own Chromium, without a window and without a network."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        yield browser
        browser.close()


def unfold(page: "Page", *parts: str) -> None:
    """Open what is folded in those parts of a page, as a click does; in all of it by default."""
    for part in parts or ("main > section",):
        folded = page.locator(f"{part} > details:not([open]) > summary")
        while folded.count():
            folded.first.click()


@contextmanager
def opened(
    browser: "Browser",
    path: Path,
    address: str = "",
    **how: Any,
) -> Iterator["Page"]:
    """A page in a window of its own; it must not complain, nor ask anybody for anything."""
    how.setdefault("viewport", {"width": 1280, "height": 900})
    context = browser.new_context(**how)
    page = context.new_page()
    page.set_default_timeout(5000)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{path.as_uri()}{address}")
    yield page
    context.close()
    assert heard == []
    assert {url.partition(":")[0] for url in asked} <= {"file", "data", "blob"}
    assert len([url for url in asked if url.startswith("file")]) == 1
