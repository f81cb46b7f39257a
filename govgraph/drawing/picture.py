"""The drawing itself, without its sheet: areas, lines, bodies, badges, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.badges import draw_badge
from govgraph.drawing.bodies import draw_body
from govgraph.drawing.description import sentence
from govgraph.drawing.labels import draw_area, draw_scope
from govgraph.drawing.lines import FORMS, draw_casing, draw_line, is_hollow
from govgraph.drawing.shapes import met
from govgraph.drawing.svg import element, titled

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram, DiagramLine, Shape
    from govgraph.drawing.placement import Box, Placement, Point
    from govgraph.drawing.theme import Theme

    Forms = dict[str, tuple[Shape, Box]]

_DEPTH = {style: depth for depth, style in enumerate(reversed(FORMS))}


def draw_picture(diagram: Diagram, placement: Placement, theme: Theme) -> str:
    """Everything that the placement gives a place, in points from its top left corner."""
    boxes = dict(placement.boxes)
    findings = {finding.number: finding for finding in diagram.findings}
    parts = [draw_area(area, theme) for area in placement.areas]
    parts.append(_lines(diagram, placement, theme))
    parts += [
        draw_body(body, boxes[body.id], theme, placement.name_size)
        for body in diagram.bodies
        if body.id in boxes
    ]
    parts += [draw_scope(label, theme) for label in placement.labels]
    for badge in placement.badges:
        finding = findings[badge.finding]
        drawn = draw_badge(finding.number, finding.severity, badge.box, theme.findings)
        parts.append(titled(drawn, f"Finding {finding.number}: {finding.text}", class_="finding"))
    return "".join(parts)


def _lines(diagram: Diagram, placement: Placement, theme: Theme) -> str:
    """The lines, deepest first: per form and superior one casing, then the lines upon it.

    Lines of one form to one superior may share a stretch (a bus), so none of them may part another;
    lines to different superiors do part each other where they cross.
    """
    buses: dict[tuple[int, str], list[tuple[DiagramLine, tuple[Point, ...]]]] = {}
    boxes = dict(placement.boxes)
    forms: Forms = {
        body.id: (body.shape, boxes[body.id]) for body in diagram.bodies if body.id in boxes
    }
    for route in placement.routes:
        line = diagram.lines[route.line]
        corners = _joined(forms, line, route.points)
        buses.setdefault((_DEPTH[line.style], line.to), []).append((line, corners))
    names = {body.id: body.name for body in diagram.bodies}
    drawn = []
    for (_, _), bus in sorted(buses.items(), key=lambda item: item[0]):
        # A hollow line that joins a bus is laid below the solid ones.
        bus.sort(key=lambda item: (not is_hollow(item[0].status), item[0].from_))
        casing = "".join(
            draw_casing(line.style, line.status, corners, theme.lines[line.style])
            for line, corners in bus
        )
        drawn.append(element("g", casing, class_="casing"))
        drawn += [
            titled(
                draw_line(line.style, line.status, corners, theme.lines[line.style]),
                sentence(line, names),
                class_=f"line {line.style}",
                data_from=line.from_,
                data_to=line.to,
            )
            for line, corners in bus
        ]
    return "".join(drawn)


def _joined(forms: Forms, line: DiagramLine, corners: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners, led on to where the forms of the two bodies really begin."""
    first, last = (
        met(*forms[body], end) if body in forms else end
        for body, end in ((line.from_, corners[0]), (line.to, corners[-1]))
    )
    return (first, *corners[1:-1], last)
