"""From a diagram to a finished drawing: laid out, composed on its paper, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from govgraph.drawing.list_sheet import draw_list_sheet, share_out
from govgraph.drawing.paper import FREE, Paper, find_paper
from govgraph.drawing.sheet import Folio, draw_sheet, frame_placed
from govgraph.drawing.table_sheet import TablePage, draw_table_sheet, share_rows
from govgraph.drawing.theme import Theme, built_in_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.placement import Placement

    Laid = tuple[Diagram, Placement]
    """What one sheet shows, and where it stands."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing: one SVG document a sheet.

    A notebook shows the first sheet by itself. `png` and `pdf` give the other forms.

    Attributes:
        diagram: What is drawn.
        svg_pages: The sheets, in order; at least one.
        theme: What they look like.
    """

    diagram: Diagram
    svg_pages: tuple[str, ...]
    theme: Theme

    def _repr_svg_(self) -> str:
        return self.svg_pages[0]

    def png(self, dpi: float = 150, page: int = 1) -> bytes:
        """One sheet, counted from 1, as a PNG picture with so many pixels an inch."""
        from govgraph.drawing.raster import draw_png

        svg = self.svg_pages[page - 1]
        return draw_png(svg, page_size(svg), dpi, self.theme.fonts.files)

    def pdf(self) -> bytes:
        """All sheets as one PDF/UA document.

        Raises:
            MissingExtraError: The extra `paper` is not installed.
        """
        from govgraph.drawing.pdf import draw_pdf

        pages = [(svg, page_size(svg), page_description(svg)) for svg in self.svg_pages]
        diagram = self.diagram
        return draw_pdf(pages, diagram.title, diagram.language, self.theme.fonts.files)


def draw_diagram(
    diagram: Diagram, *, paper: Paper | str = FREE, theme: Theme | None = None
) -> Drawing:
    """A diagram as sheets of a paper.

    Args:
        diagram: What to show.
        paper: A paper or its name (`A4`, `A3-portrait`); the free one is as large as it must be.
        theme: What it looks like; the built-in theme if None.

    Raises:
        SettingsError: No paper goes by that name.
        DrawingError: It cannot be laid out.
    """
    from govgraph.drawing.forms import lay_out

    theme = theme or built_in_theme()
    paper = find_paper(paper) if isinstance(paper, str) else paper
    laid = lay_out(diagram, paper, theme)
    return Drawing(diagram, draw_pages(diagram, laid, paper, theme), theme)


def draw_pages(
    diagram: Diagram, laid: Sequence[Laid], paper: Paper, theme: Theme
) -> tuple[str, ...]:
    """The sheets of a drawing, then the findings for which they had no room.

    Args:
        diagram: The whole of what is drawn.
        laid: What each sheet shows and where it stands. Bodies without any place become a table.
        paper: What each sheet is printed on.
        theme: What it looks like.
    """
    guess = Folio(1, 9) if len(laid) > 1 else Folio()
    rest = [_left_over(shown, placed, paper, theme, guess) for shown, placed in laid]
    tables = [
        [] if _is_placed(shown, placed) else list(_table(shown, placed, paper, theme))
        for shown, placed in laid
    ]
    found = {finding.number: finding for findings in rest for finding in findings}
    further = sum(max(1, len(table)) for table in tables) + 1
    makers: list[Callable[[Folio], str]] = []
    for (shown, placed), left, table in zip(laid, rest, tables, strict=True):
        notes = (*placed.notes, *_pointing(shown, left, further))
        makers += [
            partial(draw_table_sheet, shown, page, paper, theme, notes=notes) for page in table
        ]
        if not table:
            makers.append(partial(draw_sheet, shown, replace(placed, notes=notes), paper, theme))
    for findings in share_out(diagram, [found[key] for key in sorted(found)], paper, theme):
        makers.append(partial(draw_list_sheet, diagram, findings, paper, theme))
    return tuple(maker(Folio(place, len(makers))) for place, maker in enumerate(makers, start=1))


def page_size(svg: str) -> tuple[float, float]:
    """The width and height in points of a document that `draw_pages` made."""
    start = svg.index('viewBox="0 0 ') + len('viewBox="0 0 ')
    width, height = svg[start : svg.index('"', start)].split()
    return float(width), float(height)


def page_description(svg: str) -> str:
    """The description of a document that `draw_pages` made."""
    from html import unescape

    start = svg.index(">", svg.index("<desc")) + 1
    return unescape(svg[start : svg.index("</desc>", start)])


def _table(
    diagram: Diagram, placement: Placement, paper: Paper, theme: Theme
) -> Iterator[TablePage]:
    notes = (*placement.notes, *_pointing(diagram, diagram.findings, 1))
    return share_rows(diagram, paper, theme, notes)


def _is_placed(diagram: Diagram, placement: Placement) -> bool:
    return bool(placement.boxes) or not diagram.bodies


def _left_over(
    diagram: Diagram, placement: Placement, paper: Paper, theme: Theme, folio: Folio
) -> tuple[DiagramFinding, ...]:
    if not _is_placed(diagram, placement):
        return diagram.findings
    if not diagram.findings or paper.is_free:
        return ()
    return frame_placed(diagram, placement, paper, theme, folio).foot.rest


def _pointing(diagram: Diagram, left: Sequence[DiagramFinding], sheet: int) -> tuple[str, ...]:
    """Where the findings that a sheet had no room for are listed, if there are any."""
    if not left:
        return ()
    if len(left) == len(diagram.findings):
        return (f"The findings are listed from page {sheet} on.",)
    first, last = left[0].number, left[-1].number
    which = f"Finding {first} is" if first == last else f"Findings {first} to {last} are"
    return (f"{which} listed from page {sheet} on.",)
