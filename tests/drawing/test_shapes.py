"""Each form of body is drawn as the design says, and lines meet its edge."""

import pytest

from govgraph.drawing.diagram import Shape
from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.body_shapes import corners, draw_shape, met
from tests.drawing.sample import THEME

BOX = Box(0, 0, 120, 60)


@pytest.mark.parametrize("shape", sorted(THEME.bodies))
def test_every_form_is_told_apart_without_its_colour(shape: Shape) -> None:
    """No two forms have the same outline and inner marks."""
    same = THEME.bodies["neutral"]
    drawn = {other: draw_shape(other, BOX, same) for other in THEME.bodies}
    alike = [other for other, form in drawn.items() if form == drawn[shape]]
    assert alike == [shape] or {*alike} == {"board", "neutral"}


def test_a_proposed_body_is_white_with_a_broken_border() -> None:
    """What is not agreed looks unfinished."""
    drawn = draw_shape("board", BOX, THEME.bodies["board"], "proposed")
    assert 'fill="#ffffff"' in drawn
    assert "stroke-dasharray" in drawn
    assert THEME.bodies["board"].fill not in drawn


@pytest.mark.parametrize("shape", sorted(THEME.bodies))
def test_an_apex_has_a_bar(shape: Shape) -> None:
    """One element more, in any form."""
    colours = THEME.bodies[shape]
    plain, apex = draw_shape(shape, BOX, colours), draw_shape(shape, BOX, colours, apex=True)
    assert apex.startswith(plain)
    assert apex[len(plain) :].startswith("<rect")


@pytest.mark.parametrize("shape", ["chairs-group", "lsp"])
@pytest.mark.parametrize("height", [8, 30, 120])
def test_the_corners_stay_inside_the_box(shape: Shape, height: float) -> None:
    """A low box has smaller cuts."""
    box = Box(10, 20, 50, 20 + height)
    assert all(10 <= x <= 50 and 20 <= y <= 20 + height for x, y in corners(shape, box))


def test_a_line_meets_a_rectangle_at_its_edge() -> None:
    """Nothing to go on for."""
    assert met("board", BOX, (0, 12)) == (0, 12)


def test_a_line_meets_the_point_of_a_hexagon_in_the_middle() -> None:
    """The hexagon touches its box there."""
    assert met("chairs-group", BOX, (120, 30)) == (120, 30)


def test_a_line_goes_on_to_the_slanted_side_of_a_hexagon() -> None:
    """Half way to the corner the side is half way in, on either side."""
    assert met("chairs-group", BOX, (0, 15)) == (5.5, 15)
    assert met("chairs-group", BOX, (120, 15)) == (114.5, 15)


def test_a_line_goes_on_to_the_slanted_end_of_a_hexagon() -> None:
    """From above and from below, near a corner."""
    assert met("chairs-group", BOX, (5.5, 0)) == (5.5, 15)
    assert met("chairs-group", BOX, (5.5, 60)) == (5.5, 45)
    assert met("chairs-group", BOX, (60, 0)) == (60, 0)


def test_a_narrow_box_is_cut_less() -> None:
    """No more than a quarter of its width for a slant, and a fifth for a corner; a low one too."""
    assert corners("chairs-group", Box(0, 0, 20, 60))[1] == (5, 0)
    assert corners("chairs-group", Box(0, 0, 120, 10))[1] == (4.5, 0)
    assert corners("lsp", Box(0, 0, 20, 60))[1] == (4, 0)
    assert corners("lsp", Box(0, 0, 120, 10))[1] == (3.2, 0)


def test_a_line_goes_on_to_the_cut_of_a_corner() -> None:
    """Only near the corner."""
    assert met("lsp", BOX, (4, 0)) == (4, 5)
    assert met("lsp", BOX, (60, 60)) == (60, 60)


def test_a_line_goes_on_to_the_rounding_of_a_corner() -> None:
    """The rounding is a quarter of a circle."""
    x, y = met("local-partnership", BOX, (0, 0))
    assert (x, y) == (9, 0)
    assert met("local-partnership", BOX, (0, 30)) == (0, 30)
