"""The predicates that layout and its tests are made of."""

from govgraph.drawing.geometry import runs_on_top, tidied
from govgraph.drawing.placement import Box
from tests.drawing.placement_faults import crosses_box, crossing, is_orthogonal

BOX = Box(0, 0, 10, 10)


def test_a_line_along_an_edge_does_not_cross_the_box() -> None:
    """Touching is not crossing."""
    assert not crosses_box(((0, -5), (0, 15)), BOX)
    assert not crosses_box(((-5, 10), (15, 10)), BOX)


def test_a_line_through_the_inside_crosses_the_box() -> None:
    """Level or upright, in or through."""
    assert crosses_box(((5, -5), (5, 15)), BOX)
    assert crosses_box(((-5, 5), (5, 5)), BOX)


def test_lines_that_share_a_stretch_run_on_top() -> None:
    """A shared point is not enough."""
    assert runs_on_top(((0, 0), (10, 0)), ((5, 0), (15, 0)))
    assert not runs_on_top(((0, 0), (10, 0)), ((10, 0), (15, 0)))
    assert not runs_on_top(((0, 0), (10, 0)), ((5, -5), (5, 5)))
    assert runs_on_top(((3, 0), (3, 9)), ((3, 8), (3, 12)))


def test_a_level_and_an_upright_line_cross() -> None:
    """In whichever order they are given, but not where one only ends upon the other."""
    level, upright = ((0, 0), (10, 0)), ((5, -5), (5, 5))
    assert crossing(level, upright)
    assert crossing(upright, level)
    assert not crossing(level, ((5, 0), (5, 5)))
    assert not crossing(level, level)
    assert not crossing(upright, upright)


def test_slanted_lines_are_told() -> None:
    """One slanted piece is enough."""
    assert is_orthogonal(((0, 0), (5, 0), (5, 5)))
    assert not is_orthogonal(((0, 0), (5, 0), (6, 5)))


def test_corners_that_do_not_turn_are_dropped() -> None:
    """So are repeated ones."""
    assert tidied([(0, 0), (0, 0), (5, 0), (9, 0), (9, 4)]) == ((0, 0), (9, 0), (9, 4))
