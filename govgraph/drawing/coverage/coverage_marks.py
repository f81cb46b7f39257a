"""The mark of each state of a partner: a form of its own, whatever the colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.analysis.membership import Cover
from govgraph.drawing.svg import element, points

if TYPE_CHECKING:
    from govgraph.drawing.theme import Theme

MARK = 11.0
"""The side of the square that a mark fills, in points."""

_HALF = MARK / 2 - 0.6


def cover_colour(cover: Cover, theme: Theme) -> str:
    """The colour of a mark; its form says the same."""
    return {
        Cover.COVERED: theme.page.heading,
        Cover.VACANT: theme.page.missing,
        Cover.NEAR: theme.findings.warning,
        Cover.MISSING: theme.page.missing,
        Cover.UNRECORDED: theme.page.muted,
    }[cover]


def draw_mark(cover: Cover, x: float, y: float, colour: str, paper: str = "#ffffff") -> str:
    """A mark round (x, y).

    Args:
        cover: Filled with a tick: a seat. An empty square: a vacant one. A diamond with a question
            mark: perhaps. A cross: missing. A dash: not recorded.
        x: Its middle, in points.
        y: Its middle.
        colour: Of the mark.
        paper: The colour behind it.
    """
    line: dict[str, float | str | None] = {
        "fill": "none",
        "stroke": colour,
        "stroke_width": 1.7,
        "stroke_linecap": "round",
        "stroke_linejoin": "round",
    }
    square = {"x": x - _HALF, "y": y - _HALF, "width": 2 * _HALF, "height": 2 * _HALF, "rx": 1.5}
    if cover is Cover.COVERED:
        tick = ((x - 2.9, y + 0.1), (x - 0.8, y + 2.4), (x + 3.0, y - 2.5))
        drawn = element("rect", **square, fill=colour)
        return drawn + element("polyline", points=points(tick), **(line | {"stroke": paper}))
    if cover is Cover.VACANT:
        dashed = line | {"stroke_width": 1.3, "stroke_dasharray": "2 1.6", "stroke_linecap": "butt"}
        return element("rect", **square, **dashed)
    if cover is Cover.NEAR:
        reach = MARK / 2 + 0.6
        corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        return element(
            "polygon", points=points(corners), **(line | {"stroke_width": 1.2})
        ) + element(
            "text",
            "?",
            x=x,
            y=y + 2.9,
            font_size=8,
            font_weight="bold",
            text_anchor="middle",
            fill=colour,
        )
    if cover is Cover.MISSING:
        cross = f"M{x - 3.4:.2f} {y - 3.4:.2f}l6.8 6.8m0 -6.8l-6.8 6.8"
        return element("path", d=cross, **(line | {"stroke_width": 2.2}))
    return element("path", d=f"M{x - 3.6:.2f} {y:.2f}h7.2", **line)
