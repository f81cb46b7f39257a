"""What the tests of the desk share: the page, built once, and one browser on it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph.desk.desk_page import find_page
from tests.desk.officer import Officer
from tests.desk.parts import HAS_PARTS, NO_PARTS
from tests.reporting.browser import CHROMIUM, WHY_NOT, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def desk_file() -> Path:
    """The page of the desk."""
    if not HAS_PARTS:
        pytest.skip(NO_PARTS)
    return find_page()


@pytest.fixture(scope="module")
def desk_browser(desk_file: Path) -> Iterator["Browser"]:
    """One browser for a module's tests: other tests of this process have one of their own."""
    del desk_file
    if not CHROMIUM:
        pytest.skip(WHY_NOT)
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def sitting(desk_browser: "Browser", desk_file: Path) -> Iterator[Officer]:
    """Somebody who has opened the page from a folder, with the network off."""
    context = desk_browser.new_context(
        viewport={"width": 1400, "height": 900}, accept_downloads=True, offline=True
    )
    officer = Officer(context.new_page())
    officer.go(desk_file.as_uri())
    yield officer
    context.close()
    assert officer.heard == []
    assert [url for url in officer.asked if not url.startswith("blob:")] == [desk_file.as_uri()]


@pytest.fixture
def officer(sitting: Officer) -> Officer:
    """The same, with an empty sheet."""
    sitting.begin()
    return sitting
