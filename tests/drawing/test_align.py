"""Lines without small jogs, level pieces off the rings, apexes over those who only advise them."""

from __future__ import annotations

import math

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.geometry import segments
from govgraph.drawing.layout.align import JOG, align
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.order import Order
from govgraph.drawing.layout.place import Laid, Manner, lay_out_form
from govgraph.drawing.layout.places import Places
from govgraph.drawing.layout.ranks import Shape
from govgraph.drawing.layout.spacing import CLOSE, ROOMY, SNUG, TIGHT, Spacing
from govgraph.drawing.placement import Placement
from govgraph.drawing.shapes.drawn_body import RING
from tests.drawing.random_diagrams import messy_diagram, rough_measures


def _lay(diagram: Diagram, manner: Manner | None = None) -> Laid:
    return lay_out_form(read_hierarchy(diagram), rough_measures(diagram), manner or Manner())


def _jogs(placement: Placement) -> int:
    """How many short pieces there are between two longer ones that go on the same way."""
    found = 0
    for route in placement.routes:
        corners = route.points
        for a, b, c, d in zip(corners, corners[1:], corners[2:], corners[3:], strict=False):
            onward = (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) > 0
            found += onward and 0 < math.dist(b, c) <= JOG
    return found


def test_few_lines_of_messy_diagrams_jog() -> None:
    """Forty of them have 22, where they had 64 when nothing was moved into line."""
    jogs = 0
    for seed in range(40):
        diagram = messy_diagram(seed, 4 + seed % 40, seed % 25, tiers=seed % 4, areas=seed % 5)
        jogs += _jogs(_lay(diagram, Manner(spacing=(ROOMY, CLOSE, TIGHT)[seed % 3])).placement)
    assert jogs <= 30


@pytest.mark.parametrize(("stands", "straight"), [(0, True), (60, False)])
def test_a_bend_moves_into_line_as_far_as_its_neighbour_lets_it(
    stands: int,
    straight: bool,  # noqa: FBT001
) -> None:
    """A line that passes a row almost straight passes it straight, unless a box is in its way."""
    bodies = tuple(DiagramBody(x, x) for x in ("low", "side", "top"))
    lines = (DiagramLine("low", "top"), DiagramLine("side", "top"))
    hierarchy = read_hierarchy(Diagram("Bend", bodies=bodies, lines=lines))
    sizes = {body.id: (60.0, 30.0) for body in bodies}
    order = Order(build_form(hierarchy, sizes, ROOMY, Shape(delay={"low": 1})))
    low, side, top = (order.form.item_of[body] for body in ("low", "side", "top"))
    [bend] = {number for row in order.rows for number in row} - {low, side, top}
    order.rows[1] = [side, bend]
    x = [0] * 4
    x[top], x[low], x[side] = 300, 300, 200 + stands
    x[bend] = 310
    order.x = list(map(float, x))
    placed = align(order, Places(tuple(x), {}, 400))
    assert (placed.x[bend] == 300) is straight


@pytest.mark.parametrize("spacing", [ROOMY, CLOSE, TIGHT, SNUG])
def test_no_level_piece_runs_along_a_ring(spacing: Spacing) -> None:
    """The ring of an orphan is crossed by what leads to it, and otherwise left alone."""
    bodies = tuple(DiagramBody(x, x, orphan=x != "top") for x in ("a", "b", "c", "top"))
    lines = tuple(DiagramLine(x, "top", "part_of", "is part of", "part") for x in "abc")
    placement = _lay(
        Diagram("Rings", bodies=bodies, lines=lines), Manner(spacing=spacing)
    ).placement
    boxes = dict(placement.boxes)
    rings = [boxes[x].grown(RING) for x in "abc"]
    level = [a[1] for route in placement.routes for a, b in segments(route.points) if a[1] == b[1]]
    assert level
    assert all(y < ring.y0 - 3 or y > ring.y1 + 3 for y in level for ring in rings)


def test_an_apex_stands_over_those_who_only_advise_it() -> None:
    """Two of them over three advisers of both; over two advisers it stands beside them."""
    tops = tuple(DiagramBody(x, x, apex=True) for x in ("mayor", "cabinet"))
    for count, over in ((3, True), (2, False)):
        advisers = tuple(DiagramBody(f"a{at}", f"Adviser {at}") for at in range(count))
        lines = tuple(
            DiagramLine(one.id, top.id, "advises", "advises", "support")
            for one in advisers
            for top in tops
        )
        boxes = dict(
            _lay(Diagram("Advice", bodies=(*tops, *advisers), lines=lines)).placement.boxes
        )
        lowest = max(boxes[top.id].y1 for top in tops)
        assert all(lowest < boxes[one.id].y0 for one in advisers) is over


def test_numbered_groups_stand_in_the_order_of_their_numbers() -> None:
    """The tenth below the ninth, not below the first; and no number is too long."""
    names = [f"Group {n}" for n in (9, 10, 100, 10**30)]
    bodies = [DiagramBody("top", "Top"), *(DiagramBody(name, name) for name in reversed(names))]
    lines = tuple(DiagramLine(body.id, "top") for body in bodies[1:])
    hierarchy = read_hierarchy(Diagram("Groups", bodies=tuple(bodies), lines=lines))
    assert list(hierarchy.families.values()) == [tuple(names)]
