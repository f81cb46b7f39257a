"""The picture of coverage as a sheet: one table for each set of bodies, and a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.coverage.coverage_marks import MARK, cover_colour, draw_mark
from govgraph.drawing.coverage.coverage_table import TEXT, draw_table, part_matrix
from govgraph.drawing.coverage.matrix import MEANINGS
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.sheets.entries import draw_notes
from govgraph.drawing.sheets.header import draw_header
from govgraph.drawing.sheets.key import Block, heading
from govgraph.drawing.svg import element, words, write_document
from govgraph.drawing.text import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.coverage.matrix import CoveragePicture
    from govgraph.drawing.theme import Theme

MOST_ACROSS = 8
"""Most bodies side by side; further ones follow below, with the partners again."""

_MARGIN, _AIR = 24.0, 12.0
_LEAST = 640.0  # of the sheet's width, so that head and notes can be read


def draw_coverage(picture: CoveragePicture, theme: Theme) -> tuple[str, tuple[float, float]]:
    """The sheet as an SVG document, and its width and height in points."""
    parts = [
        draw_table(part, theme, _LEAST)
        for matrix in picture.matrices
        for part in part_matrix(matrix, MOST_ACROSS)
    ]
    inner = max([_LEAST, *(part.width for part in parts)])
    head = Diagram(title=picture.title, subtitle=picture.subtitle, block=picture.block)
    notes = draw_notes(list(_notes(picture)), theme, inner)
    blocks = [draw_header(head, theme, inner), *parts, _key(picture, theme), notes]
    drawn, y = "", _MARGIN
    for block in blocks:
        drawn += element("g", block.svg, transform=f"translate({_MARGIN:.2f} {y:.2f})")
        y += block.height + (_AIR if block.height else 0)
    size = (inner + 2 * _MARGIN, y - _AIR + _MARGIN)
    ground = element("rect", width=size[0], height=size[1], fill=theme.page.background)
    said = " ".join(describe_coverage(picture))
    svg = write_document(
        picture.title, said, size, ground + drawn, family=theme.fonts.family, language="en"
    )
    return svg, size


def describe_coverage(picture: CoveragePicture) -> Iterator[str]:
    """Every cell in a sentence, for who cannot see the picture."""
    for matrix in picture.matrices:
        for section in matrix.sections:
            for place, (body, _) in enumerate(matrix.bodies):
                said = "; ".join(
                    f"{partner}: {cells[place].words}" for partner, cells in section.rows
                )
                yield f"{section.title}, {body}, {section.totals[place]}: {said}."
    yield from picture.left_out


def _key(picture: CoveragePicture, theme: Theme) -> Block:
    """Every mark that is used, and what it means."""
    if not picture.covers:
        return Block("", 0.0, 0.0)
    drawn, y, width = heading("KEY", theme), 16.0, 0.0
    for cover in picture.covers:
        colour = cover_colour(cover, theme)
        drawn += draw_mark(cover, MARK / 2 + 1, y + 6, colour, theme.page.background)
        drawn += words(MEANINGS[cover], MARK + 9, y + 9, TEXT, theme.page.ink)
        width = max(width, MARK + 9 + measure(MEANINGS[cover], TEXT * theme.fonts.wider))
        y += 15
    return Block(drawn, width, y)


def _notes(picture: CoveragePicture) -> Iterator[str]:
    """What stands in small print: how to read it, what is not shown, the sources."""
    if picture.matrices:
        yield "A similar name is shown for someone who knows to confirm; it never counts."
    yield " ".join(picture.left_out)
    if picture.sources:
        listed = " ".join(f"[{place}] {text}." for place, text in enumerate(picture.sources, 1))
        yield f"Sources: {listed}"
