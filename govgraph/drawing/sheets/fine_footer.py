"""Key, findings and small print in small letters, where a drawing needs the room of the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.entries import draw_notes, set_findings
from govgraph.drawing.sheets.footer import Footer, share_small_print
from govgraph.drawing.sheets.key import (
    INLINE,
    NOTHING,
    Block,
    draw_key_column,
    draw_key_lines,
    inline_heading,
)
from govgraph.drawing.sheets.key_entries import find_key_entries
from govgraph.drawing.svg import element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.sheets.entries import Findings
    from govgraph.drawing.sheets.footer import FooterRoom
    from govgraph.drawing.theme import Theme

FINE = 0.9
"""How large everything is here: the smallest letters at the foot of a sheet are of 7.2 points."""

_GAP = 5.0
_FIRST_LINE = 12.4  # of a finding: its heading stands on the same
_NOTE_LINES = 7  # of small print: so many cost less than a second sheet for the sources
_NOTE_LINES_APART = 1  # of it where the reader turns to another page for the findings anyway
_NOTES_LATER = 2  # lines that a column leaves below it for notes that the layout has yet to make
_COLUMNS = (150.0, 165.0, 180.0, 200.0, 225.0)  # the widths that a column beside a drawing may have


@dataclass(frozen=True, slots=True)
class Aside:
    """A column beside the drawing, and the small print below both.

    Attributes:
        column: Key and findings, drawn from (0, 0) down.
        foot: The small print, with the findings for which the column had no room.
    """

    column: Block
    foot: Footer


def draw_fine_footer(
    diagram: Diagram,
    theme: Theme,
    room: FooterRoom,
    notes: Sequence[str],
    pointing: str,
    *,
    apart: bool = False,
) -> Footer:
    """A foot in as few lines as it takes: the key in rows, the findings below it in columns.

    Args:
        diagram: What is on this sheet.
        theme: Colours and font.
        room: What it may take of the sheet.
        notes: What the layout has to say, printed with what was left out.
        pointing: Where the sheet's findings and sources go on.
        apart: Whether the findings are listed on another sheet, and most of the small print too.
    """
    width = room.width / FINE
    lines = _NOTE_LINES_APART if apart else _NOTE_LINES
    lower, elsewhere = _small_print(diagram, theme, width, notes, pointing, lines)
    key = draw_key_lines(find_key_entries(diagram), theme, width)
    most = max(room.upper, room.spare - lower.height * FINE) / FINE - key.height - 3 * _GAP
    found = set_findings(diagram.listed, theme, width - INLINE, 0.0, most, headed=False)
    blocks = [key, _inline(found, theme) if diagram.listed else NOTHING, lower]
    return Footer(_stacked(blocks, theme, width).scaled(FINE), found.rest, elsewhere)


def draw_aside(
    diagram: Diagram,
    theme: Theme,
    room: tuple[float, float],
    notes: Sequence[str],
    pointing: str,
) -> Aside:
    """Key and findings in the narrowest column that has room for them, small print below.

    Args:
        diagram: What is on this sheet.
        theme: Colours and font.
        room: The width and height of the sheet between its head and its lower edge, in points.
        notes: What the layout has to say, printed with what was left out.
        pointing: Where the sheet's findings and sources go on.
    """
    width = room[0] / FINE
    lower, apart = _small_print(diagram, theme, width, notes, pointing)
    foot = _stacked([lower], theme, width).scaled(FINE)
    later = draw_notes(["."] * _NOTES_LATER, theme, width).height
    height = room[1] / FINE - max(lower.height, later) - 4 * _GAP
    tried = [_column(diagram, theme, wide / FINE, height) for wide in _COLUMNS]
    column, rest = next(
        ((column, rest) for column, rest in tried if not rest and column.height <= height),
        tried[-1],
    )
    return Aside(column.scaled(FINE), Footer(foot, rest, apart))


def _inline(found: Findings, theme: Theme) -> Block:
    """A list of findings, its heading left of it."""
    listed = found.draw(theme)
    drawn = element("g", listed.svg, transform=f"translate({INLINE:g} 0)")
    title = inline_heading("FINDINGS", _FIRST_LINE, theme)
    return Block(title + drawn, INLINE + listed.width, listed.height)


def _column(
    diagram: Diagram, theme: Theme, width: float, height: float
) -> tuple[Block, tuple[DiagramFinding, ...]]:
    """Key and findings below one another, and the findings that found no room."""
    key = draw_key_column(find_key_entries(diagram), theme, width)
    if not diagram.listed:
        return replace(key, width=width), ()
    below = key.height + 2 * _GAP if key.height else 0.0
    found = set_findings(diagram.listed, theme, width, 0.0, height - below)
    drawn = key.svg + element("g", found.draw(theme).svg, transform=f"translate(0 {below:.2f})")
    return Block(drawn, width, below + found.height), found.rest


def _small_print(  # noqa: PLR0917 - all that its callers are given
    diagram: Diagram,
    theme: Theme,
    width: float,
    notes: Sequence[str],
    pointing: str,
    lines: int = _NOTE_LINES,
) -> tuple[Block, tuple[str, ...]]:
    """The small print as one paragraph, and the paragraphs that are printed elsewhere."""
    most = draw_notes(["."] * lines, theme, width).height

    def run_on(paragraphs: Sequence[str]) -> Block:
        return draw_notes([" ".join(filter(None, paragraphs))], theme, width)

    printed, apart = share_small_print(
        diagram, notes, pointing, lambda paragraphs: run_on(paragraphs).height <= most
    )
    return run_on(printed), apart


def _stacked(blocks: Sequence[Block], theme: Theme, width: float) -> Block:
    """The blocks below one another, a thin rule above the first."""
    drawn, y = "", 0.0
    for block in blocks:
        if block.height:
            y += _GAP
            drawn += element("g", block.svg, transform=f"translate(0 {y:.2f})")
            y += block.height
    if not drawn:
        return Block("", width, 0.0)
    rule = element("line", x1=0, x2=width, y1=0, y2=0, stroke=theme.page.rule, stroke_width=0.8)
    return Block(rule + drawn, width, y)
