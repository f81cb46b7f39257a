"""From places across the rows to a placement: lines led, heights found, marks set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout_areas import draw_bands, draw_outlines
from govgraph.drawing.layout_marks import Crowd, place_badges, place_labels
from govgraph.drawing.placement import Box, Placement, moved
from govgraph.drawing.routes import route_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout_measures import Measures
    from govgraph.drawing.routes import Ordered
    from govgraph.drawing.routes_nets import Leg

_EDGE = 6.0  # kept free round the whole drawing: half of the thickest line, an arrowhead's width


def finish(
    diagram: Diagram,
    ordered: Ordered,
    legs: Sequence[Leg],
    tiers: Sequence[str | None],
    measures: Measures,
) -> Placement:
    """Everything in its place, with outlines, bands, badges and words, from the page's corner.

    Args:
        diagram: What is drawn.
        ordered: Where its bodies stand across their rows.
        legs: Its lines, sorted into legs.
        tiers: The tier of each row, or None.
        measures: The room that its texts take.
    """
    routed = route_lines(diagram, ordered, legs)
    rows = [(top, top + ordered.heights[row]) for row, top in enumerate(routed.tops)]
    boxes = {
        body: Box(ordered.spans[body][0], rows[row][0], ordered.spans[body][1], rows[row][1])
        for row, bodies in enumerate(ordered.rows)
        for body in bodies
    }
    air = ordered.spacing
    outlines, unnamed = draw_outlines(ordered.areas, rows, routed.routes, measures.area_label, air)
    crowd = Crowd()
    crowd.add_boxes(boxes)
    crowd.add_routes(routed.routes)
    for outline in outlines:
        crowd.add(outline.label_box)
        crowd.add_outline(outline.box)
    badges = place_badges(diagram, boxes, routed.routes, crowd)
    labels, unplaced = place_labels(measures.scopes, routed.routes, crowd)
    notes = [f"No outline is drawn round {area}: its name found no room." for area in unnamed]
    notes += [_scope_note(diagram, line) for line in unplaced]
    everything = [
        *boxes.values(),
        *(outline.box for outline in outlines),
        *(outline.label_box for outline in outlines),
        *(badge.box for badge in badges),
        *(label.box for label in labels),
        *(Box(x, y, x, y) for route in routed.routes for x, y in route.points),
    ]
    left = min((box.x0 for box in everything), default=0.0) - _EDGE
    top = min((box.y0 for box in everything), default=0.0) - _EDGE
    right = max((box.x1 for box in everything), default=0.0) + _EDGE
    bottom = max((box.y1 for box in everything), default=0.0) + _EDGE
    whole = Placement(
        width=right,
        height=bottom,
        boxes=tuple(sorted(boxes.items())),
        routes=routed.routes,
        areas=outlines,
        bands=draw_bands(tiers, rows, (top, bottom), ordered.areas, air),
        badges=badges,
        labels=labels,
        name_size=measures.name_size,
        notes=tuple(notes),
    )
    return moved(whole, -left, -top)


def _scope_note(diagram: Diagram, line: int) -> str:
    """The words that found no room beside their line, as a sentence."""
    names = {body.id: body.name for body in diagram.bodies}
    found = diagram.lines[line]
    return f"{names[found.from_]} {found.label} {names[found.to]}: {found.scope}."
