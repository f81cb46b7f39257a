"""How large every text of a diagram is: what layout must leave room for."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.shapes.body_box import NAME_SIZE, size_body
from govgraph.drawing.sheets.labels import SCOPE_WIDEST, size_area_label, size_scope

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govgraph.drawing.diagram import Diagram, DiagramBody
    from govgraph.drawing.sheets.labels import Scope
    from govgraph.drawing.theme import Theme

Size = tuple[float, float]
"""Width and height in points."""

WIDEST_BODY = 165.0
"""The width in points that a body's box keeps to unless a word or chip is wider."""


_WIDER = 3  # points at a time, until a box holds what was measured for it


@dataclass(frozen=True, slots=True)
class Measures:
    """The room that the texts of one diagram take.

    Attributes:
        bodies: The least box of each body.
        scopes: For each line with a scope, the forms that its words may take, the best first.
        area_label: The box of an area's name when it may be so many points wide.
        fit: The least box of a body, by identifier, when it may be so many points wide.
        name_size: The size of the bodies' names, in points.
    """

    bodies: Mapping[str, Size]
    scopes: Mapping[int, tuple[Scope, ...]]
    area_label: Callable[[str, float], Size]
    fit: Callable[[str, float], Size]
    name_size: float = NAME_SIZE

    def narrowed(self, width: float) -> Measures:
        """The same with boxes at most so many points wide, or as wide as their longest word."""
        bodies = {body: self.fit(body, width) for body in self.bodies}
        return replace(self, bodies=bodies)


def measure_diagram(
    diagram: Diagram, theme: Theme, name_size: float = NAME_SIZE, max_width: float = WIDEST_BODY
) -> Measures:
    """The room that a diagram's texts take with the fonts of a theme."""
    by_id = {body.id: body for body in diagram.bodies}

    def fit(body: str, width: float) -> Size:
        return _least_box(by_id[body], theme, name_size, width)

    return Measures(
        bodies={body: fit(body, max_width) for body in by_id},
        scopes={
            index: tuple(
                dict.fromkeys(size_scope(line.scope, theme, widest) for widest in SCOPE_WIDEST)
            )
            for index, line in enumerate(diagram.lines)
            if line.scope
        },
        area_label=lambda area, width: size_area_label(area, theme, width),
        fit=fit,
        name_size=name_size,
    )


@functools.lru_cache(maxsize=8192)  # a drawing on several pages measures its bodies for each trial
def _least_box(body: DiagramBody, theme: Theme, name_size: float, width: float) -> Size:
    """The least box of a body that may be so many points wide."""
    text = size_body(body, theme, name_size, width)
    # A box as narrow as its longest line may not hold its lines: badges keep its corners free.
    narrow = math.ceil(text.width)
    while narrow < width:
        if size_body(body, theme, name_size, narrow).height <= text.height:
            break
        narrow += _WIDER
    return max(text.width, narrow), text.height
