"""A history as sheets: lives as bars on one scale of time, events as marks above them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.draw import Drawing
from govgraph.drawing.paper import FREE, Paper, find_paper
from govgraph.drawing.sheets.entries import draw_notes
from govgraph.drawing.sheets.frame import AIR, Folio
from govgraph.drawing.sheets.header import draw_header
from govgraph.drawing.sheets.key import Block, heading
from govgraph.drawing.sheets.sheet import document, moved
from govgraph.drawing.svg import element
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme
from govgraph.drawing.timeline.chart import AXIS, Plan, build_plan, draw_chart
from govgraph.drawing.timeline.event_list import draw_list
from govgraph.drawing.timeline.timeline_words import format_date, format_event, format_life_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.analysis.history import History
    from govgraph.drawing.timeline.event_list import Numbered

_NOTE = (
    "A date that is no more precise than a month or a year stands for every day of it. Nobody "
    "says what became of a body where its bar gives way to dots."
)


def draw_timeline(
    history: History, *, paper: Paper | str = FREE, theme: Theme | None = None
) -> Drawing:
    """The lives of bodies and the events between them, drawn to one scale of time.

    Args:
        history: what happened.
        paper: a paper or its name; the free one is as large as it must be.
        theme: what it looks like; the built-in theme if None.

    Raises:
        SettingsError: no paper goes by that name.
    """
    theme = theme or built_in_theme()
    paper = find_paper(paper) if isinstance(paper, str) else paper
    plan = build_plan(history, paper, theme)
    sheets = list(_sheets(plan))
    pages = tuple(
        _page(plan, parts, Folio(number, len(sheets)))
        for number, parts in enumerate(sheets, start=1)
    )
    return Drawing(plan.content, pages, theme)


def _sheets(plan: Plan) -> Iterator[list[Block]]:
    """The parts of each sheet below its head: rows while there are any, then the events."""
    room = _room(plan)
    parts: list[Block] = []
    rows = list(zip(plan.labels, plan.bars, strict=True))
    while rows or not parts:
        space = room - plan.lanes - AXIS - plan.key.height - 3 * AIR
        taken = _fitting([label.height for label, _ in rows], space)
        chart = draw_chart(plan, rows[:taken])
        parts = [chart, plan.key]
        rows = rows[taken:]
        if rows:
            yield parts
    left = tuple(enumerate(plan.events, start=1))
    notes = draw_notes([_NOTE], plan.theme, plan.width)
    used = sum(part.height + 2 * AIR for part in parts)
    while left:
        if room - used - notes.height < 8 * AIR:
            yield parts
            parts, used = [], 0.0
        before = len(left)
        listed, left = _events(plan, left, room - used - notes.height - 3 * AIR)
        parts.append(listed)
        used += listed.height + 2 * AIR
        if left and len(left) < before:
            yield parts
            parts, used = [], 0.0
    yield [*parts, notes]


def _room(plan: Plan) -> float:
    """The height of a sheet below its head; endless on a free paper."""
    if plan.paper.height is None:
        return float("inf")
    head = draw_header(plan.content, plan.theme, plan.width, "99 of 99").height
    return plan.paper.height - 2 * plan.paper.margin - head - AIR


def _fitting(heights: Sequence[float], space: float) -> int:
    """How many rows fit; one at the least."""
    used = 0.0
    for place, height in enumerate(heights):
        used += height
        if used > space and place:
            return place
    return len(heights)


def _events(
    plan: Plan, events: tuple[Numbered, ...], height: float
) -> tuple[Block, tuple[Numbered, ...]]:
    """The list of events under its heading, and those for which there was no room."""
    title = heading("EVENTS", plan.theme)
    listed, left = draw_list(
        plan.history.structure, events, plan.theme, plan.width, height - 2 * AIR
    )
    svg = title + moved(listed.svg, 0, 14, "events")
    return Block(svg, plan.width, listed.height + 14), left


def _page(plan: Plan, parts: Sequence[Block], folio: Folio) -> str:
    """One sheet as an SVG document."""
    margin = plan.paper.margin
    head = draw_header(plan.content, plan.theme, plan.width, folio.words)
    y = margin + head.height + AIR
    drawn = [moved(head.svg, margin, margin, "head")]
    for part in parts:
        drawn.append(moved(part.svg, margin, y, "part"))
        y += part.height + 2 * AIR
    size = (plan.width + 2 * margin, plan.paper.height or y - AIR + margin)
    ground = element("rect", width=size[0], height=size[1], fill=plan.theme.page.background)
    content = replace(plan.content, title=f"{plan.content.title}: timeline")
    svg = ground + "".join(drawn)
    described = _described(plan)
    return document(content, size, svg, plan.theme, folio, form="timeline", description=described)


def _described(plan: Plan) -> str:
    """The whole history in sentences, for whoever cannot see it."""
    structure = plan.history.structure
    lives = [
        f"{life.body.name}: {format_life_phrase(structure, life)}." for life in plan.history.lives
    ]
    events = [
        f"{format_date(event.date)}: {format_event(structure, event)}." for event in plan.events
    ]
    told = ["A timeline.", *lives, *events]
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in told)
