"""The numbered badge of a finding: red triangle, brown diamond, blue circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.svg import element, points, words

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Severity
    from govgraph.drawing.placement import Box
    from govgraph.drawing.theme import FindingColours

BADGE = 19.0
"""The side of the square that a badge fills on a drawing, white rim included, in points."""

_RIM = 1.5
_NUMBER = {1: 8.4, 2: 7.4, 3: 6.0}  # the size of a number by how many digits it has
_SMALLEST = 4.6


def draw_badge(number: int, severity: Severity, box: Box, colours: FindingColours) -> str:
    """A badge that fills the box: its form and colour say how grave, its number says which."""
    scale = box.width / BADGE
    (x, y), half = box.centre, box.width / 2 - _RIM * scale / 2
    rim: dict[str, float | str | None] = {
        "fill": colours.of(severity),
        "stroke": "#ffffff",
        "stroke_width": _RIM * scale,
        "stroke_linejoin": "round",
    }
    digits = str(number)
    size = _NUMBER.get(len(digits), _SMALLEST) * scale
    baseline = y + size * 0.36
    if severity == "error":
        corners = ((x, y - half), (x + half, y + half * 0.86), (x - half, y + half * 0.86))
        drawn = element("polygon", points=points(corners), **rim)
        size *= 0.92
        baseline = y + half * 0.86 - (1.9 + 0.25 * len(digits)) * scale
    elif severity == "warning":
        corners4 = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        drawn = element("polygon", points=points(corners4), **rim)
    else:
        drawn = element("circle", cx=x, cy=y, r=half * 0.92, **rim)
    return drawn + words(digits, x, baseline, size, colours.number, bold=True, anchor="middle")
