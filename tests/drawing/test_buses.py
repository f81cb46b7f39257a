"""Lines of one form to one superior are drawn as one bus."""

from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.placement import Box, Placement, Route
from govgraph.drawing.strokes.buses import draw_buses
from tests.drawing.sample import THEME

BOXES = (("a", Box(0, 100, 40, 120)), ("b", Box(60, 100, 100, 120)), ("top", Box(0, 0, 40, 20)))
BODIES = tuple(DiagramBody(name, name.upper()) for name in ("a", "b", "top"))
TRUNK = ((20.0, 100.0), (20.0, 20.0))
BRANCH = ((80.0, 100.0), (80.0, 60.0), (20.0, 60.0), (20.0, 20.0))


def _drawn(*lines: DiagramLine) -> str:
    routes = tuple(Route(place, way) for place, way in zip(range(2), (TRUNK, BRANCH), strict=True))
    placed = Placement(100, 120, BOXES, routes)
    return draw_buses(Diagram("Bus", bodies=BODIES, lines=lines), placed, THEME)


def test_a_bus_has_one_casing() -> None:
    """No line of a bus parts another."""
    assert _drawn(DiagramLine("a", "top"), DiagramLine("b", "top")).count('class="gg-casing"') == 1


def test_lines_of_two_forms_have_a_casing_each() -> None:
    """They do part each other where they cross."""
    drawn = _drawn(DiagramLine("a", "top"), DiagramLine("b", "top", style="reports"))
    assert drawn.count('class="gg-casing"') == 2
    assert drawn.index("gg-reports") < drawn.index("gg-accountable")


def test_a_proposed_line_runs_into_the_agreed_one() -> None:
    """It stops at the trunk, has no head of its own, and lies below."""
    drawn = _drawn(DiagramLine("a", "top"), DiagramLine("b", "top", status="proposed"))
    assert drawn.count("<polygon") == 1
    assert "20 60" in drawn.split('class="gg-casing"')[1]
    assert drawn.index("B is accountable to TOP (proposed)") < drawn.index("A is accountable")


def test_two_proposed_lines_are_joined_inside() -> None:
    """All rims lie below all insides, so that no rim crosses the bus."""
    drawn = _drawn(
        DiagramLine("a", "top", status="proposed"), DiagramLine("b", "top", status="proposed")
    )
    rims = drawn.rindex('stroke-width="4.6"')
    assert rims < drawn.index('stroke="#ffffff" stroke-width="2"')
    assert drawn.count("<polygon") == 2


def test_a_mark_on_which_the_edge_of_another_line_lies_is_drawn_above_it() -> None:
    """A line that passes close to a body parts other lines, and never what stands at their ends."""
    passing = Route(1, ((80.0, 100.0), (80.0, 90.0), (-20.0, 90.0), (-20.0, 10.0), (0.0, 10.0)))
    placed = Placement(100, 120, BOXES, (Route(0, TRUNK), passing))
    lines = (DiagramLine("a", "top", style="liaison"), DiagramLine("b", "top", style="represents"))
    rings = [
        draw_buses(Diagram("Marks", bodies=BODIES, lines=lines[:count]), near, THEME).count(
            '<circle cx="20"'
        )
        for count, near in ((1, replace(placed, routes=placed.routes[:1])), (2, placed))
    ]
    assert rings == [2, 3]
