"""Which form a diagram takes on its paper, so that no name prints too small to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout import place
from govgraph.drawing.layout_measures import measure_diagram

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.placement import Placement
    from govgraph.drawing.theme import Theme


def lay_out(diagram: Diagram, paper: Paper, theme: Theme) -> tuple[tuple[Diagram, Placement], ...]:
    """What each sheet shows, and where it stands on it; at least one sheet.

    Args:
        diagram: The whole.
        paper: The paper; `sheet.drawing_room` says how much of it is left for the drawing.
        theme: Decides how large the texts are (`body_box.size_body`, `labels.size_scope`).
    """
    del paper
    return ((diagram, place(diagram, measure_diagram(diagram, theme))),)
