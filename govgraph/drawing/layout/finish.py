"""From places across the rows to a placement: lines led, heights found, marks set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.crowd import Crowd
from govgraph.drawing.layout.areas import draw_bands, draw_outlines
from govgraph.drawing.layout.marks import place_badges, place_labels
from govgraph.drawing.placement import Box, Placement, moved
from govgraph.drawing.routes.lead import route_lines
from govgraph.drawing.strokes.bodies import RING
from govgraph.drawing.strokes.lines import find_ends, form_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.measures import Measures
    from govgraph.drawing.placement import Badge, Route
    from govgraph.drawing.routes.nets import Leg
    from govgraph.drawing.routes.ordered import Ordered

_LABEL_AIR = 8.0  # above and below the words beside a line, together
_MARK_AIR = 0.5  # between the mark at the end of a line and words
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
    drawn = _Drawn(diagram, ordered, legs, measures)
    if drawn.unplaced:
        along = 0 if ordered.turned else 1
        rooms = {line: measures.scopes[line][0][1][along] + _LABEL_AIR for line in drawn.unplaced}
        drawn = _Drawn(diagram, replace(ordered, label_rooms=rooms), legs, measures)
    routes, rows, outlines = drawn.routes, drawn.rows, drawn.outlines
    tiers = [None] * len(tiers) if ordered.turned else tiers
    notes = [f"No outline is drawn round {area}: its name found no room." for area in drawn.unnamed]
    notes += dict.fromkeys(_scope_note(diagram, line) for line in drawn.unplaced)
    everything = [
        *drawn.boxes.values(),
        *(outline.box for outline in outlines),
        *(outline.label_box for outline in outlines),
        *(badge.box for badge in drawn.badges),
        *(label.box for label in drawn.labels),
        *(Box(x, y, x, y) for route in routes for x, y in route.points),
    ]
    left = min((box.x0 for box in everything), default=0.0) - _EDGE
    top = min((box.y0 for box in everything), default=0.0) - _EDGE
    right = max((box.x1 for box in everything), default=0.0) + _EDGE
    bottom = max((box.y1 for box in everything), default=0.0) + _EDGE
    whole = Placement(
        width=right,
        height=bottom,
        boxes=tuple(sorted(drawn.boxes.items())),
        routes=routes,
        areas=outlines,
        bands=draw_bands(tiers, rows, (top, bottom), ordered.areas, ordered.spacing),
        badges=drawn.badges,
        labels=drawn.labels,
        name_size=measures.name_size,
        notes=(*notes, *_unmarked(diagram, drawn.badges)),
    )
    return moved(whole, -left, -top)


class _Drawn:
    """Lines led, then outlines, badges and words put where there is room.

    Attributes:
        routes: The ways of the lines.
        rows: The upper and lower edge of every row.
        boxes: The boxes of the bodies.
        outlines: The outlines of the areas.
        unnamed: The areas whose name found no room.
        badges: The badges.
        labels: The words beside lines.
        unplaced: The lines whose words found no room.
    """

    def __init__(
        self, diagram: Diagram, ordered: Ordered, legs: Sequence[Leg], measures: Measures
    ) -> None:
        routed = route_lines(diagram, ordered, legs)
        self.routes = routed.routes
        self.rows = [(top, top + ordered.heights[row]) for row, top in enumerate(routed.tops)]
        self.boxes = {
            body: Box(ordered.spans[body][0], top, ordered.spans[body][1], bottom)
            for (top, bottom), bodies in zip(self.rows, ordered.rows, strict=True)
            for body in bodies
        }
        if ordered.turned:
            self.boxes = {body: box.turned for body, box in self.boxes.items()}
            self.routes = tuple(_turned(route) for route in self.routes)
        self.outlines, self.unnamed = draw_outlines(
            ordered.areas,
            self.rows,
            self.routes,
            measures.area_label,
            ordered.spacing,
            turned=ordered.turned,
        )
        crowd = Crowd()
        crowd.add_boxes(self.boxes)
        crowd.add_routes(self.routes)
        for outline in self.outlines:
            crowd.add(outline.label_box)
            crowd.add_outline(outline.box)
        self.badges = place_badges(diagram, self.boxes, self.routes, crowd)
        for body in diagram.bodies:
            if body.orphan and body.id in self.boxes:
                crowd.add_outline(self.boxes[body.id].grown(RING))
        for route in self.routes:
            for end in find_ends(form_of(diagram.lines[route.line]), route.points):
                crowd.add(end.box.grown(_MARK_AIR))
        self.labels, self.unplaced = place_labels(measures.scopes, self.routes, crowd)


def _turned(route: Route) -> Route:
    """The same way with across and down exchanged."""
    return replace(route, points=tuple((y, x) for x, y in route.points))


def _unmarked(diagram: Diagram, badges: tuple[Badge, ...]) -> Iterator[str]:
    """A sentence for each finding that concerns a body on which its badge found no room."""
    marked = {(badge.finding, badge.body) for badge in badges}
    for finding in diagram.findings:
        names = [
            body.name
            for body in diagram.bodies
            if body.id in finding.bodies and (finding.number, body.id) not in marked
        ]
        if names:
            there = ", ".join(names)
            yield f"Finding {finding.number} also concerns {there}: its mark found no room there."


def _scope_note(diagram: Diagram, line: int) -> str:
    """The words that found no room beside their line, as a sentence on it or on all like it."""
    names = {body.id: body.name for body in diagram.bodies}
    found = diagram.lines[line]
    like = [other for other in diagram.lines if (other.to, other.kind) == (found.to, found.kind)]
    alike = len(like) > 1 and len({other.scope for other in like}) == 1
    lower = f"Each of {len(like)}" if alike else names[found.from_]
    return f"{lower} {found.label} {names[found.to]}: {found.scope}."
