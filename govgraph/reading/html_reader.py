"""Papers as web pages: what stands in their text, without scripts, menus and footers."""

import re
from html.parser import HTMLParser

from govgraph.reading.paper_text import Block, Division, Kind, Paper, place_blocks
from govgraph.reading.text_blocks import split_number

_SKIPPED = frozenset(
    {"script", "style", "nav", "footer", "template", "noscript", "svg", "select", "head"}
)
_KINDS = {f"h{level}": Kind.HEADING for level in range(1, 7)} | {
    "li": Kind.BULLET, "dt": Kind.HEADING, "caption": Kind.HEADING, "legend": Kind.HEADING,
}  # fmt: skip
_PARTS = frozenset(
    {
        "p", "div", "section", "article", "main", "header", "aside", "blockquote", "pre", "ul",
        "ol", "dl", "dd", "table", "thead", "tbody", "figure", "figcaption", "address", "body",
        "form", "fieldset", "hr",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
_SPAN_DIGITS = 2
_COMMENT, _COMMENT_END = "<!--", "-->"
_STRAY = re.compile(r"<(?![^<>]*>)")
"""A sign that begins no tag: Python's parser looks for the end of each as far as the page goes."""


def read_html_paper(text: str, name: str) -> Paper:
    """A paper in HTML."""
    parser = _Parser()
    parser.feed(_STRAY.sub("&lt;", _without_comments(text)))
    parser.close()
    parser.end_block()
    return place_blocks(name, parser.blocks, Division.NONE, 0)


def _without_comments(text: str) -> str:
    """A page without its comments; one that is never closed goes on to the end."""
    parts, at = [], 0
    while (start := text.find(_COMMENT, at)) >= 0:
        parts.append(text[at:start])
        end = text.find(_COMMENT_END, start)
        at = len(text) if end < 0 else end + len(_COMMENT_END)
    return "".join([*parts, text[at:]])


class _Parser(HTMLParser):
    """Collects blocks; tags that are never closed, or closed twice, do no harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.kind = Kind.PARAGRAPH
        self.skipping: list[str] = []
        self.tables: list[int] = []
        self.count = 0
        self.cells: list[str] | None = None
        self.in_cell = False
        self.spans = (1, 1)
        self.merged: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a row or a cell."""
        if tag in _SKIPPED or (self.skipping and tag == self.skipping[-1]):
            self.skipping.append(tag)
        elif self.skipping:
            return
        elif tag == "table":
            self.end_row()
            self.end_block()
            self.count += 1
            self.tables.append(self.count)
            self.merged = {}
        elif tag == "tr" and self.tables:
            self.end_row()
            self.end_block()
            self.cells = []
        elif tag in _CELLS and self.cells is not None:
            self._end_cell()
            self.in_cell = True
            self.spans = (_span(attrs, "rowspan"), _span(attrs, "colspan"))
        elif tag == "br":
            self.words.append(" ")
        elif tag in _KINDS or tag in _PARTS:
            self._part(_KINDS.get(tag, Kind.PARAGRAPH))

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.pop()
        elif tag == "table" and self.tables:
            self.end_row()
            self.tables.pop()
        elif tag == "tr":
            self.end_row()
        elif tag in _CELLS and self.cells is not None:
            self._end_cell()
        elif tag in _KINDS or tag in _PARTS:
            self._part(Kind.PARAGRAPH)

    def handle_data(self, data: str) -> None:
        """Some words."""
        if not self.skipping:
            self.words.append(data)

    def _part(self, kind: Kind) -> None:
        """End one block and begin another; inside a cell, only part its words."""
        if self.cells is not None:
            self.words.append(" ")
        else:
            self.end_block()
            self.kind = kind

    def end_block(self) -> None:
        """Keep the words so far as a block."""
        text = " ".join("".join(self.words).split())
        self.words.clear()
        if text:
            number, words = split_number(text)
            self.blocks.append(Block(kind=self.kind, text=words, number=number))
        self.kind = Kind.PARAGRAPH

    def _end_cell(self) -> None:
        """Keep the words so far as a cell, if one is open."""
        if self.in_cell and self.cells is not None:
            self._skip_merged()
            rows, columns = self.spans
            for column in range(columns):
                if rows > 1:
                    self.merged[len(self.cells)] = rows
                words = "" if column else " ".join("".join(self.words).split())
                self.cells.append(words)
        self.words.clear()
        self.in_cell = False

    def _skip_merged(self) -> None:
        """Leave empty the cells that go on from rows above."""
        while self.cells is not None and self.merged.get(len(self.cells), 1) > 1:
            self.merged[len(self.cells)] -= 1
            self.cells.append("")

    def end_row(self) -> None:
        """Keep the cells so far as a row."""
        if self.cells is None:
            return
        self._end_cell()
        words = " ".join(filter(None, self.cells))
        if words:
            table = self.tables[-1] if self.tables else 0
            row = Block(kind=Kind.ROW, text=words, cells=tuple(self.cells), table=table)
            self.blocks.append(row)
        self.cells = None


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    """How many rows or columns a cell covers; one that says it covers a great many covers one."""
    said = dict(attrs).get(name) or ""
    known = said.isascii() and said.isdecimal() and len(said) <= _SPAN_DIGITS
    return max(int(said), 1) if known else 1
