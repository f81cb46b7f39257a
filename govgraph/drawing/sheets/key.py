"""The key of a sheet: every form of body, line and mark that is used on it, and no other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.key_samples import TEXT_SIZE, samples
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import measure, stated_length, wrap

if TYPE_CHECKING:
    from govgraph.drawing.sheets.key_entries import KeyEntries
    from govgraph.drawing.sheets.key_samples import Sample
    from govgraph.drawing.theme import Theme

INLINE = 58.0
"""How far in a part begins whose heading stands left of it, in points."""

_HEADING_SIZE = 7.6
_ROW, _LEADING, _HEADING = 15.4, 9.6, 15.0
_GAP, _BETWEEN = 7.0, 18.0  # after a sample, and between two columns
_WIDEST, _WIDEST_INLINE = 160.0, 230.0  # of a label, in points, before it wraps
_INLINE_ROW = 14.0  # of a key that runs on like a text
_COLUMN_ROW = 14.6  # of a key that is one column


@dataclass(frozen=True, slots=True)
class Block:
    """A finished part of the sheet, drawn from (0, 0) down."""

    svg: str
    width: float
    height: float

    def scaled(self, by: float) -> Block:
        """The same, so many times as large."""
        svg = element("g", self.svg, transform=f"scale({by:g})") if self.svg else ""
        return Block(svg, self.width * by, self.height * by)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sample and its meaning, line by line."""

    sample: Sample
    label: tuple[str, ...]
    row: float = _ROW

    @property
    def height(self) -> float:
        """How high it is, with the air round it."""
        return max(self.row, len(self.label) * _LEADING + 4)

    def width(self, theme: Theme) -> float:
        """How wide it is."""
        size = TEXT_SIZE * theme.fonts.wider
        return self.sample.width + _GAP + max(measure(line, size) for line in self.label)

    def draw(self, x: float, y: float, theme: Theme) -> str:
        """The sample and its label, from the top left corner."""
        middle = y + self.height / 2
        drawn = element("g", self.sample.drawn, transform=f"translate({x:.2f} {middle:.2f})")
        first = middle - (len(self.label) - 1) * _LEADING / 2 + TEXT_SIZE * 0.36
        left, ink, wider = x + self.sample.width + _GAP, theme.page.ink, theme.fonts.wider
        for place, line in enumerate(self.label):
            length = stated_length(line, TEXT_SIZE, wider)
            drawn += words(line, left, first + place * _LEADING, TEXT_SIZE, ink, length=length)
        return drawn


NOTHING = Block("", 0.0, 0.0)
"""A part of the sheet that takes no room."""


@lru_cache(maxsize=64)  # a sheet is framed several times before it is drawn
def draw_keys(used: KeyEntries, theme: Theme) -> tuple[Block, ...]:
    """The key in every arrangement worth having, from the narrowest and highest to the widest.

    A column holds either bodies or lines, save on a paper so narrow that there can be but one.
    None when there is nothing to explain.
    """
    groups = tuple(
        [_entry(sample, theme, _WIDEST) for sample in group] for group in samples(used, theme)
    )
    arranged = [_arranged([[*groups[0], *groups[1]]], theme)] if all(groups) else []
    seen: set[tuple[int, ...]] = set()
    for rows in range(max(map(len, groups)), 0, -1):
        counts = tuple(math.ceil(len(group) / rows) for group in groups)
        if counts not in seen:
            seen.add(counts)
            arranged.append(_arranged(_columns(groups, counts), theme))
    return tuple(arranged)


@lru_cache(maxsize=64)
def draw_key_column(used: KeyEntries, theme: Theme, width: float) -> Block:
    """The key as one column of a width; nothing when there is nothing to explain."""
    entries = [
        _entry(sample, theme, width - sample.width - _GAP, _COLUMN_ROW)
        for sample in chain(*samples(used, theme))
    ]
    return _arranged([entries], theme) if entries else NOTHING


@lru_cache(maxsize=64)
def draw_key_lines(used: KeyEntries, theme: Theme, width: float) -> Block:
    """The key as entries one after the other, in as few lines as a width allows."""
    entries = [
        _entry(sample, theme, _WIDEST_INLINE, _INLINE_ROW)
        for sample in chain(*samples(used, theme))
    ]
    rows: list[list[_Entry]] = []
    x = width
    for entry in entries:
        wide = entry.width(theme) + _BETWEEN
        if x + wide - _BETWEEN > width:
            rows.append([])
            x = INLINE
        rows[-1].append(entry)
        x += wide
    drawn = [inline_heading("KEY", rows[0][0].height, theme)] if rows else []
    y = 0.0
    for row in rows:
        x, height = INLINE, max(entry.height for entry in row)
        for entry in row:
            drawn.append(entry.draw(x, y + (height - entry.height) / 2, theme))
            x += entry.width(theme) + _BETWEEN
        y += height
    return Block("".join(drawn), width, y)


def heading(title: str, theme: Theme) -> str:
    """The small capitals above a part of the foot of the sheet."""
    return words(title, 0, _HEADING_SIZE, _HEADING_SIZE, theme.page.muted, bold=True, spacing=1)


def inline_heading(title: str, height: float, theme: Theme) -> str:
    """The same, left of a first line of a height."""
    y = height / 2 + _HEADING_SIZE * 0.36
    return words(title, 0, y, _HEADING_SIZE, theme.page.muted, bold=True, spacing=1)


def _entry(sample: Sample, theme: Theme, widest: float, row: float = _ROW) -> _Entry:
    return _Entry(sample, wrap(sample.meaning, TEXT_SIZE * theme.fonts.wider, widest), row)


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
            drawn.append(entry.draw(x, y, theme))
            y += entry.height
        deepest = max(deepest, y)
        x += max(entry.width(theme) for entry in column) + _BETWEEN
    return Block("".join(drawn), x - _BETWEEN, deepest)
