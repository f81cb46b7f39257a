"""Where the findings' badges and the words beside lines find room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.crowd import LINE_HALF, Crowd
from govgraph.drawing.geometry import runs_on_top, segments
from govgraph.drawing.placement import Badge, Box, ScopeLabel
from govgraph.drawing.strokes.badges import badge_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.geometry import Segment
    from govgraph.drawing.placement import Point, Route
    from govgraph.drawing.sheets.labels import Scope

_SEEN = 10.0  # of a line on either side of words that stand upon it, in points
_INSIDE = 2.5  # how far a badge's middle lies inside its corner
_BELOW = 3.0  # how far it lies under a lower corner, off the last line of text


def place_badges(
    diagram: Diagram, boxes: Mapping[str, Box], routes: Sequence[Route], crowd: Crowd
) -> tuple[Badge, ...]:
    """A badge for every body and line that a finding is about, on a corner that is free."""
    by_line = {route.line: route for route in routes}
    found: list[Badge] = []
    for finding in diagram.findings:
        half = badge_side(finding.number) / 2
        for body in finding.bodies:
            if body in boxes:
                box = _first_room(_corners(boxes[body], half), crowd, body)
                if box is not None:
                    crowd.add(box)
                    found.append(Badge(finding.number, box, body))
        route = by_line.get(finding.line) if finding.line is not None else None
        if route is not None:
            spots = (_square(point, half) for point in _along(route))
            box = _first_room(spots, crowd, route.line)
            if box is not None:
                crowd.add(box)
                found.append(Badge(finding.number, box))
    return tuple(found)


def _first_room(boxes: Iterable[Box], crowd: Crowd, owner: object) -> Box | None:
    return next((box for box in boxes if crowd.has_room(box, owner)), None)


def _corners(box: Box, half: float) -> Iterator[Box]:
    """Places for badges on a body: its corners, then along its edges, over them and beside them."""
    left, right = box.x0 + _INSIDE, box.x1 - _INSIDE
    top, bottom = box.y0 + _INSIDE, box.y1 + _BELOW
    for point in ((right, top), (left, top), (right, bottom), (left, bottom)):
        yield _square(point, half)
    steps = int((right - left) // half)
    for edge in (box.y0 - _INSIDE, bottom):
        for step in range(1, steps):
            yield _square((right - step * half, edge), half)
    for x in (box.x1 + _INSIDE, box.x0 - _INSIDE):
        for y in (box.y0 + box.height / 3, box.y0 + 2 * box.height / 3):
            yield _square((x, y), half)


def _along(route: Route) -> Iterator[Point]:
    """Points on a line, from the middle of its longest piece."""
    pieces = sorted(segments(route.points), key=lambda piece: -_length(piece))
    for share in (0.5, 0.25, 0.75):
        for (ax, ay), (bx, by) in pieces:
            yield ax + (bx - ax) * share, ay + (by - ay) * share


def _length(segment: Segment) -> float:
    (ax, ay), (bx, by) = segment
    return abs(ax - bx) + abs(ay - by)


def _square(point: Point, half: float) -> Box:
    return Box(point[0], point[1], point[0], point[1]).grown(half)


def place_labels(
    scopes: Mapping[int, Sequence[Scope]], routes: Sequence[Route], crowd: Crowd
) -> tuple[tuple[ScopeLabel, ...], tuple[int, ...]]:
    """The words beside their lines, and the lines whose words found no room.

    Beside the line if there is room anywhere; else upon it, where enough of it is still seen. Not
    where it runs together with another, of which the words would be read as well.

    Args:
        scopes: For each line with words the forms that these may take, the best first.
        routes: The ways of the lines.
        crowd: What stands already; the words that find room stand with it from then on.
    """
    found: list[ScopeLabel] = []
    without: list[int] = []
    meeting: dict[Point, list[Route]] = {}
    for route in routes:
        for end in {route.points[0], route.points[-1]}:
            meeting.setdefault(end, []).append(route)
    for route in routes:
        if route.line not in scopes:
            continue
        others = [*meeting[route.points[0]], *meeting[route.points[-1]]]
        pieces = tuple(_own_pieces(route, others))
        label = next(_labels(route.line, pieces, scopes[route.line], crowd), None)
        if label is None:
            without.append(route.line)
        else:
            crowd.add(label.box)
            found.append(label)
    return tuple(found), tuple(without)


def _own_pieces(route: Route, others: Sequence[Route]) -> Iterator[Segment]:
    """The pieces of a line on which no other that meets it at an end runs as well."""
    shared = [piece for other in others if other != route for piece in segments(other.points)]
    for piece in segments(route.points):
        if not any(runs_on_top(piece, other) for other in shared):
            yield piece


def _labels(
    line: int, pieces: Sequence[Segment], scopes: Sequence[Scope], crowd: Crowd
) -> Iterator[ScopeLabel]:
    """The words of a line wherever there is room for them, the best place first."""
    for places, owner in ((_beside, None), (_upon, line)):
        for words, size in scopes:
            box = _first_room(places(pieces, *size), crowd, owner)
            if box is not None:
                yield ScopeLabel(line, box, words)


def _beside(pieces: Sequence[Segment], width: float, height: float) -> Iterator[Box]:
    """Places for words: beside the upright pieces from the line's start, above and below others."""
    gap = LINE_HALF + 1
    for (ax, ay), (bx, by) in pieces:
        low, high = min(ay, by), max(ay, by)
        left, right = min(ax, bx), max(ax, bx)
        if abs(ax - bx) < abs(ay - by):
            for share in (0.0, 0.25, 0.5, 0.75, 1.0):
                y = low + 4 + (high - low - 8 - height) * (1 - share if ay > by else share)
                for x in (ax + gap, ax - gap - width):
                    if high - low >= height + 8:
                        yield Box(x, y, x + width, y + height)
        elif right - left >= width + 2 * gap:
            for share in (0.5, 0.0, 1.0, 0.25, 0.75):
                x = left + gap + (right - left - 2 * gap - width) * share
                for y in (ay - gap - height, ay + gap):
                    yield Box(x, y, x + width, y + height)


def _upon(pieces: Sequence[Segment], width: float, height: float) -> Iterator[Box]:
    """Places for words upon the long pieces of a line, which is seen on both sides of them."""
    for (ax, ay), (bx, by) in pieces:
        x, y = (ax + bx - width) / 2, (ay + by - height) / 2
        along, taken = (
            (abs(ay - by), height) if abs(ax - bx) < abs(ay - by) else (abs(ax - bx), width)
        )
        if along >= taken + 2 * _SEEN:
            yield Box(x, y, x + width, y + height)
