"""How much air a drawing has: roomy as a rule, close and tight where many bodies share a sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spacing:
    """The distances that a layout keeps, in whole points across the rows.

    Attributes:
        body_gap: Between two boxes of a row.
        flat_gap: Between two boxes with a line from one to the other: room for both its ends.
        bend_gap: Between a passing line and a box.
        line_gap: Between two passing lines; also between any two that run side by side.
        area_pad: Between an area's outline and the boxes inside it.
        area_gap: Between an outline and whatever stands outside it.
        head_room: Between a box and the first level piece of a line: an arrowhead fits.
        foot_room: Between a box and a level piece whose line bears no mark there.
        track: Between two level pieces.
        opened: The height of a channel in which lines meet boxes, none of them running level.
        quiet: The height of a channel that lines only pass.
        outline_room: What the outline of an area adds to a channel that it begins in.
    """

    body_gap: int = 24
    flat_gap: int = 44
    bend_gap: int = 13
    line_gap: int = 9
    area_pad: int = 14
    area_gap: int = 14
    head_room: int = 18
    foot_room: int = 10
    track: int = 10
    opened: int = 32
    quiet: int = 16
    outline_room: int = 26


ROOMY = Spacing()
"""For a drawing of a few bodies."""

CLOSE = Spacing(
    body_gap=16,
    flat_gap=40,
    bend_gap=10,
    line_gap=8,
    area_pad=11,
    area_gap=8,
    head_room=16,
    foot_room=8,
    track=9,
    opened=26,
    quiet=10,
    outline_room=24,
)
"""For a drawing that has to be shrunk a little."""

TIGHT = Spacing(
    body_gap=12,
    flat_gap=36,
    bend_gap=8,
    line_gap=8,
    area_pad=9,
    area_gap=6,
    head_room=14,
    foot_room=7,
    track=8,
    opened=20,
    quiet=8,
    outline_room=21,
)
"""For a drawing that fills its sheet."""

SNUG = Spacing(
    body_gap=8,
    flat_gap=30,
    bend_gap=7,
    line_gap=8,
    area_pad=7,
    area_gap=4,
    head_room=11,
    foot_room=6,
    track=8,
    opened=16,
    quiet=7,
    outline_room=19,
)
"""For a drawing that else would need a second sheet."""
