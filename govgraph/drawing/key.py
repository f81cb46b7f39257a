"""The key of a sheet: every form of body, line and mark that is used on it, and no other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.bodies import draw_ring
from govgraph.drawing.changes import (
    HALO,
    LINE_MEANINGS,
    MEANINGS,
    draw_halo,
    form_colours,
    line_colours,
    status_of,
)
from govgraph.drawing.diagram import DiagramLine
from govgraph.drawing.lines import FORMS, draw_line, draw_rims, is_hollow
from govgraph.drawing.placement import Box
from govgraph.drawing.shapes import draw_shape
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import measure, wrap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from govgraph.drawing.diagram import Change, Diagram, LineStyle, Shape, Status
    from govgraph.drawing.theme import Theme

TEXT_SIZE = 8.0
HEADING_SIZE = 7.6

_ROW = 15.4
_LEADING = 9.6
_HEADING = 15.0
_BODY_SAMPLE, _LINE_SAMPLE, _GAP = 26.0, 44.0, 7.0
_BETWEEN = 18.0
_WIDEST = 160.0  # of a label, in points, before it wraps
_STATUSES: dict[Status, str] = {
    "proposed": "proposed, not yet agreed",
    "shadow": "in shadow form",
    "ended": "ended",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A finished part of the sheet, drawn from (0, 0) down."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sample, drawn round (0, 0) at its left middle, and what it means."""

    sample: str
    sample_width: float
    label: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(_ROW, len(self.label) * _LEADING + 4)

    def width(self, theme: Theme) -> float:
        size = TEXT_SIZE * theme.fonts.wider
        return self.sample_width + _GAP + max(measure(line, size) for line in self.label)


def draw_keys(diagram: Diagram, theme: Theme) -> list[Block]:
    """The key in every arrangement worth having, from the narrowest and highest to the widest.

    A column holds either bodies or lines. None when there is nothing to explain.
    """
    groups = (list(_body_entries(diagram, theme)), list(_line_entries(diagram, theme)))
    lengths = sorted({len(group) for group in groups if group}, reverse=True)
    arranged: list[Block] = []
    seen: set[tuple[int, ...]] = set()
    for rows in range(lengths[0] if lengths else 0, 0, -1):
        shape = tuple(math.ceil(len(group) / rows) for group in groups)
        if shape not in seen:
            seen.add(shape)
            arranged.append(_arranged(_columns(groups, shape), theme))
    return arranged


def heading(title: str, theme: Theme) -> str:
    """The small capitals above a part of the foot of the sheet."""
    return words(title, 0, HEADING_SIZE, HEADING_SIZE, theme.page.muted, bold=True, spacing=1)


def _columns(groups: tuple[list[_Entry], ...], counts: tuple[int, ...]) -> list[list[_Entry]]:
    """The entries of each group in so many columns, as even as they come."""
    columns = []
    for group, count in zip(groups, counts, strict=True):
        rows = math.ceil(len(group) / count) if count else 1
        columns += [group[start : start + rows] for start in range(0, len(group), rows)]
    return columns


def _arranged(columns: list[list[_Entry]], theme: Theme) -> Block:
    drawn = [heading("KEY", theme)]
    x = deepest = 0.0
    for column in columns:
        y = _HEADING
        for entry in column:
            drawn.append(_drawn_entry(entry, x, y, theme))
            y += entry.height
        deepest = max(deepest, y)
        x += max(entry.width(theme) for entry in column) + _BETWEEN
    return Block("".join(drawn), x - _BETWEEN, deepest)


def _drawn_entry(entry: _Entry, x: float, y: float, theme: Theme) -> str:
    middle = y + entry.height / 2
    sample = element("g", entry.sample, transform=f"translate({x:.2f} {middle:.2f})")
    first = middle - (len(entry.label) - 1) * _LEADING / 2 + TEXT_SIZE * 0.36
    left = x + entry.sample_width + _GAP
    return sample + "".join(
        words(line, left, first + place * _LEADING, TEXT_SIZE, theme.page.ink)
        for place, line in enumerate(entry.label)
    )


def _listed(meanings: set[str]) -> str:
    """Several meanings of one form, sorted, none with a capital that is no acronym's."""
    lowered = (text if text[1:2].isupper() else text[:1].lower() + text[1:] for text in meanings)
    return ", ".join(sorted(lowered, key=str.casefold))


def _label(text: str, theme: Theme) -> tuple[str, ...]:
    return wrap(text[:1].upper() + text[1:], TEXT_SIZE * theme.fonts.wider, _WIDEST)


