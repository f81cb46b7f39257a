"""A paper as a Word file, in the styles of a template or in plain ones of our own."""

import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govgraph.errors import MissingExtraError
from govgraph.reporting.paper_blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Labels,
    Paper,
    Paragraph,
    Table,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph as Written

_CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that bytes are the same
_PAGE_MM = (210, 297, 20)
"""Width, height and margins of a page of ours, in millimetres: A4."""
_LARGE_PT = 800
"""A figure wider than this many points stands on A3."""


def write_docx(paper: Paper, template: Path | None = None) -> bytes:
    """The bytes of a Word file.

    Of a template everything is taken but its text: styles, page, headers, footers.

    Args:
        paper: what it says.
        template: an authority's own document or template.

    Raises:
        SettingsError: the template is none.
        MissingExtraError: the extra `paper` is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("a Word file", "paper") from error
    from govgraph.reporting.paper_docx_package import read_template, settle
    from govgraph.reporting.paper_docx_styles import prepare_styles, table_style

    document = docx.Document(read_template(template) if template else None)
    _empty(document)
    prepare_styles(document, own=template is None)
    if template is None:
        _set_page(document, paper)
    _describe(document, paper)
    _Writer(document, paper.labels, table_style(document)).write(paper)
    out = io.BytesIO()
    document.save(out)
    return settle(out.getvalue())


class _Writer:
    """Writes the blocks of one paper, pages turning where figures stand."""

    def __init__(self, document: "Document", labels: Labels, table_style: str) -> None:
        self.document = document
        self.labels = labels
        self.table_style = table_style
        self.turned = False
        section = document.sections[0]
        self.upright = (int(section.page_width or 0), int(section.page_height or 0))

    def write(self, paper: Paper) -> None:
        """Write the title, what stands below it, and the blocks."""
        self.document.add_paragraph(paper.title, "Title")
        if paper.subtitle:
            self.document.add_paragraph(paper.subtitle, "Subtitle")
        self.document.add_paragraph(paper.particulars)
        for block, after in zip(paper.blocks, (*paper.blocks[1:], None), strict=True):
            self._block(block, leads=isinstance(after, Table))

    def _block(self, block: Block, *, leads: bool) -> None:
        """Write a block; one that `leads` to a table stays on its page."""
        if self.turned and not isinstance(block, Figure):
            self._turn_page(*self.upright, wide=False)
        if isinstance(block, Heading):
            self.document.add_paragraph(block.text, f"Heading {block.level}")
        elif isinstance(block, Paragraph):
            written = self.document.add_paragraph(block.text)
            written.paragraph_format.keep_with_next = True if leads else None
        elif isinstance(block, Bullets):
            for item in block.items:
                self.document.add_paragraph(item, "List Bullet")
        elif isinstance(block, Figure):
            self._figure(block)
        else:
            self._table(block)

    def _figure(self, figure: Figure) -> None:
        """A figure on a page of its own, its caption below it."""
        from docx.shared import Mm, Pt

        from govgraph.reporting.paper_docx_figure import add_figure
        from govgraph.reporting.paper_docx_styles import FIGURE

        short, long = sorted(self.upright)
        if figure.picture.width > _LARGE_PT and long < Mm(420):
            short, long = Mm(297), Mm(420)
        section = self._turn_page(long, short, wide=True)
        width, height = _room(section)
        held = self.document.add_paragraph(style=FIGURE)
        add_figure(held, figure, (width, height - int(Pt(48))))
        self._caption(self.labels.figure, figure.number, figure.caption)

    def _turn_page(self, width: int, height: int, *, wide: bool) -> "Section":
        """Begin a page of another size."""
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Emu

        section: Section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Emu(width), Emu(height)
        self.turned = wide
        return section

    def _table(self, table: Table) -> None:
        """A table below its caption, its heading row on every page that it reaches."""
        caption = self._caption(self.labels.table, table.number, table.caption)
        caption.paragraph_format.keep_with_next = True
        written = self.document.add_table(1 + len(table.rows), len(table.headings))
        written.style = self.table_style
        written.autofit = False
        _describe_table(written, table)
        width, _ = _room(self.document.sections[-1])
        rows = [[(heading,) for heading in table.headings], *table.rows]
        for place, (row, cells) in enumerate(zip(written.rows, rows, strict=True)):
            _set_row(row, heading=place == 0, whole=_is_short(cells))
            for cell, texts, share in zip(row.cells, cells, table.widths, strict=True):
                cell.width = int(width * share)
                _fill(cell, texts, heading=place == 0)
        for column, share in zip(written.columns, table.widths, strict=True):
            column.width = int(width * share)

    def _caption(self, label: str, number: int, text: str) -> "Written":
        """A caption whose number Word counts itself, for lists of tables and references."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        caption = self.document.add_paragraph(f"{label} ", "Caption")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" SEQ {label} \\* ARABIC ")
        field.append(caption.add_run(str(number))._r)  # noqa: SLF001 - a field holds a run
        caption._p.append(field)  # noqa: SLF001 - python-docx knows no fields
        caption.add_run(f": {text}")
        return caption


def _empty(document: "Document") -> None:
    """Take out whatever text a template has; its last section, with the page, stays."""
    body = document.element.body
    for element in list(body):
        if element is not body.sectPr:
            body.remove(element)


def _set_page(document: "Document", paper: Paper) -> None:
    """A page of our own: A4, numbered at its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section = document.sections[0]
    width, height, margin = _PAGE_MM
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(margin)
    section.top_margin = section.bottom_margin = Mm(margin)
    section.header_distance = section.footer_distance = Mm(10)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{paper.labels.page} ")
    _add_field(foot, "PAGE")
    foot.add_run(f" {paper.labels.of} ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: "Written", what: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001 - a field holds a run
    paragraph._p.append(field)  # noqa: SLF001 - python-docx knows no fields


def _describe(document: "Document", paper: Paper) -> None:
    """The properties of the file: title and language, and no clock."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    known = document.core_properties
    known.title, known.subject = paper.title[:255], paper.particulars[:255]
    known.author = known.last_modified_by = "govgraph"
    known.comments = known.keywords = known.category = ""
    known.language, known.revision = paper.language, 1
    known.created = known.modified = known.last_printed = _CREATED
    run = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if run is None:
        return
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), paper.language)
    run.append(language)


def _room(section: "Section") -> tuple[int, int]:
    """Width and height of the text area of a page, in English metric units."""
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    above, below = section.top_margin or 0, section.bottom_margin or 0
    return int(width), int((section.page_height or 0) - above - below)


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


def _is_short(cells: Any) -> bool:  # noqa: ANN401 - a row of cells
    """Whether a row can be kept on one page."""
    return max(sum(map(len, texts)) for texts in cells) < 1_200  # noqa: PLR2004 - half a page


def _fill(cell: Any, texts: tuple[str, ...], *, heading: bool) -> None:  # noqa: ANN401
    """The paragraphs of a cell."""
    from govgraph.reporting.paper_docx_styles import TABLE_TEXT

    for place, text in enumerate(texts):
        written = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        written.style = TABLE_TEXT
        written.add_run(text).bold = True if heading else None
        if heading:
            written.paragraph_format.keep_with_next = True
