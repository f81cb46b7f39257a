"""The lines of a drawing, those of one form to one superior together as a bus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.description import sentence
from govgraph.drawing.joints import until_joint
from govgraph.drawing.lines import FORMS, draw_casing, draw_line, draw_rims, is_hollow
from govgraph.drawing.shapes import met
from govgraph.drawing.svg import element, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramLine, Shape
    from govgraph.drawing.placement import Box, Placement, Point
    from govgraph.drawing.theme import Theme

    Forms = dict[str, tuple[Shape, Box]]

_DEPTH = {style: depth for depth, style in enumerate(reversed(FORMS))}


@dataclass(frozen=True, slots=True)
class _Led:
    """A line and the way it takes; without a head when it runs into another."""

    line: DiagramLine
    corners: tuple[Point, ...]
    headed: bool = True


def draw_buses(diagram: Diagram, placement: Placement, theme: Theme) -> str:
    """All lines, deepest first: bus by bus one casing, the rims of the hollow ones, the lines.

    Lines of one form to one superior may share a stretch, so none of them may part another; lines
    to different superiors do part each other where they cross.
    """
    boxes = dict(placement.boxes)
    names = {body.id: body.name for body in diagram.bodies}
    forms: Forms = {
        body.id: (body.shape, boxes[body.id]) for body in diagram.bodies if body.id in boxes
    }
    buses: dict[tuple[int, str], list[_Led]] = {}
    for route in placement.routes:
        line = diagram.lines[route.line]
        led = _Led(line, _joined(forms, line, route.points))
        buses.setdefault((_DEPTH[line.style], line.to), []).append(led)
    return "".join(_bus(buses[key], names, theme) for key in sorted(buses))


def _bus(bus: Sequence[_Led], names: dict[str, str], theme: Theme) -> str:
    """One bus, the hollow lines below the solid ones and only as far as these begin."""
    colours = theme.lines[bus[0].line.style]
    style = bus[0].line.style
    solid = [led for led in bus if not is_hollow(led.line.status)]
    hollow = list(_cut([led for led in bus if is_hollow(led.line.status)], solid))
    casing = "".join(draw_casing(style, led.line.status, led.corners, colours) for led in bus)
    rims = "".join(draw_rims(style, led.corners, colours, headed=led.headed) for led in hollow)
    drawn = [element("g", casing, class_="casing"), rims]
    for led in (*hollow, *solid):
        line = led.line
        shown = draw_line(style, line.status, led.corners, colours, headed=led.headed)
        drawn.append(
            titled(
                shown,
                sentence(line, names),
                class_=f"line {style}",
                data_from=line.from_,
                data_to=line.to,
            )
        )
    return "".join(drawn)


def _cut(hollow: Iterable[_Led], solid: Sequence[_Led]) -> Iterable[_Led]:
    """The hollow lines, each as far as it has a way of its own."""
    ways = [led.corners for led in solid]
    for led in hollow:
        own = until_joint(led.corners, ways) if ways else led.corners
        if own is not None:
            yield _Led(led.line, own, headed=own == led.corners)


def _joined(forms: Forms, line: DiagramLine, corners: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners, led on to where the forms of the two bodies really begin."""
    first, last = (
        met(*forms[body], end) if body in forms else end
        for body, end in ((line.from_, corners[0]), (line.to, corners[-1]))
    )
    return (first, *corners[1:-1], last)
