"""The head of a sheet: title, subtitle, title block, logo, and the rule below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.sheets.key import Block
from govgraph.drawing.sheets.logo import draw_logo
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import measure, stated_length, wrap

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.theme import Theme

_TITLE, _SUBTITLE, _VALUE, _LABEL = 17.0, 10.0, 8.4, 7.2
_TITLE_LEADING, _SUBTITLE_LEADING, _BLOCK_LEADING = 20.0, 13.0, 11.0
_LABEL_SPACING = 0.4
_VALUE_WIDEST = 150.0
_GAP = 14.0


def draw_header(diagram: Diagram, theme: Theme, width: float, page: str = "") -> Block:
    """The head of a sheet `width` points wide; `page` is "2 of 4", or "" on a single sheet."""
    entries = (*diagram.block, *((("Page", page),) if page else ()))
    logo, right = "", width
    if theme.logo.file:
        logo, taken = draw_logo(theme.logo, width)
        right -= taken + _GAP
    block = _title_block(entries, theme, right)
    left = right - block.width - (_GAP if block.width else 0)
    drawn = [logo, block.svg]
    y = 0.0
    size = theme.fonts.wider
    for line in wrap(diagram.title, _TITLE * size, left, "bold"):
        y += _TITLE_LEADING
        drawn.append(words(line, 0, y - 5, _TITLE, theme.page.heading, bold=True))
    for line in wrap(diagram.subtitle, _SUBTITLE * size, left) if diagram.subtitle else ():
        y += _SUBTITLE_LEADING
        drawn.append(words(line, 0, y - 3, _SUBTITLE, theme.page.muted))
    y = max(y, block.height, theme.logo.height if logo else 0.0) + 7
    rule = element("line", x1=0, x2=width, y1=y, y2=y, stroke=theme.page.heading, stroke_width=2)
    return Block("".join((*drawn, rule)), width, y + 1)


def _title_block(entries: tuple[tuple[str, str], ...], theme: Theme, right: float) -> Block:
    """Labels in small capitals and their values, flush right."""
    if not entries:
        return Block("", 0.0, 0.0)
    wider = theme.fonts.wider
    rows = [
        (label.upper() if first else "", line)
        for label, value in entries
        for first, line in _numbered(wrap(value, _VALUE * wider, _VALUE_WIDEST))
    ]
    labels = max(measure(row[0], _LABEL * wider, "bold", _LABEL_SPACING) for row in rows)
    width = labels + 12 + max(measure(row[1], _VALUE * wider) for row in rows) + 9
    height = len(rows) * _BLOCK_LEADING
    left = right - width
    drawn = [
        element("line", x1=left, x2=left, y1=0, y2=height, stroke=theme.page.rule, stroke_width=0.8)
    ]
    for place, (label, value) in enumerate(rows):
        y = place * _BLOCK_LEADING + 8.5
        muted, ink = theme.page.muted, theme.page.ink
        if label:
            drawn.append(
                words(label, left + 9, y, _LABEL, muted, bold=True, spacing=_LABEL_SPACING)
            )
        length = stated_length(value, _VALUE, wider)
        drawn.append(words(value, right, y, _VALUE, ink, anchor="end", length=length))
    return Block("".join(drawn), width, height)


def _numbered(lines: tuple[str, ...]) -> tuple[tuple[bool, str], ...]:
    """Each line with whether it is the first."""
    return tuple((place == 0, line) for place, line in enumerate(lines))
