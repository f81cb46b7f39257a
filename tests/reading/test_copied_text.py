"""A locator is found in a text, or what is missing of it is said."""

import pytest

from govgraph.reading.copied_text import CopiedText

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


def test_a_locator_may_be_split_by_its_number() -> None:
    """What stands before and after a paragraph's number are words to look for."""
    text = CopiedText("Membership of the boards\n\n1. One.\n2. Two boards.\n")
    assert text.find_missing("Membership of the ¶2 boards") == ""
    assert text.find_missing("Membership ¶9") == "paragraph 9 after ‘Membership’"


def test_a_paragraph_is_counted_from_the_line_after_its_heading() -> None:
    """The heading's own line is over where its paragraphs begin, whatever came before."""
    text = CopiedText("1. Zero.\n\nFirst\n\n1. One.\n\nSecond\n\nAlone.\n")
    assert text.find_missing("First ¶1") == ""
    assert text.find_missing("Second ¶1") == ""
    assert text.find_missing("Second ¶2") == "paragraph 2 after ‘Second’"


def test_words_that_run_over_lines_are_found_anywhere() -> None:
    """Then paragraphs are counted in the whole of the text."""
    text = CopiedText("a long\nheading\n\nOne.\n\nTwo.\n")
    assert text.find_missing("long heading ¶3") == ""
    assert text.find_missing("long heading ¶4") == "paragraph 4 after ‘long heading’"


def test_one_page_break_at_the_end_is_no_page() -> None:
    """Nor are blank lines before it."""
    assert CopiedText("One.\n\fTwo.\n \n").find_missing("page 2") == ""
    assert CopiedText("One.\n\fTwo.\f").find_missing("page 3") == "page 3"


def test_a_number_of_thousands_of_digits_is_no_page_and_no_paragraph() -> None:
    """In the locator or in the text; Python would refuse to read it."""
    many = "9" * 5_000
    text = CopiedText(f"1. One.\n\n{many}. More.\n\fTwo.\n")
    assert text.find_missing(f"page {many}") == f"page {many}"
    assert text.find_missing(f"¶{many}") == ""
    assert text.find_missing("¶1") == ""
    assert CopiedText("1. One.\n").find_missing(f"¶{many}") == f"paragraph {many}"
