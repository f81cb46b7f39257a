"""What stands on a drawing already, so that what comes next finds room."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.drawing.geometry import segments
from govgraph.drawing.placement import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.drawing.geometry import Segment
    from govgraph.drawing.placement import Point, Route

LINE_HALF = 2.5
"""What a line takes on either side: half of the thickest one that is hollow, and a little."""

_OUTLINE_HALF = 1.0  # what the outline of an area or a ring takes, which is thin
_CELL = 48.0  # the side of a cell of the index
_MARK_HALF = 4.8  # of the widest mark at the end of a line


class Occupancy:
    """Everything that stands already, kept by cells, so that asking for room is quick."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Box, object]]] = defaultdict(list)

    def add(self, box: Box, owner: object = None) -> None:
        """Let a box stand; who owns it may overlap it."""
        standing = box, owner
        for cell in _cells(box):
            self._cells[cell].append(standing)

    def add_boxes(self, boxes: Mapping[str, Box]) -> None:
        """Let the bodies' boxes stand, each owned by its body."""
        for body, box in boxes.items():
            self.add(box, body)

    def add_routes(self, routes: Iterable[Route]) -> None:
        """Let lines stand, each owned by its index."""
        for route in routes:
            self.add_line(route.points, route.line)

    def add_line(self, corners: Sequence[Point], owner: object) -> None:
        """Let a line stand."""
        for segment in segments(corners):
            self.add(_around(segment, LINE_HALF), owner)

    def add_outline(self, box: Box) -> None:
        """Let the four edges of an outline stand."""
        corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
        for segment in segments([*corners, corners[0]]):
            self.add(_around(segment, _OUTLINE_HALF))

    def has_room(self, box: Box, owner: object = None) -> bool:
        """True when the box overlaps nothing but what its owner owns."""
        return not any(
            box.overlaps(other)
            for cell in _cells(box)
            for other, whose in self._cells.get(cell, ())
            if owner is None or whose != owner
        )


def _cells(box: Box) -> list[tuple[int, int]]:
    left, top, right, bottom = box
    rows = range(int(top // _CELL), int(bottom // _CELL) + 1)
    columns = range(int(left // _CELL), int(right // _CELL) + 1)
    return [(column, row) for column in columns for row in rows]


def _around(segment: Segment, half: float) -> Box:
    (ax, ay), (bx, by) = segment
    return Box(min(ax, bx) - half, min(ay, by) - half, max(ax, bx) + half, max(ay, by) + half)


def around_mark(tip: Point, before: Point, length: float) -> Box:
    """The box of a mark at the end of a line that comes from `before`."""
    (x, y), (from_x, from_y) = tip, before
    if abs(from_x - x) > abs(from_y - y):
        far = x + length if from_x > x else x - length
        return Box(min(x, far), y - _MARK_HALF, max(x, far), y + _MARK_HALF)
    far = y + length if from_y > y else y - length
    return Box(x - _MARK_HALF, min(y, far), x + _MARK_HALF, max(y, far))
