"""Where lines cross, and which run side by side too close together."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.pictures.sheet import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from benchmarks.pictures.sheet import DrawnLine
    from govgraph.drawing.placement import Point

    Floats = npt.NDArray[np.float64]
    Numbers = npt.NDArray[np.intp]
    Crossing = tuple[float, float, int]

KINDS = ("account", "mixed", "other")
"""Crossings of two lines of account, of one with another kind of line, of two others."""

_SAME_PLACE = 1.0  # units within which two crossings are one
_CELL = 4.0  # units: the side of the squares in which crossings near each other are looked for
_STEEP = 0.15  # the sine of the least angle at which lines cross
_TOUCH = 0.3  # units from its end within which a piece only touches another
_ARROW = 3.0  # units from a box to which both lead within which two lines only meet
_NEAR = 2.0  # printed points of white that two parallel lines need between them
_RUN = 8.0  # units for which they have to run side by side to be counted, and the most apart
_HOLLOW = 2.6  # how much wider a hollow line is than its inside


def segments(lines: Sequence[DrawnLine]) -> tuple[Floats, Numbers]:
    """Every straight piece of every line, as x0 y0 x1 y1, and whose it is."""
    rows = [
        (*a, *b, place)
        for place, line in enumerate(lines)
        for a, b in pairwise(line.way.corners)
        if math.dist(a, b) > 1e-6
    ]
    found = np.asarray(rows, float).reshape(-1, 5)
    return found[:, :4], found[:, 4].astype(np.intp)


def crossings(lines: Sequence[DrawnLine]) -> dict[str, int]:
    """How many places there are where lines cross, by kind.

    Lines that may run together never cross each other; a trunk of many lines is crossed once.
    """
    found: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    grid: dict[tuple[int, int], list[Point]] = {}
    for x, y, kind in sorted(_crossing(lines), key=lambda crossing: crossing[2]):
        column, row = math.floor(x / _CELL), math.floor(y / _CELL)
        cells = ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        known = (point for cell in cells for point in grid.get(cell, ()))
        if not any(math.dist((x, y), point) < _SAME_PLACE for point in known):
            grid.setdefault((column, row), []).append((x, y))
            found[KINDS[kind]] += 1
    return dict(found)


def _crossing(lines: Sequence[DrawnLine]) -> Iterator[Crossing]:
    """Where two straight pieces of different lines cross, and the kind of that."""
    rows, whose = segments(lines)
    low, high = np.minimum(rows[:, :2], rows[:, 2:]), np.maximum(rows[:, :2], rows[:, 2:])
    for piece in range(len(rows) - 1):
        rest = slice(piece + 1, None)
        near = (
            (whose[rest] != whose[piece])
            & (low[rest] <= high[piece] + 0.1).all(axis=1)
            & (high[rest] >= low[piece] - 0.1).all(axis=1)
        )
        one = lines[whose[piece]]
        for at, other_piece in _crossed(rows, piece, np.flatnonzero(near) + piece + 1):
            other = lines[whose[other_piece]]
            if not together(one, other) and not _meet(one, other, at):
                yield (*at, 2 - one.of_account - other.of_account)


def _crossed(rows: Floats, piece: int, others: Numbers) -> Iterator[tuple[Point, int]]:
    """The places where one straight piece crosses others, well inside both."""
    start, way = rows[:, :2], rows[:, 2:] - rows[:, :2]
    size = np.hypot(way[:, 0], way[:, 1])
    cross = way[piece, 0] * way[others, 1] - way[piece, 1] * way[others, 0]
    steep = np.abs(cross) > _STEEP * size[piece] * size[others]
    others, cross = others[steep], cross[steep]
    gap = start[others] - start[piece]
    along = (gap[:, 0] * way[others, 1] - gap[:, 1] * way[others, 0]) / cross
    across = (gap[:, 0] * way[piece, 1] - gap[:, 1] * way[piece, 0]) / cross
    inside = np.minimum(along, 1 - along) * size[piece] > _TOUCH
    inside &= np.minimum(across, 1 - across) * size[others] > _TOUCH
    for other, share in zip(others[inside], along[inside], strict=True):
        x, y = start[piece] + share * way[piece]
        yield (float(x), float(y)), int(other)


def _meet(one: DrawnLine, other: DrawnLine, at: Point) -> bool:
    """True when two lines meet at a box to which both lead, within the length of an arrowhead."""
    ends = ((one.from_, one.way.corners[0]), (one.to, one.way.corners[-1]))
    others = ((other.from_, other.way.corners[0]), (other.to, other.way.corners[-1]))
    return any(
        body == there and min(math.dist(end, at), math.dist(point, at)) < _ARROW
        for body, end in ends
        for there, point in others
    )


def close_pairs(lines: Sequence[DrawnLine], scale: float) -> tuple[str, ...]:
    """Buses that run side by side with too little white between them, the closest first."""
    rows, whose = segments(lines)
    found: dict[tuple[object, ...], tuple[float, str]] = {}
    for along in (0, 1):
        across = 1 - along
        flat = np.flatnonzero(np.abs(rows[:, across] - rows[:, across + 2]) < 0.05)
        order = flat[np.argsort(rows[flat, across], kind="stable")]
        for place, piece in enumerate(order):
            for near in order[place + 1 :]:
                gap = rows[near, across] - rows[piece, across]
                if gap > _RUN:
                    break
                one, other = lines[whose[piece]], lines[whose[near]]
                if together(one, other):
                    continue
                shared = _shared(rows[piece], rows[near], along)
                white = (gap - _breadth(one) / 2 - _breadth(other) / 2) * scale
                if shared > _RUN and white < _NEAR:
                    key = (*sorted(((one.form, one.to), (other.form, other.to))), along)
                    told = f"{one} | {other}: {white:.1f} pt for {shared * scale:.0f}"
                    found[key] = min(found.get(key, (white, told)), (white, told))
    return tuple(told for _, told in sorted(found.values()))


def _shared(one: Floats, other: Floats, along: int) -> float:
    """For how long two level or two upright pieces run side by side."""
    low = max(min(one[along], one[along + 2]), min(other[along], other[along + 2]))
    high = min(max(one[along], one[along + 2]), max(other[along], other[along + 2]))
    return float(high - low)


def _breadth(line: DrawnLine) -> float:
    return line.width + (_HOLLOW if line.is_hollow else 0.0)
