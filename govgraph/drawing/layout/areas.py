"""Which areas get an outline, where it runs, and the tiers' bands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.placement import AreaOutline, Band, Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.measures import Size
    from govgraph.drawing.layout.spacing import Spacing
    from govgraph.drawing.placement import Route


AreaSpan = tuple[int, int, float, float]
"""First row, last row, left and right of an outline."""

_RING = 7.0  # between a box and the name of its area: the ring of an orphan fits
_CORNER = 13.0  # the outline is round here
_NARROW = 0.75  # of the width of a name that finds no room: it takes another line then
_SLACK = 0.01
_CLEARANCE = 5.0  # between a label and a line that crosses the outline


def area_members(diagram: Diagram) -> dict[str, tuple[str, ...]]:
    """The bodies of every area that is outlined.

    An area of a single body is outlined only where the body's own name does not say it.
    """
    found: dict[str, list[str]] = {}
    names = {body.id: body.name for body in diagram.bodies}
    for body in diagram.bodies:
        if body.area in diagram.areas:
            found.setdefault(str(body.area), []).append(body.id)
    return {
        area: tuple(bodies)
        for area, bodies in sorted(found.items())
        if len(bodies) > 1 or area.casefold() not in names[bodies[0]].casefold()
    }


def draw_outlines(
    spans: Mapping[str, AreaSpan],
    rows: Sequence[tuple[float, float]],
    routes: Sequence[Route],
    area_label: Callable[[str, float], Size],
    spacing: Spacing,
    *,
    boxes: Iterable[Box] = (),
    turned: bool = False,
) -> tuple[tuple[AreaOutline, ...], tuple[str, ...]]:
    """The outlines with their names upon them, and the areas whose name found no room.

    Args:
        spans: Where each outline runs.
        rows: The upper and lower edge of every row.
        routes: The lines, which a name must not cover.
        area_label: The size of an area's name that may be so many points wide.
        spacing: How much air there is.
        boxes: The boxes of the bodies, which a name must not cover either.
        turned: True when rows are drawn from left to right.
    """
    pad, bodies = spacing.area_pad, tuple(boxes)
    edges = {
        area: Box(left, rows[first][0] - pad, right, rows[last][1] + pad)
        for area, (first, last, left, right) in spans.items()
    }
    if turned:
        edges = {area: box.turned for area, box in edges.items()}
    found: list[AreaOutline] = []
    without: list[str] = []
    for area, box in edges.items():
        size = area_label(area, box.width - 2 * _CORNER)
        taken = [*bodies, *(other for name, other in edges.items() if name != area)]
        taken += [outline.label_box for outline in found]
        sizes = dict.fromkeys((size, area_label(area, size[0] * _NARROW)))
        places = (_label_box(box, routes, taken, each, pad - _RING) for each in sizes)
        label = next(filter(None, places), None)
        if label is None:
            without.append(area)
        else:
            found.append(AreaOutline(area, box, label))
    return tuple(found), tuple(without)


def _label_box(
    box: Box, routes: Sequence[Route], others: Sequence[Box], size: Size, inside: float
) -> Box | None:
    """A free stretch of the upper edge for a name, else of the lower one.

    The name reaches `inside` points into the area.
    """
    width, height = size
    low, high = box.x0 + _CORNER, box.x1 - _CORNER - width
    if low > high + _SLACK:
        return None
    middle = (low + high) / 2
    for top in (box.y0 + inside - height, box.y1 - inside):
        crossed = {span for route in routes for span in _crossed(route, top, top + height)}
        beside = {(one.x0, one.x1) for one in others if one.y0 < top + height and top < one.y1}
        taken = sorted(crossed | beside)
        options = [low, high, middle]
        options += [end + _CLEARANCE for _, end in taken]
        options += [start - _CLEARANCE - width for start, _ in taken]
        for x in options:
            free = all(
                end <= x - _CLEARANCE or start >= x + width + _CLEARANCE for start, end in taken
            )
            if low <= x <= high + _SLACK and free:
                return Box(x, top, x + width, top + height)
    return None


def _crossed(route: Route, top: float, bottom: float) -> list[tuple[float, float]]:
    """From where to where a line runs through a level strip, or near it."""
    return [
        (min(ax, bx), max(ax, bx))
        for (ax, ay), (bx, by) in pairwise(route.points)
        if min(ay, by) < bottom + 2 and max(ay, by) > top - 2
    ]


def draw_bands(
    tiers: Sequence[str | None],
    rows: Sequence[tuple[float, float]],
    extent: tuple[float, float],
    spans: Mapping[str, AreaSpan],
    spacing: Spacing,
    *,
    upright: bool = False,
) -> tuple[Band, ...]:
    """The strip of every tier; neighbouring strips meet between their rows, above any outline."""
    if not any(tiers):
        return ()
    bands: list[Band] = []
    start, bottom = extent
    for number, tier in enumerate(tiers):
        if number + 1 < len(tiers) and tiers[number + 1] == tier:
            continue
        end = bottom
        if number + 1 < len(tiers):
            lower = rows[number + 1][0]
            upper = rows[number][1] + spacing.outline_room * any(
                last == number for _, last, *_ in spans.values()
            )
            starts = any(first == number + 1 for first, *_ in spans.values())
            end = lower - spacing.outline_room if starts else (upper + lower) / 2
        if tier is not None:
            bands.append(Band(tier, start, end, upright))
        start = end
    return tuple(bands)
