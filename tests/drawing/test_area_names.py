"""The name of an area upon its outline keeps clear of the lines that cross it."""

import pytest

from govgraph.drawing.layout.areas import _label_box, draw_outlines
from govgraph.drawing.layout.finish import _area_note
from govgraph.drawing.layout.spacing import ROOMY
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


def test_a_name_of_two_words_takes_two_lines_where_one_finds_no_room() -> None:
    """Rather than an outline round some areas and none round others."""
    crossing = [Route(n, ((x, 50.0), (x, 400.0))) for n, x in enumerate((48.0, 110.0, 160.0))]

    def size(_: str, width: float) -> tuple[float, float]:
        return (70.0, 12.0) if width >= 70 else (40.0, 24.0)

    found, without = draw_outlines(
        {"East Marches": (0, 0, 0.0, 200.0)}, [(114.0, 286.0)], crossing, size, ROOMY
    )
    assert without == ()
    assert found[0].label_box.height == 24.0
    above = draw_outlines(
        {"East Marches": (0, 0, 0.0, 200.0)},
        [(114.0, 286.0)],
        crossing,
        size,
        ROOMY,
        boxes=(Box(0, 60, 200, 90), Box(0, 310, 200, 340)),
    )
    assert above == ((), ("East Marches",))


def test_areas_without_an_outline_are_told_in_one_sentence() -> None:
    """However many they are, each by its name."""
    assert _area_note(["Hart"]) == "No outline is drawn round Hart: its name found no room."
    several = [f"District {number}" for number in (10, *range(1, 7))]
    told = _area_note(several)
    assert told.startswith("No outline is drawn round District 1, District 2,")
    assert told.endswith("District 6 and District 10: their names found no room.")
