"""What the tests of pages share."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reporting.browser import chromium
from tests.reporting.explored_county import explored_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One browser for the tests of a module."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the explored county as a file, as on a shared drive."""
    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(explored_page(), encoding="utf-8")
    return path
