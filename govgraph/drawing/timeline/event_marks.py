"""The events above the axis: numbered marks in lanes, so that none covers another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.analysis.history import Event, Happening
from govgraph.drawing.svg import element, points, words
from govgraph.drawing.text import measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.theme import Theme
    from govgraph.drawing.timeline.scale import Scale

LANE = 18.0
"""The height of a lane in points."""

HALF = 7.2
"""Half of the width of a mark."""

MOST_LANES = 8
"""More lanes than these are made fewer: events of about one time share a mark."""

_APART = 3.0  # between two marks of one lane
_SIZE, _SMALLER = 7.4, 6.5  # of a number, and of one of several digits


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the scale.

    Attributes:
        events: The events: one, or several of about one time where there are too many.
        number: By which the list below names the first of them.
        x: Where its mark stands.
        span: From where to where its date may be meant.
        lane: In which lane it stands, from the axis up, from 0.
    """

    events: tuple[Event, ...]
    number: int
    x: float
    span: tuple[float, float]
    lane: int

    @property
    def words(self) -> str:
        """Its number, or its numbers from the first to the last."""
        last = self.number + len(self.events) - 1
        return str(self.number) if last == self.number else f"{self.number}–{last}"

    @property
    def half(self) -> float:
        """Half of the width of the mark."""
        return HALF if len(self.events) == 1 else measure(self.words, _SIZE, "bold") / 2 + 5

    @property
    def extent(self) -> tuple[float, float]:
        """What it takes of its lane: the mark and the bracket."""
        return min(self.span[0], self.x - self.half), max(self.span[1], self.x + self.half)


def place_marks(events: Sequence[Event], scale: Scale) -> tuple[Mark, ...]:
    """The events as marks; those of about one time as one mark where the lanes would be many."""
    single = _in_lanes([_mark([event], number, scale) for number, event in enumerate(events, 1)])
    if count_lanes(single) <= MOST_LANES:
        return single
    groups: list[list[Event]] = []
    for mark in single:
        if groups and abs(mark.x - _middle(groups[-1][0], scale)) < 2 * HALF:
            groups[-1].extend(mark.events)
        else:
            groups.append(list(mark.events))
    starts = [1 + sum(map(len, groups[:place])) for place in range(len(groups))]
    together = zip(groups, starts, strict=True)
    return _in_lanes([_mark(group, number, scale) for group, number in together])


def _mark(events: Sequence[Event], number: int, scale: Scale) -> Mark:
    """The mark of an event, or of several."""
    low, high = scale.span(events[0].date)
    if len(events) > 1:
        low = high = _middle(events[0], scale)
    mark = Mark(tuple(events), number, (low + high) / 2, (low, high), 0)
    x = min(max(mark.x, scale.x0 + mark.half), scale.x1 - mark.half)
    return replace(mark, x=x)


def _middle(event: Event, scale: Scale) -> float:
    low, high = scale.span(event.date)
    return (low + high) / 2


def _in_lanes(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, each in the lowest lane that has room for it."""
    ends: list[float] = []
    placed = []
    for mark in marks:
        left, right = mark.extent
        lane = next((place for place, end in enumerate(ends) if end + _APART <= left), len(ends))
        if lane == len(ends):
            ends.append(right)
        ends[lane] = right
        placed.append(replace(mark, lane=lane))
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
        heads.append(_head(mark, y, theme))
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
    size = _SIZE if number < 10 else _SMALLER  # noqa: PLR2004 - digits
    colour = theme.page.band_text
    return drawn + words(str(number), x, y + size * 0.36, size, colour, bold=True, anchor="middle")


def _head(mark: Mark, y: float, theme: Theme) -> str:
    """The mark of one event, or a pill with the numbers of several."""
    if len(mark.events) == 1:
        return draw_mark(mark.events[0].what, mark.number, mark.x, y, theme)
    pill = element(
        "rect",
        x=mark.x - mark.half,
        y=y - HALF,
        width=2 * mark.half,
        height=2 * HALF,
        rx=HALF,
        fill=theme.page.heading,
        stroke=theme.page.background,
        stroke_width=1,
    )
    look, text = theme.page.band_text, mark.words
    return pill + words(text, mark.x, y + _SIZE * 0.36, _SIZE, look, bold=True, anchor="middle")


def _stem(mark: Mark, y: float, axis: float, theme: Theme) -> str:
    """From the mark down to its time on the axis."""
    middle = (mark.span[0] + mark.span[1]) / 2
    return element(
        "line", x1=middle, x2=middle, y1=y, y2=axis, stroke=theme.page.rule, stroke_width=0.6
    )


def _bracket(mark: Mark, y: float, theme: Theme) -> str:
    """The time within which an imprecise date lies; dashed where it is approximate."""
    low, high = mark.span
    written = mark.events[0].date
    if len(mark.events) > 1 or written.exact or high - low < 2:  # noqa: PLR2004 - no wider than its own ends
        return ""
    way = f"M{low:.2f} {y - 3:.2f}V{y + 3:.2f}M{low:.2f} {y:.2f}H{high:.2f}"
    way += f"M{high:.2f} {y - 3:.2f}V{y + 3:.2f}"
    return element(
        "path",
        d=way,
        fill="none",
        stroke=theme.page.heading,
        stroke_width=1.2,
        stroke_dasharray="3 2" if written.approximate else None,
    )
