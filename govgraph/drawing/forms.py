"""Which form a diagram takes on its paper, so that no name prints too small to be read.

From top to bottom is the form that everybody reads. Where names would print below 8 points it
gives way to columns, then to siblings in one box with a count, then to several pages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.forms_columns import best_columns
from govgraph.drawing.forms_pages import paginate
from govgraph.drawing.layout import place, rough_width
from govgraph.drawing.layout_measures import measure_diagram
from govgraph.drawing.layout_spacing import CLOSE, ROOMY
from govgraph.drawing.sheet import LARGEST, Folio, drawing_room

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout_measures import Size
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.placement import Placement
    from govgraph.drawing.theme import Theme

LEAST_NAME = 8.0
"""The size in points below which no name may print."""

SCREEN = (1500.0, 900.0)
"""The width and height in points that a drawing on a free paper keeps near to."""

_COLUMNS_NOTE = "Drawn in columns: a body hangs below the one it belongs to."


@dataclass(frozen=True, slots=True)
class Fitted:
    """A placement and the scale at which it fits its sheet."""

    diagram: Diagram
    placement: Placement
    scale: float

    @property
    def is_readable(self) -> bool:
        """True when no name prints below `LEAST_NAME`."""
        return self.scale * self.placement.name_size >= LEAST_NAME


def lay_out(diagram: Diagram, paper: Paper, theme: Theme) -> tuple[tuple[Diagram, Placement], ...]:
    """What each sheet shows, and where it stands on it; at least one sheet.

    Args:
        diagram: The whole.
        paper: The paper; `sheet.drawing_room` says how much of it is left for the drawing.
        theme: Decides how large the texts are (`body_box.size_body`, `labels.size_scope`).
    """
    fitted = fit_sheet(diagram, paper, theme)
    if fitted.is_readable or paper.is_free:
        return ((fitted.diagram, fitted.placement),)
    pages = paginate(diagram, lambda part: fit_sheet(part, paper, theme, Folio(1, 9)))
    if len(pages) == 1:
        return ((fitted.diagram, fitted.placement),)
    return tuple((page.diagram, page.placement) for page in pages)


def fit_sheet(diagram: Diagram, paper: Paper, theme: Theme, folio: Folio | None = None) -> Fitted:
    """The form in which a diagram is largest on one sheet; top to bottom as long as it is read."""
    measures = measure_diagram(diagram, theme)
    room = SCREEN if paper.is_free else drawing_room(diagram, paper, theme, folio or Folio())
    least = LEAST_NAME / measures.name_size
    fitted: list[Fitted] = []
    if rough_width(diagram, measures) * least <= room[0]:
        for spacing in (ROOMY, CLOSE):
            placed = place(diagram, measures, widest=room[0] / least, spacing=spacing)
            fitted.append(_fitted(diagram, placed, room))
            if fitted[-1].is_readable or paper.is_free:
                return fitted[-1]
    columns = best_columns(diagram, measures, room)
    if columns is not None:
        noted = replace(columns, notes=(*columns.notes, _COLUMNS_NOTE))
        fitted.append(_fitted(diagram, noted, room))
    return max(fitted, key=lambda found: found.scale)


def _fitted(diagram: Diagram, placement: Placement, room: Size) -> Fitted:
    scale = min(room[0] / max(placement.width, 1.0), room[1] / max(placement.height, 1.0), LARGEST)
    return Fitted(diagram, placement, scale)
