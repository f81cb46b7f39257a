"""A table in a Word file: rows, cells, and the row of headings that every page repeats."""

from collections.abc import Iterator
from typing import Any

from govgraph.reporting.paper.docx_styles import TABLE_TEXT
from govgraph.reporting.paper.paper_blocks import Table

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
