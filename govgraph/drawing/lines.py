"""The seven forms of a line: its dashes, its ends, hollow when proposed, cased in white."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.marks import SETBACK, Mark, draw_mark
from govgraph.drawing.svg import element, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import LineStyle, Status
    from govgraph.drawing.placement import Point
    from govgraph.drawing.theme import LineColours

CASING = 1.8
"""How far the white casing looks out on either side of a line, in points."""

_HOLLOW = 1.3  # how much further out the two rims of a hollow line lie
_CORNER = 5.0  # the rounding of a corner
_CROSS = 3.6  # half the size of the cross upon a line that has ended
_WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class LineForm:
    """The dashes of a line and the marks at its ends; dots have round caps."""

    dashes: str | None
    head: Mark
    tail: Mark = "none"
    dotted: bool = False


FORMS: dict[LineStyle, LineForm] = {
    "accountable": LineForm(None, "triangle"),
    "reports": LineForm(None, "vee"),
    "part": LineForm(None, "none"),
    "support": LineForm("0.1 4.2", "hollow-diamond", dotted=True),
    "represents": LineForm("7 2.6 1.4 2.6", "dot"),
    "oversight": LineForm("12 4", "hollow-triangle"),
    "liaison": LineForm("6.5 3.5", "ring", "ring"),
}
"""In the order of the key; drawn the other way round, so that lines of account lie on top."""


def draw_line(
    style: LineStyle, status: Status, corners: Sequence[Point], colours: LineColours
) -> str:
    """A line with its marks, from the body that answers to the one that is answered to.

    A proposed or shadow line is hollow; one that has ended bears a cross.
    """
    form = FORMS[style]
    path = way(shortened(corners, SETBACK[form.tail], SETBACK[form.head]))
    drawn = _strokes(form, status, path, colours)
    drawn += draw_mark(form.head, corners[-1], _angle(corners[-2], corners[-1]), colours.colour)
    drawn += draw_mark(form.tail, corners[0], _angle(corners[1], corners[0]), colours.colour)
    return drawn + (_cross(corners, colours.colour) if status == "ended" else "")


def draw_casing(
    style: LineStyle, status: Status, corners: Sequence[Point], colours: LineColours
) -> str:
    """The white band on which a line lies, which parts it from the lines below."""
    form = FORMS[style]
    path = way(shortened(corners, SETBACK[form.tail], SETBACK[form.head]))
    hollow = _HOLLOW if is_hollow(status) else 0.0
    width = colours.width + 2 * (CASING + hollow)
    return element("path", d=path, stroke=_WHITE, stroke_width=width, fill="none")


def is_hollow(status: Status) -> bool:
    """True when a line is not yet agreed."""
    return status in ("proposed", "shadow")


def shortened(corners: Sequence[Point], tail: float, head: float) -> tuple[Point, ...]:
    """The same corners with so much taken off at either end."""
    first = _moved(corners[0], corners[1], tail)
    last = _moved(corners[-1], corners[-2], head)
    return (first, *corners[1:-1], last)


def way(corners: Sequence[Point]) -> str:
    """The corners as the `d` of a path, each corner rounded as far as its neighbours allow."""
    written = [f"M{_pair(corners[0])}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(_CORNER, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = _moved(corner, before, radius), _moved(corner, after, radius)
        written.append(f"L{_pair(start)}Q{_pair(corner)} {_pair(end)}")
    written.append(f"L{_pair(corners[-1])}")
    return "".join(written)


def _strokes(form: LineForm, status: Status, path: str, colours: LineColours) -> str:
    width = colours.width
    hollow = is_hollow(status)
    dashes = "0.1 7" if hollow and form.dotted else form.dashes
    cap = "round" if form.dotted else None
    outer = element(
        "path",
        d=path,
        fill="none",
        stroke=colours.colour,
        stroke_width=width + 2 * _HOLLOW if hollow else width,
        stroke_dasharray=dashes,
        stroke_linecap=cap,
    )
    if not hollow:
        return outer
    inner_dashes = dashes if form.dotted else None
    return outer + element(
        "path",
        d=path,
        fill="none",
        stroke=_WHITE,
        stroke_width=max(width, 1.5),
        stroke_dasharray=inner_dashes,
        stroke_linecap=cap,
    )


def _cross(corners: Sequence[Point], colour: str) -> str:
    """A cross in the middle of the longest stretch."""
    (x0, y0), (x1, y1) = max(pairwise(corners), key=lambda ends: math.dist(*ends))
    x, y, arm = (x0 + x1) / 2, (y0 + y1) / 2, _CROSS
    written = "".join(
        f"M{_pair((x - arm, y - side))}L{_pair((x + arm, y + side))}" for side in (arm, -arm)
    )
    return element("path", d=written, fill="none", stroke=colour, stroke_width=1.4)


def _angle(start: Point, end: Point) -> float:
    return math.atan2(end[1] - start[1], end[0] - start[0])


def _moved(point: Point, towards: Point, by: float) -> Point:
    """The point, moved towards another by so much, never further than that other."""
    distance = math.dist(point, towards)
    if not distance or not by:
        return point
    share = min(1.0, by / distance)
    return (
        point[0] + (towards[0] - point[0]) * share,
        point[1] + (towards[1] - point[1]) * share,
    )


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
