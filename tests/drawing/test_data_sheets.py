"""Every structure in data/, on every paper: sound by geometry."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from govgraph import api
from govgraph.drawing.forms.choose import lay_out
from govgraph.drawing.layout.measures import measure_diagram
from govgraph.drawing.paper import find_paper
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.placement_faults import placement_faults

THEME = built_in_theme()
DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("paper", ["A4", "A3", "free"])
@pytest.mark.parametrize("included", [(), ("proposed", "shadow")])
@pytest.mark.parametrize("name", ["hampshire", "oxfordshire", "worcestershire"])
def test_the_real_papers_are_placed_soundly(
    name: str, included: tuple[str, ...], paper: str
) -> None:
    """No line crosses a box, nothing overlaps, and everything stands on its sheet."""
    graph = api.build_graph(api.load(DATA / name), include=included)
    for part, placement in lay_out(api.diagram(graph), find_paper(paper), THEME):
        measures = measure_diagram(part, THEME)
        least = {body: (measures.fit(body, 0.0)[0] - 1, 20.0) for body in measures.bodies}
        assert placement_faults(part, least, placement) == []


def test_a_long_line_has_no_small_corner_where_either_piece_could_move() -> None:
    """What stands in the way of the one piece may leave room for the other."""
    graph = api.build_graph(api.load(DATA / "worcestershire"), include=("proposed",))
    ((part, placement),) = lay_out(api.diagram(graph), find_paper("A3"), THEME)
    (long,) = (
        route.points
        for route in placement.routes
        if part.lines[route.line].from_ == "local-commissioning-partnerships"
        and part.lines[route.line].to == "trust-board"
    )
    assert min(map(math.dist, long[1:-1], long[2:])) > 10
