"""The lists at the foot of a sheet: findings by number, sources, what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.badges import draw_badge
from govgraph.drawing.key import HEADING_SIZE, TEXT_SIZE, Block, heading
from govgraph.drawing.placement import Box
from govgraph.drawing.svg import words
from govgraph.drawing.text import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import DiagramFinding
    from govgraph.drawing.theme import Theme

NOTE_SIZE = 7.6

_LEADING, _NOTE_LEADING = 10.4, 9.6
_BADGE, _INDENT = 15.0, 21.0
_HEADING, _BETWEEN, _GUTTER = 15.0, 4.0, 16.0


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings that fit a part of the sheet, drawn, and the ones that did not."""

    block: Block
    rest: tuple[DiagramFinding, ...]


def draw_findings(
    findings: Sequence[DiagramFinding],
    theme: Theme,
    width: float,
    height: float,
    *,
    columns: int = 1,
    title: str = "FINDINGS",
) -> Findings:
    """The list of findings in columns of equal width, filled one after the other.

    Args:
        findings: By number.
        theme: Colours and font.
        width: Of all columns together, in points.
        height: The greatest height, heading included.
        columns: How many columns.
        title: The heading.
    """
    column = (width - _GUTTER * (columns - 1)) / columns
    size = TEXT_SIZE * theme.fonts.wider
    drawn = [heading(title, theme)]
    place, y, deepest = 0, _HEADING, 0.0
    for index, finding in enumerate(findings):
        lines = wrap(finding.text, size, column - _INDENT)
        needed = max(_BADGE, len(lines) * _LEADING + 2)
        if y + needed > height and y > _HEADING:
            place, y = place + 1, _HEADING
        if place == columns or y + needed > height:
            block = Block("".join(drawn), width, deepest)
            return Findings(block, tuple(findings[index:]))
        drawn.append(_entry(finding, lines, (column + _GUTTER) * place, y, theme))
        y += needed + _BETWEEN
        deepest = max(deepest, y - _BETWEEN)
    return Findings(Block("".join(drawn), width, deepest), ())


def draw_notes(paragraphs: Sequence[str], theme: Theme, width: float) -> Block:
    """Paragraphs of small text below one another."""
    drawn: list[str] = []
    y = 0.0
    for paragraph in paragraphs:
        for line in wrap(paragraph, NOTE_SIZE * theme.fonts.wider, width, balanced=False):
            y += _NOTE_LEADING
            drawn.append(words(line, 0, y - NOTE_SIZE * 0.25, NOTE_SIZE, theme.page.muted))
    return Block("".join(drawn), width, y)


def _entry(finding: DiagramFinding, lines: Sequence[str], x: float, y: float, theme: Theme) -> str:
    box = Box(x, y - 1, x + _BADGE, y - 1 + _BADGE)
    badge = draw_badge(finding.number, finding.severity, box, theme.findings)
    first = y + HEADING_SIZE + 1.4
    return badge + "".join(
        words(line, x + _INDENT, first + place * _LEADING, TEXT_SIZE, theme.page.ink)
        for place, line in enumerate(lines)
    )
