"""A placement, and how large it prints on its sheet."""

from __future__ import annotations

from dataclasses import dataclass

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.placement import Placement

LEAST_NAME = 8.0
"""The size in points below which no name may print."""


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
