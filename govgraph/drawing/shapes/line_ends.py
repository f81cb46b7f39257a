"""What stands at the ends of a line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from govgraph.drawing.svg import element, points

if TYPE_CHECKING:
    from govgraph.drawing.placement import Point

Mark = Literal["none", "triangle", "vee", "hollow-diamond", "dot", "hollow-triangle", "ring"]

SETBACK: dict[Mark, float] = {
    "none": 0.0,
    "triangle": 9.0,
    "vee": 1.2,
    "hollow-diamond": 12.0,
    "dot": 3.2,
    "hollow-triangle": 10.0,
    "ring": 6.4,
}
"""How far before its end a line stops, so that the mark stands clear of it, in points."""

LENGTH: dict[Mark, float] = {
    "none": 0.0,
    "triangle": 10.0,
    "vee": 8.5,
    "hollow-diamond": 12.6,
    "dot": 6.8,
    "hollow-triangle": 10.6,
    "ring": 7.8,
}
"""How far a mark reaches back from the end of its line, in points."""

_WHITE = "#ffffff"
_CORNERS: dict[Mark, tuple[Point, ...]] = {
    "triangle": ((0, 0), (-10, 4.6), (-10, -4.6)),
    "hollow-triangle": ((-0.8, 0), (-10, 4.6), (-10, -4.6)),
    "hollow-diamond": ((-0.6, 0), (-6.3, 4), (-12, 0), (-6.3, -4)),
    "vee": ((-8.5, 4.4), (-0.4, 0), (-8.5, -4.4)),
}
"""How far along the line and across it each corner lies from the tip."""


def draw_mark(mark: Mark, tip: Point, towards: float, colour: str) -> str:
    """A mark whose foremost point is `tip`.

    Args:
        mark: Which one; `none` draws nothing.
        tip: Where it touches the body, in points.
        towards: The direction of the line at its end, in radians.
        colour: The colour of the line.
    """
    cosine, sine = math.cos(towards), math.sin(towards)

    def at(along: float, across: float) -> Point:
        return tip[0] + along * cosine - across * sine, tip[1] + along * sine + across * cosine

    filled = mark in ("triangle", "dot")
    look: dict[str, float | str | None] = {"fill": colour if filled else _WHITE}
    if not filled:
        look |= {"stroke": colour, "stroke_width": 1.4 if mark in ("vee", "ring") else 1.3}
    if mark in ("dot", "ring"):
        x, y = at(-3.4 if filled else -3.9, 0)
        return element("circle", cx=x, cy=y, r=3.4 if filled else 3.2, **look)
    if mark == "vee":
        look["fill"] = "none"
    corners = points(at(*corner) for corner in _CORNERS.get(mark, ()))
    name = "polyline" if mark == "vee" else "polygon"
    return element(name, points=corners, **look) if corners else ""
