"""The form for more lines than can be led round bodies: rows, and straight lines behind them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from govgraph.drawing.crowd import Crowd
from govgraph.drawing.layout.areas import draw_bands
from govgraph.drawing.layout.frame import Frame, Link
from govgraph.drawing.layout.marks import place_badges
from govgraph.drawing.layout.order import sweep_rows
from govgraph.drawing.layout.rows import find_rows
from govgraph.drawing.layout.spacing import ROOMY
from govgraph.drawing.placement import Box, Placement, Route, moved
from govgraph.drawing.routes.nets import find_legs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.measures import Measures
    from govgraph.drawing.layout.rows import Rows
    from govgraph.drawing.placement import Point

STRAIGHT_NOTE = (
    "There are too many lines here to lead each of them round the bodies: they are drawn straight, "
    "behind the bodies. A view of one area, one chain or one body's neighbours shows them singly."
)

_LINES_A_BODY = 4  # beyond so many, and a few, the ways of single lines cannot be followed
_FEW = 40
_PASSED = 600  # rows, by all lines together
_ROW_GAP = 56.0
_ASPECT = 1.5
_EDGE = 14.0  # a badge on a corner, half a line


def is_dense(diagram: Diagram) -> bool:
    """True when there are so many lines that leading each of them round bodies helps nobody."""
    return len(diagram.lines) > _LINES_A_BODY * len(diagram.bodies) + _FEW


def is_tangled(diagram: Diagram) -> bool:
    """True when lines pass so many rows between their ends that nobody could follow them."""
    row_of = find_rows(diagram).row_of()
    passed = sum(
        max((abs(row_of[end] - row_of[leg.hub]) - 1 for _, end in leg.ends), default=0)
        for leg in find_legs(diagram, row_of)
    )
    return passed > _PASSED


def place_straight(diagram: Diagram, measures: Measures, widest: float) -> Placement:
    """The placement of a dense diagram: no row wider than `widest` points, lines straight."""
    rows = find_rows(diagram)
    boxes: dict[str, Box] = {}
    extents: list[tuple[float, float]] = []
    tiers: list[str | None] = []
    y = 0.0
    for at, row in enumerate(_joined(_ordered(diagram, rows), rows)):
        for part in _wrapped(row, measures, _fair_width(row, measures, widest)):
            height = max(measures.bodies[body][1] for body in part)
            boxes.update(_stood(part, measures, y, height))
            extents.append((y, y + height))
            tiers.append(rows.tiers[at])
            y += height + _ROW_GAP
    routes = tuple(
        Route(index, _between(boxes[line.from_], boxes[line.to]))
        for index, line in enumerate(diagram.lines)
        if line.from_ in boxes and line.to in boxes
    )
    crowd = Crowd()
    crowd.add_boxes(boxes)
    badges = place_badges(diagram, boxes, routes, crowd)
    left = min((box.x0 for box in boxes.values()), default=0.0) - _EDGE
    right = max((box.x1 for box in boxes.values()), default=0.0) + _EDGE
    extent = (-_EDGE, y - _ROW_GAP + _EDGE)
    placement = Placement(
        width=right,
        height=extent[1],
        boxes=tuple(sorted(boxes.items())),
        routes=routes,
        bands=draw_bands(tiers, extents, extent, {}, ROOMY),
        badges=badges,
        name_size=measures.name_size,
        straight=True,
        form="straight",
        notes=(STRAIGHT_NOTE,),
    )
    return moved(placement, -left, _EDGE)


def _ordered(diagram: Diagram, rows: Rows) -> list[list[str]]:
    """The bodies of each row, those that are linked near to one another."""
    bodies = [body for row in rows.bodies for body in row]
    item = {body: at for at, body in enumerate(bodies)}
    row_of = rows.row_of()
    links = {
        (item[line.from_], item[line.to])
        for line in diagram.lines
        if row_of.get(line.from_, 0) != row_of.get(line.to, 0)
        and {line.from_, line.to} <= item.keys()
    }
    frame = Frame(
        bodies=tuple(bodies),
        bends=(),
        rows=tuple(tuple(item[body] for body in row) for row in rows.bodies),
        links=tuple(Link(a, b, 1) for a, b in sorted(links)),
        flats=(),
        areas=(),
        widths=(0.0,) * len(bodies),
    )
    return [[bodies[at] for at in row] for row in sweep_rows(frame)]


def _joined(ordered: list[list[str]], rows: Rows) -> list[list[str]]:
    """The same rows, run together to one where no tiers keep them apart."""
    if any(rows.tiers):
        return ordered
    return [[body for row in ordered for body in row]]


def _fair_width(row: Sequence[str], measures: Measures, widest: float) -> float:
    """The width at which a row, wrapped, is about half as wide again as it is high."""
    area = sum(
        (measures.bodies[body][0] + ROOMY.body_gap) * (measures.bodies[body][1] + _ROW_GAP)
        for body in row
    )
    return min(widest, math.sqrt(area * _ASPECT))


def _wrapped(row: Sequence[str], measures: Measures, widest: float) -> Iterator[list[str]]:
    """A row as several where it would be too wide."""
    part: list[str] = []
    used = 0.0
    for body in row:
        width = measures.bodies[body][0]
        if part and used + ROOMY.body_gap + width > widest:
            yield part
            part, used = [], 0.0
        used += width + ROOMY.body_gap * bool(part)
        part.append(body)
    if part:
        yield part


def _stood(
    row: Sequence[str], measures: Measures, top: float, height: float
) -> Iterator[tuple[str, Box]]:
    """The boxes of one row, its middle at 0."""
    widths = [measures.bodies[body][0] for body in row]
    x = -(sum(widths) + ROOMY.body_gap * (len(row) - 1)) / 2
    for body, width in zip(row, widths, strict=True):
        yield body, Box(x, top, x + width, top + height)
        x += width + ROOMY.body_gap


def _between(start: Box, end: Box) -> tuple[Point, ...]:
    """The straight line between two boxes, from edge to edge; a small loop at one box."""
    if start == end:
        x, y = start.x1, start.centre[1]
        return (x, y - 5), (x + 10, y - 5), (x + 10, y + 5), (x, y + 5)
    return _edge(start, end.centre), _edge(end, start.centre)


def _edge(box: Box, towards: Point) -> Point:
    """Where the line from the middle of a box to a place outside it leaves the box."""
    (x, y), (tx, ty) = box.centre, towards
    across = abs(tx - x) / (box.width / 2)
    along = abs(ty - y) / (box.height / 2)
    share = 1 / max(across, along, 1e-9)
    return x + (tx - x) * share, y + (ty - y) * share
