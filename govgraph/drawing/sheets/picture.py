"""The drawing itself, without its sheet: areas, lines, bodies, badges, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.shapes.badges import draw_badge
from govgraph.drawing.shapes.buses import draw_buses, stands_for
from govgraph.drawing.shapes.drawn_body import draw_body
from govgraph.drawing.sheets.labels import draw_area, draw_scope
from govgraph.drawing.svg import element, titled

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.placement import Placement
    from govgraph.drawing.theme import Theme


def draw_picture(diagram: Diagram, placement: Placement, theme: Theme) -> str:
    """Everything that the placement gives a place, in points from its top left corner."""
    boxes = dict(placement.boxes)
    findings = {finding.number: finding for finding in diagram.findings}
    parts = [draw_area(area, theme) for area in placement.areas]
    parts.append(draw_buses(diagram, placement, theme))
    parts += [
        draw_body(body, boxes[body.id], theme, placement.name_size)
        for body in diagram.bodies
        if body.id in boxes
    ]
    parts += [
        element(
            "g",
            draw_scope(label, theme),
            class_="gg-scope",
            **stands_for(diagram.lines[label.line]),
        )
        for label in placement.labels
    ]
    for badge in placement.badges:
        finding = findings[badge.finding]
        drawn = draw_badge(finding.number, finding.severity, badge.box, theme.findings)
        said = f"Finding {finding.number}: {finding.text}"
        about = {} if finding.line is None else stands_for(diagram.lines[finding.line])
        which = {"data_finding": str(finding.number), "data_body": badge.body}
        parts.append(titled(drawn, said, class_="gg-finding", **which, **about))
    return "".join(parts)
