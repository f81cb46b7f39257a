"""Tables and figures in a Word file.

The row of headings stands again on every page. A figure is the SVG for whoever can show it, and a
PNG for everybody else.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govgraph.drawing.outputs.raster import draw_png
from govgraph.reporting.paper.docx_styles import TABLE_TEXT
from govgraph.reporting.paper.paper_blocks import Figure, Table

_HALF_A_PAGE = 1_200
"""Characters of one cell that fill about half a page."""


def fill_table(written: Any, table: Table, width: int) -> None:  # noqa: ANN401 - python-docx's own
    """Fill a table that has as many rows and columns as it needs.

    Args:
        written: the table in the document.
        table: what it holds.
        width: how wide it is, in English metric units.
    """
    written.autofit = False
    _describe_table(written, table)
    rows = [tuple((heading,) for heading in table.headings), *table.rows]
    style = written.part.document.styles[TABLE_TEXT].style_id
    for place, (row, cells) in enumerate(zip(written.rows, rows, strict=True)):
        _set_row(row, heading=place == 0, whole=_is_short(cells))
        for cell, texts, share in zip(row.cells, cells, table.widths, strict=True):
            cell.width = int(width * share)
            _fill(cell, texts, style, heading=place == 0)
    for column, share in zip(written.columns, table.widths, strict=True):
        column.width = int(width * share)


def _describe_table(written: Any, table: Table) -> None:  # noqa: ANN401 - python-docx's own
    """The title of a table for whoever hears it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), table.caption)
    written._tbl.tblPr.append(caption)  # noqa: SLF001 - python-docx knows no such thing


def _set_row(row: Any, *, heading: bool, whole: bool) -> None:  # noqa: ANN401 - python-docx's own
    """Repeat a row of headings on every page, and keep a short row on one page."""
    from docx.oxml import OxmlElement

    layout = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx knows no such thing
    for name in _row_marks(heading=heading, whole=whole):
        layout.append(OxmlElement(name))


def _row_marks(*, heading: bool, whole: bool) -> Iterator[str]:
    if heading or whole:
        yield "w:cantSplit"
    if heading:
        yield "w:tblHeader"


def _is_short(cells: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a row can be kept on one page."""
    return max(sum(map(len, texts)) for texts in cells) < _HALF_A_PAGE


def _fill(cell: Any, texts: tuple[str, ...], style: str, *, heading: bool) -> None:  # noqa: ANN401
    """The paragraphs of a cell."""
    for place, text in enumerate(texts):
        written = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        # By its id: to find it by its name in each cell took half of the time of a long paper.
        written._p.style = style  # noqa: SLF001 - python-docx has only the way by name
        written.add_run(text).bold = True if heading else None
        if heading:
            written.paragraph_format.keep_with_next = True


if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

DPI = 150
"""Pixels an inch of the PNG, as of one that `draw` makes: enough for an office printer."""

_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""By which Word knows that a picture has an SVG beside its PNG."""
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def add_figure(paragraph: "Paragraph", figure: Figure, most: tuple[int, int]) -> None:
    """Put a figure into a paragraph, with its alternative text.

    Args:
        paragraph: where it goes.
        figure: what it shows.
        most: the greatest width and height, in English metric units; a larger one is shrunk.
    """
    from docx.oxml.ns import qn
    from docx.shared import Pt

    picture = figure.picture
    size = (picture.width, picture.height)
    png = draw_png(picture.svg, size, DPI, picture.fonts)
    scale = min(1.0, *(most[side] / Pt(size[side]) for side in (0, 1)))
    width, height = (round(Pt(length) * scale) for length in size)
    shape = paragraph.add_run().add_picture(io.BytesIO(png), width, height)
    inline = shape._inline  # noqa: SLF001 - python-docx has no door to a picture's text
    inline.docPr.set("name", f"Figure {figure.number}")
    inline.docPr.set("descr", figure.alternative)
    blip = next(inline.iter(qn("a:blip")))
    _add_svg(paragraph, blip, figure)


def _add_svg(paragraph: "Paragraph", blip: Any, figure: Figure) -> None:  # noqa: ANN401 - XML
    """Name the SVG beside the PNG."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    svg = figure.picture.svg.encode("utf-8")
    document = paragraph.part
    assert document.package is not None  # noqa: S101 - a document stands in a package
    name = PackURI(f"/word/media/figure{figure.number}.svg")
    part = Part(name, "image/svg+xml", svg, document.package)
    key = document.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    extension = parse_xml(
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<a:ext uri="{_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{key}"/></a:ext>'
        "</a:extLst>"
    )
    blip.append(extension)
