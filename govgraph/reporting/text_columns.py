"""Tables of plain text: columns of equal width, or as wide as their text."""

from collections.abc import Sequence
from itertools import zip_longest

from govgraph.reporting.folding import pad, text_width, wrap_cell

Row = tuple[str, ...]

NARROWEST = 8
"""Columns of the screen that a column of a table keeps, however many there are."""
GAP = "  "


def columns_as_text(heading: Row, rows: Sequence[Row], width: int | None = None) -> list[str]:
    """The lines of a table, each column as wide as its widest cell.

    Args:
        heading: what stands above each column.
        rows: the cells.
        width: how many columns of the screen the table may fill, its widest columns broken into
            lines; None lets it be as wide as it is.

    >>> columns_as_text(("role", "held by"), [("chair", "Lynn Martin"), ("member", "")])
    ['role    held by', 'chair   Lynn Martin', 'member']
    """
    return rows_as_columns((heading, *rows), width)


def rows_as_columns(table: Sequence[Row], width: int | None = None) -> list[str]:
    """The lines of a table without a heading, or whose heading is its first row."""
    widths = [max(map(text_width, column)) for column in zip(*table, strict=True)]
    if width:
        widths = fit_widths(widths, width - len(GAP) * (len(widths) - 1))
    return [line for row in table for line in _row(row, widths)]


def fit_widths(widths: list[int], room: int) -> list[int]:
    """The widths of columns that together fit a room, taken from the widest, as far as they can.

    >>> fit_widths([4, 40, 30], 50)
    [4, 23, 23]
    """
    fitted = list(widths)
    while sum(fitted) > room:
        widest = max(fitted)
        if widest <= NARROWEST:
            break
        fitted[fitted.index(widest)] = widest - 1
    return fitted


def without_empty_columns(heading: Row, rows: Sequence[Row]) -> tuple[Row, list[Row]]:
    """The same table without the columns in which no row says anything.

    >>> without_empty_columns(("role", "votes"), [("chair", ""), ("member", "")])
    (('role',), [('chair',), ('member',)])
    """
    kept = [place for place in range(len(heading)) if any(row[place] for row in rows)]
    return tuple(heading[place] for place in kept), [
        tuple(row[place] for place in kept) for row in rows
    ]


def _row(row: Row, widths: Sequence[int]) -> list[str]:
    """The lines of one row, each cell within its column."""
    cells = [wrap_cell(cell, width) for cell, width in zip(row, widths, strict=True)]
    return [
        GAP.join(pad(part, width) for part, width in zip(parts, widths, strict=True)).rstrip()
        for parts in zip_longest(*cells, fillvalue="")
    ]
