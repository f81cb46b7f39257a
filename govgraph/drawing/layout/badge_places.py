"""Where the findings' badges and the words beside lines find room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.geometry import runs_on_top, segments
from govgraph.drawing.layout.form import is_ringed
from govgraph.drawing.occupancy import LINE_HALF, Occupancy
from govgraph.drawing.placement import Badge, Box, ScopeLabel
from govgraph.drawing.shapes.badges import badge_side
from govgraph.drawing.shapes.change_marks import HALO
from govgraph.drawing.shapes.drawn_body import RING
from govgraph.drawing.shapes.line_shapes import find_ends, form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.geometry import Segment
    from govgraph.drawing.placement import Point, Route
    from govgraph.drawing.sheets.labels import Scope

_CLEAR = (5.0, 2.0)  # between words and whatever is not their line, the first if there is room
_OFF_LINE = LINE_HALF + 2.5  # from the middle of a line to its words
_OFF_END = 4.0  # from the end of a piece of a line to words beside it
_MARK_AIR = 0.5  # between the mark at the end of a line and a badge
_SHARES = (0.5, 0.25, 0.75, 0.0, 1.0, 0.125, 0.875, 0.375, 0.625)  # of a level piece, for words
_CORNER, _EDGE = 12.0, 5.5  # how far a badge reaches into a body at a corner, along an edge
_STEP = 6.0  # between two places along an edge


def place_badges(
    diagram: Diagram, boxes: Mapping[str, Box], routes: Sequence[Route], occupied: Occupancy
) -> tuple[Badge, ...]:
    """A badge for every body and line that a finding is about, where there is room for it.

    Args:
        diagram: What is drawn.
        boxes: The boxes of its bodies.
        routes: The ways of its lines.
        occupied: What stands already. The badges stand with it from then on, and so do the marks at
            the ends of lines, the rings of orphans and the second edges of what changed: badges
            may lie upon rings and edges, words may not.
    """
    for route in routes:
        for end in find_ends(form_of(diagram.lines[route.line]), route.points):
            occupied.add(end.box.grown(_MARK_AIR))
    found = tuple(_badges(diagram, boxes, {route.line: route for route in routes}, occupied))
    for body in diagram.bodies:
        if body.id in boxes and is_ringed(body):
            occupied.add_outline(boxes[body.id].grown(RING if body.orphan else HALO))
    return found


def _badges(
    diagram: Diagram, boxes: Mapping[str, Box], routes: Mapping[int, Route], occupied: Occupancy
) -> Iterator[Badge]:
    """The badges that find room, each standing in the occupied before the next is placed."""
    for finding in diagram.findings:
        half = badge_side(finding.number) / 2
        places: list[tuple[str | None, Iterator[Box], object]] = [
            (body, _corners(boxes[body], half), body) for body in finding.bodies if body in boxes
        ]
        if finding.line is not None and finding.line in routes:
            along = _along(routes[finding.line])
            places.append((None, (_square(point, half) for point in along), finding.line))
        for body, spots, owner in places:
            box = _first_room(spots, occupied, owner)
            if box is not None:
                occupied.add(box)
                yield Badge(finding.number, box, body)


def _first_room(boxes: Iterable[Box], occupied: Occupancy, owner: object) -> Box | None:
    return next((box for box in boxes if occupied.has_room(box, owner)), None)


def _corners(box: Box, half: float) -> Iterator[Box]:
    """Places for badges on a body: its corners, then along its edges, then just off them.

    None covers a text of the body: each lies inside it as far as its texts keep off the edge.
    """
    left, right = box.x0 + _CORNER - half, box.x1 - _CORNER + half
    top, bottom = box.y0 + _CORNER - half, box.y1 - _EDGE + half
    for point in ((right, top), (left, top), (right, bottom), (left, bottom)):
        yield _square(point, half)
    across = range(1, int((right - left) // _STEP))
    down = range(1, int((bottom - top) // _STEP))
    for inside in (_EDGE, 0.0):
        for y in (box.y0 + inside - half, box.y1 - inside + half):
            for step in across:
                yield _square((right - step * _STEP, y), half)
        for x in (box.x1 - inside + half, box.x0 + inside - half):
            for step in down:
                yield _square((x, top + step * _STEP), half)


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
    scopes: Mapping[int, Sequence[Scope]], routes: Sequence[Route], occupied: Occupancy
) -> tuple[tuple[ScopeLabel, ...], tuple[int, ...]]:
    """The words beside their lines, and the lines whose words found no room.

    Never upon a line, which would be hidden, nor where it runs together with another, of which the
    words would be read as well; and as far from all that is not their line as there is room for.

    Args:
        scopes: For each line with words the forms that these may take, the best first.
        routes: The ways of the lines.
        occupied: What stands already; the words that find room stand with it from then on.
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
        label = next(_labels(route.line, pieces, scopes[route.line], occupied), None)
        if label is None:
            without.append(route.line)
        else:
            occupied.add(label.box)
            found.append(label)
    return tuple(found), tuple(without)


def _own_pieces(route: Route, others: Sequence[Route]) -> Iterator[Segment]:
    """The pieces of a line on which no other that meets it at an end runs as well."""
    shared = [piece for other in others if other != route for piece in segments(other.points)]
    for piece in segments(route.points):
        if not any(runs_on_top(piece, other) for other in shared):
            yield piece


def _labels(
    line: int, pieces: Sequence[Segment], scopes: Sequence[Scope], occupied: Occupancy
) -> Iterator[ScopeLabel]:
    """The words of a line wherever there is room for them, the best place first."""
    for clear in _CLEAR:
        for words, size in scopes:
            for box in _beside(pieces, *size):
                if occupied.has_room(box) and occupied.has_room(box.grown(clear), line):
                    yield ScopeLabel(line, box, words)


def _beside(pieces: Sequence[Segment], width: float, height: float) -> Iterator[Box]:
    """Places for words: beside the upright pieces from the line's start, above and below others."""
    for (ax, ay), (bx, by) in pieces:
        low, high = min(ay, by), max(ay, by)
        left, right = min(ax, bx), max(ax, bx)
        if abs(ax - bx) < abs(ay - by):
            room = high - low - 2 * _OFF_END - height
            for share in sorted(_SHARES) if room >= 0 else ():
                y = low + _OFF_END + room * (1 - share if ay > by else share)
                for x in (ax + _OFF_LINE, ax - _OFF_LINE - width):
                    yield Box(x, y, x + width, y + height)
        else:
            room = right - left - 2 * _OFF_END - width
            for share in _SHARES if room >= 0 else ():
                x = left + _OFF_END + room * share
                for y in (ay - _OFF_LINE - height, ay + _OFF_LINE):
                    yield Box(x, y, x + width, y + height)
