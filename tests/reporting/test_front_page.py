"""How much of what a board is asked has room on the first page of a paper."""

from govgraph.drawing.text import measure
from govgraph.reporting.paper.front_page import _fitting, _height
from govgraph.reporting.paper.paper_blocks import Bullets, Heading, Paragraph

LINE = 10.5 * 1.25


def test_an_item_of_a_list_has_less_room_than_a_paragraph() -> None:
    """It stands after its mark."""
    text = "a" * int(440 / measure("a", 10.5))
    assert _height(Paragraph("Short.")) == _height(Paragraph(text)) == LINE + 6
    assert _height(Bullets(("Short.",))) == LINE + 2
    assert _height(Bullets((text, "Short."))) == 3 * LINE + 4
    assert _height(Heading("One")) > _height(Heading("Two", 2)) > _height(Bullets(()))


def test_rows_are_kept_while_there_is_room_for_them() -> None:
    """The first one always; a cell of two lines takes as much as two."""
    one, two = ("1", "Ask.", "Hart"), ("1", "Ask whoever can be asked. " * 3, "Hart")
    row = 3 + 9 * 1.18
    assert _fitting([one] * 4, 3.5 * row) == 3
    assert _fitting([one] * 4, 4 * row + 1) == 4
    assert _fitting([two] * 4, 4 * row + 1) == 2
    assert _fitting([one] * 4, 0) == 1
    assert _fitting([], 0) == 0
