"""The seven forms of a line: its dashes, its ends, hollow when proposed, cased in white."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.occupancy import around_mark
from govgraph.drawing.shapes.line_ends import LENGTH, SETBACK, Mark, draw_mark
from govgraph.drawing.svg import element, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Dash, DiagramLine, LineStyle, Look, Status
    from govgraph.drawing.diagram import End as LookEnd
    from govgraph.drawing.geometry import Segment
    from govgraph.drawing.placement import Box, Point
    from govgraph.drawing.theme import LineColours

CASING = 1.8
"""How far the white casing looks out on either side of a line, in points."""

_HOLLOW = 1.3  # how much further out the two rims of a hollow line lie
_HOLLOW_DOTS = "0.1 7"  # hollow dots are larger, and stand further apart
_CORE = 1.5  # the least width of the white inside
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


@dataclass(frozen=True, slots=True)
class Ends:
    """Which of its marks a line bears, and from which end its dashes are counted.

    A line that runs into another has no mark there. Dashes of lines that share a stretch fall upon
    each other when they are counted from the end of it that they share.
    """

    head: bool = True
    tail: bool = True
    from_head: bool = False


WHOLE = Ends()


@dataclass(frozen=True, slots=True)
class End:
    """A mark at the end of a line: its foremost point, and a point of the line before it."""

    mark: Mark
    tip: Point
    before: Point

    @property
    def box(self) -> Box:
        """What it takes of the drawing."""
        return around_mark(self.tip, self.before, LENGTH[self.mark])


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


_DASHES: dict[Dash, tuple[str | None, bool]] = {
    "solid": (None, False),
    "dashed": ("6.5 3.5", False),
    "short": ("3 2.6", False),
    "long": ("12 4", False),
    "dash-dot": ("7 2.6 1.4 2.6", False),
    "dotted": ("0.1 4.2", True),
}
_MARKS: dict[LookEnd, Mark] = {
    "none": "none",
    "arrow": "vee",
    "triangle": "hollow-triangle",
    "diamond": "hollow-diamond",
    "dot": "dot",
    "ring": "ring",
}


def form_of(line: DiagramLine) -> LineForm:
    """The dashes and marks of a line: those of its form, but for what its look says."""
    return with_look(line.style, line.look)


def with_look(style: LineStyle, look: Look) -> LineForm:
    """A form of line in a look; of one with marks at both ends the look is that of both."""
    form = FORMS[style]
    if look.dash:
        dashes, dotted = _DASHES[look.dash]
        form = replace(form, dashes=dashes, dotted=dotted)
    if look.end:
        head = "triangle" if (style, look.end) == ("accountable", "triangle") else _MARKS[look.end]
        form = replace(form, head=head, tail="none" if form.tail == "none" else head)
    return form


def draw_line(
    form: LineForm,
    status: Status,
    corners: Sequence[Point],
    colours: LineColours,
    ends: Ends = WHOLE,
) -> str:
    """A line with its marks, from the body that answers to the one that is answered to.

    A proposed or shadow line is hollow: this is its white inside, which lies on its rims. One that
    has ended bears a cross.
    """
    path = _path(form, corners, ends)
    drawn = _core(form, path, colours) if is_hollow(status) else _solid(form, path, colours)
    drawn += "".join(draw_end(end, colours) for end in find_ends(form, corners, ends))
    if status != "ended":
        return drawn
    bare = shortened(corners, LENGTH[form.tail] * ends.tail, LENGTH[form.head] * ends.head)
    return drawn + _cross(bare, colours.colour)


def find_ends(form: LineForm, corners: Sequence[Point], ends: Ends = WHOLE) -> Iterator[End]:
    """The marks that a line bears, the head before the tail."""
    if ends.head and form.head != "none":
        yield End(form.head, corners[-1], corners[-2])
    if ends.tail and form.tail != "none":
        yield End(form.tail, corners[0], corners[1])


def draw_end(end: End, colours: LineColours) -> str:
    """The mark at one end of a line."""
    return draw_mark(end.mark, end.tip, _angle(end.before, end.tip), colours.colour)


def draw_rims(
    form: LineForm, corners: Sequence[Point], colours: LineColours, ends: Ends = WHOLE
) -> str:
    """The rims of a hollow line: all those of a bus are drawn before the insides."""
    width = colours.width + 2 * _HOLLOW
    dashes = _HOLLOW_DOTS if form.dotted else form.dashes
    path = _path(form, corners, ends)
    return _stroke(form, path, colours.colour, width, dashes)


def draw_casing(
    form: LineForm, status: Status, corners: Sequence[Point], colours: LineColours
) -> str:
    """The white band on which a whole line lies, which parts it from the lines below."""
    return _edge(_path(form, corners), colours, hollow=is_hollow(status))


def draw_edges(pieces: Sequence[Segment], colours: LineColours, *, hollow: bool) -> str:
    """The white band of a line where it crosses others, in short pieces."""
    written = "".join(f"M{_pair(start)}L{_pair(end)}" for start, end in pieces)
    return _edge(written, colours, hollow=hollow)


def _edge(path: str, colours: LineColours, *, hollow: bool) -> str:
    width = colours.width + 2 * (CASING + (_HOLLOW if hollow else 0.0))
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


def _path(form: LineForm, corners: Sequence[Point], ends: Ends = WHOLE) -> str:
    tail = SETBACK[form.tail] if ends.tail else 0.0
    head = SETBACK[form.head] if ends.head else 0.0
    short = shortened(corners, tail, head)
    return way(short[::-1] if ends.from_head and form.dashes else short)


def _solid(form: LineForm, path: str, colours: LineColours) -> str:
    return _stroke(form, path, colours.colour, colours.width, form.dashes)


def _core(form: LineForm, path: str, colours: LineColours) -> str:
    dashes = _HOLLOW_DOTS if form.dotted else None
    return _stroke(form, path, _WHITE, max(colours.width, _CORE), dashes)


def _stroke(form: LineForm, path: str, colour: str, width: float, dashes: str | None) -> str:
    return element(
        "path",
        d=path,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_linecap="round" if form.dotted else None,
    )


def _cross(corners: Sequence[Point], colour: str) -> str:
    """A cross in the middle of the longest stretch, the marks at the ends left off."""
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
