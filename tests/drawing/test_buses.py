"""Lines of one form to one superior are drawn as one bus."""

import re
from collections.abc import Sequence
from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine, LineStyle, Status
from govgraph.drawing.placement import Box, Placement, Route
from govgraph.drawing.shapes.buses import draw_buses
from tests.drawing.sample import THEME

BOXES = (("a", Box(0, 100, 40, 120)), ("b", Box(60, 100, 100, 120)), ("top", Box(0, 0, 40, 20)))
BODIES = tuple(DiagramBody(name, name.upper()) for name in ("a", "b", "top"))
TRUNK = ((20.0, 100.0), (20.0, 20.0))
BRANCH = ((80.0, 100.0), (80.0, 60.0), (20.0, 60.0), (20.0, 20.0))


def _drawn(*lines: DiagramLine) -> str:
    routes = tuple(Route(place, way) for place, way in zip(range(2), (TRUNK, BRANCH), strict=True))
    placed = Placement(100, 120, BOXES, routes)
    return draw_buses(Diagram("Bus", bodies=BODIES, lines=lines), placed, THEME)


ACROSS = ((-20.0, 60.0), (60.0, 60.0), (60.0, 100.0))
NEAR = ((21.5, 100.0), (21.5, 20.0))


def test_no_line_of_a_bus_parts_another() -> None:
    """They lead to the same place, and share a stretch."""
    assert "gg-casing" not in _drawn(DiagramLine("a", "top"), DiagramLine("b", "top"))


def test_a_line_parts_one_that_it_crosses_at_the_crossing_alone() -> None:
    """The one that lies above, which is drawn last: a line of account above any other."""
    for styles in (("accountable", "reports"), ("reports", "accountable")):
        drawn = _routed((TRUNK, ACROSS), styles)
        assert drawn.count('class="gg-casing"') == 1
        before, edge, after = re.split(r'<g class="gg-casing".*?<path d="(.*?)"', drawn)
        assert edge == ("M20 55L20 65" if styles[0] == "accountable" else "M15 60L25 60")
        assert "gg-reports" in before
        assert "gg-accountable" in after


def test_a_line_that_runs_beside_another_erases_nothing_of_it() -> None:
    """However near it is: a white edge along all of it would leave one line of two."""
    assert "gg-casing" not in _routed((TRUNK, NEAR), ("reports", "accountable"))


def test_a_line_that_touches_another_does_not_part_it() -> None:
    """Only what passes over parts."""
    ending = ((-20.0, 60.0), (20.0, 60.0))
    assert "gg-casing" not in _routed((TRUNK, ending), ("reports", "accountable"))


def test_the_edge_of_a_hollow_line_is_wider() -> None:
    """So that its two rims stand clear as well."""
    solid, hollow = (
        re.search(
            r'gg-casing.*?stroke-width="([\d.]+)"',
            _routed((TRUNK, ACROSS), ("accountable", "reports"), status),
        )
        for status in ("active", "proposed")
    )
    assert solid is not None
    assert hollow is not None
    assert float(hollow[1]) > float(solid[1])


def test_lines_that_slant_are_cased_from_end_to_end() -> None:
    """Where they cross at an angle no short piece would do."""
    slanting = ((80.0, 100.0), (20.0, 20.0))
    assert _routed((TRUNK, slanting), ("reports", "accountable")).count("gg-casing") == 2


def _routed(
    ways: Sequence[tuple[tuple[float, float], ...]],
    styles: Sequence[LineStyle],
    status: Status = "active",
) -> str:
    """Two lines, the first of a status, each on its way."""
    lines = (
        DiagramLine("a", "top", style=styles[0], status=status),
        DiagramLine("b", "top", style=styles[1]),
    )
    placed = Placement(100, 120, (), tuple(Route(place, way) for place, way in enumerate(ways)))
    return draw_buses(Diagram("Bus", bodies=BODIES, lines=lines), placed, THEME)


def test_a_proposed_line_runs_into_the_agreed_one() -> None:
    """It stops at the trunk, has no head of its own, and lies below."""
    drawn = _drawn(DiagramLine("a", "top"), DiagramLine("b", "top", status="proposed"))
    assert drawn.count("<polygon") == 1
    assert "20 60" in drawn.split('class="gg-rim"')[1]
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
