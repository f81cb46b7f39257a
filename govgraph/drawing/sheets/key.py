"""The key of a sheet: every form of body, line and mark that is used on it, and no other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.key_samples import TEXT_SIZE, Sample, body_samples, line_samples
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import measure, stated_length

if TYPE_CHECKING:
    from govgraph.drawing.sheets.used import Used
    from govgraph.drawing.theme import Theme

_HEADING_SIZE = 7.6
_ROW, _LEADING, _HEADING = 15.4, 9.6, 15.0
_GAP, _BETWEEN = 7.0, 18.0  # after a sample, and between two columns


@dataclass(frozen=True, slots=True)
class Block:
    """A finished part of the sheet, drawn from (0, 0) down."""

    svg: str
    width: float
    height: float


@lru_cache(maxsize=64)  # a sheet is framed several times before it is drawn
def draw_keys(used: Used, theme: Theme) -> tuple[Block, ...]:
    """The key in every arrangement worth having, from the narrowest and highest to the widest.

    A column holds either bodies or lines, save on a paper so narrow that there can be but one.
    None when there is nothing to explain.
    """
    groups = (list(body_samples(used, theme)), list(line_samples(used, theme)))
    arranged = [_arranged([[*groups[0], *groups[1]]], theme)] if all(groups) else []
    seen: set[tuple[int, ...]] = set()
    for rows in range(max(map(len, groups)), 0, -1):
        counts = tuple(math.ceil(len(group) / rows) for group in groups)
        if counts not in seen:
            seen.add(counts)
            arranged.append(_arranged(_columns(groups, counts), theme))
    return tuple(arranged)


def heading(title: str, theme: Theme) -> str:
    """The small capitals above a part of the foot of the sheet."""
    return words(title, 0, _HEADING_SIZE, _HEADING_SIZE, theme.page.muted, bold=True, spacing=1)


def _columns(groups: tuple[list[Sample], ...], counts: tuple[int, ...]) -> list[list[Sample]]:
    """The samples of each group in so many columns, as even as they come."""
    columns = []
    for group, count in zip(groups, counts, strict=True):
        rows = math.ceil(len(group) / count) if count else 1
        columns += [group[start : start + rows] for start in range(0, len(group), rows)]
    return columns


def _arranged(columns: list[list[Sample]], theme: Theme) -> Block:
    drawn = [heading("KEY", theme)]
    x = deepest = 0.0
    for column in columns:
        y = _HEADING
        for sample in column:
            drawn.append(_drawn(sample, x, y, theme))
            y += _height(sample)
        deepest = max(deepest, y)
        x += max(_width(sample, theme) for sample in column) + _BETWEEN
    return Block("".join(drawn), x - _BETWEEN, deepest)


def _drawn(sample: Sample, x: float, y: float, theme: Theme) -> str:
    middle = y + _height(sample) / 2
    drawn = element("g", sample.drawn, transform=f"translate({x:.2f} {middle:.2f})")
    first = middle - (len(sample.label) - 1) * _LEADING / 2 + TEXT_SIZE * 0.36
    left = x + sample.width + _GAP
    return drawn + "".join(
        words(
            line,
            left,
            first + place * _LEADING,
            TEXT_SIZE,
            theme.page.ink,
            length=stated_length(line, TEXT_SIZE, theme.fonts.wider),
        )
        for place, line in enumerate(sample.label)
    )


def _height(sample: Sample) -> float:
    return max(_ROW, len(sample.label) * _LEADING + 4)


def _width(sample: Sample, theme: Theme) -> float:
    size = TEXT_SIZE * theme.fonts.wider
    return sample.width + _GAP + max(measure(line, size) for line in sample.label)
