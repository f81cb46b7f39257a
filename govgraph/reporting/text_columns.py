"""Text for a screen of so many columns: how wide it is, where it breaks, and tables of it.

Of a fixed-width font a letter of East Asia takes two columns and an accent none. The standard
library knows which are which; a package that knows more of emoji takes ten times as long to load.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

HANGING = 4
"""Columns by which the further lines of a broken line stand further in."""

_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})
_RAILS = re.compile(r"[ │├└─]*")
_BELOW = str.maketrans({"├": "│", "└": " ", "─": " "})

Row = tuple[str, ...]

NARROWEST = 8
"""Columns of the screen that a column of a table keeps, however many there are."""
GAP = "  "


def text_width(text: str) -> int:
    """How many columns a text takes.

    >>> text_width("Hart"), text_width("子ども"), text_width("é")
    (4, 6, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def pad(text: str, width: int) -> str:
    """A text with spaces behind it, up to so many columns."""
    return text + " " * (width - text_width(text))


def fold(line: str, width: int | None, hanging: int = HANGING) -> str:
    """A line broken between words to a width; None leaves it whole.

    What stands below in a tree goes on along its rails, and all else stands further in. A word
    that is longer than a line stays whole: people copy it.

    >>> print(fold("├── Central Local Partnership", 18))
    ├── Central Local
    │       Partnership
    """
    if not width or text_width(line) <= width:
        return line
    rails = _RAILS.match(line)
    before = rails[0] if rails else ""
    return _fill(line[len(before) :], width, before, before.translate(_BELOW) + " " * hanging)


def wrap_cell(text: str, width: int) -> list[str]:
    """The lines of a cell that is so many columns wide."""
    return _fill(text, width, "", "").split("\n")


def _fill(text: str, width: int, before: str, indent: str) -> str:
    """Words line by line, the first after what stands before it, further ones after an indent."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        room = width - text_width(indent if lines else before)
        if line and text_width(line) + 1 + text_width(word) > room:
            lines.append((indent if lines else before) + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append((indent if lines else before) + line)
    return "\n".join(lines)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


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
