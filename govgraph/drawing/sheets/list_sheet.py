"""A sheet of findings and small print that the sheets with the drawing had no room for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.entries import draw_notes, set_findings
from govgraph.drawing.sheets.frame import AIR
from govgraph.drawing.sheets.header import draw_header
from govgraph.drawing.sheets.sheet import document, moved
from govgraph.drawing.svg import element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.sheets.frame import Folio
    from govgraph.drawing.theme import Theme


_LARGER = 1.3  # than at the foot of a drawing
_FREE = (780.0, 1e5)  # of a free paper: as high as the list is long


@dataclass(frozen=True, slots=True)
class ListPage:
    """What one list sheet holds."""

    findings: tuple[DiagramFinding, ...]
    paragraphs: tuple[str, ...]


def share_out(
    diagram: Diagram,
    findings: Sequence[DiagramFinding],
    paragraphs: Sequence[str],
    paper: Paper,
    theme: Theme,
) -> Iterator[ListPage]:
    """What stands on each list sheet in turn: first all findings, then the paragraphs.

    Args:
        diagram: The whole of it: its title decides how much room the head takes.
        findings: The findings that are left to list.
        paragraphs: The small print that is left.
        paper: What the sheets are printed on; a free one takes all of it.
        theme: Colours and font.
    """
    waiting, small = tuple(findings), list(paragraphs)
    width, height = (side / _LARGER for side in _room(diagram, paper, theme))
    while waiting or small:
        found = set_findings(waiting, theme, width, 0.0, height)
        listed = waiting[: len(waiting) - len(found.rest)]
        used = found.height + AIR if listed else 0.0
        printed: list[str] = []
        while small and not found.rest:
            used += draw_notes(small[:1], theme, width).height
            if used > height and (listed or printed):
                break
            printed.append(small.pop(0))
        yield ListPage(listed, tuple(printed))
        waiting = found.rest


def draw_list_sheet(
    diagram: Diagram, page: ListPage, paper: Paper, theme: Theme, folio: Folio
) -> str:
    """One list sheet as an SVG document, its letters larger than at the foot of a drawing."""
    width, height = _room(diagram, paper, theme)
    shown = replace(diagram, bodies=(), lines=(), findings=page.findings, left_out=page.paragraphs)
    header = draw_header(shown, theme, width, folio.words)
    top = paper.margin + header.height + AIR
    content, y = "", 0.0
    if page.findings:
        found = set_findings(page.findings, theme, width / _LARGER, 0.0, height / _LARGER)
        content, y = found.draw(theme).svg, found.height + AIR
    notes = draw_notes(page.paragraphs, theme, width / _LARGER)
    content += moved(notes.svg, 0, y, "notes")
    bottom = top + (y + notes.height) * _LARGER + paper.margin
    size = (width + 2 * paper.margin, paper.height or bottom)
    place = f"translate({paper.margin:.2f} {top:.2f}) scale({_LARGER})"
    drawn = (
        element("rect", width=size[0], height=size[1], fill=theme.page.background),
        moved(header.svg, paper.margin, paper.margin, "head"),
        element("g", content, transform=place),
    )
    return document(shown, size, "".join(drawn), theme, folio, form="list")


def _room(diagram: Diagram, paper: Paper, theme: Theme) -> tuple[float, float]:
    """The width and the height that a list may take."""
    if paper.width is None or paper.height is None:
        return _FREE
    width = paper.width - 2 * paper.margin
    header = draw_header(diagram, theme, width, "99 of 99").height
    return width, paper.height - 2 * paper.margin - header - AIR
