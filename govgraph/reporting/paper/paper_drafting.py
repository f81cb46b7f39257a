"""A paper being drafted: its blocks so far, its tables low, and both they and figures counted."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from govgraph.drawing.text import measure
from govgraph.reporting.paper.paper_blocks import Block, Bullets, Figure, Heading, Paragraph, Table
from govgraph.reporting.paper.paper_content import Drawn
from govgraph.reporting.paper.paper_words import format_columns, plain, say

_WHOLE = 50.0
"""How wide a table is, in ems of its text: 170 mm at 9.5 points."""
_EDGE = 1.6
"""What the edges of a cell take of its column."""
_LONGEST = 16.0
"""The longest word that a column is sure to have room for; an address may break."""
_BOLD = 1.2
"""How much wider bold letters are, whatever font is at hand."""
_STEPS = 60
_SEEN = 150
"""As many rows of a long table are looked at."""

Cells = Sequence[Sequence[str]]
"""A row: the paragraphs of each cell."""

Cell = str | tuple[str, ...]
"""One paragraph, or several."""


def fit_columns(headings: Sequence[str], rows: Sequence[Cells]) -> tuple[float, ...]:
    """The share of each column, together 1.

    Every column has room for its longest word. What is left goes, bit by bit, where it makes the
    table lowest.

    >>> narrow, wide = fit_columns(("No.", "What was found"), [(("1",), ("long words " * 9,))])
    >>> narrow < 0.1 < wide
    True
    """
    seen = rows[:: max(1, len(rows) // _SEEN)]
    columns = [[[head], *(row[place] for row in seen)] for place, head in enumerate(headings)]
    lengths = [[[_length(text) for text in cell] for cell in column] for column in columns]
    bold = [max(map(_length, head.split())) * _BOLD + _EDGE for head in headings]
    least = [max(_longest_words(column)) for column in columns]
    widths = [max(both) for both in zip(least, bold, strict=True)]
    step = max(0.0, _WHOLE - sum(widths)) / _STEPS
    for _ in range(_STEPS):
        widths[_needy(lengths, widths, step)] += step
    return tuple(width / sum(widths) for width in widths)


def _longest_words(column: Sequence[Sequence[str]]) -> Iterator[float]:
    for cell in column:
        for text in cell:
            yield min(_LONGEST, max(map(_length, text.split()), default=0.0)) + _EDGE


def _needy(lengths: Sequence[Sequence[Sequence[float]]], widths: list[float], step: float) -> int:
    """The column that most deserves a bit more: the table gets lowest, or it is the fullest."""

    def height(wider: int) -> tuple[int, float]:
        tried = [width + step * (place == wider) for place, width in enumerate(widths)]
        lines = (_lines(column, width) for column, width in zip(lengths, tried, strict=True))
        total = sum(map(max, zip(*lines, strict=True)))
        return total, -sum(map(sum, lengths[wider])) / widths[wider]

    return min(range(len(widths)), key=height)


def _lines(column: Sequence[Sequence[float]], width: float) -> list[int]:
    """How many lines each cell of a column takes."""
    room = width - _EDGE
    return [sum(max(1, -int(-length // room)) for length in cell) for cell in column]


@lru_cache(maxsize=4096)
def _length(text: str) -> float:
    return measure(text, 1.0)


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
