"""Two states side by side on one sheet, every body that is in both at the same place in both.

Both are laid out as one, and each is drawn on that placement: where nothing changed, nothing moves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.paper import Paper
from govgraph.drawing.placement import AreaOutline, Box, Placement, moved
from govgraph.drawing.shapes.body_box import size_body
from govgraph.drawing.sheets.labels import size_area_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.drawing.diagram import DiagramBody, DiagramLine
    from govgraph.drawing.theme import Theme

    Laid = tuple[Diagram, Placement]

_INSET, _GAP = 16.0, 22.0  # between a side's outline and its drawing, and between the outlines
_CORNER = 18.0  # from the corner of an outline to its caption


class Side(NamedTuple):
    """One of the two states, and what stands over it."""

    caption: str
    diagram: Diagram


def lay_out_side_by_side(
    before: Side, after: Side, whole: Diagram, paper: Paper, theme: Theme
) -> tuple[Laid, ...]:
    """What each sheet shows, and where it stands on it: both states, left and right.

    Where the names would print too small beside each other, each state has sheets of its own, one
    after the other, and what is in both still stands at the same place.

    Args:
        before: The state on the left.
        after: The state on the right.
        whole: Everything of either state once; its title and block stand at the head.
        paper: The paper of the sheet; each state has half of it.
        theme: Decides how large the texts are.
    """
    from govgraph.drawing.forms.choose import fit_sheet, lay_out

    both = _roomiest(whole, before, after, theme)
    known = frozenset(body.id for body in both.bodies)
    for way in paper.ways_round:
        fitted = fit_sheet(both, _half(way), theme)
        if fitted.placement.boxes and (fitted.is_readable or paper.is_free):
            placed = replace(fitted.placement, paper=None if paper.is_free else way)
            return (_side_by_side(before, after, (fitted.diagram, placed), known, theme),)
    return tuple(
        _framed(_one_side(side, shown, placed, known), side.caption, theme)
        for shown, placed in lay_out(both, paper, theme)
        for side in (before, after)
    )


def _half(paper: Paper) -> Paper:
    """The paper that one state has for itself."""
    if paper.width is None:
        return paper
    frame = 4 * _INSET + _GAP
    inner = (paper.width - 2 * paper.margin - frame) / 2
    return replace(paper, width=inner + 2 * paper.margin, may_turn=False)


def _roomiest(whole: Diagram, before: Side, after: Side, theme: Theme) -> Diagram:
    """The whole without its marks of change, each body as large as in the state it is larger in."""
    sides = [_by_id(side.diagram.bodies) for side in (before, after)]
    bodies = []
    for body in whole.bodies:
        found = [side[body.id] for side in sides if body.id in side]
        bodies.append(max(found, key=lambda one: _extent(one, theme)))
    scopes: dict[tuple[str, str, str], DiagramLine] = {}
    for side in (before, after):
        for line in side.diagram.lines:
            kept = scopes.get(line.key)
            if kept is None or len(line.scope or "") > len(kept.scope or ""):
                scopes[line.key] = line
    lines = tuple(sorted(scopes.values(), key=lambda line: (*line.key, line.status)))
    return replace(whole, bodies=tuple(bodies), lines=lines, findings=())


def _extent(body: DiagramBody, theme: Theme) -> tuple[float, float]:
    text = size_body(body, theme)
    return text.height, text.width


def _side_by_side(
    before: Side, after: Side, laid: Laid, known: frozenset[str], theme: Theme
) -> Laid:
    """One sheet with both states, the identifiers of each told apart."""
    shown, placed = laid
    (one, left), (two, right) = (
        _framed(_marked(mark, *_one_side(side, shown, placed, known)), side.caption, theme)
        for mark, side in (("before", before), ("after", after))
    )
    right = moved(right, left.width + _GAP, 0)
    lines = len(one.lines)
    diagram = replace(
        shown,
        bodies=(*one.bodies, *two.bodies),
        lines=(*one.lines, *two.lines),
        sides=tuple((side.caption, side.diagram) for side in (before, after)),
    )
    routes = tuple(replace(route, line=route.line + lines) for route in right.routes)
    labels = tuple(replace(label, line=label.line + lines) for label in right.labels)
    placement = replace(
        left,
        paper=None,
        width=right.width,
        boxes=tuple(sorted((*left.boxes, *right.boxes))),
        routes=(*left.routes, *routes),
        areas=(*left.areas, *right.areas),
        bands=(*left.bands, *(band for band in right.bands if band.upright)),
        labels=(*left.labels, *labels),
    )
    return diagram, placement


def _one_side(side: Side, shown: Diagram, placed: Placement, known: frozenset[str]) -> Laid:
    """A state on the placement of both. A box that layout made up belongs to either state."""
    own = {body.id: body for body in side.diagram.bodies}
    bodies = tuple(
        own.get(body.id, body) for body in shown.bodies if body.id in own or body.id not in known
    )
    there = {body.id for body in bodies}
    lines = {line.key: line for line in side.diagram.lines}
    kept: dict[int, DiagramLine] = {}
    for place, line in enumerate(shown.lines):
        made_up = not {line.from_, line.to} <= known
        if line.key in lines or (made_up and {line.from_, line.to} <= there):
            kept[place] = lines.get(line.key, line)
    number = {place: new for new, place in enumerate(kept)}
    inner = replace(
        placed,
        boxes=tuple((id_, box) for id_, box in placed.boxes if id_ in there),
        routes=tuple(
            replace(route, line=number[route.line])
            for route in placed.routes
            if route.line in number
        ),
        labels=tuple(
            replace(label, line=number[label.line])
            for label in placed.labels
            if label.line in number
        ),
        areas=tuple(a for a in placed.areas if any(body.area == a.area for body in bodies)),
        badges=(),
    )
    return replace(shown, bodies=bodies, lines=tuple(kept.values())), inner


def _marked(mark: str, diagram: Diagram, placed: Placement) -> Laid:
    """The same, every body's identifier with a mark before it."""
    bodies = tuple(
        replace(body, id=f"{mark}:{body.id}", holds=tuple(f"{mark}:{each}" for each in body.holds))
        for body in diagram.bodies
    )
    lines = tuple(
        replace(line, from_=f"{mark}:{line.from_}", to=f"{mark}:{line.to}")
        for line in diagram.lines
    )
    boxes = tuple((f"{mark}:{id_}", box) for id_, box in placed.boxes)
    return replace(diagram, bodies=bodies, lines=lines), replace(placed, boxes=boxes)


def _framed(laid: Laid, caption: str, theme: Theme) -> Laid:
    """The same in an outline that bears the caption, with room for both."""
    diagram, placed = laid
    width, height = size_area_label(caption, theme, placed.width)
    inner = moved(placed, _INSET, height + 4)
    box = Box(1, height / 2, inner.width + _INSET, inner.height + 2)
    label = Box(box.x0 + _CORNER, 0, box.x0 + _CORNER + width, height)
    outline = AreaOutline(caption, box, label)
    framed = replace(inner, width=box.x1 + 1, height=box.y1 + 1, areas=(outline, *inner.areas))
    return diagram, framed


def _by_id(bodies: Iterable[DiagramBody]) -> dict[str, DiagramBody]:
    return {body.id: body for body in bodies}
