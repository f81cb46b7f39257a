"""The ground that lines run over: which places across each row and channel are still free."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WALL_CLEARANCE = 5.0
"""Points between a line and the outline of an area that runs the same way."""

PITCH = 6.0
"""Points between two lines side by side; halved, and halved again, where it is crowded."""

_HALVINGS = 4

Span = tuple[float, float]
"""A stretch across a row, from its left to its right end in points."""


@dataclass(slots=True)
class Ground:
    """What has been taken so far; channel r lies above row r, the last one below all rows.

    Attributes:
        rows: The bodies of each row from the left.
        spans: Where each body stands across its row.
        clearance: The least distance in points between a passing line and a box.
        walls: For each channel and row, where upright outlines of areas stand.
        passing: For each row, the places of the lines that pass through it.
        pins: For each channel, the places of upright pieces in it, with the leg they belong to.
    """

    rows: Sequence[Sequence[str]]
    spans: Mapping[str, Span]
    clearance: float
    walls: Sequence[Sequence[float]] = ()
    passing: list[list[float]] = field(default_factory=list)
    pins: list[list[tuple[float, int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.walls:
            self.walls = [()] * (len(self.rows) + 1)
        self.passing = [[] for _ in self.rows]
        self.pins = [[] for _ in range(len(self.rows) + 1)]

    def find_corridor(self, row: int, wish: float, leg: int) -> float:
        """The free place nearest to a wish for a line through one row; not yet taken."""
        found = self._free_lane((row,), wish, leg, (-1e9, 1e9))
        return wish if found is None else found

    def take_corridor(self, rows: Sequence[int], place: float, leg: int) -> None:
        """Take a place for a line straight through some rows that follow one another."""
        for row in rows:
            self.passing[row].append(place)
        for channel in range(rows[0], rows[-1] + 2):
            self.pins[channel].append((place, leg))

    def take_lane(self, rows: Sequence[int], wish: float, leg: int, within: Span) -> float | None:
        """The free place nearest to a wish within some bounds, now taken; None if there is none."""
        found = self._free_lane(rows, wish, leg, within)
        if found is not None:
            self.take_corridor(rows, found, leg)
        return found

    def _free_lane(self, rows: Sequence[int], wish: float, leg: int, within: Span) -> float | None:
        for halving in range(_HALVINGS):
            blocked = self._blocked(rows, leg, PITCH / 2**halving)
            found = nearest_free(wish, within, blocked)
            if found is not None:
                return found
        return None

    def shift_corridor(self, row: int, place: float, goal: float, leg: int) -> bool:
        """Move a line that passes one row to another place, if that place is free in it."""
        channels = (row, row + 1)
        self.passing[row].remove(place)
        for channel in channels:
            self.pins[channel].remove((place, leg))
        blocked = self._blocked((row,), leg, PITCH)
        found = goal if nearest_free(goal, (goal, goal), blocked) is not None else place
        self.passing[row].append(found)
        for channel in channels:
            self.pins[channel].append((found, leg))
        return found == goal

    def _blocked(self, rows: Sequence[int], leg: int, pitch: float) -> list[Span]:
        """Where a line through some rows may not run."""
        channels = range(rows[0], rows[-1] + 2)
        blocked = [
            (self.spans[body][0] - self.clearance, self.spans[body][1] + self.clearance)
            for row in rows
            for body in self.rows[row]
        ]
        blocked += [(x - pitch, x + pitch) for row in rows for x in self.passing[row]]
        return blocked + self._walled(channels) + self._pinned(channels, leg, pitch)

    def take_port(self, channel: int, wish: float, leg: int, *within: Span) -> float:
        """The free place nearest to a wish where a line may meet a box; now taken.

        Args:
            channel: The channel that the edge of the box borders on.
            wish: The place that would be best.
            leg: Who asks.
            within: Where to look, in turn; the last is as far as the line may go.
        """
        found = self._free_port(channel, wish, leg, within)
        self.pins[channel].append((found, leg))
        return found

    def _free_port(self, channel: int, wish: float, leg: int, within: Sequence[Span]) -> float:
        for span in within:
            for halving in range(_HALVINGS):
                blocked = self._pinned((channel,), leg, PITCH / 2**halving)
                found = nearest_free(wish, span, blocked + self._walled((channel,)))
                if found is not None:
                    return found
        return min(max(wish, within[-1][0]), within[-1][1])

    def _walled(self, channels: Iterable[int]) -> list[Span]:
        return [
            (x - WALL_CLEARANCE, x + WALL_CLEARANCE)
            for channel in channels
            for x in self.walls[channel]
        ]

    def _pinned(self, channels: Iterable[int], leg: int, pitch: float) -> list[Span]:
        return [
            (x - pitch, x + pitch)
            for channel in channels
            for x, owner in self.pins[channel]
            if owner != leg
        ]


def nearest_free(
    wish: float, within: Span, blocked: Sequence[Span], reach: float = 300.0
) -> float | None:
    """The place nearest to `wish` within a span and inside no blocked stretch; None if full.

    What is further than `reach` from the wish is only looked at when nothing nearer is free.

    >>> nearest_free(5, (0, 20), [(4, 9), (8, 12)])
    4
    """
    low, high = within
    start_at = right = left = min(max(wish, low), high)
    near = [span for span in blocked if span[1] > start_at - reach and span[0] < start_at + reach]
    near.sort()
    for start, end in near:
        if start < right < end:
            right = end
    near.sort(key=lambda span: -span[1])
    for start, end in near:
        if start < left < end:
            left = start
    options = [place for place in (left, right) if low <= place <= high]
    found = min(options, key=lambda place: abs(place - wish)) if options else None
    seen = found is not None and abs(found - start_at) < reach
    if seen or len(near) == len(blocked):
        return found
    return nearest_free(wish, within, blocked, reach=math.inf)
