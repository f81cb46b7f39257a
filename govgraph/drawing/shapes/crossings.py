"""Where one line passes over another: the places at which it parts it with a white edge."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.geometry import TOUCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.drawing.geometry import Segment
    from govgraph.drawing.placement import Point

REACH = 5.0
"""How far before and behind a crossing a line parts the other: past its edge when it is hollow."""


class Strand(NamedTuple):
    """A line as one of a bus.

    Attributes:
        bus: The number of its bus; a bus of a higher number lies above one of a lower.
        hollow: Whether the line is hollow, and its edge wider for it.
        corners: Its way.
    """

    bus: int
    hollow: bool
    corners: Sequence[Point]


class _Piece(NamedTuple):
    """A level or upright piece of a line: where it lies, and from where to where it runs."""

    at: float
    start: float
    end: float
    strand: Strand


def are_square(ways: Iterable[Sequence[Point]]) -> bool:
    """Whether every piece of some lines is level or upright."""
    return all(
        abs(ax - bx) <= TOUCH or abs(ay - by) <= TOUCH
        for corners in ways
        for (ax, ay), (bx, by) in pairwise(corners)
    )


def find_crossings(strands: Sequence[Strand]) -> dict[tuple[int, bool], tuple[Segment, ...]]:
    """The short pieces with which lines part those that they cross, by bus and by whether hollow.

    Lines of one bus part each other nowhere. A line that runs beside another, however near, parts
    it nowhere either: only what is crossed may give way.
    """
    found: dict[tuple[int, bool], set[Segment]] = {}
    uprights = sorted(_pieces(strands, upright=True), key=lambda piece: piece.at)
    places = [piece.at for piece in uprights]
    for level in _pieces(strands, upright=False):
        first = bisect_right(places, level.start + TOUCH)
        last = bisect_left(places, level.end - TOUCH)
        for upright in uprights[first:last]:
            if not upright.start + TOUCH < level.at < upright.end - TOUCH:
                continue
            if level.strand.bus > upright.strand.bus:
                start, end = _reach(level, upright.at)
                piece: Segment = (start, level.at), (end, level.at)
            elif level.strand.bus < upright.strand.bus:
                start, end = _reach(upright, level.at)
                piece = (upright.at, start), (upright.at, end)
            else:
                continue
            above = max(level.strand, upright.strand, key=lambda strand: strand.bus)
            found.setdefault((above.bus, above.hollow), set()).add(piece)
    return {key: tuple(sorted(pieces)) for key, pieces in found.items()}


def _reach(piece: _Piece, at: float) -> tuple[float, float]:
    """From where to where a piece parts what it crosses there, no further than it runs itself."""
    return max(piece.start, at - REACH), min(piece.end, at + REACH)


def _pieces(strands: Iterable[Strand], *, upright: bool) -> Iterator[_Piece]:
    for strand in strands:
        for (ax, ay), (bx, by) in pairwise(strand.corners):
            if (abs(ax - bx) <= TOUCH) is upright:
                ends = (ay, by) if upright else (ax, bx)
                yield _Piece(ax if upright else ay, min(ends), max(ends), strand)
