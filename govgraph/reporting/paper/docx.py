"""A paper as a Word file, in the styles of a template or in plain ones of our own."""

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import MissingExtraError, SettingsError
from govgraph.reporting.paper.blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Labels,
    Paper,
    Paragraph,
    Table,
)
from govgraph.reporting.paper.content import CAPTION
from govgraph.reporting.paper.docx_figure import add_figure
from govgraph.reporting.paper.docx_package import pack_document, read_template
from govgraph.reporting.paper.docx_setup import prepare_document
from govgraph.reporting.paper.docx_styles import FIGURE, prepare_styles, table_style
from govgraph.reporting.paper.docx_table import fill_table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph as Written

_LARGE_PT = 800
"""A figure wider than this many points stands on A3."""
_AIR = 12 * 12_700
"""Twelve points, in English metric units: between a table and the caption of the next one."""


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
    try:
        document = docx.Document(read_template(template) if template else None)
    except (AttributeError, KeyError, SyntaxError, ValueError) as error:
        raise SettingsError(f"{template} is a broken Word document: {error}") from None
    prepare_document(document, paper, own=template is None)
    prepare_styles(document, own=template is None)
    _Writer(document, paper.labels, table_style(document)).write(paper)
    return pack_document(document)


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
        """A figure at the top of a page, turned if the figure is wide, its caption below it."""
        from docx.shared import Mm, Pt

        short, long = sorted(self.upright)
        picture = figure.picture
        if max(picture.width, picture.height) > _LARGE_PT and long < Mm(420):
            short, long = Mm(297), Mm(420)
        if picture.width > picture.height:
            short, long = long, short
        section = self.document.sections[-1]
        turned = (section.page_width, section.page_height) != (short, long)
        if turned:
            section = self._turn_page(short, long, wide=picture.width > picture.height)
        width, height = _room(section)
        held = self.document.add_paragraph(style=FIGURE)
        held.paragraph_format.page_break_before = None if turned else True
        add_figure(held, figure, (width, height - int(Pt(CAPTION))))
        caption = self._caption(self.labels.figure, figure.number, figure.caption)
        caption.paragraph_format.keep_with_next = False

    def _turn_page(self, width: int, height: int, *, wide: bool) -> "Section":
        """Begin a page of another size."""
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Emu

        section: Section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Emu(width), Emu(height)
        self.turned = (width, height) != self.upright
        return section

    def _table(self, table: Table) -> None:
        """A table below its caption, its heading row on every page that it reaches."""
        after_table = self._stands_after_a_table()
        caption = self._caption(self.labels.table, table.number, table.caption)
        caption.paragraph_format.keep_with_next = True
        if after_table:
            caption.paragraph_format.space_before = _AIR
        written = self.document.add_table(1 + len(table.rows), len(table.headings))
        written.style = self.table_style
        fill_table(written, table, _room(self.document.sections[-1])[0])

    def _stands_after_a_table(self) -> bool:
        """Whether what comes next would touch a table, which has no space of its own below it."""
        body = self.document.element.body
        last = body[-2] if len(body) > 1 else None
        return last is not None and last.tag.endswith("}tbl")

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


def _room(section: "Section") -> tuple[int, int]:
    """Width and height of the text area of a page, in English metric units."""
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    above, below = section.top_margin or 0, section.bottom_margin or 0
    return int(width), int((section.page_height or 0) - above - below)
