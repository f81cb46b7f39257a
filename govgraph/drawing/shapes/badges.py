"""The numbered badge of a finding: red triangle, brown diamond, blue circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.svg import element, points, words

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Severity
    from govgraph.drawing.placement import Box
    from govgraph.drawing.theme import FindingColours

NUMBER_SIZE = 8.55
"""The size of the number in a badge on a drawing, in points."""

_RIM = 1.5
_SIDES = {1: 19.0, 2: 21.0, 3: 25.0}  # of a badge, by how many digits its number has
_LONGEST = 31.0
_BASE = 1.7  # from the base of a triangle up to its number


def badge_side(number: int) -> float:
    """The side of the square that a badge fills on a drawing, white rim included, in points."""
    return _SIDES.get(len(str(number)), _LONGEST)


def draw_badge(number: int, severity: Severity, box: Box, colours: FindingColours) -> str:
    """A badge that fills the box: its form and colour say how grave, its number says which."""
    scale = box.width / badge_side(number)
    (x, y), half = box.centre, box.width / 2 - _RIM * scale / 2
    rim: dict[str, float | str | None] = {
        "fill": colours.of(severity),
        "stroke": "#ffffff",
        "stroke_width": _RIM * scale,
        "stroke_linejoin": "round",
    }
    digits = str(number)
    size = NUMBER_SIZE * scale
    baseline = y + size * 0.36
    if severity == "error":
        corners = ((x, y - half), (x + half, y + half * 0.86), (x - half, y + half * 0.86))
        drawn = element("polygon", points=points(corners), **rim)
        baseline = y + half * 0.86 - _BASE * scale
    elif severity == "warning":
        corners4 = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        drawn = element("polygon", points=points(corners4), **rim)
    else:
        drawn = element("circle", cx=x, cy=y, r=half * 0.92, **rim)
    return drawn + words(digits, x, baseline, size, colours.number, bold=True, anchor="middle")
