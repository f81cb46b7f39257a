"""The lists at the foot of a sheet: findings by number, sources, what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.badges import badge_side, draw_badge
from govgraph.drawing.sheets.key import Block, heading
from govgraph.drawing.sheets.key_samples import TEXT_SIZE
from govgraph.drawing.svg import words
from govgraph.drawing.text import stated_length, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import DiagramFinding
    from govgraph.drawing.theme import Theme

NOTE_SIZE = 7.4

_LEADING, _NOTE_LEADING = 9.8, 9.4
_BADGE = 0.85  # of its side on a drawing: its number keeps 6.5 points in the smallest list
_AFTER_BADGE = 4.0
_HEADING, _BETWEEN, _GUTTER = 15.0, 3.6, 18.0
_COLUMN = 225.0  # the least width of a column of findings, when there are several
_WIDEST = 460.0  # and the greatest: a longer line is not read back from with ease
_STEP = 4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, its text as lines, how far in they begin, and how high it is on the list."""

    finding: DiagramFinding
    lines: tuple[str, ...]
    indent: float
    height: float

    @property
    def badge(self) -> float:
        """The side of its badge."""
        return _listed_side(self.finding)


@dataclass(frozen=True, slots=True)
class Findings:
    """A list of findings, set in columns but not yet drawn.

    Attributes:
        columns: The entries of each column.
        column: The width of a column in points.
        width: The width of all of them.
        height: How high the list is, heading included.
        rest: The findings for which it has no room.
        heading: How far down the first of them begins: below the heading, if it has one.
    """

    columns: tuple[tuple[Entry, ...], ...]
    column: float
    width: float
    height: float
    rest: tuple[DiagramFinding, ...]
    heading: float = _HEADING

    def draw(self, theme: Theme) -> Block:
        """The list from (0, 0) down."""
        drawn = [heading("FINDINGS", theme)] if self.heading else []
        for place, entries in enumerate(self.columns):
            y = self.heading
            for entry in entries:
                drawn.append(_drawn(entry, (self.column + _GUTTER) * place, y, theme))
                y += entry.height + _BETWEEN
        return Block("".join(drawn), self.width, self.height)


def set_findings(
    findings: Sequence[DiagramFinding],
    theme: Theme,
    width: float,
    least: float,
    most: float,
    *,
    headed: bool = True,
) -> Findings:
    """The list of findings, in columns filled one after the other, as low as they all fit.

    Args:
        findings: By number.
        theme: Colours and font.
        width: Of all columns together, in points.
        least: A height that is there to be used.
        most: The greatest height, heading included; what does not fit in it is handed back.
        headed: Whether it has its heading above it.
    """
    count = max(1, min(len(findings), int((width + _GUTTER) // (_COLUMN + _GUTTER))))
    column = min((width - _GUTTER * (count - 1)) / count, _WIDEST)
    badge = max(map(_listed_side, findings), default=0.0)
    entries = [_measured(finding, theme, column, badge + _AFTER_BADGE) for finding in findings]
    top = _HEADING if headed else 0.0
    height = max(least, top + badge)
    columns = _filled(entries, count, top, height)
    while sum(map(len, columns)) < len(entries) and height < most:
        height = min(most, height + _STEP)
        columns = _filled(entries, count, top, height)
    return Findings(
        tuple(map(tuple, columns)),
        column,
        width,
        max((_deep(filled, top) for filled in columns), default=0.0),
        tuple(findings[sum(map(len, columns)) :]),
        top,
    )


def draw_notes(paragraphs: Sequence[str], theme: Theme, width: float) -> Block:
    """Paragraphs of small text below one another."""
    drawn: list[str] = []
    y = 0.0
    for paragraph in filter(None, paragraphs):
        for line in wrap(paragraph, NOTE_SIZE * theme.fonts.wider, width, balanced=False):
            y += _NOTE_LEADING
            drawn.append(words(line, 0, y - NOTE_SIZE * 0.25, NOTE_SIZE, theme.page.muted))
    return Block("".join(drawn), width, y)


def _listed_side(finding: DiagramFinding) -> float:
    return badge_side(finding.number) * _BADGE


def _measured(finding: DiagramFinding, theme: Theme, column: float, indent: float) -> Entry:
    lines = wrap(finding.text, TEXT_SIZE * theme.fonts.wider, column - indent, balanced=False)
    height = max(_listed_side(finding), len(lines) * _LEADING + 2)
    return Entry(finding, lines, indent, height)


def _filled(entries: Sequence[Entry], count: int, top: float, height: float) -> list[list[Entry]]:
    """The entries in columns of a height: as many as there is room for, at least one a column."""
    columns: list[list[Entry]] = []
    y = height + 1
    for entry in entries:
        if y + entry.height > height:
            if len(columns) == count:
                break
            columns.append([])
            y = top
        columns[-1].append(entry)
        y += entry.height + _BETWEEN
    return columns


def _deep(entries: Sequence[Entry], top: float) -> float:
    """How far down a column reaches."""
    return top + sum(entry.height + _BETWEEN for entry in entries) - _BETWEEN


def _drawn(entry: Entry, x: float, y: float, theme: Theme) -> str:
    finding = entry.finding
    box = Box(x, y - 1, x + entry.badge, y - 1 + entry.badge)
    badge = draw_badge(finding.number, finding.severity, box, theme.findings)
    first = y + TEXT_SIZE + 0.9
    wider = theme.fonts.wider
    return badge + "".join(
        words(
            line,
            x + entry.indent,
            first + place * _LEADING,
            TEXT_SIZE,
            theme.page.ink,
            length=stated_length(line, TEXT_SIZE, wider),
        )
        for place, line in enumerate(entry.lines)
    )
