"""One table of the picture of coverage: bodies across, partners down, a mark in every cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.coverage.coverage_marks import MARK, cover_colour, draw_mark
from govgraph.drawing.sheets.key import Block
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.coverage.matrix import Cell, Matrix, Section
    from govgraph.drawing.theme import Theme

TEXT = 8.6
"""The size of the words in a table, in points."""

_PARTNERS = 220.0  # the width of the first column
_NARROWEST = 118.0  # of a body's column
_ROOMY = 190.0  # from this width on a column says why a near match is likely
_PAD = 5.0
_LEADING = 10.4
_SMALL, _SMALL_LEADING = 7.4, 9.2
_TITLE = 9.6


def part_matrix(matrix: Matrix, most: int) -> Iterator[Matrix]:
    """The matrix in parts of no more than so many bodies."""
    for start in range(0, len(matrix.bodies), most):
        here = slice(start, start + most)
        yield replace(
            matrix,
            bodies=matrix.bodies[here],
            sections=tuple(
                replace(
                    section,
                    totals=section.totals[here],
                    rows=tuple((partner, cells[here]) for partner, cells in section.rows),
                )
                for section in matrix.sections
            ),
        )


@dataclass(frozen=True, slots=True)
class _Pen:
    """What every row of a table is drawn with.

    Attributes:
        theme: colours and font.
        body: the width of a body's column.
        width: the width of the table.
    """

    theme: Theme
    body: float
    width: float

    def left(self, column: int) -> float:
        """Where a body's column begins."""
        return _PARTNERS + column * self.body

    def rule(self, y: float, weight: float = 0.6) -> str:
        """A line across the table."""
        colour = self.theme.page.rule
        return element("line", x1=0, x2=self.width, y1=y, y2=y, stroke=colour, stroke_width=weight)

    def text(self, text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
        """A text as lines within a width."""
        wider = self.theme.fonts.wider
        return wrap(text, size * wider, width, "bold" if bold else "regular", balanced=False)

    def told(self, cell: Cell) -> tuple[str, ...]:
        """The words of a cell, with the reason of a near match where there is room."""
        reason = f" ({cell.because})" if cell.because and self.body >= _ROOMY else ""
        return self.text(cell.words + reason, self.body - 3 * _PAD - MARK, TEXT)


def draw_table(matrix: Matrix, theme: Theme, least: float) -> Block:
    """One table from (0, 0) down, at least so wide."""
    across = len(matrix.bodies)
    body = max(_NARROWEST, (least - _PARTNERS) / across)
    pen = _Pen(theme, body, _PARTNERS + across * body)
    drawn, y = _head(matrix, pen)
    for section in matrix.sections:
        svg, y = _section(section, pen, y)
        drawn += svg
    return Block(drawn + pen.rule(y, 1.2), pen.width, y + 1)


def _head(matrix: Matrix, pen: _Pen) -> tuple[str, float]:
    """The names of the bodies and their kinds, and how far down they reach."""
    page, room = pen.theme.page, pen.body - 2 * _PAD
    heads = [
        (pen.text(name, room, _TITLE, bold=True), pen.text(kind, room, _SMALL))
        for name, kind in matrix.bodies
    ]
    height = max(
        len(name) * (_LEADING + 1) + len(kind) * _SMALL_LEADING + 2 * _PAD for name, kind in heads
    )
    drawn = ""
    for column, (name, kind) in enumerate(heads):
        x, y = pen.left(column) + _PAD, _PAD
        for line in name:
            y += _LEADING + 1
            drawn += words(line, x, y - 2.4, _TITLE, page.heading, bold=True)
        for line in kind:
            y += _SMALL_LEADING
            drawn += words(line, x, y - 2, _SMALL, page.muted)
    return drawn + pen.rule(height, 1.2), height


def _section(section: Section, pen: _Pen, y: float) -> tuple[str, float]:
    """A requirement: its title and totals on a band, then a row for each partner."""
    page = pen.theme.page
    title = pen.text(section.title, _PARTNERS - 2 * _PAD, _TITLE, bold=True)
    totals = [pen.text(total, pen.body - 2 * _PAD, TEXT, bold=True) for total in section.totals]
    says = pen.text(section.says, pen.width - 2 * _PAD, _SMALL) if section.says else ()
    high = max(len(title) * (_LEADING + 1), max(map(len, totals)) * _LEADING)
    height = high + len(says) * _SMALL_LEADING + 2 * _PAD
    drawn = element("rect", x=0, y=y, width=pen.width, height=height, fill=page.band)
    for place, line in enumerate(title):
        baseline = y + _PAD + (place + 1) * (_LEADING + 1) - 2.6
        drawn += words(line, _PAD, baseline, _TITLE, page.ink, bold=True)
    for column, lines in enumerate(totals):
        drawn += _lines(lines, pen.left(column) + _PAD, y + _PAD, page.ink, bold=True)
    for place, line in enumerate(says):
        baseline = y + _PAD + high + (place + 1) * _SMALL_LEADING - 2
        drawn += words(line, _PAD, baseline, _SMALL, page.muted)
    y += height
    for partner, cells in section.rows:
        drawn += pen.rule(y)
        svg, height = _row(partner, cells, pen, y)
        drawn += svg
        y += height
    return drawn, y


def _row(partner: str, cells: Sequence[Cell], pen: _Pen, y: float) -> tuple[str, float]:
    """A partner and how it stands on each body."""
    name = pen.text(partner, _PARTNERS - 2 * _PAD, TEXT)
    told = list(map(pen.told, cells))
    height = max(len(name), *map(len, told)) * _LEADING + 1.4 * _PAD
    middle = y + height / 2
    drawn = _lines(name, _PAD, middle - len(name) * _LEADING / 2, pen.theme.page.ink)
    for column, (cell, lines) in enumerate(zip(cells, told, strict=True)):
        x = pen.left(column) + _PAD
        colour = cover_colour(cell.cover, pen.theme)
        drawn += draw_mark(cell.cover, x + MARK / 2, middle, colour, pen.theme.page.background)
        left = x + MARK + _PAD
        drawn += _lines(lines, left, middle - len(lines) * _LEADING / 2, pen.theme.page.ink)
    return drawn, height


def _lines(lines: Sequence[str], x: float, top: float, colour: str, *, bold: bool = False) -> str:
    """Lines of text below one another from `top` down."""
    return "".join(
        words(line, x, top + (place + 1) * _LEADING - 2.4, TEXT, colour, bold=bold)
        for place, line in enumerate(lines)
    )
