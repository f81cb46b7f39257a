"""A paper as a Word file, in the styles of a template or in plain ones of our own."""

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import MissingExtraError, SettingsError
from govgraph.reporting.paper.docx_blocks import add_figure, fill_table
from govgraph.reporting.paper.docx_package import pack_document, prepare_document, read_template
from govgraph.reporting.paper.docx_page import PageLayout
from govgraph.reporting.paper.docx_styles import FIGURE, prepare_styles, table_style
from govgraph.reporting.paper.figure_page import TemplatePage
from govgraph.reporting.paper.paper_blocks import (
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
    from docx.text.paragraph import Paragraph as Written

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
    document = _open_document(template)
    prepare_document(document, paper, own=template is None)
    prepare_styles(document, own=template is None)
    _Writer(document, paper.labels, table_style(document), own=template is None).write(paper)
    return pack_document(document)


def find_template_page(template: Path) -> TemplatePage:
    """The page of an authority's own document or template.

    Raises:
        SettingsError: the template is none.
        MissingExtraError: the extra `paper` is not installed.
    """
    return PageLayout.of(_open_document(template).sections[0]).as_template()


def _open_document(template: Path | None) -> "Document":
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("a Word file", "paper") from error
    try:
        document = docx.Document(read_template(template) if template else None)
    except (AttributeError, KeyError, SyntaxError, ValueError) as error:
        raise SettingsError(f"{template} is a broken Word document: {error}") from None
    return document


class _Writer:
    """Writes the blocks of one paper, pages turning where figures stand."""

    def __init__(
        self, document: "Document", labels: Labels, table_style: str, *, own: bool
    ) -> None:
        self.own = own
        self.document = document
        self.labels = labels
        self.table_style = table_style
        self.upright = PageLayout.of(document.sections[0])
        self.layout = self.upright

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
        if not isinstance(block, Figure):
            self._lay_page(self.upright)
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
        """A figure, its caption below it; unless small, on a page of its own, turned if wide."""
        layout = self.upright
        if not figure.small:
            layout = self.upright.for_figure(figure.picture, own=self.own)
        turned = self._lay_page(layout)
        held = self.document.add_paragraph(style=FIGURE)
        held.paragraph_format.page_break_before = None if turned or figure.small else True
        add_figure(held, figure, layout.room(figure.picture.caption))
        caption = self._caption(self.labels.figure, figure.number, figure.caption)
        caption.paragraph_format.keep_with_next = False

    def _lay_page(self, layout: PageLayout) -> bool:
        """Begin a page where it is of another size than this one, or has other margins."""
        if layout == self.layout:
            return False
        from docx.enum.section import WD_SECTION

        layout.set(self.document.add_section(WD_SECTION.NEW_PAGE))
        self.layout = layout
        return True

    def _table(self, table: Table) -> None:
        """A table below its caption, its heading row on every page that it reaches."""
        after_table = self._stands_after_a_table()
        caption = self._caption(self.labels.table, table.number, table.caption)
        caption.paragraph_format.keep_with_next = True
        if after_table:
            caption.paragraph_format.space_before = _AIR
        written = self.document.add_table(1 + len(table.rows), len(table.headings))
        written.style = self.table_style
        fill_table(written, table, self.layout.room()[0])

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
