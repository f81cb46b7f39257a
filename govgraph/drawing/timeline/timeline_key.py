"""The key of a timeline: every mark that is used on it, and no other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from govgraph.analysis.history import Happening
from govgraph.drawing.sheets.key import Block
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import measure
from govgraph.drawing.timeline.bars import Bar, draw_bar, draw_cross, draw_zone
from govgraph.drawing.timeline.event_list import LIST_SIZE
from govgraph.drawing.timeline.event_marks import draw_mark
from govgraph.drawing.timeline.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.theme import Theme
    from govgraph.drawing.timeline.event_marks import Mark

_SAMPLE, _ROW, _GAP = 34.0, 15.4, 16.0
_DAY = date(2000, 1, 1)
_EVENTS = (
    ((Happening.MILESTONE,), "event, see the list"),
    ((Happening.PAPER,), "paper"),
    ((Happening.BEGINS, Happening.ENDS), "a line, seat or list begins or ends"),
)


def draw_timeline_key(
    bars: Sequence[Bar], marks: Sequence[Mark], theme: Theme, width: float, as_at: str
) -> Block:
    """What every mark means that is used, in rows as wide as there is room for."""
    x = y = 0.0
    drawn = []
    for sample, meaning in _key(bars, marks, theme, as_at):
        text = measure(meaning, LIST_SIZE * theme.fonts.wider)
        if x and x + _SAMPLE + 6 + text > width:
            x, y = 0.0, y + _ROW
        moved = f"translate({x:.2f} {y + _ROW / 2:.2f})"
        drawn.append(element("g", sample, transform=moved))
        drawn.append(words(meaning, x + _SAMPLE + 6, y + _ROW / 2 + 2.9, LIST_SIZE, theme.page.ink))
        x += _SAMPLE + 6 + text + _GAP
    return Block("".join(drawn), width, y + _ROW)


def _key(
    bars: Sequence[Bar], marks: Sequence[Mark], theme: Theme, as_at: str
) -> Iterator[tuple[str, str]]:
    """Each sample, drawn round (0, 0) at its left middle, and what it means."""
    scale = Scale(_DAY, _DAY.replace(year=_DAY.year + 1), 0, _SAMPLE)
    plain = Bar((0, 0), (_SAMPLE, _SAMPLE), (0, _SAMPLE), tentative=False, over=False)
    if any(bar.known and not bar.tentative for bar in bars):
        yield draw_bar(plain, scale, 0, theme), "known, or spoken of in a paper"
    if any(bar.tentative for bar in bars):
        meant = Bar((0, 0), (_SAMPLE, _SAMPLE), (0, _SAMPLE), tentative=True, over=False)
        yield draw_bar(meant, scale, 0, theme), "proposed, or in shadow form"
    if any(edge and edge[1] - edge[0] >= 2 for bar in bars for edge in (bar.begin, bar.end)):  # noqa: PLR2004 - a day or two
        zone = draw_zone(5, _SAMPLE - 5, 0, theme)
        yield zone, "begins or ends within this time; the day is not given"
    if any(bar.begin is None or bar.end is None for bar in bars):
        nothing = Bar(None, None, None, tentative=False, over=False)
        yield draw_bar(nothing, scale, 0, theme), "nobody says"
    if any(bar.over for bar in bars):
        yield draw_cross(_SAMPLE / 2, 0, theme), "has ended; when is not said"
    found = {event.what for mark in marks for event in mark.events}
    for kinds, meaning in _EVENTS:
        first = next((kind for kind in kinds if kind in found), None)
        if first:
            yield draw_mark(first, 1, _SAMPLE / 2, 0, theme), meaning
    if as_at:
        line = element(
            "line", x1=_SAMPLE / 2, x2=_SAMPLE / 2, y1=-7, y2=7, stroke=theme.page.missing,
            stroke_width=1.2, stroke_dasharray="5 2",
        )  # fmt: skip
        yield line, f"the structure is described as at {as_at}"
