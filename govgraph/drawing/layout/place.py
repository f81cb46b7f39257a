"""Where everything on one drawing stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govgraph.drawing.layout.areas import area_members, area_spans
from govgraph.drawing.layout.finish import finish
from govgraph.drawing.layout.frame import build_frame
from govgraph.drawing.layout.order import order_rows
from govgraph.drawing.layout.rows import find_rows
from govgraph.drawing.layout.spacing import CLOSE, ROOMY, Spacing
from govgraph.drawing.layout.spread import spread_rows
from govgraph.drawing.routes.levels import LOOP_ROOM
from govgraph.drawing.routes.nets import find_legs, find_self_lines
from govgraph.drawing.routes.ordered import Ordered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.measures import Measures, Size
    from govgraph.drawing.placement import Placement
    from govgraph.drawing.routes.nets import Leg

_PORT = 17.0  # what each line takes of the edge that it meets


def place(
    diagram: Diagram,
    measures: Measures,
    *,
    widest: float = 0.0,
    spacing: Spacing = ROOMY,
    turned: bool = False,
    graphviz: bool = True,
) -> Placement:
    """The placement of a diagram with superiors above their subordinates.

    Args:
        diagram: What is drawn.
        measures: The room that its texts take.
        widest: How wide it may be, in points, unless it needs more.
        spacing: How much air there is.
        turned: True to place superiors left of their subordinates instead, without tiers' bands.
        graphviz: False to find the order of the rows without Graphviz.
    """
    sizes = measures.bodies
    if turned:
        sizes = {body: (height, width) for body, (width, height) in sizes.items()}
    rows = find_rows(diagram)
    row_of = rows.row_of()
    legs = find_legs(diagram, row_of)
    widths = _widths(sizes, legs)
    looped = {diagram.lines[line].to for line in find_self_lines(diagram)}
    frame = build_frame(
        rows.bodies,
        legs,
        {body: width + 2 * LOOP_ROOM * (body in looped) for body, width in widths.items()},
        area_members(diagram),
        spacing,
    )
    order = order_rows(frame, graphviz=graphviz)
    spread = spread_rows(frame, order, widest)
    spans = {
        body: (middle - widths[body] / 2, middle + widths[body] / 2)
        for body, middle in zip(frame.bodies, spread.middle, strict=False)
    }
    ordered_rows = tuple(
        tuple(frame.bodies[item] for item in row if not frame.is_bend(item)) for row in order
    )
    claimed = {
        body: (low - LOOP_ROOM * (body in looped), high + LOOP_ROOM * (body in looped))
        for body, (low, high) in spans.items()
    }
    areas = area_spans(diagram, ordered_rows, claimed, spacing)
    ordered = Ordered(
        rows=ordered_rows,
        spans=spans,
        heights=tuple(max(sizes[body][1] for body in row) for row in ordered_rows),
        areas=areas,
        bends={
            bend: spread.middle[item]
            for item, bend in enumerate(frame.bends, start=len(frame.bodies))
        },
        lanes={},
        spacing=spacing,
        turned=turned,
    )
    return finish(diagram, ordered, legs, rows.tiers, measures)


def rough_size(diagram: Diagram, measures: Measures, *, turned: bool = False) -> Size:
    """About how wide and high the placement will be at the least: found without any line."""
    rows = [[measures.bodies[body] for body in row] for row in find_rows(diagram).bodies]
    along = 1 if turned else 0
    row = max((sum(size[along] + CLOSE.body_gap for size in sizes) for sizes in rows), default=0.0)
    rest = sum(max(size[1 - along] for size in sizes) + CLOSE.quiet for sizes in rows)
    return (rest, row) if turned else (row, rest)


def _widths(sizes: Mapping[str, Size], legs: Sequence[Leg]) -> dict[str, float]:
    """The width of every box: wide enough for its text and for the lines that meet it."""
    ports: Counter[tuple[str, int]] = Counter()
    for leg in legs:
        ports[leg.hub, leg.side or -1] += 1
        ports.update((end, -leg.side or -1) for end in {end for _, end in leg.ends})
    widths = {body: size[0] for body, size in sizes.items()}
    for (body, _), count in ports.items():
        widths[body] = max(widths[body], (count + 1) * _PORT)
    return widths
