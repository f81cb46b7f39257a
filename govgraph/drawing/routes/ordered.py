"""What the lines are led around: the bodies in their rows, and how much air there is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govgraph.drawing.layout.spacing import ROOMY, Spacing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.drawing.routes.ground import Span


@dataclass(frozen=True, slots=True)
class Ordered:
    """The rows as they stand: what the lines are led around.

    Attributes:
        rows: The bodies of each row from the left.
        spans: Where each body stands across its row.
        heights: The height of each row.
        areas: For each area its first and last row, and its outline's left and right.
        bends: Where each leg would like to pass each row between its ends.
        lanes: For lines that leave their body sideways, where they would like to run up.
        label_rooms: The height of the words beside a line, for lines that have such words.
        spacing: How much air there is.
        turned: True when rows are drawn as columns, from left to right.
    """

    rows: tuple[tuple[str, ...], ...]
    spans: Mapping[str, Span]
    heights: tuple[float, ...]
    areas: Mapping[str, tuple[int, int, float, float]]
    bends: Mapping[tuple[int, int], float]
    lanes: Mapping[int, float]
    label_rooms: Mapping[int, float] = field(default_factory=dict)
    spacing: Spacing = ROOMY
    turned: bool = False
