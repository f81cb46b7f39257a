"""How much of a page is there for a figure."""

import pytest

from govgraph.drawing.paper import FREE
from govgraph.reporting.paper.figure_page import SIDE, TemplatePage, caption_height, find_area

LETTER = TemplatePage(612, 792, 72, 36)


def test_a_figure_fills_what_a_printer_reaches_above_its_caption() -> None:
    """Whichever way round; it has no margin of its own besides that of the page."""
    a4 = find_area("A4-portrait", 40)
    assert a4.width == pytest.approx(595.28 - 24 - 24)
    assert a4.height == pytest.approx(841.89 - 24 - 44 - 40)
    assert a4.margin == 0
    lying, standing = find_area("", 40).ways_round
    assert (standing.width, standing.height) == pytest.approx((a4.width, a4.height))
    assert lying.width == pytest.approx(841.89 - 24 - 24)
    assert lying.height == pytest.approx(595.28 - 24 - 44 - 40)


def test_a_template_has_a_page_of_its_own_unless_a_paper_is_asked_for() -> None:
    """With the room of its own head and foot in either case."""
    lying, standing = find_area("", 30, LETTER).ways_round
    assert (standing.width, standing.height) == pytest.approx((612 - 2 * SIDE, 792 - 108 - 30))
    assert (lying.width, lying.height) == pytest.approx((792 - 2 * SIDE, 612 - 108 - 30))
    (a4,) = find_area("A4-portrait", 30, LETTER).ways_round
    assert a4.height == pytest.approx(841.89 - 108 - 30)


def test_a_free_sheet_is_all_for_the_figure() -> None:
    """It is no page."""
    assert find_area("free", 40, LETTER) == FREE


def test_a_caption_is_as_high_as_its_lines() -> None:
    """A short title has one line, also on a free sheet; a long one takes more on a small paper."""
    one = caption_height("A4", "A small county")
    assert one == caption_height("free", "A small county" * 40) == 26
    assert caption_height("A4", "A small county" * 8) == one + 13
    assert caption_height("A3", "A small county" * 8) < caption_height("A5", "A small county" * 8)
