"""The name of an area upon its outline keeps clear of the lines that cross it."""

import pytest

from govgraph.drawing.layout.areas import _label_box
from govgraph.drawing.placement import Box, Route

LEAST = 5.0
OUTLINE, NAME = Box(0, 100, 200, 300), (40.0, 12.0)


@pytest.mark.parametrize("crossing", [20.0, 60.0, 100.0, 150.0, 185.0])
def test_a_name_stands_clear_of_a_line_across_its_edge(crossing: float) -> None:
    """Five points, on either side."""
    route = Route(0, ((crossing, 50.0), (crossing, 200.0)))
    box = _label_box(OUTLINE, (route,), (), NAME, 6)
    assert box is not None
    assert box.x1 <= crossing - LEAST or box.x0 >= crossing + LEAST


def test_a_name_without_room_between_lines_goes_to_the_lower_edge() -> None:
    """Lines that leave gaps as wide as the name, and no clearance, leave no room."""
    routes = [Route(n, ((x, 50.0), (x, 200.0))) for n, x in enumerate(range(10, 200, 48))]
    box = _label_box(OUTLINE, routes, (), NAME, 6)
    assert box is not None
    assert box.y0 > OUTLINE.y1 - NAME[1]


def test_the_names_of_two_areas_one_above_the_other_keep_apart() -> None:
    """One at the foot, because lines cross its head; the other at its head, beside it."""
    other = Box(13.0, 94.0, 63.0, 106.0)
    box = _label_box(OUTLINE, (), (other,), NAME, 6)
    assert box is not None
    assert not box.overlaps(other)
    assert box.y0 == _label_box(OUTLINE, (), (), NAME, 6).y0  # type: ignore[union-attr]