def _body_entries(diagram: Diagram, theme: Theme) -> Iterator[_Entry]:
    """The forms of bodies in the order of the theme, then what may be done to any of them."""
    sample = Box(0.6, -6, _BODY_SAMPLE - 0.6, 6)
    kinds: dict[Shape, set[str]] = {}
    for body in diagram.bodies:
        kinds.setdefault(body.shape, set()).add(body.kind_label)
    changes = {body.change for body in diagram.bodies if body.change}
    for shape, colours in theme.bodies.items():
        if shape in kinds:
            look = theme.changes["same"] if changes else colours
            drawn = draw_shape(shape, sample, look)
            yield _Entry(drawn, _BODY_SAMPLE, _label(_listed(kinds[shape]), theme))
    yield from _change_entries(changes, sample.grown(-HALO), theme)
    neutral = theme.bodies["neutral"]
    for status, meaning in _STATUSES.items():
        ended = status == "ended" and "removed" in changes
        if not ended and any(body.status == status for body in diagram.bodies):
            drawn = draw_shape("neutral", sample, theme.bodies["board"], status)
            yield _Entry(drawn, _BODY_SAMPLE, _label(meaning, theme))
    if any(body.apex for body in diagram.bodies):
        drawn = draw_shape("neutral", sample, neutral, apex=True)
        yield _Entry(drawn, _BODY_SAMPLE, _label("accountability may end here", theme))
    if any(body.count is not None for body in diagram.bodies):
        behind = draw_shape("neutral", Box(3.6, -7, _BODY_SAMPLE, 4), neutral)
        drawn = behind + draw_shape("neutral", Box(0.6, -4, _BODY_SAMPLE - 3.6, 7), neutral)
        yield _Entry(drawn, _BODY_SAMPLE, _label("one box for several bodies", theme))
    if any(body.orphan for body in diagram.bodies):
        drawn = draw_ring(sample, theme, by=0)
        yield _Entry(drawn, _BODY_SAMPLE, _label("no line of account found", theme))
    if any(body.chips for body in diagram.bodies):
        yield _Entry(_vacancy(theme), _BODY_SAMPLE, _label("a post is vacant", theme))


def _change_entries(changes: Collection[Change], sample: Box, theme: Theme) -> Iterator[_Entry]:
    """On a sheet of differences, what may have become of a body."""
    for change, meaning in MEANINGS.items():
        if change in changes:
            look = theme.changes[change]
            drawn = draw_shape("neutral", sample, look, status_of(change))
            yield _Entry(
                drawn + draw_halo(change, sample, look), _BODY_SAMPLE, _label(meaning, theme)
            )


def _vacancy(theme: Theme) -> str:
    colour = theme.page.missing
    frame = element(
        "rect", x=0.5, y=-5.5, width=25, height=11, rx=1.5, fill="#ffffff", stroke=colour
    )
    middle = _BODY_SAMPLE / 2
    return frame + words("VAC", middle, 2.6, 7.2, colour, bold=True, anchor="middle")


def _line_entries(diagram: Diagram, theme: Theme) -> Iterator[_Entry]:
    """The forms of lines in their order, each with all the words that it stands for."""
    meanings: dict[LineStyle, set[str]] = {}
    for line in diagram.lines:
        meanings.setdefault(line.style, set()).add(line.label)
    ends = ((0.0, 0.0), (_LINE_SAMPLE, 0.0))
    changes = {line.change for line in diagram.lines if line.change}
    for style in FORMS:
        if style in meanings:
            look = form_colours(style, theme, among_changes=bool(changes))
            drawn = draw_line(style, "active", ends, look)
            yield _Entry(drawn, _LINE_SAMPLE, _label(_listed(meanings[style]), theme))
    for change, meaning in LINE_MEANINGS.items():
        if change in changes:
            sample = DiagramLine("", "", status=status_of(change), change=change)
            drawn = draw_line(sample.style, sample.status, ends, line_colours(sample, theme))
            yield _Entry(drawn, _LINE_SAMPLE, _label(meaning, theme))
    for hollow in (True, False):
        found = [
            line.style
            for line in diagram.lines
            if line.status != "active"
            and is_hollow(line.status) == hollow
            and line.change != "removed"
        ]
        if found:
            style = min(found, key=list(FORMS).index)
            drawn = draw_rims(style, ends, theme.lines[style]) if hollow else ""
            drawn += draw_line(style, "proposed" if hollow else "ended", ends, theme.lines[style])
            label = "hollow: proposed, not yet agreed" if hollow else "crossed: has ended"
            yield _Entry(drawn, _LINE_SAMPLE, _label(label, theme))
