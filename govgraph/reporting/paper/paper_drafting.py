"""A paper being drafted: its blocks so far, its tables and figures counted."""

from collections.abc import Iterable, Sequence

from govgraph.reporting.paper.column_widths import fit_columns
from govgraph.reporting.paper.paper_blocks import Block, Bullets, Figure, Heading, Paragraph, Table
from govgraph.reporting.paper.paper_content import Drawn
from govgraph.reporting.paper.paper_words import format_columns, plain, say

Cell = str | tuple[str, ...]
"""One paragraph, or several."""


class Draft:
    """The blocks so far."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables = 0
        self.figures = 0

    def heading(self, text: str, level: int = 1) -> None:
        """Begin a section."""
        self.blocks.append(Heading(text, level))

    def text(self, *paragraphs: str) -> None:
        """Add those paragraphs that have something to say."""
        self.blocks += [Paragraph(text) for text in paragraphs if text]

    def bullets(self, items: Iterable[str]) -> None:
        """Add a list of those items that have something to say, if there are any."""
        told = tuple(filter(None, items))
        if told:
            self.blocks.append(Bullets(told))

    def table(self, what: str, rows: Iterable[Sequence[Cell]], *facts: object) -> None:
        """Add a table whose caption and columns are macros; none where it has no row."""
        cells = tuple(tuple(map(_paragraphs, row)) for row in rows)
        if not cells:
            return
        self.tables += 1
        caption, headings = say(f"{what}_caption", *facts), format_columns(f"{what}_columns")
        widths = fit_columns(headings, cells)
        self.blocks.append(Table(self.tables, caption, headings, cells, widths))

    def drawn(self, sheets: Sequence[Drawn], title: str) -> None:
        """Add each sheet of a drawing as a figure."""
        for sheet in sheets:
            self.figures += 1
            which = (sheet.sheet, sheet.of)
            caption = say("figure_caption", title, sheet.name, *which)
            told = say("figure_text", title, sheet.told, *which)
            self.blocks.append(Figure(self.figures, caption, told, sheet.picture, sheet.small))


def _paragraphs(cell: Cell) -> tuple[str, ...]:
    """A cell as one or more paragraphs."""
    return (plain(cell),) if isinstance(cell, str) else tuple(map(plain, cell)) or ("",)
