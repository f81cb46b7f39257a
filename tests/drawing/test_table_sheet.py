"""What cannot be drawn is listed: a table of bodies and relations is the last resort."""

from dataclasses import replace

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.draw import draw_pages, page_description, page_size
from govgraph.drawing.paper import FREE, find_paper
from govgraph.drawing.placement import Box, Placement
from tests.drawing.reading import outside, overlapping, texts
from tests.drawing.sample import DIAGRAM, THEME

A4 = find_paper("A4")
NOWHERE = Placement(0, 0, notes=("Too dense to be drawn; a view of one area can be.",))
REGISTER = Diagram(
    "A register",
    bodies=tuple(DiagramBody(f"b{i}", f"Parish council number {i}") for i in range(120)),
    lines=tuple(DiagramLine(f"b{i}", "b0") for i in range(1, 120)),
)


@pytest.mark.parametrize("paper", [A4, FREE], ids=lambda paper: paper.name)
def test_bodies_without_a_place_become_a_table(paper: object) -> None:
    """With kind, status, place and relations, and the reason why."""
    assert paper in (A4, FREE)
    pages = draw_pages(DIAGRAM, [(DIAGRAM, NOWHERE)], A4 if paper is A4 else FREE, THEME)
    words = [text.words for page in pages for text in texts(page)]
    for expected in (
        "Joint Commissioning Board (shadow)",
        "Strategic partnership (LSP)",
        "District, Hart",
        "No line of account found.",
        "is accountable to Hampshire Children’s Trust.",
        "Fleet: the chair is vacant.",
    ):
        assert expected in words
    assert "Too dense to be drawn" in pages[0]


def test_a_long_table_takes_several_sheets() -> None:
    """Each body once, heads on every sheet, all numbered."""
    pages = draw_pages(REGISTER, [(REGISTER, NOWHERE)], A4, THEME)
    assert len(pages) > 2
    words = [text.words for page in pages for text in texts(page)]
    for body in REGISTER.bodies:
        assert words.count(body.name) == 1
    assert words.count("Relations") == len(pages)
    assert f"{len(pages)} of {len(pages)}" in words


def test_a_free_paper_takes_the_whole_table() -> None:
    """It is as high as the table is long."""
    pages = draw_pages(REGISTER, [(REGISTER, NOWHERE)], FREE, THEME)
    assert len(pages) == 1
    assert page_size(pages[0])[1] > 120 * 15


def test_words_of_a_table_can_be_read() -> None:
    """None leaves the paper, none lies upon another."""
    for page in draw_pages(REGISTER, [(REGISTER, NOWHERE)], A4, THEME):
        found = texts(page)
        assert outside(found, Box(0, 0, *page_size(page))) == []
        assert overlapping(found) == []


def test_a_table_sheet_is_described() -> None:
    """Each sheet says what it lists, and why it is a table."""
    shown = replace(DIAGRAM, findings=(), sources=(), left_out=())
    (page,) = draw_pages(shown, [(shown, NOWHERE)], FREE, THEME)
    assert "Yateley & Frogmore <proposed> is accountable to" in page_description(page)
    assert page_description(page).endswith("a view of one area can be.")
