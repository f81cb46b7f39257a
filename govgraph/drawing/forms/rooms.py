"""The rooms that a drawing may have: each way round of its paper, with each frame of the sheet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.frame import LARGEST, Folio, candidate_rooms, frame_placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.placement import Arrangement, Placement
    from govgraph.drawing.theme import Theme

LEAST_NAME = 8.0
"""The size in points below which no name may print."""

_PRICES = {"foot": 0.0, "compact": 0.5, "beside": 1.0}
"""What each place of the key costs the reader, in crossings."""

_APART = 3.0  # and what it costs to turn to another page for the findings


@dataclass(frozen=True, slots=True)
class Room:
    """What one frame of one paper leaves for the drawing.

    Attributes:
        paper: The paper.
        arrangement: Where key and findings stand.
        turned: Whether the drawing runs from left to right.
        width: How wide the drawing may be, in points of the sheet.
        height: How high.
        with_notes: The same for a drawing of which layout has something to say on the sheet.
    """

    paper: Paper
    arrangement: Arrangement
    turned: bool
    width: float
    height: float
    with_notes: Callable[[Placement], tuple[float, float]] = field(compare=False, repr=False)

    @property
    def price(self) -> float:
        """What the frame costs the reader, in crossings."""
        return _PRICES[self.arrangement.key] + _APART * self.arrangement.findings_apart

    def scale(self, width: float, height: float) -> float:
        """How large a drawing prints here, at the most `LARGEST`."""
        return min(self.width / max(width, 1.0), self.height / max(height, 1.0), LARGEST)

    def scale_of(self, placement: Placement) -> float:
        """How large a finished drawing prints here, with all that its sheet has to say."""
        if not placement.notes:
            return self.scale(placement.width, placement.height)
        width, height = self.with_notes(placement)
        return min(width / placement.width, height / placement.height, LARGEST)


def find_rooms(diagram: Diagram, paper: Paper, theme: Theme, folio: Folio) -> tuple[Room, ...]:
    """The rooms for a drawing on a paper that has a size.

    Args:
        diagram: What is on the sheet: its key, findings and sources take their room first.
        paper: The paper.
        theme: Decides how long the texts are.
        folio: Which sheet of how many it is.
    """
    found: list[Room] = []
    for way in paper.ways_round:
        rooms: tuple[tuple[Arrangement, tuple[float, float]], ...] = ()
        for turned in (False, True):
            if diagram.tiers or not turned:  # only the names of tiers take other room when turned
                rooms = candidate_rooms(diagram, way, theme, folio, upright=turned)
            for arrangement, size in rooms:
                noted = partial(_noted, diagram, way, theme, folio, arrangement)
                found.append(Room(way, arrangement, turned, *size, noted))
    return tuple(found)


def _noted(  # noqa: PLR0917 - five of them are bound where a room is made
    diagram: Diagram,
    paper: Paper,
    theme: Theme,
    folio: Folio,
    arrangement: Arrangement,
    placement: Placement,
) -> tuple[float, float]:
    """The room of a drawing once its notes are printed."""
    placed = replace(placement, arrangement=arrangement)
    room = frame_placed(diagram, placed, paper, theme, folio).room
    return room.width, room.height
