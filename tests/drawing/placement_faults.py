"""What is wrong with a placement, by geometry alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from govgraph.drawing.geometry import (
    TOUCH,
    runs_on_top,
    segments,
)
from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.drawn_body import RING
from govgraph.drawing.shapes.line_shapes import find_ends, form_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.geometry import Segment
    from govgraph.drawing.placement import Placement, Point


def crosses_box(segment: Segment, box: Box, slack: float = TOUCH) -> bool:
    """True when an upright or level segment passes through the inside of a box.

    Touching an edge is not crossing; `slack` is how far inside still counts as the edge.
    """
    (ax, ay), (bx, by) = segment
    return (
        min(ax, bx) < box.x1 - slack
        and max(ax, bx) > box.x0 + slack
        and min(ay, by) < box.y1 - slack
        and max(ay, by) > box.y0 + slack
    )


def crossing(first: Segment, second: Segment) -> bool:
    """True when a level and an upright segment cross between their ends."""
    (ax, ay), (bx, by) = first
    (cx, cy), (dx, dy) = second
    if abs(ay - by) > TOUCH:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (cx, cy), (dx, dy), (ax, ay), (bx, by)
    if abs(ay - by) > TOUCH or abs(cx - dx) > TOUCH:
        return False
    return min(ax, bx) < cx < max(ax, bx) and min(cy, dy) < ay < max(cy, dy)


def placement_faults(
    diagram: Diagram, sizes: Mapping[str, tuple[float, float]], placement: Placement
) -> list[str]:
    """Every invariant that a placement breaks, in words; empty when it is sound."""
    return [
        *_box_faults(sizes, placement),
        *_route_faults(diagram, placement),
        *_overlap_faults(diagram, placement),
        *_mark_faults(placement),
        *_word_faults(diagram, placement),
        *_area_faults(diagram, placement),
        *_page_faults(placement),
    ]


def _box_faults(sizes: Mapping[str, tuple[float, float]], placement: Placement) -> Iterator[str]:
    for (first, box), (second, other) in combinations(placement.boxes, 2):
        if box.overlaps(other):
            yield f"boxes of {first} and {second} overlap"
    for body, box in placement.boxes:
        width, height = sizes[body]
        if box.width < width - 0.01 or box.height < height - 0.01:
            yield f"the box of {body} is smaller than its text"


def _route_faults(diagram: Diagram, placement: Placement) -> Iterator[str]:
    boxes = dict(placement.boxes)
    shown = {
        index
        for index, line in enumerate(diagram.lines)
        if line.from_ in boxes and line.to in boxes
    }
    drawn = [route.line for route in placement.routes]
    if drawn != sorted(shown):
        yield f"lines {sorted(shown.symmetric_difference(drawn))} are missing or drawn twice"
    for route in placement.routes:
        line = diagram.lines[route.line]
        if not is_orthogonal(route.points):
            yield f"line {route.line} is slanted"
        for body, box in placement.boxes:
            if line_crosses_box(route.points, box):
                yield f"line {route.line} passes through {body}"
        for point, body in ((route.points[0], line.from_), (route.points[-1], line.to)):
            if not _on_edge(point, boxes[body]):
                yield f"line {route.line} does not meet {body}"


def _on_edge(point: Point, box: Box) -> bool:
    x, y = point
    near = is_inside(Box(x, y, x, y), box)
    inner = box.x0 + 0.01 < x < box.x1 - 0.01 and box.y0 + 0.01 < y < box.y1 - 0.01
    return near and not inner


def _overlap_faults(diagram: Diagram, placement: Placement) -> Iterator[str]:
    """Lines on top of one another, unless they are of one kind and meet at the same body."""
    for first, second in combinations(placement.routes, 2):
        one, two = diagram.lines[first.line], diagram.lines[second.line]
        same = (one.kind, one.status) == (two.kind, two.status)
        met = one.to == two.to or one.from_ == two.from_
        mutual = one.style == "liaison" and {one.from_, one.to} & {two.from_, two.to}
        if same and (met or mutual):
            continue
        if any(
            runs_on_top(a, b, 0.3) for a in segments(first.points) for b in segments(second.points)
        ):
            yield f"lines {first.line} and {second.line} run on top of one another"


def _mark_faults(placement: Placement) -> Iterator[str]:
    """Badges and words that cover something that is not their own."""
    marks: list[tuple[str, Box, str | None, int | None]] = [
        (f"badge {badge.finding}", badge.box, badge.body, None) for badge in placement.badges
    ]
    marks += [(f"words of {label.line}", label.box, None, label.line) for label in placement.labels]
    marks += [(f"name of {area.area}", area.label_box, None, None) for area in placement.areas]
    for (first, box, _, _), (second, other, _, _) in combinations(marks, 2):
        if box.overlaps(other):
            yield f"{first} and {second} overlap"
    for name, box, own, line in marks:
        for body, other in placement.boxes:
            if body != own and box.overlaps(other):
                yield f"{name} covers {body}"
        for route in placement.routes:
            upon_line = name.startswith("badge") and own is None
            if (
                route.line != line
                and not upon_line
                and any(crosses_box(segment, box) for segment in segments(route.points))
            ):
                yield f"{name} covers line {route.line}"


def _word_faults(diagram: Diagram, placement: Placement) -> Iterator[str]:
    """Words that cover the mark at the end of a line, or the ring of an orphan."""
    boxes = dict(placement.boxes)
    orphans = [body.id for body in diagram.bodies if body.orphan and body.id in boxes]
    for label in placement.labels:
        for route in placement.routes:
            for end in find_ends(form_of(diagram.lines[route.line]), route.points):
                if end.box.overlaps(label.box):
                    yield f"words of {label.line} cover an end of line {route.line}"
        for body in orphans:
            ring = boxes[body].grown(RING)
            if ring.overlaps(label.box) and not is_inside(label.box, boxes[body]):
                yield f"words of {label.line} cover the ring of {body}"


def _area_faults(diagram: Diagram, placement: Placement) -> Iterator[str]:
    area_of = {body.id: body.area for body in diagram.bodies}
    for outline in placement.areas:
        for body, box in placement.boxes:
            if area_of[body] == outline.area:
                if not is_inside(box, outline.box):
                    yield f"{body} stands outside {outline.area}"
            elif box.overlaps(outline.box):
                yield f"{body} stands inside {outline.area}"
        edges = _edges(outline.box)
        for route in placement.routes:
            if any(runs_on_top(a, b, 1.0) for a in segments(route.points) for b in edges):
                yield f"line {route.line} runs along the outline of {outline.area}"
    for first, second in combinations(placement.areas, 2):
        if first.box.overlaps(second.box):
            yield f"the outlines of {first.area} and {second.area} overlap"


def _edges(box: Box) -> list[tuple[Point, Point]]:
    corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    return list(zip(corners, [*corners[1:], corners[0]], strict=True))


def _page_faults(placement: Placement) -> Iterator[str]:
    page = Box(0, 0, placement.width, placement.height)
    everything = [box for _, box in placement.boxes]
    everything += [badge.box for badge in placement.badges]
    everything += [label.box for label in placement.labels]
    everything += [box for area in placement.areas for box in (area.box, area.label_box)]
    everything += [Box(x, y, x, y) for route in placement.routes for x, y in route.points]
    if not all(is_inside(box, page) for box in everything):
        yield "something stands outside the page"


def line_crosses_box(points: Sequence[Point], box: Box, slack: float = TOUCH) -> bool:
    """True when any piece of an orthogonal polyline passes through a box."""
    return any(crosses_box(segment, box, slack) for segment in segments(points))


def is_orthogonal(points: Sequence[Point]) -> bool:
    """True when every piece of the polyline is level or upright."""
    return all(
        abs(ax - bx) <= TOUCH or abs(ay - by) <= TOUCH for (ax, ay), (bx, by) in segments(points)
    )


def is_inside(inner: Box, outer: Box, slack: float = TOUCH) -> bool:
    """True when the whole of `inner` lies within `outer`."""
    return (
        inner.x0 >= outer.x0 - slack
        and inner.y0 >= outer.y0 - slack
        and inner.x1 <= outer.x1 + slack
        and inner.y1 <= outer.y1 + slack
    )
