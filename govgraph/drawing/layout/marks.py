"""Where the findings' badges and the words beside lines find room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.geometry import segments
from govgraph.drawing.placement import Badge, Box, ScopeLabel
from govgraph.drawing.strokes.badges import BADGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.geometry import Segment
    from govgraph.drawing.layout.measures import Size
    from govgraph.drawing.placement import Point, Route

_CELL = 48.0  # the side of a cell of the index
_INSIDE = 2.5  # how far a badge's middle lies inside its corner
_LINE_HALF = 1.5  # what a line takes on either side, half of the thickest one and a little


class Crowd:
    """Everything that stands already, kept by cells, so that asking for room is quick."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Box, object]]] = {}

    def add(self, box: Box, owner: object = None) -> None:
        """Let a box stand; who owns it may overlap it."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append((box, owner))

    def add_boxes(self, boxes: Mapping[str, Box]) -> None:
        """Let the bodies' boxes stand, each owned by its body."""
        for body, box in boxes.items():
            self.add(box, body)

    def add_routes(self, routes: Iterable[Route]) -> None:
        """Let lines stand, each owned by its index."""
        for route in routes:
            for segment in segments(route.points):
                self.add(_around(segment), route.line)

    def add_outline(self, box: Box) -> None:
        """Let the four edges of an outline stand."""
        corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
        for segment in segments([*corners, corners[0]]):
            self.add(_around(segment))

    def has_room(self, box: Box, owner: object = None) -> bool:
        """True when the box overlaps nothing but what its owner owns."""
        return not any(
            box.overlaps(other)
            for cell in _cells(box)
            for other, whose in self._cells.get(cell, ())
            if owner is None or whose != owner
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x0 // _CELL), int(box.x1 // _CELL) + 1):
        for row in range(int(box.y0 // _CELL), int(box.y1 // _CELL) + 1):
            yield column, row


def _around(segment: Segment) -> Box:
    (ax, ay), (bx, by) = segment
    box = Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
    return box.grown(_LINE_HALF)


def place_badges(
    diagram: Diagram, boxes: Mapping[str, Box], routes: Sequence[Route], crowd: Crowd
) -> tuple[Badge, ...]:
    """A badge for every body and line that a finding is about, on a corner that is free."""
    by_line = {route.line: route for route in routes}
    found: list[Badge] = []
    for finding in diagram.findings:
        for body in finding.bodies:
            if body in boxes:
                box = _first_room(_corners(boxes[body]), crowd, body)
                if box is not None:
                    crowd.add(box)
                    found.append(Badge(finding.number, box, body))
        route = by_line.get(finding.line) if finding.line is not None else None
        if route is not None:
            spots = (_square(point) for point in _along(route))
            box = _first_room(spots, crowd, route.line)
            if box is not None:
                crowd.add(box)
                found.append(Badge(finding.number, box))
    return tuple(found)


def _first_room(boxes: Iterable[Box], crowd: Crowd, owner: object) -> Box | None:
    return next((box for box in boxes if crowd.has_room(box, owner)), None)


def _corners(box: Box) -> Iterator[Box]:
    """Places for badges on a body: its corners, then along its upper and lower edge, its sides."""
    left, right = box.x0 + _INSIDE, box.x1 - _INSIDE
    top, bottom = box.y0 + _INSIDE, box.y1 - _INSIDE
    for point in ((right, top), (left, top), (right, bottom), (left, bottom)):
        yield _square(point)
    steps = int((right - left) // (BADGE / 2))
    for edge in (box.y0 - _INSIDE, box.y1 + _INSIDE):
        for step in range(1, steps):
            yield _square((right - step * BADGE / 2, edge))
    for x in (box.x1 + _INSIDE, box.x0 - _INSIDE):
        for y in (box.y0 + box.height / 3, box.y0 + 2 * box.height / 3):
            yield _square((x, y))


def _along(route: Route) -> Iterator[Point]:
    """Points on a line, from the middle of its longest piece."""
    pieces = sorted(segments(route.points), key=lambda piece: -_length(piece))
    for share in (0.5, 0.25, 0.75):
        for (ax, ay), (bx, by) in pieces:
            yield ax + (bx - ax) * share, ay + (by - ay) * share


def _length(segment: Segment) -> float:
    (ax, ay), (bx, by) = segment
    return abs(ax - bx) + abs(ay - by)


def _square(point: Point) -> Box:
    return Box(point[0], point[1], point[0], point[1]).grown(BADGE / 2)


def place_labels(
    scopes: Mapping[int, tuple[tuple[str, ...], Size]], routes: Sequence[Route], crowd: Crowd
) -> tuple[tuple[ScopeLabel, ...], tuple[int, ...]]:
    """The words beside their lines, and the lines whose words found no room."""
    found: list[ScopeLabel] = []
    without: list[int] = []
    for route in routes:
        if route.line not in scopes:
            continue
        words, size = scopes[route.line]
        box = _first_room(_beside(route, *size), crowd, route.line)
        if box is None:
            without.append(route.line)
        else:
            crowd.add(box)
            found.append(ScopeLabel(route.line, box, words))
    return tuple(found), tuple(without)


def _beside(route: Route, width: float, height: float) -> Iterator[Box]:
    """Places for words: beside the upright pieces from the line's start, above and below others."""
    gap = _LINE_HALF + 2
    for (ax, ay), (bx, by) in segments(route.points):
        low, high = min(ay, by), max(ay, by)
        left, right = min(ax, bx), max(ax, bx)
        if abs(ax - bx) < abs(ay - by):
            for share in (0.0, 0.25, 0.5, 0.75, 1.0):
                y = low + 4 + (high - low - 8 - height) * (1 - share if ay > by else share)
                for x in (ax + gap, ax - gap - width, ax - width / 2):
                    if high - low >= height + 8:
                        yield Box(x, y, x + width, y + height)
        elif right - left >= width + 2 * gap:
            for share in (0.5, 0.0, 1.0):
                x = left + gap + (right - left - 2 * gap - width) * share
                for y in (ay - gap - height, ay + gap, ay - height / 2):
                    yield Box(x, y, x + width, y + height)
