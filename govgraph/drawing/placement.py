"""Where everything on a drawing stands: what layout hands to the sheet, and its arrangement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from govgraph.drawing.paper import Paper


Point = tuple[float, float]
"""A place, as (x, y)."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to share a sheet between the drawing and what explains it.

    Attributes:
        key: `foot` is the key in columns below the drawing, the findings beside it; `compact` the
            same in smaller letters and as few lines as it takes; `beside` a column of both at the
            right of the drawing.
        findings_apart: Whether the findings are listed on a sheet of their own.
    """

    key: Literal["foot", "compact", "beside"] = "foot"
    findings_apart: bool = False


PLAIN = Arrangement()
"""The arrangement of a sheet with room enough."""


class Box(NamedTuple):
    """An upright rectangle from its top left (x0, y0) to its bottom right (x1, y1)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How high it is."""
        return self.y1 - self.y0

    @property
    def centre(self) -> Point:
        """The point in its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def grown(self, by: float) -> Box:
        """The same box with `by` more on every side."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    @property
    def turned(self) -> Box:
        """The same box with across and down exchanged."""
        return Box(self.y0, self.x0, self.y1, self.x1)

    def moved(self, dx: float, dy: float) -> Box:
        """The same box `dx` further right and `dy` further down."""
        return Box(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def overlaps(self, other: Box) -> bool:
        """True when the two share more than an edge."""
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one line, from the edge of the body it starts at to the edge of the other.

    Attributes:
        line: Index in `Diagram.lines`.
        points: At least two corners of an orthogonal polyline (or the two ends of a straight one).
    """

    line: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AreaOutline:
    """The outline round the bodies of one area, and the box of its name upon that outline."""

    area: str
    box: Box
    label_box: Box


@dataclass(frozen=True, slots=True)
class Band:
    """The strip of one tier across the whole sheet.

    Attributes:
        tier: Its name.
        start: Where it starts: its upper edge, or its left one if it is upright.
        end: Where it ends: its lower edge, or its right one.
        upright: True in a drawing from left to right, where tiers stand side by side.
    """

    tier: str
    start: float
    end: float
    upright: bool = False

    def moved(self, dx: float, dy: float) -> Band:
        """The same strip `dx` further right and `dy` further down."""
        by = dx if self.upright else dy
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Badge:
    """The place of one finding's number; a finding about several bodies has several.

    Attributes:
        finding: The finding's number.
        box: The square that the badge fills.
        body: The body that wears it, or None when it sits upon a line.
    """

    finding: int
    box: Box
    body: str | None = None


@dataclass(frozen=True, slots=True)
class ScopeLabel:
    """The words beside a line that say what it is limited to."""

    line: int
    box: Box
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """A finished layout of one page.

    Attributes:
        width: Width of the drawing, with nothing of it outside.
        height: Its height.
        boxes: Pairs of body id and box, sorted by id; a body on another page is missing.
        routes: The ways of the lines, by index.
        areas: The outlines of areas.
        bands: The strips of the tiers, from the top or from the left; may be empty.
        badges: The findings' places.
        labels: The scopes' places.
        name_size: The size the names were measured at, in points.
        form: How the bodies stand: down, sideways, stacked, wrapped and the like, in one word.
        notes: What the layout has to tell the reader ("Equal siblings share a box").
        arrangement: Where key and findings stand, so that the drawing has the room it was made for.
        paper: The paper that its sheet is to be printed on, where layout chose which way round;
            None for the one that was asked for.
    """

    width: float
    height: float
    boxes: tuple[tuple[str, Box], ...] = ()
    routes: tuple[Route, ...] = ()
    areas: tuple[AreaOutline, ...] = ()
    bands: tuple[Band, ...] = ()
    badges: tuple[Badge, ...] = ()
    labels: tuple[ScopeLabel, ...] = ()
    name_size: float = 10.5
    form: str = "down"
    notes: tuple[str, ...] = ()
    arrangement: Arrangement = PLAIN
    paper: Paper | None = None


def moved(placement: Placement, dx: float, dy: float) -> Placement:
    """The same placement `dx` further right and `dy` further down, and as much larger."""
    return replace(
        placement,
        width=placement.width + dx,
        height=placement.height + dy,
        boxes=tuple((body, box.moved(dx, dy)) for body, box in placement.boxes),
        routes=tuple(
            replace(route, points=tuple((x + dx, y + dy) for x, y in route.points))
            for route in placement.routes
        ),
        areas=tuple(
            replace(area, box=area.box.moved(dx, dy), label_box=area.label_box.moved(dx, dy))
            for area in placement.areas
        ),
        bands=tuple(band.moved(dx, dy) for band in placement.bands),
        badges=tuple(replace(badge, box=badge.box.moved(dx, dy)) for badge in placement.badges),
        labels=tuple(replace(label, box=label.box.moved(dx, dy)) for label in placement.labels),
    )
