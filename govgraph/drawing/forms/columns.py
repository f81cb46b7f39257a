"""The best of the many ways to stand a diagram in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout.columns import Columns
from govgraph.drawing.layout.fold import Folding

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.fold import Folded
    from govgraph.drawing.layout.measures import Measures, Size
    from govgraph.drawing.placement import Placement

_HEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 19, 24)
_WIDER = (0.0, 18.0, 40.0)  # than the least width, in points
_WIDEST = 165.0
_LAYERS = (1, 2, 3)
_INDENT = 13.0
_TRIED = 2  # so many of the best by their rough size are really placed
_MANY = 200  # bodies, beyond which only the best one is


def best_columns(
    diagram: Diagram, measures: Measures, room: Size, smallest: float = 0.0
) -> Placement | None:
    """The placement in columns that prints largest in a room; None when there is nothing.

    Args:
        diagram: What is drawn.
        measures: The room that its texts take.
        room: The width and height that are there for it, in points.
        smallest: The scale below which there is no use for it; 0 for none.
    """
    if not diagram.bodies:
        return None
    least = _INDENT + max(measures.unbroken(body.id) for body in diagram.bodies)
    widths = sorted({max(least, min(least + more, _WIDEST)) for more in _WIDER})
    folding = Folding(diagram)
    layers = (1,) if folding.tiered else _LAYERS
    found: list[tuple[float, Columns]] = []
    seen: set[Folded] = set()
    for tallest in _HEIGHTS:
        for layer in layers:
            folded = folding.fold(tallest, layer)
            if folded in seen:
                continue
            seen.add(folded)
            for width in widths:
                columns = Columns(diagram, measures, folded, width)
                scale = _scale(columns.rough_size(), room)
                found.append((scale, columns))
    tried = _TRIED if len(diagram.bodies) <= _MANY else 1
    best = sorted(found, key=lambda pair: -pair[0])[:tried]
    if smallest and best[0][0] < smallest:
        return None
    placed = [columns.placement() for _, columns in best]
    return max(placed, key=lambda one: _scale((one.width, one.height), room))


def _scale(size: Size, room: Size) -> float:
    """How large a drawing prints in a room."""
    return min(room[0] / max(size[0], 1.0), room[1] / max(size[1], 1.0))
