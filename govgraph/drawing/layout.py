"""Where everything on one drawing stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govgraph.drawing.layout_areas import area_members, area_spans, draw_bands, draw_outlines
from govgraph.drawing.layout_frame import build_frame
from govgraph.drawing.layout_marks import Crowd, place_badges, place_labels
from govgraph.drawing.layout_order import order_rows
from govgraph.drawing.layout_rows import find_rows
from govgraph.drawing.layout_spread import spread_rows
from govgraph.drawing.placement import Box, Placement, moved
from govgraph.drawing.routes import Ordered, route_lines
from govgraph.drawing.routes_levels import LOOP_ROOM
from govgraph.drawing.routes_nets import find_legs, find_self_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout_measures import Measures, Size
    from govgraph.drawing.routes import Routed
    from govgraph.drawing.routes_nets import Leg

_PORT = 12.0  # what each line takes of the edge that it meets
_EDGE = 6.0  # kept free round the whole drawing: half of the thickest line, an arrowhead's width


def place(diagram: Diagram, measures: Measures, *, graphviz: bool = True) -> Placement:
    """The placement of a diagram with superiors above their subordinates.

    Args:
        diagram: What is drawn.
        measures: The room that its texts take.
        graphviz: False to find the order of the rows without Graphviz.
    """
    sizes = measures.bodies
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
    )
    order = order_rows(frame, graphviz=graphviz)
    spread = spread_rows(frame, order)
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
    areas = area_spans(diagram, ordered_rows, claimed)
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
        label_rooms={line: size[1] + 8 for line, (_, size) in measures.scopes.items()},
    )
    routed = route_lines(diagram, ordered, legs)
    return _placement(diagram, ordered, routed, rows.tiers, measures)


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


def _placement(
    diagram: Diagram,
    ordered: Ordered,
    routed: Routed,
    tiers: Sequence[str | None],
    measures: Measures,
) -> Placement:
    """Everything in its place, with outlines, bands, badges and words, from the page's corner."""
    rows = [(top, top + ordered.heights[row]) for row, top in enumerate(routed.tops)]
    boxes = {
        body: Box(ordered.spans[body][0], rows[row][0], ordered.spans[body][1], rows[row][1])
        for row, bodies in enumerate(ordered.rows)
        for body in bodies
    }
    outlines, unnamed = draw_outlines(ordered.areas, rows, routed.routes, measures.area_label)
    crowd = Crowd()
    crowd.add_boxes(boxes)
    crowd.add_routes(routed.routes)
    for outline in outlines:
        crowd.add(outline.label_box)
        crowd.add_outline(outline.box)
    badges = place_badges(diagram, boxes, routed.routes, crowd)
    labels, unplaced = place_labels(measures.scopes, routed.routes, crowd)
    notes = [f"The outline of {area} found no room" for area in unnamed]
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
        bands=draw_bands(tiers, rows, top, bottom, ordered.areas),
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
    return f"{names[found.from_]} {found.label} {names[found.to]}: {found.scope}"
