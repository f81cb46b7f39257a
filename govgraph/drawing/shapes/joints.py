"""Where a proposed line runs into a bus of lines that are agreed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.placement import Point

_NEAR = 0.05  # points; what rounding may do to two lines that were laid upon each other


def until_joint(
    corners: Sequence[Point], buses: Sequence[Sequence[Point]]
) -> tuple[Point, ...] | None:
    """The corners of a line as far as the place where it joins one of the others.

    From there on both lie upon each other, and a hollow line under a solid one would look like
    neither. None when the line lies on the others all the way.

    Args:
        corners: An orthogonal line, from its beginning to the end that it shares.
        buses: The lines that it may join, which end where it ends.
    """
    stretches = [stretch for bus in buses for stretch in pairwise(bus)]
    kept = list(corners)
    while len(kept) > 1:
        place = _covered_from(kept[-2], kept[-1], stretches)
        if place != kept[-2]:
            return (*kept[:-1], place)
        kept.pop()
    return None


def _covered_from(start: Point, end: Point, stretches: Sequence[tuple[Point, Point]]) -> Point:
    """The first point, seen from the start, from which all the way to the end is covered."""
    place = end
    moved = True
    while moved and place != start:
        moved = False
        for stretch in stretches:
            further = _further(start, place, stretch)
            if further != place:
                place, moved = further, True
    return place


def _further(start: Point, place: Point, stretch: tuple[Point, Point]) -> Point:
    """How far towards the start a stretch covers the way, if it covers `place`."""
    along = 0 if abs(start[1] - place[1]) < _NEAR else 1
    across = 1 - along
    if any(abs(point[across] - place[across]) > _NEAR for point in (*stretch, start)):
        return place
    low, high = sorted(point[along] for point in stretch)
    if not low - _NEAR <= place[along] <= high + _NEAR:
        return place
    backwards = start[along] < place[along]
    reached = max(low, start[along]) if backwards else min(high, start[along])
    if abs(reached - start[along]) < _NEAR:
        return start
    ahead = reached < place[along] - _NEAR if backwards else reached > place[along] + _NEAR
    if not ahead:
        return place
    return (reached, place[1]) if along == 0 else (place[0], reached)
