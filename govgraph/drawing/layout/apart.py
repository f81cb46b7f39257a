"""How far apart the items of a row must stand, and what keeps strangers out of an area."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.drawing.layout.frame import Frame


_LOOSE = 1.08  # times the least width, where no more is granted


@dataclass(frozen=True, slots=True)
class Limits:
    """What keeps each item in its place.

    Attributes:
        left: For each item what must stand left of it, and how far.
        right: The same for its right.
        order: The items, each after all that must stand left of it.
        least: How far left the middle of each item may stand.
        most: How far right it may stand.
    """

    left: tuple[tuple[tuple[int, float], ...], ...]
    right: tuple[tuple[tuple[int, float], ...], ...]
    order: tuple[int, ...]
    least: tuple[float, ...]
    most: tuple[float, ...]


def find_limits(
    frame: Frame,
    rows: Sequence[Sequence[int]],
    areas: Sequence[tuple[str, frozenset[int]]],
    widest: float,
) -> tuple[Limits, frozenset[int]]:
    """What must stand apart, and the items in which that leads round in a ring.

    All of it stands within `widest` points, or within a little more than it needs at the least.
    """
    size = len(frame.widths)
    area_of = {item: name for name, found in areas for item in found}
    flat = {frozenset(pair) for pair in frame.flats}
    apart: dict[tuple[int, int], float] = {}
    for row in rows:
        for a, b in pairwise(row):
            apart[a, b] = _apart(frame, a, b, area_of, flat)
    for a, b in _area_pairs(rows, areas):
        apart.setdefault((a, b), _apart(frame, a, b, area_of, flat))
    left: list[list[tuple[int, float]]] = [[] for _ in range(size)]
    right: list[list[tuple[int, float]]] = [[] for _ in range(size)]
    for (a, b), far in apart.items():
        right[a].append((b, far))
        left[b].append((a, far))
    waits = [len(found) for found in left]
    order = [item for item in range(size) if not waits[item]]
    for item in order:
        for other, _ in right[item]:
            waits[other] -= 1
            if not waits[other]:
                order.append(other)
    stuck = frozenset(range(size)) - frozenset(order)
    edge = [
        frame.widths[item] / 2 + frame.spacing.area_pad * (item in area_of) for item in range(size)
    ]
    least = list(edge)
    for item in order:
        least[item] = max([edge[item], *(least[a] + far for a, far in left[item])])
    needed = max((least[item] + edge[item] for item in order), default=0.0)
    end = widest if needed <= widest else needed * _LOOSE
    most = [end - half for half in edge]
    for item in reversed(order):
        most[item] = min([most[item], *(most[b] - far for b, far in right[item])])
    limits = Limits(
        tuple(map(tuple, left)), tuple(map(tuple, right)), tuple(order), tuple(least), tuple(most)
    )
    return limits, stuck


def _apart(
    frame: Frame,
    a: int,
    b: int,
    area_of: Mapping[int, str],
    flat: set[frozenset[int]],
) -> float:
    """How far the middles of two items, a left of b, must be apart."""
    bends = frame.is_bend(a) + frame.is_bend(b)
    air = frame.spacing
    gap = (air.body_gap, air.bend_gap, air.line_gap)[bends]
    if frozenset((a, b)) in flat:
        gap = air.flat_gap
    first, second = area_of.get(a), area_of.get(b)
    if first != second:
        inside = (first is not None) + (second is not None)
        gap = max(gap, inside * air.area_pad + air.area_gap)
    return (frame.widths[a] + frame.widths[b]) / 2 + gap


def _area_pairs(
    rows: Sequence[Sequence[int]], areas: Sequence[tuple[str, frozenset[int]]]
) -> Iterable[tuple[int, int]]:
    """Pairs that keep strangers out of an area in every row that its outline spans."""
    block = {item: found for _, found in areas for item in found}
    row_of = {item: number for number, row in enumerate(rows) for item in row}
    for _, found in areas:
        spanned = range(min(row_of[i] for i in found), max(row_of[i] for i in found) + 1)
        firsts: list[int] = []
        lasts: list[int] = []
        before: list[int] = []
        after: list[int] = []
        share = _share(rows, found)
        for number in spanned:
            row = rows[number]
            inside = [at for at, item in enumerate(row) if item in found]
            cut = sum((at + 0.5) / len(row) < share for at in range(len(row)))
            start, end = (inside[0], inside[-1] + 1) if inside else (cut, cut)
            firsts += row[start : start + 1] if inside else []
            lasts += row[end - 1 : end] if inside else []
            before += row[start - 1 : start] if start else []
            after += row[end : end + 1]
        for neighbours, edge, leftward in ((before, firsts, True), (after, lasts, False)):
            for neighbour in neighbours:
                for other in _edge(rows, row_of, block.get(neighbour), neighbour, last=leftward):
                    yield from ((other, m) if leftward else (m, other) for m in edge)


def _edge(
    rows: Sequence[Sequence[int]],
    row_of: Mapping[int, int],
    found: frozenset[int] | None,
    item: int,
    *,
    last: bool,
) -> list[int]:
    """The outermost members of a neighbour's area in each of its rows, or the neighbour alone."""
    if found is None:
        return [item]
    edge = []
    for number in sorted({row_of[member] for member in found}):
        members = [member for member in rows[number] if member in found]
        edge.append(members[-1] if last else members[0])
    return edge


def _share(rows: Sequence[Sequence[int]], found: frozenset[int]) -> float:
    """How far across the rows an area stands, from 0 at the left to 1 at the right."""
    places = [(at + 0.5) / len(row) for row in rows for at, item in enumerate(row) if item in found]
    return sum(places) / len(places)
