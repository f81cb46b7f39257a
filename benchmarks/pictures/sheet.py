"""A finished sheet as it is measured: its boxes, its lines, its texts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.pictures.svg import Transform, Way, to_segment

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from govgraph.drawing.placement import Box, Point

ACCOUNT = frozenset({"accountable", "reports"})
"""The forms of a line of account."""

HOLLOW = frozenset({"proposed", "shadow"})
"""The states in which a line is drawn hollow."""


@dataclass(frozen=True, slots=True)
class DrawnBody:
    """The box of a body, in units of the drawing.

    Attributes:
        id: Its identifier.
        title: What a browser says of it.
        box: Where it stands.
        outline: The corners of its form, if that is no rectangle.
        holds: The bodies that it stands for, if they are several.
        pointer: Where the body is really shown, if this box only says so.
    """

    id: str
    title: str
    box: Box
    outline: tuple[Point, ...] = ()
    holds: tuple[str, ...] = ()
    pointer: str = ""

    def distance(self, point: Point) -> float:
        """How far a point is from the form: 0 inside it."""
        if self.outline:
            cycle = (*self.outline, self.outline[0])
            if _inside(point, cycle):
                return 0.0
            return min(to_segment(point, a, b) for a, b in pairwise(cycle))
        return math.dist(point, self.closest(point))

    def closest(self, point: Point) -> Point:
        """The place of the box that is nearest to a point."""
        box = self.box
        return min(max(point[0], box.x0), box.x1), min(max(point[1], box.y0), box.y1)


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A relation as drawn, led from the body that answers to the one answered to.

    Attributes:
        from_: The body that answers.
        to: The body that is answered to.
        kind: The kind of relation.
        form: How the line looks.
        status: Whether it is in force.
        way: Its way.
        colour: What it is drawn in: of a hollow line that of its rims.
        width: How wide it is.
        buses: The places where it may run together with others that name them; first the one whose
            white edge it has.
        marks: The points of the marks at its ends.
    """

    from_: str
    to: str
    kind: str
    form: str
    status: str
    way: Way
    colour: str = "#111827"
    width: float = 1.1
    buses: tuple[int, ...] = ()
    marks: tuple[Point, ...] = ()

    @property
    def of_account(self) -> bool:
        """Whether it says who answers to whom."""
        return self.form in ACCOUNT

    @property
    def is_hollow(self) -> bool:
        """Whether it has two rims and a white inside."""
        return self.status in HOLLOW

    @property
    def bus(self) -> int:
        """The bus that it is drawn with; -1 where a tool knows none."""
        return self.buses[0] if self.buses else -1

    def __str__(self) -> str:
        return f"{self.from_} -> {self.to}"


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A line of text and what it covers, in points of the paper.

    Attributes:
        words: What it says.
        size: The size of its letters.
        box: What it covers.
        part: The class of the group that it stands in, without `gg-`.
        owner: The body, finding or line that the group stands for.
        role: Of a body's text what it is: name, kind, meta, chip.
    """

    words: str
    size: float
    box: Box
    part: str
    owner: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page.

    Attributes:
        root: The document.
        width: How wide it is in points.
        height: How high it is.
        form: How the bodies stand, or what stands there instead of a picture.
        bodies: The boxes by identifier, in units of the drawing.
        lines: The lines, in the order in which they are drawn.
        texts: All texts.
        drawing: How the drawing is moved and scaled on the paper.
        backgrounds: The colours on which nothing is printed.
    """

    root: Element
    width: float
    height: float
    form: str
    bodies: dict[str, DrawnBody]
    lines: tuple[DrawnLine, ...]
    texts: tuple[DrawnText, ...]
    drawing: Transform
    backgrounds: frozenset[str] = frozenset({"#ffffff"})

    @property
    def scale(self) -> float:
        """How much larger the drawing is printed than it is measured."""
        return self.drawing.scale


def together(one: DrawnLine, other: DrawnLine) -> bool:
    """True when two lines may share a stretch: they are of one form and meet in one place."""
    return one is other or not set(one.buses).isdisjoint(other.buses)


def _inside(point: Point, cycle: tuple[Point, ...]) -> bool:
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in pairwise(cycle):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd
