"""The list of a timeline's events, by the numbers of their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.sheets.key import Block
from govgraph.drawing.svg import words
from govgraph.drawing.text import wrap
from govgraph.drawing.timeline.event_marks import HALF, draw_mark
from govgraph.drawing.timeline.timeline_words import format_date, format_event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.analysis.history import Event
    from govgraph.drawing.theme import Theme
    from govgraph.model.structure import Structure

    Lines = tuple[tuple[str, ...], tuple[str, ...]]
    """A date and an event, each as lines."""

    Numbered = tuple[int, Event]
    """An event and its number."""

LIST_SIZE = 8.0

_LEADING = 9.8
_COLUMN, _GUTTER, _INDENT = 270.0, 20.0, 21.0


def draw_list(
    structure: Structure, events: Sequence[Numbered], theme: Theme, width: float, height: float
) -> tuple[Block, tuple[Numbered, ...]]:
    """The events in columns, as low as they fit, and those for which there is no room.

    Args:
        structure: Whose events they are.
        events: The events, each with its number.
        theme: Colours and font.
        width: Of all columns together.
        height: The greatest height; at least one event is listed whatever it is.
    """
    count = max(1, int((width + _GUTTER) // (_COLUMN + _GUTTER)))
    column = (width - _GUTTER * (count - 1)) / count
    entries = [(event, _entry(structure, event[1], theme, column)) for event in events]
    total = sum(map(_height, (lines for _, lines in entries)))
    deep = min(height, total / count)
    while _filled(entries, count, deep) < len(entries) and deep < height:
        deep = min(height, deep + 4)
    kept = max(1, _filled(entries, count, deep)) if entries else 0
    drawn, x, y, deepest = [], 0.0, 0.0, 0.0
    for event, lines in entries[:kept]:
        if y and y + _height(lines) > deep:
            x, y = x + column + _GUTTER, 0.0
        drawn.append(_drawn_entry(event, lines, x, y, theme))
        y += _height(lines)
        deepest = max(deepest, y)
    return Block("".join(drawn), width, deepest), tuple(event for event, _ in entries[kept:])


def _entry(structure: Structure, event: Event, theme: Theme, column: float) -> Lines:
    """The date and the event, each as lines."""
    room, size = column - _INDENT, LIST_SIZE * theme.fonts.wider
    when = format_date(event.date)
    return (
        wrap(when[:1].upper() + when[1:], size, room, "bold", balanced=False),
        wrap(format_event(structure, event), size, room, balanced=False),
    )


def _height(lines: Lines) -> float:
    return (len(lines[0]) + len(lines[1])) * _LEADING + 5


def _filled(
    entries: Sequence[tuple[Numbered, Lines]],
    count: int,
    deep: float,
) -> int:
    """How many entries fit so many columns of a height."""
    column, y = 0, 0.0
    for place, (_, lines) in enumerate(entries):
        if y and y + _height(lines) > deep:
            column, y = column + 1, 0.0
        if column == count or (not y and _height(lines) > deep and place):
            return place
        y += _height(lines)
    return len(entries)


def _drawn_entry(
    event: Numbered,
    lines: Lines,
    x: float,
    y: float,
    theme: Theme,
) -> str:
    drawn = [draw_mark(event[1].what, event[0], x + HALF + 1, y + HALF + 1, theme)]
    below = y
    for bold, texts in ((True, lines[0]), (False, lines[1])):
        for line in texts:
            below += _LEADING
            drawn.append(words(line, x + _INDENT, below - 1, LIST_SIZE, theme.page.ink, bold=bold))
    return "".join(drawn)
