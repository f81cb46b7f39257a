"""The eight forms of a body, and where a line meets them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from govgraph.drawing.placement import Box
from govgraph.drawing.svg import element, points, rectangle

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Shape, Status
    from govgraph.drawing.placement import Point
    from govgraph.drawing.theme import BodyColours

DASHES: dict[Status, str | None] = {
    "active": None,
    "proposed": "5 3",
    "shadow": "10 2.5 2 2.5",
    "ended": "1.4 2.6",
}
"""How the border says where a body stands in its life; a pill in the box says it in words."""

BAR = 5.0
"""The bar at the left of a sub-group, in points."""

_ROUND, _INNER, _SIDE, _CAP, _CAP_AIR = 9.0, 3.0, 6.0, 3.0, 2.4
_HEXAGON, _CUT = 11.0, 9.0
_WHITE = "#ffffff"


def draw_shape(
    shape: Shape, box: Box, colours: BodyColours, status: Status = "active", *, apex: bool = False
) -> str:
    """The form of a body, without its text.

    A body that is not active is white with a broken border. An apex has a bar below its top edge.
    """
    planned = status != "active"
    border = colours.border
    look: dict[str, float | str | None] = {
        "fill": _WHITE if planned else colours.fill,
        "stroke": border,
        "stroke_width": colours.width,
        "stroke_dasharray": DASHES[status],
    }
    outline = corners(shape, box)
    if outline:
        drawn = element("polygon", points=points(outline), **look)
    else:
        rounding = {"local-partnership": _ROUND, "sub-group": 2.0}.get(shape)
        drawn = rectangle(box, rx=min(rounding, box.height / 2) if rounding else None, **look)
    inner = colours.label if shape == "trust" and not planned else border
    drawn += _inside(shape, box, inner, look)
    return drawn + (_cap(shape, box, colours.label if not planned else border) if apex else "")


def corners(shape: Shape, box: Box) -> tuple[Point, ...]:
    """The corners of a form that is no rectangle, clockwise; none for one that is."""
    x0, y0, x1, y1 = box.x0, box.y0, box.x1, box.y1
    if shape == "chairs-group":
        cut, middle = _slant(box), (y0 + y1) / 2
        return (
            *((x0, middle), (x0 + cut, y0), (x1 - cut, y0)),
            *((x1, middle), (x1 - cut, y1), (x0 + cut, y1)),
        )
    if shape == "lsp":
        cut = _corner(box)
        return (
            *((x0, y0 + cut), (x0 + cut, y0), (x1 - cut, y0), (x1, y0 + cut)),
            *((x1, y1 - cut), (x1 - cut, y1), (x0 + cut, y1), (x0, y1 - cut)),
        )
    return ()


def met(shape: Shape, box: Box, point: Point) -> Point:
    """Where a line that reaches `point` on the edge of the box meets the form inside it.

    Upright or level, the line goes on until it touches the slanted or rounded edge.
    """
    x, y = point
    left, above = x - box.x0, y - box.y0
    right, below = box.x1 - x, box.y1 - y
    least = min(abs(left), abs(right), abs(above), abs(below))
    if least in (abs(left), abs(right)):
        inset = _inset(shape, box, min(above, below), level=True)
        return (x + inset, y) if least == abs(left) else (x - inset, y)
    inset = _inset(shape, box, min(left, right), level=False)
    return (x, y + inset) if least == abs(above) else (x, y - inset)


def _inset(shape: Shape, box: Box, along: float, *, level: bool) -> float:
    """How far inside its box an edge lies, `along` points from the nearer corner."""
    along = max(along, 0.0)
    if shape == "chairs-group":
        cut, half = _slant(box), box.height / 2
        if level:
            return cut * max(0.0, 1 - along / half)
        return half * max(0.0, 1 - along / cut)
    if shape == "lsp":
        return max(0.0, _corner(box) - along)
    if shape == "local-partnership" and along < _ROUND:
        return _ROUND - math.sqrt(_ROUND**2 - (_ROUND - along) ** 2)
    return 0.0


def _slant(box: Box) -> float:
    return min(_HEXAGON, box.height * 0.45, box.width * 0.25)


def _corner(box: Box) -> float:
    return min(_CUT, box.height * 0.32, box.width * 0.2)


def _inside(shape: Shape, box: Box, inner: str, look: dict[str, float | str | None]) -> str:
    """What tells three rectangles apart: inner rule, bar on the left, two side bars."""
    if shape == "trust":
        return rectangle(box.grown(-_INNER), fill="none", stroke=inner, stroke_width=0.9)
    if shape == "sub-group":
        solid = look["stroke_dasharray"] is None
        bar = Box(box.x0, box.y0, box.x0 + BAR, box.y1)
        return rectangle(bar, **{**look, "fill": look["stroke"] if solid else _WHITE})
    if shape == "commissioning":
        side = min(_SIDE, box.width * 0.15)
        ends = {"y1": box.y0, "y2": box.y1}
        look = {**look, "fill": None}
        return "".join(
            element("line", x1=x, x2=x, **ends, **look) for x in (box.x0 + side, box.x1 - side)
        )
    return ""


def _cap(shape: Shape, box: Box, colour: str) -> str:
    """The bar below the top edge of a body at which accountability may end.

    It keeps off the edge, so that on a dark body it is seen as a bar and not as a missing top.
    """
    sides = {
        "chairs-group": _slant(box),
        "lsp": _corner(box),
        "local-partnership": _ROUND,
        "commissioning": min(_SIDE, box.width * 0.15),
    }
    side = sides.get(shape, 0.0)
    inner = _INNER if shape == "trust" else 0.0
    air = min(_CAP_AIR, box.height * 0.15)
    right = max(side, inner) + air
    left = BAR + air if shape == "sub-group" else right
    top = box.y0 + inner + air
    bar = Box(box.x0 + left, top, box.x1 - right, top + min(_CAP, box.height * 0.15))
    return rectangle(bar, fill=colour)
