"""Tables of plain text: columns of equal width, or as wide as their text."""

from collections.abc import Sequence

Row = tuple[str, ...]


def columns_as_text(heading: Row, rows: Sequence[Row]) -> list[str]:
    """The lines of a table, each column as wide as its widest cell.

    >>> columns_as_text(("role", "held by"), [("chair", "Lynn Martin"), ("member", "")])
    ['role    held by', 'chair   Lynn Martin', 'member']
    """
    table = (heading, *rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def without_empty_columns(heading: Row, rows: Sequence[Row]) -> tuple[Row, list[Row]]:
    """The same table without the columns in which no row says anything.

    >>> without_empty_columns(("role", "votes"), [("chair", ""), ("member", "")])
    (('role',), [('chair',), ('member',)])
    """
    kept = [place for place in range(len(heading)) if any(row[place] for row in rows)]
    return tuple(heading[place] for place in kept), [
        tuple(row[place] for place in kept) for row in rows
    ]
