"""A sheet with nothing but findings, for those that the sheets with the drawing had no room for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.entries import draw_findings
from govgraph.drawing.header import draw_header
from govgraph.drawing.sheet import AIR, document, moved
from govgraph.drawing.svg import element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.sheet import Folio
    from govgraph.drawing.theme import Theme


_FREE = (780.0, 1e5)  # of a free paper: as high as the list is long


def share_out(
    diagram: Diagram, findings: Sequence[DiagramFinding], paper: Paper, theme: Theme
) -> Iterator[tuple[DiagramFinding, ...]]:
    """The findings of each list sheet in turn.

    Args:
        diagram: The whole of it: its title decides how much room the head takes.
        findings: What is left to list.
        paper: What the sheets are printed on; a free one takes all of them.
        theme: Colours and font.
    """
    left = tuple(findings)
    width, height = _room(diagram, paper, theme)
    while left:
        rest = draw_findings(left, theme, width, height, height).rest
        yield left[: len(left) - len(rest)]
        left = rest


def draw_list_sheet(
    diagram: Diagram,
    findings: Sequence[DiagramFinding],
    paper: Paper,
    theme: Theme,
    folio: Folio,
) -> str:
    """One list sheet as an SVG document."""
    width, height = _room(diagram, paper, theme)
    listed = replace(diagram, bodies=(), lines=(), findings=tuple(findings), left_out=())
    header = draw_header(listed, theme, width, folio.words)
    block = draw_findings(findings, theme, width, 0.0, height).block
    top = paper.margin + header.height + AIR
    whole = paper.height or top + block.height + paper.margin
    size = (width + 2 * paper.margin, whole)
    drawn = (
        element("rect", width=size[0], height=size[1], fill=theme.page.background),
        moved(header.svg, paper.margin, paper.margin, "head"),
        moved(block.svg, paper.margin, top, "foot"),
    )
    return document(listed, size, "".join(drawn), theme, folio)


def _room(diagram: Diagram, paper: Paper, theme: Theme) -> tuple[float, float]:
    """The width and the height that a list may take."""
    if paper.width is None or paper.height is None:
        return _FREE
    width = paper.width - 2 * paper.margin
    header = draw_header(diagram, theme, width, "99 of 99").height
    return width, paper.height - 2 * paper.margin - header - AIR
