"""The lines that meet a body at its left or right edge, and at what height each does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.routes.nets import find_self_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.routes.nets import Leg

LOOP_ROOM = 22.0
"""Points right of a body that a line back to itself takes."""

_CORNER = 14.0  # from a corner, where badges sit
_SPACING = 14.0
_LEAST_SPACING = 8.0


class Levels:
    """Which lines run from side to side, and the height of every line that meets a side.

    Attributes:
        flat: The legs that run straight from one body to its neighbour.
        loops: Pairs of self line and body.
        looped: The bodies with a self line.
        sideways: All lines that leave their body to the left or right.
    """

    def __init__(
        self,
        diagram: Diagram,
        rows: Sequence[Sequence[str]],
        heights: Sequence[float],
        legs: Sequence[Leg],
        hanging: frozenset[int],
    ) -> None:
        self._row_of = {body: number for number, row in enumerate(rows) for body in row}
        self._at = {body: at for row in rows for at, body in enumerate(row)}
        self._heights = heights
        self._gaps: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._height: dict[int, float] = {}
        self._loop: dict[int, float] = {}
        self.loops = [(line, diagram.lines[line].to) for line in find_self_lines(diagram)]
        self.looped = frozenset(body for _, body in self.loops)
        self.flat: set[int] = set()
        for line, body in self.loops:
            self._join((self._row_of[body], self._at[body] + 1), line, 2)
        for leg in legs:
            for line, end in leg.ends:
                if line in hanging:
                    self._join((self._row_of[end], self._at[end]), line, 1)
        for number, leg in enumerate(legs):
            line, end = leg.ends[0]
            if leg.side == 0 and abs(self._at[end] - self._at[leg.hub]) == 1:
                gap = (self._row_of[end], max(self._at[end], self._at[leg.hub]))
                if self._used(gap) < self._room(gap[0]) and not self._loop_in(gap):
                    self._join(gap, line, 1)
                    self.flat.add(number)
        self.sideways = hanging | {legs[number].ends[0][0] for number in self.flat}
        self.sideways |= {line for line, _ in self.loops}
        self._settle()

    def height_of(self, line: int) -> float:
        """How far below the top of its row a line meets the side of a body."""
        return self._height[line]

    def loop_height(self, line: int) -> float:
        """How far below its start a self line ends."""
        return self._loop[line]

    def _join(self, gap: tuple[int, int], line: int, slots: int) -> None:
        self._gaps.setdefault(gap, []).append((line, slots))

    def _used(self, gap: tuple[int, int]) -> int:
        return sum(slots for _, slots in self._gaps.get(gap, ()))

    def _loop_in(self, gap: tuple[int, int]) -> bool:
        return any(slots > 1 for _, slots in self._gaps.get(gap, ()))

    def _room(self, row: int) -> int:
        """How many lines the side of a body takes."""
        return 1 + max(0, int((self._heights[row] - 2 * _CORNER) / _LEAST_SPACING))

    def _settle(self) -> None:
        """Spread the lines of each gap about the middle of its row."""
        for (row, _), found in self._gaps.items():
            count = sum(slots for _, slots in found)
            height = self._heights[row]
            step = min(_SPACING, (height - _CORNER) / max(count - 1, 1))
            at = height / 2 - (count - 1) / 2 * step
            for line, slots in found:
                self._height[line] = at
                if slots > 1:
                    self._loop[line] = step
                at += step * slots
