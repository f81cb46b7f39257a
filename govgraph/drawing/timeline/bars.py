"""The life of a body as a bar: what is known, what is meant, and what nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.svg import element
from govgraph.drawing.timeline.scale import next_day
from govgraph.model.bodies import Status

if TYPE_CHECKING:
    from govgraph.analysis.history import Life
    from govgraph.drawing.theme import Theme
    from govgraph.drawing.timeline.scale import Scale

BAR = 9.0
"""The height of a bar in points."""

_LEAST = 5.0  # the least width of a bar, in points, so that it is seen
_TENTATIVE = (Status.PROPOSED, Status.SHADOW)


@dataclass(frozen=True, slots=True)
class Bar:
    """A life on the scale, in points from the left.

    Attributes:
        begin: From where to where it may have begun; equal for an exact day, None if not said.
        end: From where to where it may have ended, likewise.
        known: From where to where somebody speaks of it, or it is known or meant to be there.
        tentative: Whether it is proposed or in shadow, and its life only what is meant.
        over: Whether it has ended, at a time that is not said.
    """

    begin: tuple[float, float] | None
    end: tuple[float, float] | None
    known: tuple[float, float] | None
    tentative: bool
    over: bool


def build_bar(life: Life, scale: Scale) -> Bar:
    """The bar of a life: known from its start, or from when papers first speak of it.

    Without an end it is known until papers last speak of it; what is proposed is meant to last.
    """
    begin = scale.span(life.begins) if life.begins else None
    end = scale.span(life.ends) if life.ends else None
    heard = [
        (scale.x(written.first_day), scale.x(next_day(written.last_day))) for written in life.heard
    ]
    tentative = life.body.status in _TENTATIVE
    starts = [begin[1]] if begin else [low for low, _ in heard][:1]
    ends = [end[0]] if end else [max(high for _, high in heard)] if heard else []
    if tentative and begin and not end:
        ends = [scale.x1]
    known = None
    if starts or ends:
        low = (starts or ends)[0]
        known = (low, max(low, (ends or starts)[0]))
    over = life.body.status is Status.ENDED and not life.ends
    return Bar(begin, end, known, tentative, over)


def draw_bar(bar: Bar, scale: Scale, y: float, theme: Theme) -> str:
    """The bar with its middle at the height y, from end to end of the scale."""
    colour = theme.page.heading
    drawn = ""
    if bar.known is None:
        return _dots(scale.x0, scale.x1, y, theme)
    low, high = bar.known
    if bar.begin is None:
        drawn += _dots(scale.x0, low, y, theme)
    if bar.end is None and not (bar.tentative and bar.begin):
        drawn += _dots(high, scale.x1, y, theme)
    if bar.over:
        drawn += draw_cross(high + 7, y, theme)
    width = max(high - low, 0.0 if bar.begin or bar.end else _LEAST)
    if width:
        drawn += element(
            "rect",
            x=low,
            y=y - BAR / 2,
            width=width,
            height=BAR,
            fill=theme.page.background if bar.tentative else colour,
            stroke=colour,
            stroke_width=1.1,
            stroke_dasharray="4 2.5" if bar.tentative else None,
        )
    return drawn + "".join(draw_zone(*edge, y, theme) for edge in (bar.begin, bar.end) if edge)


def draw_zone(low: float, high: float, y: float, theme: Theme) -> str:
    """An edge: an upright stroke for a day, a hatched box for a time within which it lies."""
    colour = theme.page.heading
    if high - low < 2:  # noqa: PLR2004 - a day or two: no wider than the stroke
        return element(
            "line", x1=low, x2=low, y1=y - BAR * 0.8, y2=y + BAR * 0.8, stroke=colour,
            stroke_width=2,
        )  # fmt: skip
    frame = element(
        "rect",
        x=low,
        y=y - BAR / 2,
        width=high - low,
        height=BAR,
        fill=theme.page.background,
        stroke=colour,
        stroke_width=0.9,
        stroke_dasharray="1.5 1.5",
    )
    top, bottom = y - BAR / 2, y + BAR / 2
    steps = int((high - low) // 4)
    hatch = "".join(
        f"M{low + 4 * step:.2f} {bottom:.2f}L{min(low + 4 * step + 4, high):.2f} {top:.2f}"
        for step in range(steps)
    )
    return frame + (element("path", d=hatch, stroke=colour, stroke_width=0.7) if hatch else "")


def _dots(low: float, high: float, y: float, theme: Theme) -> str:
    """What nobody says: a row of dots."""
    if high - low < 3:  # noqa: PLR2004 - no room for a dot
        return ""
    return element(
        "line",
        x1=low + 2,
        x2=high,
        y1=y,
        y2=y,
        stroke=theme.page.rule,
        stroke_width=1.6,
        stroke_dasharray="0.1 4",
        stroke_linecap="round",
    )


def draw_cross(x: float, y: float, theme: Theme) -> str:
    """The mark of a body that has ended at a time that is not said."""
    arm = BAR * 0.4
    way = f"M{x - arm:.2f} {y - arm:.2f}L{x + arm:.2f} {y + arm:.2f}"
    way += f"M{x - arm:.2f} {y + arm:.2f}L{x + arm:.2f} {y - arm:.2f}"
    return element("path", d=way, stroke=theme.page.missing, stroke_width=1.8, fill="none")
