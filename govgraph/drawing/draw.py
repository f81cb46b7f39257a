"""From a diagram to a finished drawing: laid out, composed on its paper, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from govgraph.drawing.paper import FREE, Paper, find_paper
from govgraph.drawing.sheets.footer import Footer, list_small_print
from govgraph.drawing.sheets.frame import Folio, frame_placed
from govgraph.drawing.sheets.key import NOTHING
from govgraph.drawing.sheets.list_sheet import draw_list_sheet, share_out
from govgraph.drawing.sheets.sheet import draw_sheet
from govgraph.drawing.sheets.table_sheet import draw_table_sheet, share_rows
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.placement import Placement

    Maker = tuple[Callable[[Folio], str], str]
    """What draws a sheet once its number is known, and where it points to."""

    Laid = tuple[Diagram, Placement]
    """What one sheet shows, and where it stands."""


@dataclass(frozen=True, slots=True, repr=False)
class Drawing:
    """A finished drawing: one SVG document a sheet.

    A notebook shows the first sheet by itself. `png` and `pdf` give the other forms.

    Attributes:
        diagram: What is drawn.
        svg_pages: The sheets, in order; at least one.
        theme: What they look like.
        parts: How many sheets the drawing itself takes; further ones list findings and sources.

    >>> import govgraph
    >>> drawing = govgraph.draw(govgraph.from_edges([("Audit", "Council")], title="Riverside"))
    >>> drawing
    <Drawing of 'Riverside', sheets: 1>
    >>> drawing.png()[1:4]
    b'PNG'
    """

    diagram: Diagram
    svg_pages: tuple[str, ...]
    theme: Theme
    parts: int = 1

    def __repr__(self) -> str:
        """Its title alone: a notebook keeps this beside the picture."""
        return f"<Drawing of {self.diagram.title!r}, sheets: {len(self.svg_pages)}>"

    def _repr_svg_(self) -> str:
        return self.svg_pages[0]

    def png(self, dpi: float = 150, page: int = 1) -> bytes:
        """One sheet, counted from 1, as a PNG picture with so many pixels an inch."""
        from govgraph.drawing.outputs.raster import draw_png

        svg = self.svg_pages[page - 1]
        return draw_png(svg, page_size(svg), dpi, self.theme.fonts.files)

    def pdf(self) -> bytes:
        """All sheets as one PDF/UA document.

        Raises:
            MissingExtraError: The extra `paper` is not installed.
        """
        from govgraph.drawing.outputs.pdf import draw_pdf

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
    from govgraph.drawing.forms.choose import lay_out

    theme = theme or built_in_theme()
    paper = find_paper(paper) if isinstance(paper, str) else paper
    laid = lay_out(diagram, paper, theme)
    return Drawing(diagram, draw_pages(diagram, laid, paper, theme), theme, len(laid))


def draft_diagram(diagram: Diagram, *, theme: Theme | None = None) -> Drawing:
    """A diagram as one sheet at once, for whoever is still writing: not in its best form.

    Args:
        diagram: What to show.
        theme: What it looks like; the built-in theme if None.

    Raises:
        DrawingError: It cannot be laid out.
    """
    from govgraph.drawing.forms.choose import draft_sheet

    theme = theme or built_in_theme()
    laid = draft_sheet(diagram, theme)
    return Drawing(diagram, draw_pages(diagram, laid, FREE, theme), theme, len(laid))


def draw_pages(
    diagram: Diagram, laid: Sequence[Laid], paper: Paper, theme: Theme
) -> tuple[str, ...]:
    """The sheets of a drawing, then all findings where one of them had no room for its own.

    Args:
        diagram: The whole of what is drawn.
        laid: What each sheet shows and where it stands. Bodies without any place become a table.
        paper: What each sheet is printed on, unless its placement says which way round.
        theme: What it looks like.
    """
    return tuple(sheet() for sheet in plan_pages(diagram, laid, paper, theme))


def plan_pages(
    diagram: Diagram, laid: Sequence[Laid], paper: Paper, theme: Theme
) -> tuple[Callable[[], str], ...]:
    """What draws each of the sheets that `draw_pages` gives: for whoever wants only some."""
    guess = Folio(1, 9) if len(laid) > 1 else Folio()
    paper = laid[0][1].paper or paper
    feet = [_foot(shown, placed, placed.paper or paper, theme, guess) for shown, placed in laid]
    tables = [
        [] if _is_placed(*pair) else list(share_rows(pair[0], paper, theme, pair[1].notes))
        for pair in laid
    ]
    further = sum(max(1, len(table)) for table in tables) + 1
    makers: list[Maker] = []
    for (shown, placed), foot, table in zip(laid, feet, tables, strict=True):
        pointing = _pointing(shown, foot, further)
        makers += [
            (partial(draw_table_sheet, shown, rows, paper, theme), pointing) for rows in table
        ]
        if not table:
            on = placed.paper or paper
            makers.append((partial(draw_sheet, shown, placed, on, theme), pointing))
    found = _list_apart(laid, feet)
    small = dict.fromkeys(text for foot in feet for text in foot.apart)
    for page in share_out(diagram, found, [*small], paper, theme):
        makers.append((partial(draw_list_sheet, diagram, page, paper, theme), ""))
    return tuple(
        partial(maker, Folio(place, len(makers), pointing))
        for place, (maker, pointing) in enumerate(makers, start=1)
    )


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


def _is_placed(diagram: Diagram, placement: Placement) -> bool:
    return bool(placement.boxes) or not diagram.bodies


def _foot(
    diagram: Diagram, placement: Placement, paper: Paper, theme: Theme, folio: Folio
) -> Footer:
    """The foot of a sheet, for what it has no room for."""
    if _is_placed(diagram, placement):
        return frame_placed(diagram, placement, paper, theme, folio).foot
    return Footer(NOTHING, diagram.listed, list_small_print(diagram, ()))


def _list_apart(laid: Sequence[Laid], feet: Sequence[Footer]) -> list[DiagramFinding]:
    """The findings for sheets of their own, with as many names as these have room for.

    Of one sheet they are the rest. Of several they are all: their numbers would have gaps.
    """
    found = {finding.number: finding for foot in feet for finding in foot.rest}
    if found and len(laid) > 1:
        found = {finding.number: finding for shown, _ in laid for finding in shown.listed}
    return [replace(found[key], text=found[key].full or found[key].text) for key in sorted(found)]


def _pointing(diagram: Diagram, foot: Footer, sheet: int) -> str:
    """Where the findings and the small print that a sheet had no room for are found."""
    rest = foot.rest
    if not rest:
        return f"Notes and sources: from page {sheet} on." if foot.apart else ""
    first, last = rest[0].number, rest[-1].number
    which = f"Finding {first} is" if first == last else f"Findings {first} to {last} are"
    if len(rest) == len(diagram.findings) > 1:
        which = "The findings are"
    return f"{which} listed from page {sheet} on."
