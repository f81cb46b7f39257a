"""Which form a diagram takes on its paper, so that no name prints too small to be read.

From top to bottom is the form that everybody reads. Where names would print below 8 points it
gives way to one from left to right, to columns, to siblings in one box with a count, and at last to
several pages.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from govgraph.drawing.arrangement import Arrangement
from govgraph.drawing.forms.collapsed import collapse_siblings
from govgraph.drawing.forms.columns import best_columns
from govgraph.drawing.forms.fitted import LEAST_NAME, Fitted
from govgraph.drawing.forms.pages import paginate
from govgraph.drawing.layout.measures import measure_diagram
from govgraph.drawing.layout.place import place, rough_size
from govgraph.drawing.layout.spacing import CLOSE, ROOMY
from govgraph.drawing.layout.straight import is_dense, is_tangled, place_straight
from govgraph.drawing.placement import Placement
from govgraph.drawing.sheets.frame import LARGEST, Folio, drawing_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.measures import Measures, Size
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.theme import Theme


SCREEN = (1500.0, 900.0)
"""The width and height in points that a drawing on a free paper keeps near to."""

_TOP_DOWN = ((None, ROOMY), (None, CLOSE), (145.0, CLOSE), (125.0, CLOSE), (105.0, CLOSE))
"""Ever tighter ways from top to bottom: the greatest width of a box in points, and the air."""

_HOPE = 1.5
"""How many times larger than its rough size says a drawing may turn out to print, at the most."""

_OUTSIDE = 32.0  # what lines that run outside all bodies may take of the width
_TABLE_NOTE = (
    "As a drawing this would be too small to read, with too many lines to follow: it is given as "
    "a table. A view of one area, one chain or one body's neighbours can be drawn."
)
_SIDEWAYS_NOTE = "Drawn from left to right: a body stands right of the one it answers to."
_COLUMNS_NOTE = "Drawn in columns: a body hangs below the one it belongs to."


def lay_out(
    diagram: Diagram, paper: Paper, theme: Theme, most: int | None = None
) -> tuple[tuple[Diagram, Placement], ...]:
    """What each sheet shows, and where it stands on it; at least one sheet.

    Args:
        diagram: The whole.
        paper: The paper; `frame.drawing_room` says how much of it is left for the drawing.
        theme: Decides how large the texts are (`body_box.size_body`, `labels.size_scope`).
        most: Of more sheets than this there is no use: they are not laid out, and none is given.
    """
    fitted = fit_sheet(diagram, paper, theme, whole=True)
    if fitted.is_readable or paper.is_free:
        return ((fitted.diagram, fitted.placement),)
    if is_dense(diagram) or is_tangled(diagram):
        return ((diagram, Placement(0.0, 0.0, notes=(_TABLE_NOTE,))),)
    collapsed = collapse_siblings(diagram)
    if collapsed is not None:
        smaller = fit_sheet(collapsed, paper, theme, whole=True)
        if smaller.is_readable:
            return ((smaller.diagram, smaller.placement),)
    page = partial(fit_sheet, paper=paper, theme=theme, folio=Folio(1, 9))
    pages = paginate(diagram, lambda part, whole: page(part, whole=whole), most)
    if pages is None:
        return ()
    if not pages:
        return ((diagram, Placement(0.0, 0.0, notes=(_TABLE_NOTE,))),)
    return tuple((page.diagram, page.placement) for page in pages)


def fit_sheet(
    diagram: Diagram,
    paper: Paper,
    theme: Theme,
    folio: Folio | None = None,
    *,
    whole: bool = False,
) -> Fitted:
    """The form in which a diagram is read on one sheet, or else the one that prints largest.

    The forms are tried in the order of the module's first words; where none can be read, they are
    tried again with the findings on a sheet of their own.

    Args:
        diagram: What to show.
        paper: What the sheet is printed on.
        theme: What it looks like.
        folio: Which sheet of how many it is.
        whole: Whether it is to be read whole or not at all: forms of which a glance shows that
            they would print too small are then not worked out.
    """
    measures = measure_diagram(diagram, theme)
    best: Fitted | None = None
    for apart in (False, True) if diagram.listed and not paper.is_free else (False,):
        room = SCREEN
        if not paper.is_free:
            arrangement = Arrangement(findings_apart=apart)
            room = drawing_room(diagram, paper, theme, folio or Folio(), arrangement=arrangement)
        least = LEAST_NAME / measures.name_size / _HOPE if whole and not paper.is_free else 0.0
        if least and _ink(measures) * least**2 > room[0] * room[1]:
            continue
        for placement in _forms(diagram, measures, room, least, free=paper.is_free):
            placed = replace(placement, arrangement=Arrangement(findings_apart=apart))
            fitted = Fitted(diagram, placed, _scale(placed, room))
            if fitted.is_readable:
                return fitted
            if best is None or fitted.scale > best.scale:
                best = fitted
    return best or Fitted(diagram, Placement(0.0, 0.0), 0.0 if diagram.bodies else 1.0)


def _forms(
    diagram: Diagram, measures: Measures, room: Size, least: float, *, free: bool
) -> Iterator[Placement]:
    """The placements of a diagram that may do, the best form first.

    One whose rough size would have to be shrunk below `least`, unless that is 0, is left out.
    """
    widest = room[0] * measures.name_size / LEAST_NAME
    if is_dense(diagram) or is_tangled(diagram):
        yield place_straight(diagram, measures, widest)
        return
    for narrow, spacing in _TOP_DOWN[: 1 if free else None]:
        sized = measures if narrow is None else measures.narrowed(narrow)
        width, height = rough_size(diagram, sized)
        if width <= widest and not (least and height * least > room[1]):
            yield place(diagram, sized, widest=widest - _OUTSIDE, spacing=spacing)
    if not free:
        yield from _sideways(diagram, measures, room)
    columns = best_columns(diagram, measures, room, least)
    if columns is not None:
        yield replace(columns, notes=(*columns.notes, _COLUMNS_NOTE), form="columns")


def _sideways(diagram: Diagram, measures: Measures, room: Size) -> Iterator[Placement]:
    """The form from left to right, where there is a chance that it can be read."""
    share = measures.name_size / LEAST_NAME
    width, height = rough_size(diagram, measures, turned=True)
    if width > room[0] * share or height > room[1] * share:
        return
    placed = place(diagram, measures, widest=room[1] * share, spacing=CLOSE, turned=True)
    note = _SIDEWAYS_NOTE
    if diagram.tiers:
        note += f" The tiers, from the left: {', '.join(diagram.tiers)}."
    yield replace(placed, notes=(*placed.notes, note), form="sideways")


def _ink(measures: Measures) -> float:
    """An area in square points that the boxes alone are sure to take, however narrow they are."""
    return sum(width * height for width, height in measures.bodies.values()) / 2


def _scale(placement: Placement, room: Size) -> float:
    """How large a drawing prints in its room, at the most `LARGEST`."""
    width, height = max(placement.width, 1.0), max(placement.height, 1.0)
    return min(room[0] / width, room[1] / height, LARGEST)
