"""A locator is found in a text, or what is missing of it is said."""

import pytest

from govgraph.checks.locators import CopiedText

BRIEFING = CopiedText(
    "Local Children’s Partnerships\n\n1. First point.\n2. Second point.\n\n"
    "Core membership\n(statutory partners)\n\nSchools.\n\nPolice.\n"
)
PAGES = CopiedText("One.\n\fTwo.\n\fThree.\n\f")


@pytest.mark.parametrize(
    "locator",
    [
        "",
        "Local Children's Partnerships",
        "core-membership (Statutory Partners)",
        "¶2",
        "para 2",
        "paragraphs 1 to 2",
        "Core membership ¶3",
        "¶1 Core membership",
        "page 7",
    ],
)
def test_what_may_be_there_is_not_missing(locator: str) -> None:
    """Case, marks and line breaks aside; a text without page breaks says nothing of pages."""
    assert BRIEFING.find_missing(locator) == ""


@pytest.mark.parametrize(
    ("locator", "missing"),
    [
        ("Membership list", "‘Membership list’"),
        ("¶6", "paragraph 6"),
        ("Core membership ¶4", "paragraph 4 after ‘Core membership’"),
        ("Annex, page 2", "‘Annex,’"),
    ],
)
def test_what_is_surely_not_there_is_said(locator: str, missing: str) -> None:
    """Words first, then the paragraph after them."""
    assert BRIEFING.find_missing(locator) == missing


@pytest.mark.parametrize(
    ("locator", "missing"), [("p. 3", ""), ("pp 1-2", ""), ("page 4", "page 4")]
)
def test_pages_are_told_apart_by_form_feeds(locator: str, missing: str) -> None:
    """One at the very end begins no page."""
    assert PAGES.find_missing(locator) == missing
