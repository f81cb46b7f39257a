"""How much air a drawing has: roomy as a rule, close where many bodies share a sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spacing:
    """The distances that a layout keeps, in points.

    Attributes:
        body_gap: Between two boxes of a row.
        flat_gap: Between two boxes with a line from one to the other: room for both its ends.
        bend_gap: Between a passing line and a box.
        line_gap: Between two passing lines.
        area_pad: Between an area's outline and the boxes inside it.
        area_gap: Between an outline and whatever stands outside it.
        clearance: Between a line and a box that it passes, at the least.
        head_room: Between a box and the first level piece of a line: an arrowhead fits.
        track: Between two level pieces.
        opened: The height of a channel in which lines meet boxes, none of them running level.
        quiet: The height of a channel that lines only pass.
        outline_room: What the outline of an area adds to a channel that it runs in.
        indent: How far subordinates hang to the right of their superior, where they hang.
    """

    body_gap: float = 24.0
    flat_gap: float = 44.0
    bend_gap: float = 13.0
    line_gap: float = 9.0
    area_pad: float = 14.0
    area_gap: float = 14.0
    clearance: float = 10.0
    head_room: float = 18.0
    track: float = 12.0
    opened: float = 36.0
    quiet: float = 16.0
    outline_room: float = 24.0
    indent: float = 18.0


ROOMY = Spacing()
"""For a drawing of a few bodies."""

CLOSE = Spacing(
    body_gap=16.0,
    flat_gap=40.0,
    bend_gap=9.0,
    line_gap=6.0,
    area_pad=10.0,
    area_gap=7.0,
    clearance=6.0,
    head_room=16.0,
    track=9.0,
    opened=26.0,
    quiet=8.0,
    outline_room=20.0,
    indent=13.0,
)
"""For a drawing in columns."""
