"""Every structure in data/, on every paper: sound by geometry."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph import verbs
from govgraph.drawing.forms.choose import lay_out
from govgraph.drawing.layout.measures import measure_diagram
from govgraph.drawing.paper import find_paper
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.placement_faults import placement_faults

THEME = built_in_theme()
DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("paper", ["A4", "A4-portrait", "A3", "free"])
@pytest.mark.parametrize("included", [(), ("proposed", "shadow")])
@pytest.mark.parametrize("name", ["hampshire", "oxfordshire", "worcestershire"])
def test_the_real_papers_are_placed_soundly(
    name: str, included: tuple[str, ...], paper: str
) -> None:
    """No line crosses a box, nothing overlaps, and everything stands on its sheet."""
    graph = verbs.build_graph(verbs.load(DATA / name), include=included)
    for part, placement in lay_out(verbs.diagram(graph), find_paper(paper), THEME):
        measures = measure_diagram(part, THEME)
        least = {body: (measures.unbroken(body) - 1, 20.0) for body in measures.bodies}
        assert placement_faults(part, least, placement) == []
