"""A figure in a Word file: the SVG for whoever can show it, a PNG for everybody else."""

import io
from typing import TYPE_CHECKING, Any

from govgraph.drawing.outputs.raster import draw_png
from govgraph.reporting.paper.paper_blocks import Figure

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
