"""What the tests of pages share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.reporting.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One browser for the tests of a module."""
    with chromium() as browser:
        yield browser
