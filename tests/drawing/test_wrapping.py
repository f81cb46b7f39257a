"""What the rows of a shape are estimated to need before anything is laid out."""

from __future__ import annotations

import pytest

from govgraph.drawing.diagram import Change, Diagram, DiagramBody, DiagramLine
from govgraph.drawing.forms.standing import Standings
from govgraph.drawing.forms.wrapping import TASTES, Wrapper
from govgraph.drawing.layout.build_form import SPINE, build_form
from govgraph.drawing.layout.form import RING
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.ranks import Shape
from govgraph.drawing.layout.spacing import CLOSE


def _family(change: Change) -> Diagram:
    """A superior, and two who answer to it of which one has changed."""
    bodies = (
        DiagramBody("top", "Top"),
        DiagramBody("a", "A", change=change),
        DiagramBody("b", "B"),
    )
    lines = tuple(DiagramLine(body, "top") for body in ("a", "b"))
    return Diagram("Two", bodies=bodies, lines=lines)


@pytest.mark.parametrize(("change", "ring"), [("", 0), ("removed", 0), ("changed", RING)])
def test_a_second_edge_takes_the_room_of_a_ring(change: Change, ring: int) -> None:
    """In the estimate of a row, and between a box and the spine of its stack."""
    hierarchy = read_hierarchy(_family(change))
    sizes = dict.fromkeys(hierarchy.bodies, (60.0, 20.0))
    wrapper = Wrapper(hierarchy, Standings(hierarchy), sizes, CLOSE, TASTES[0], needs={})
    assert wrapper.need(Shape()).rows[1] == 2 * (60 + CLOSE.body_gap) + ring
    [family] = hierarchy.families
    form = build_form(hierarchy, sizes, CLOSE, Shape(depth={family: 2}))
    assert form.items[form.item_of["a"]].left == SPINE + ring
