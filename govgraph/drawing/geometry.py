"""Where upright boxes and orthogonal lines meet: asked by the layout and by its tests."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.drawing.placement import Point

Segment = tuple["Point", "Point"]
"""A straight piece of a line between two corners."""

TOUCH = 0.01
"""Two places nearer than this, in points, are the same place."""


def segments(points: Sequence[Point]) -> Iterator[Segment]:
    """The straight pieces of a polyline, in order."""
    return pairwise(points)


def runs_on_top(first: Segment, second: Segment, slack: float = TOUCH) -> bool:
    """True when two segments of the same direction share more than a point."""
    (ax, ay), (bx, by) = first
    (cx, cy), (dx, dy) = second
    if abs(ax - bx) <= slack and abs(cx - dx) <= slack:
        return abs(ax - cx) <= slack and _share(ay, by, cy, dy) > slack
    if abs(ay - by) <= slack and abs(cy - dy) <= slack:
        return abs(ay - cy) <= slack and _share(ax, bx, cx, dx) > slack
    return False


def tidied(points: Iterable[Point]) -> tuple[Point, ...]:
    """The same polyline without repeated corners and corners that do not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and _same(kept[-1], point):
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _share(a: float, b: float, c: float, d: float) -> float:
    """The length that the stretches a-b and c-d have in common; negative when apart."""
    return min(max(a, b), max(c, d)) - max(min(a, b), min(c, d))


def _same(first: Point, second: Point) -> bool:
    return abs(first[0] - second[0]) <= TOUCH and abs(first[1] - second[1]) <= TOUCH


def _in_line(first: Point, second: Point, third: Point) -> bool:
    level = abs(first[1] - second[1]) <= TOUCH and abs(second[1] - third[1]) <= TOUCH
    upright = abs(first[0] - second[0]) <= TOUCH and abs(second[0] - third[0]) <= TOUCH
    return level or upright
