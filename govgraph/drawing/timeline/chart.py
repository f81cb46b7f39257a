"""The chart of a timeline: events in lanes, the axis, and a row for each life."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.sheets.key import Block
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import measure
from govgraph.drawing.timeline.bars import Bar, build_bar, draw_bar
from govgraph.drawing.timeline.event_marks import LANE, count_lanes, draw_marks, place_marks
from govgraph.drawing.timeline.scale import Scale, build_scale
from govgraph.drawing.timeline.timeline_key import draw_timeline_key
from govgraph.drawing.timeline.timeline_labels import Label, build_label, draw_label, group_lives
from govgraph.model.bodies import Body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.analysis.history import Event, History
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.theme import Theme
    from govgraph.drawing.timeline.event_marks import Mark

_FREE_WIDTH = 960.0
_LABELS = 0.28  # of the width, for the names at the left
_TICK = 7.6  # the size of the names of the axis
AXIS = 16.0  # the height of the axis with its names


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything of a timeline that is the same on each of its sheets."""

    history: History
    content: Diagram
    paper: Paper
    theme: Theme
    width: float
    scale: Scale
    events: tuple[Event, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    bars: tuple[Bar, ...]

    @property
    def as_at(self) -> str:
        """The date of the structure in words, or nothing."""
        written = self.history.structure.as_at
        return written.spoken() if written else ""

    @property
    def key(self) -> Block:
        """What the marks mean."""
        return draw_timeline_key(self.bars, self.marks, self.theme, self.width, self.as_at)

    @property
    def lanes(self) -> float:
        """The height of the events above the axis."""
        return LANE * count_lanes(self.marks) + 6


def build_plan(history: History, paper: Paper, theme: Theme) -> Plan:
    """What a timeline shows, measured: its scale, marks, labels and bars."""
    structure = history.structure
    width = _FREE_WIDTH if paper.width is None else paper.width - 2 * paper.margin
    dates = [event.date for event in history.events]
    dates += [date for life in history.lives for date in life.heard]
    dates += [date for life in history.lives for date in (life.begins, life.ends) if date]
    dates += [structure.as_at] if structure.as_at else []
    left = width * _LABELS
    scale = build_scale(dates, left + 10, width)
    rows = group_lives(history.lives)
    # Lives are bars already; every other event has a number.
    events = tuple(event for event in history.events if not isinstance(event.record, Body))
    content = Diagram(
        title=structure.title or structure.id or "Timeline",
        subtitle="Lives and events",
        block=(("As at", structure.as_at.spoken()),) if structure.as_at else (),
    )
    return Plan(
        history,
        content,
        paper,
        theme,
        width,
        scale,
        events,
        place_marks(events, scale),
        tuple(build_label(structure, lives, left - 8, theme) for lives in rows),
        tuple(build_bar(lives[0], scale) for lives in rows),
    )


def draw_chart(plan: Plan, rows: Sequence[tuple[Label, Bar]]) -> Block:
    """Events, axis, and a row for each life."""
    theme, scale = plan.theme, plan.scale
    top = plan.lanes + AXIS
    heights = [label.height for label, _ in rows]
    bottom = top + sum(heights)
    drawn = [_grid(plan, top, bottom)]
    y = top
    for place, ((label, bar), height) in enumerate(zip(rows, heights, strict=True)):
        if place % 2 == 0:
            drawn.insert(0, _stripe(plan, y, height))
        drawn.append(draw_label(label, y, theme))
        drawn.append(draw_bar(bar, scale, y + height / 2, theme))
        y += height
    drawn.append(draw_marks(plan.marks, plan.lanes, theme))
    return Block("".join(drawn), plan.width, bottom)


def _stripe(plan: Plan, y: float, height: float) -> str:
    return element("rect", x=0, y=y, width=plan.width, height=height, fill=plan.theme.page.band)


def _grid(plan: Plan, top: float, bottom: float) -> str:
    """The axis with its names, a thin line down from each, and the date of the structure."""
    page, scale = plan.theme.page, plan.scale
    axis = plan.lanes
    drawn = [
        element(
            "line",
            x1=scale.x0,
            x2=scale.x1,
            y1=axis,
            y2=axis,
            stroke=page.heading,
            stroke_width=1.4,
        )
    ]
    for x, name in scale.ticks():
        drawn.append(
            element("line", x1=x, x2=x, y1=axis, y2=bottom, stroke="#d5dae1", stroke_width=0.6)
        )
        if x + 3 + measure(name, _TICK * plan.theme.fonts.wider) <= scale.x1:
            drawn.append(words(name, x + 2.5, axis + 11, _TICK, page.muted))
    as_at = plan.history.structure.as_at
    if as_at:
        x = scale.x(as_at.last_day)
        drawn.append(
            element(
                "line",
                x1=x,
                x2=x,
                y1=top - 3,
                y2=bottom,
                stroke=page.missing,
                stroke_width=1.2,
                stroke_dasharray="5 2",
            )
        )
    return "".join(drawn)
