"""Sheets as an Excel workbook: headings that stay, columns to filter, text that is only text."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govgraph.errors import OutputError
from govgraph.formats.plain_workbook import open_plain_workbook
from govgraph.reporting.paper.paper_words import plain, say

if TYPE_CHECKING:
    from govgraph.reporting.paper.paper_tables import Sheet

_MOST_ROWS = 1_048_575
_MOST_TEXT = 32_767
_NARROWEST, _WIDEST = 8, 60
_LINE, _HIGHEST = 15.0, 405.0
_HEADING = {"bold": True, "bottom": 1, "valign": "top", "text_wrap": True, "bg_color": "#E7ECF2"}
_TEXT = {"num_format": "@", "text_wrap": True, "valign": "top"}
_NUMBER = {"valign": "top"}


def write_workbook(sheets: "Sequence[Sheet]", title: str) -> bytes:
    """The bytes of a workbook.

    Args:
        sheets: what it holds.
        title: its title, as its properties show it.

    Raises:
        OutputError: there are more rows than a sheet can hold.
        MissingExtraError: the extra `excel` is not installed.
    """
    out = io.BytesIO()
    book = open_plain_workbook(out, title=title[:255], author="govgraph")
    looks = tuple(book.add_format(look) for look in (_HEADING, _TEXT, _NUMBER))
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, looks)
    book.close()
    return out.getvalue()


def _write(written: Any, sheet: "Sheet", looks: Sequence[Any]) -> None:  # noqa: ANN401
    """Write one sheet."""
    if len(sheet.rows) > _MOST_ROWS:
        raise OutputError(f"the sheet '{sheet.name}' would have more rows than a sheet can hold")
    heading, text, number = looks
    widths = [_width(sheet, column) for column in range(len(sheet.headings))]
    for column, name in enumerate(sheet.headings):
        written.set_column(column, column, widths[column])
        written.write_string(0, column, name, heading)
    for place, row in enumerate(sheet.rows, 1):
        written.set_row(place, _height(row, widths))
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                written.write_number(place, column, cell, number)
            elif cell:
                written.write_string(place, column, _fitting(plain(cell)), text)
    last = len(sheet.headings) - 1
    written.autofilter(0, 0, max(len(sheet.rows), 1), last)
    written.freeze_panes(1, 1)
    written.set_landscape()
    written.set_paper(8)  # A3
    written.fit_to_pages(1, 0)
    written.repeat_rows(0)


def _height(row: "Sequence[str | int]", widths: Sequence[int]) -> float:
    """How high a row is, in points: as high as its longest text, as far as Excel allows."""
    lines = (-(-len(str(cell)) // width) for cell, width in zip(row, widths, strict=True))
    return min(_LINE * max((1, *lines)), _HIGHEST)


def _fitting(text: str) -> str:
    """A text as long as a cell can hold; of a longer one the beginning, which says so."""
    if len(text) <= _MOST_TEXT:
        return text
    end = f" {say('cut')}"
    return text[: _MOST_TEXT - len(end)] + end


def _width(sheet: "Sheet", column: int) -> int:
    """How wide a column is, in characters: as its longest text, within reason."""
    longest = max((len(str(row[column])) for row in sheet.rows), default=0)
    return min(max(_NARROWEST, len(sheet.headings[column]) + 4, longest + 1), _WIDEST)
