"""How long and bent the lines are, how the boxes stand, and how much of the drawing they fill."""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from benchmarks.pictures.crossings import segments
from benchmarks.pictures.svg import bound, simplified
from govgraph.drawing.placement import Box

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.pictures.sheet import DrawnBody, DrawnLine

EM = 10.5
"""The size of a name at full size: the unit of lengths."""

_TURN = math.pi / 6  # the least that is a corner
_SHORT = 0.4  # units: a piece too short to tell where it leads
_SHARED = 0.5  # units that boxes may overlap: their borders


def bends(line: DrawnLine) -> float:
    """How often a line turns: its corners, or the quarter turns of a curve."""
    points = simplified(line.way.corners)
    turns = []
    for a, b, c in zip(points, points[1:], points[2:], strict=False):
        if math.dist(a, b) < _SHORT or math.dist(b, c) < _SHORT:
            continue
        turn = abs(math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0]))
        turns.append(min(turn, 2 * math.pi - turn))
    if line.way.curved and any(0 < turn < 0.5 for turn in turns):
        return sum(turns) / (math.pi / 2)
    return float(sum(turn > _TURN for turn in turns))


def way_length(line: DrawnLine) -> float:
    """How long a line is, in units of the drawing."""
    return sum(math.dist(a, b) for a, b in pairwise(line.way.corners))


def ink_length(lines: Sequence[DrawnLine]) -> float:
    """The length of what is drawn: a stretch that several lines share counts once."""
    total = 0.0
    stretches: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for x0, y0, x1, y1 in segments(lines)[0]:
        if abs(x0 - x1) < 0.05:
            stretches.setdefault((0, round(x0 * 5)), []).append((min(y0, y1), max(y0, y1)))
        elif abs(y0 - y1) < 0.05:
            stretches.setdefault((1, round(y0 * 5)), []).append((min(x0, x1), max(x0, x1)))
        else:
            total += math.hypot(x1 - x0, y1 - y0)
    for found in stretches.values():
        end = -math.inf
        for low, high in sorted(found):
            total += max(0.0, high - max(low, end))
            end = max(end, high)
    return float(total)


def not_above(
    bodies: Mapping[str, DrawnBody], lines: Sequence[DrawnLine], *, sideways: bool = False
) -> tuple[tuple[DrawnLine, ...], tuple[DrawnLine, ...]]:
    """Lines of account whose superior is drawn below, or beside, the body that answers to it.

    From left to right that is: right of it, or above or below it.
    """
    below, beside = [], []
    for line in lines:
        if (
            not line.of_account
            or not {line.from_, line.to} <= bodies.keys()
            or line.from_ == line.to
        ):
            continue
        lower, upper = bodies[line.from_].box, bodies[line.to].box
        if sideways:
            lower, upper = lower.turned, upper.turned
        if upper.y0 >= lower.y1 - _SHARED:
            below.append(line)
        elif upper.y1 > lower.y0 + _SHARED:
            beside.append(line)
    return tuple(below), tuple(beside)


def overlapping(bodies: Mapping[str, DrawnBody]) -> tuple[str, ...]:
    """The pairs of boxes that share more than their borders."""
    inner = {body: drawn.box.grown(-_SHARED / 2) for body, drawn in bodies.items()}
    return tuple(
        f"{one} | {other}"
        for (one, box), (other, there) in combinations(inner.items(), 2)
        if box.overlaps(there)
    )


def bounds(bodies: Mapping[str, DrawnBody], lines: Sequence[DrawnLine]) -> Box:
    """What the drawing covers."""
    boxes = (drawn.box for drawn in bodies.values())
    points = [point for box in boxes for point in ((box.x0, box.y0), (box.x1, box.y1))]
    points += [point for line in lines for point in line.way.corners]
    return bound(points) if points else Box(0.0, 0.0, 1.0, 1.0)


def filled(bodies: Mapping[str, DrawnBody], lines: Sequence[DrawnLine]) -> float:
    """The share of what the drawing covers that its boxes take."""
    whole = bounds(bodies, lines)
    boxes = sum(drawn.box.width * drawn.box.height for drawn in bodies.values())
    return min(1.0, boxes / max(1.0, whole.width * whole.height))
