"""A line walked in small steps over the two pictures of its sheet, and what it may lack."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.pictures.pixels import Owners, Seen, rgb

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from benchmarks.pictures.sheet import DrawnLine, Sheet
    from govgraph.drawing.placement import Point

    Floats = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]
    Numbers = npt.NDArray[np.int32]

LOOSE = "loose end"
"""The cause of a fault that is no hiding: a line stops short of its end."""

MARK = 16.0
"""As far from the end of a line its mark may reach, in units of the drawing."""

STEP = 0.5
"""The length of a step."""

_BRIDGE = 0.8  # units of good between two bad places that make them one


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be followed.

    Attributes:
        page: The page it is on, from 1.
        cause: What hides it (white edge, line, box, badge, label, lines, other colour), or LOOSE.
        line: Its two ends.
        account: Whether it is a line of account.
        length: How much of it, in printed points.
        gone: True where another colour is seen; False where another line looks like it.
        by: What hides it.
        start: Where that begins, in points of the paper.
        end: Where that ends.
    """

    page: int
    cause: str
    line: str
    account: bool
    length: float
    gone: bool
    by: str
    start: Point
    end: Point

    @property
    def is_loose(self) -> bool:
        """Whether the line does not reach its end, rather than being hidden on its way."""
        return self.cause == LOOSE

    def meets(self, other: Fault) -> bool:
        """True when the two lie in the same place."""
        return all(
            max(self.start[axis], self.end[axis]) + 6 >= min(other.start[axis], other.end[axis])
            and min(self.start[axis], self.end[axis]) - 6 <= max(other.start[axis], other.end[axis])
            for axis in (0, 1)
        )

    def __str__(self) -> str:
        where = f"at {self.start[0]:.0f},{self.start[1]:.0f}"
        if self.is_loose:
            short = f"({self.length:.0f} pt short)"
            return f"p{self.page} {self.line}: does not reach {self.by} {short} {where}"
        how = "hidden" if self.gone else "run over"
        told = f"p{self.page} {self.line}: {self.length:.0f} pt {how} by {self.cause} {self.by}"
        return f"{told} {where}"


@dataclass(frozen=True, slots=True)
class Look:
    """A sheet and its two pictures."""

    sheet: Sheet
    page: int
    owners: Owners
    seen: Seen

    def at(self, points: Floats) -> Floats:
        """Places of the drawing, in pixels."""
        drawing = self.sheet.drawing
        placed: Floats = points * drawing.scale + np.asarray((drawing.x, drawing.y))
        return placed * self.seen.scale

    def fault(
        self,
        line: DrawnLine,
        cause: str,
        by: str,
        ends: tuple[Point, Point],
        units: float,
        *,
        gone: bool,
    ) -> Fault:
        """A fault of a line between two places of the drawing."""
        start, end = map(self.sheet.drawing.at, ends)
        length = units * self.sheet.scale
        return Fault(self.page, cause, str(line), line.of_account, length, gone, by, start, end)


@dataclass(frozen=True, slots=True)
class Walk:
    """A line in small steps: its places, what lies left and right of them, the way so far."""

    line: DrawnLine
    points: Floats
    normal: Floats
    along: Floats
    centre: Numbers

    def place(self, step: int) -> Point:
        """Where a step is."""
        return float(self.points[step, 0]), float(self.points[step, 1])

    def ends(self, run: slice) -> tuple[Point, Point]:
        """Where a stretch begins and ends."""
        return self.place(run.start), self.place(run.stop - 1)


def walk_line(looked: Look, line: DrawnLine) -> Walk:
    """The line from box to box: through the marks at its ends."""
    bodies = looked.sheet.bodies
    way = list(line.way.fine)
    if (top := bodies.get(line.to)) and 0 < top.distance(way[-1]) < MARK:
        way.append(top.closest(way[-1]))
    if (below := bodies.get(line.from_)) and 0 < below.distance(way[0]) < MARK:
        way.insert(0, below.closest(way[0]))
    steps = [way[0]]
    for a, b in pairwise(way):
        count = max(1, math.ceil(math.dist(a, b) / STEP))
        shares = (step / count for step in range(1, count + 1))
        steps += [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for share in shares]
    points = np.asarray(steps)
    tangent = np.gradient(points, axis=0)
    norm = np.hypot(tangent[:, 0], tangent[:, 1])[:, None]
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) / np.where(norm == 0, 1, norm)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    centre = sampled(looked.owners.pixels, looked.at(points))
    return Walk(line, points, normal, along, centre)


def sampled(pixels: Numbers, at: Floats) -> Numbers:
    """What is found at some places, given in pixels."""
    places = np.floor(at).astype(int)
    high, wide = pixels.shape[:2]
    found: Numbers = pixels[np.clip(places[:, 1], 0, high - 1), np.clip(places[:, 0], 0, wide - 1)]
    return found


def within(sheet: Sheet, walk: Walk, by: float) -> Flags:
    """Which places lie in one of the line's own boxes, its border and its ring."""
    found = np.zeros(len(walk.points), bool)
    x, y = walk.points.T
    for body in (walk.line.from_, walk.line.to):
        if body in sheet.bodies:
            box = sheet.bodies[body].box.grown(by)
            found |= (x > box.x0) & (x < box.x1) & (y > box.y0) & (y < box.y1)
    return found


def runs(bad: Flags, along: Floats) -> Iterator[slice]:
    """Stretches of bad places; those with little good between them are one."""
    first = last = -1
    for step in map(int, np.flatnonzero(bad)):
        if first >= 0 and (step == last + 1 or along[step] - along[last] <= _BRIDGE + STEP):
            last = step
            continue
        if first >= 0:
            yield slice(first, last + 1)
        first = last = step
    if first >= 0:
        yield slice(first, last + 1)


def unlike(looked: Look, walk: Walk, offset: float) -> npt.NDArray[np.int64]:
    """How far the picture beside each place is from the line's colour."""
    at = looked.at(walk.points) + walk.normal * offset
    places = np.floor(at).astype(int)
    pixels = looked.seen.pixels
    high, wide = pixels.shape[:2]
    got = pixels[np.clip(places[:, 1], 0, high - 1), np.clip(places[:, 0], 0, wide - 1)]
    away: npt.NDArray[np.int64] = np.abs(
        got.astype(np.int64) - np.asarray(rgb(walk.line.colour))
    ).sum(axis=1)
    return away
