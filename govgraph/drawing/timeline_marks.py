"""The events above the axis: numbered marks in lanes, so that none covers another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.analysis.history import Event, Happening
from govgraph.drawing.svg import element, points, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.theme import Theme
    from govgraph.drawing.timeline_scale import Scale

LANE = 18.0
"""The height of a lane in points."""

HALF = 7.2
"""Half of the width of a mark."""

_APART = 3.0  # between two marks of one lane


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the scale.

    Attributes:
        number: By which the list below names it.
        event: The event.
        x: Where its mark stands.
        span: From where to where its date may be meant.
        lane: In which lane it stands, from the axis up, from 0.
    """

    number: int
    event: Event
    x: float
    span: tuple[float, float]
    lane: int

    @property
    def extent(self) -> tuple[float, float]:
        """What it takes of its lane: the mark and the bracket."""
        return min(self.span[0], self.x - HALF), max(self.span[1], self.x + HALF)


def place_marks(events: Sequence[Event], scale: Scale) -> tuple[Mark, ...]:
    """The events as marks, each in the lowest lane that has room for it."""
    ends: list[float] = []
    placed = []
    for number, event in enumerate(events, start=1):
        low, high = scale.span(event.date)
        x = min(max((low + high) / 2, scale.x0 + HALF), scale.x1 - HALF)
        mark = Mark(number, event, x, (low, high), 0)
        left, right = mark.extent
        lane = next((place for place, end in enumerate(ends) if end + _APART <= left), len(ends))
        if lane == len(ends):
            ends.append(right)
        ends[lane] = right
        placed.append(Mark(number, event, x, (low, high), lane))
    return tuple(placed)


def count_lanes(marks: Sequence[Mark]) -> int:
    """How many lanes the marks take."""
    return max((mark.lane for mark in marks), default=-1) + 1


def draw_marks(marks: Sequence[Mark], axis: float, theme: Theme) -> str:
    """The marks above the axis, which runs at the height `axis`; the stems lie behind them all."""
    stems, heads = [], []
    for mark in marks:
        y = axis - LANE * (mark.lane + 0.5) - 3
        stems.append(_stem(mark, y, axis, theme))
        heads.append(_bracket(mark, y, theme))
        heads.append(draw_mark(mark.event.what, mark.number, mark.x, y, theme))
    return "".join((*stems, *heads))


def draw_mark(what: Happening, number: int, x: float, y: float, theme: Theme) -> str:
    """The mark of one kind of event: a disc, a square for a paper, a diamond for the rest."""
    look: dict[str, float | str | None] = {
        "fill": theme.page.band_label,
        "stroke": theme.page.background,
        "stroke_width": 1,
    }
    if what is Happening.MILESTONE:
        drawn = element("circle", cx=x, cy=y, r=HALF, **{**look, "fill": theme.page.heading})
    elif what is Happening.PAPER:
        side = HALF * 0.9
        drawn = element("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, **look)
    else:
        reach = HALF * 1.15
        corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        drawn = element("polygon", points=points(corners), **look)
    size = 7.4 if number < 10 else 6.4 if number < 100 else 5.0  # noqa: PLR2004 - digits
    colour = theme.page.band_text
    return drawn + words(str(number), x, y + size * 0.36, size, colour, bold=True, anchor="middle")


def _stem(mark: Mark, y: float, axis: float, theme: Theme) -> str:
    """From the mark down to its time on the axis."""
    middle = (mark.span[0] + mark.span[1]) / 2
    return element(
        "line", x1=middle, x2=middle, y1=y, y2=axis, stroke=theme.page.rule, stroke_width=0.6
    )


def _bracket(mark: Mark, y: float, theme: Theme) -> str:
    """The time within which an imprecise date lies; dashed where it is approximate."""
    low, high = mark.span
    if mark.event.date.exact or high - low < 2:  # noqa: PLR2004 - no wider than its own ends
        return ""
    way = f"M{low:.2f} {y - 3:.2f}V{y + 3:.2f}M{low:.2f} {y:.2f}H{high:.2f}"
    way += f"M{high:.2f} {y - 3:.2f}V{y + 3:.2f}"
    return element(
        "path",
        d=way,
        fill="none",
        stroke=theme.page.heading,
        stroke_width=1.2,
        stroke_dasharray="3 2" if mark.event.date.approximate else None,
    )
