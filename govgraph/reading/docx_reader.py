"""Papers in Word: paragraphs with the numbers Word gives them, headings, bullets and tables."""

import io
from collections.abc import Iterator
from typing import Any

from govgraph.plugins import import_extra
from govgraph.reading.paper_text import Block, Division, Kind, Paper, place_blocks
from govgraph.reading.text_blocks import split_number
from govgraph.reading.word_numbers import WordNumbers

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
_WITHIN = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"})
"""What may stand round paragraphs and tables without being one."""
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}pPr"})
"""What was struck out, moved away, or stands there a second time for older programs."""
_SPAN_DIGITS = 2
_LONGEST_BOLD = 12
"""Words of a paragraph in bold that is a heading."""


def read_docx_paper(content: bytes, name: str) -> Paper:
    """A paper in Word, from bytes that have been judged.

    Raises:
        MissingExtraError: python-docx is not installed.
        Exception: any of the library's own, where the parts make no document.
    """
    docx = import_extra("docx", "reading papers in Word", "reading")
    document = docx.Document(io.BytesIO(content))
    reader = _Reader(document)
    return place_blocks(name, reader.walk(document.element.body), Division.NONE, 0)


class _Reader:
    """Walks through the body of a document."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - the library's
        numbering = next(
            (
                related.target_part
                for related in document.part.rels.values()
                if related.reltype.endswith("/numbering") and not related.is_external
            ),
            None,
        )
        known = getattr(numbering, "element", None)
        self.numbers = WordNumbers(known, document.styles.element)
        self.styles = {style.style_id: (style.name or "") for style in document.styles}
        self.tables = 0

    def walk(self, within: Any) -> Iterator[Block]:  # noqa: ANN401 - an lxml element
        """The blocks of the body, or of a cell that holds whole paragraphs."""
        for element in within:
            if element.tag == f"{_W}p":
                yield self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.table(element)
            elif element.tag in _WITHIN:
                yield from self.walk(element)

    def paragraph(self, element: Any) -> Block:  # noqa: ANN401 - an lxml element
        """One paragraph, heading or bullet."""
        words = text_of(element)
        properties = element.find(f"{_W}pPr")
        found = None if properties is None else properties.find(f"{_W}pStyle")
        style = "" if found is None else found.get(f"{_W}val", "")
        named = self.styles.get(style, style).casefold()
        counted = self.numbers.next(element, style) if words else None
        number, text = (counted.number, words) if counted else ("", words)
        if not number:
            number, text = split_number(words)
        if named.startswith(("heading", "title", "subtitle")) or _is_bold_heading(element, text):
            return Block(kind=Kind.HEADING, text=text, number=number)
        listed = counted.bullet or number.isalpha() if counted else "bullet" in named
        return Block(kind=Kind.BULLET if listed else Kind.PARAGRAPH, text=text, number=number)

    def table(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - an lxml element
        """The rows of a table; one of a single cell only frames what stands in it."""
        self.tables += 1
        own = self.tables
        for row in _rows(element):
            cells = [cell for cell in row.iter(f"{_W}tc") if _row_of(cell) is row]
            if len(cells) == 1:
                yield from self.walk(cells[0])
                continue
            texts = tuple(text for cell in cells for text in _texts(cell))
            words = " ".join(filter(None, texts))
            yield Block(kind=Kind.ROW, text=words, cells=texts, table=own)


def text_of(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """All the words in an element, in one line, without what was struck out."""
    return " ".join("".join(_words(element)).split())


def _words(element: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """Each run of words, and the spaces between."""
    if element.tag in _GONE:
        return
    if element.tag == f"{_W}t":
        yield element.text or ""
    elif element.tag in _SPACES:
        yield " "
    elif element.tag == f"{_W}noBreakHyphen":
        yield "-"
    for child in element:
        yield from _words(child)
    if element.tag == f"{_W}p":
        yield " "


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml elements
    """The rows of a table, but for those of tables within it."""
    for row in table.iter(f"{_W}tr"):
        outer = next(row.iterancestors(f"{_W}tbl"), None)
        if outer is table:
            yield row


def _row_of(cell: Any) -> Any:  # noqa: ANN401 - lxml elements
    """The row in which a cell stands."""
    return next(cell.iterancestors(f"{_W}tr"), None)


def _texts(cell: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """The words of a cell, and nothing for each further column that it covers."""
    yield "" if _is_merged(cell) else text_of(cell)
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    said = "" if span is None else span.get(f"{_W}val", "")
    if said.isascii() and said.isdecimal() and len(said) <= _SPAN_DIGITS:
        yield from [""] * (int(said) - 1)


def _is_merged(cell: Any) -> bool:  # noqa: ANN401 - an lxml element
    """Whether a cell goes on from the one above it."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merged is not None and merged.get(f"{_W}val", "continue") != "restart"


def _is_bold_heading(paragraph: Any, text: str) -> bool:  # noqa: ANN401 - an lxml element
    """Whether a paragraph is all in bold, short and without a full stop."""
    if not text or len(text.split()) > _LONGEST_BOLD or text.endswith((".", ";", ",")):
        return False
    runs = [run for run in paragraph.iter(f"{_W}r") if text_of(run)]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Any) -> bool:  # noqa: ANN401 - an lxml element
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val", "true") not in {"0", "false", "off"}
