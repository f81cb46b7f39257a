"""Which of the level pieces in a channel runs above which: as few crossings as can be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST_RUN = 0.02
"""Points below which a level piece is none: the line is straight."""

_APART = 8.0  # points between two pieces on one track
_PASSES = 12
_MANY = 150  # beyond so many pieces the order found by their middles must do


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of one leg within one channel.

    Attributes:
        leg: The number of the leg.
        tops: Where it leaves the channel upward.
        bottoms: Where it leaves the channel downward.
    """

    leg: int
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    @property
    def start(self) -> float:
        """Its left end."""
        return min(self.tops + self.bottoms)

    @property
    def end(self) -> float:
        """Its right end."""
        return max(self.tops + self.bottoms)


def assign_tracks(pieces: Sequence[Piece]) -> dict[int, int]:
    """The track of each piece that has a level part, by index, 0 being the topmost."""
    level = [i for i, piece in enumerate(pieces) if piece.end - piece.start > LEAST_RUN]
    level.sort(key=lambda i: (_tendency(pieces[i]), pieces[i].start, i))
    if len(level) <= _MANY:
        level = _bubbled(level, pieces)
    tracks: dict[int, int] = {}
    for at, i in enumerate(level):
        tracks[i] = max(
            (tracks[j] + 1 for j in level[:at] if _beside(pieces[i], pieces[j])), default=0
        )
    return tracks


def _tendency(piece: Piece) -> float:
    """Long pieces that leave downward first: a first guess that few swaps improve."""
    return -(piece.end - piece.start) if len(piece.bottoms) > 1 else piece.end - piece.start


def _beside(first: Piece, second: Piece) -> bool:
    return first.start - _APART < second.end and second.start - _APART < first.end


def crossings_when_above(upper: Piece, lower: Piece) -> int:
    """How often two pieces cross when the first runs above the second."""
    rising = sum(upper.start < x < upper.end for x in lower.tops)
    falling = sum(lower.start < x < lower.end for x in upper.bottoms)
    return rising + falling


def _bubbled(order: list[int], pieces: Sequence[Piece]) -> list[int]:
    """The order after moving single pieces up or down for as long as that saves crossings."""
    gain = {
        (a, b): crossings_when_above(pieces[a], pieces[b])
        - crossings_when_above(pieces[b], pieces[a])
        for a in order
        for b in order
        if a != b
    }
    for _ in range(_PASSES):
        moved = False
        for i in list(order):
            at = order.index(i)
            where = _best_place(at, order, gain)
            if where != at:
                order.insert(where, order.pop(at))
                moved = True
        if not moved:
            break
    return order


def _best_place(at: int, order: Sequence[int], gain: Mapping[tuple[int, int], int]) -> int:
    """Where in the order the piece at one place would save most crossings."""
    least, where = 0, at
    for places, upward in ((range(at - 1, -1, -1), True), (range(at + 1, len(order)), False)):
        total = 0
        for to in places:
            pair = (order[at], order[to]) if upward else (order[to], order[at])
            total += gain[pair]
            if total < least:
                least, where = total, to
    return where
