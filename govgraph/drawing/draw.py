"""From a diagram to a finished drawing: laid out, composed on its paper, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.list_sheet import draw_list_sheet, share_out
from govgraph.drawing.paper import FREE, Paper, find_paper
from govgraph.drawing.sheet import Folio, draw_sheet, frame_sheet
from govgraph.drawing.theme import Theme, built_in_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        laid: What each sheet shows and where it stands.
        paper: What each sheet is printed on.
        theme: What it looks like.
    """
    guess = Folio(1, 9) if len(laid) > 1 else Folio()
    rest = [_left_over(shown, placed, paper, theme, guess) for shown, placed in laid]
    found = {finding.number: finding for findings in rest for finding in findings}
    lists = list(share_out(diagram, [found[key] for key in sorted(found)], paper, theme))
    total = len(laid) + len(lists)
    pages = [
        draw_sheet(shown, _pointing(placed, left, len(laid) + 1), paper, theme, Folio(place, total))
        for place, ((shown, placed), left) in enumerate(zip(laid, rest, strict=True), start=1)
    ]
    pages += [
        draw_list_sheet(diagram, findings, paper, theme, Folio(place, total))
        for place, findings in enumerate(lists, start=len(laid) + 1)
    ]
    return tuple(pages)


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


def _left_over(
    diagram: Diagram, placement: Placement, paper: Paper, theme: Theme, folio: Folio
) -> tuple[DiagramFinding, ...]:
    if not diagram.findings or paper.is_free:
        return ()
    drawing = (placement.width, placement.height)
    return frame_sheet(diagram, paper, theme, folio, placement.notes, drawing=drawing).foot.rest


def _pointing(placement: Placement, left: Sequence[DiagramFinding], sheet: int) -> Placement:
    """The placement, with a note on where the findings go on."""
    if not left:
        return placement
    first, last = left[0].number, left[-1].number
    which = f"Finding {first} is" if first == last else f"Findings {first} to {last} are"
    note = f"{which} listed from page {sheet} on."
    return replace(placement, notes=(*placement.notes, note))
