"""Workbooks read by openpyxl, which is Python alone: where calamine cannot be had.

It answers as calamine does, cell for cell, of .xlsx and .xlsm; .xls and .ods it does not read.
"""

from collections.abc import Iterable
from typing import IO, Any, NamedTuple

Cell = tuple[int, int]
"""A row and a column, counted from 0."""
_ERROR = "e"
"""The type of a cell that holds `#N/A` or the like: such cells are named by `workbook_values`."""


class WorkbookError(Exception):
    """A workbook, or a sheet of one, cannot be read."""


class SheetMetadata(NamedTuple):
    """What is known of a sheet before its cells are read."""

    name: str
    visible: str


class PureSheet:
    """The cells of a sheet, from its first row and column to the last that holds something.

    Attributes:
        name: what it is called.
        height: how many rows there are from the first that holds something.
        total_height: how many rows there are from the first.
        total_width: how many columns there are.
        merged_cell_ranges: the first and the last cell of each range that is merged.
    """

    def __init__(
        self, name: str, rows: list[list[Any]], merged: Iterable[tuple[Cell, Cell]]
    ) -> None:
        self.name = name
        self.merged_cell_ranges = [*merged]
        self.total_width = max((_filled(row) for row in rows), default=0)
        filled = [number for number, row in enumerate(rows, 1) if _filled(row)]
        self.total_height = filled[-1] if filled else 0
        self.height = filled[-1] - filled[0] + 1 if filled else 0
        self._rows = rows

    def to_python(self, *, skip_empty_area: bool) -> list[list[Any]]:
        """The value of every cell; nothing is skipped."""
        del skip_empty_area
        kept = [row[: self.total_width] for row in self._rows[: self.total_height]]
        return [[*row, *[None] * (self.total_width - len(row))] for row in kept]


class PureWorkbook:
    """A workbook, all of its sheets.

    Attributes:
        sheets_metadata: the name of each sheet, and whether anybody sees it.
    """

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - the library is imported late
        self._book = book
        self.sheets_metadata = [
            SheetMetadata(sheet.title, f"SheetVisible.{sheet.sheet_state.title()}")
            for sheet in book.worksheets
        ]

    @classmethod
    def from_filelike(cls, file: IO[bytes]) -> "PureWorkbook":
        """The workbook in a file.

        Raises:
            WorkbookError: there is none in it that can be read.
        """
        import warnings

        import openpyxl

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what it leaves out: styles, drawings
                return cls(openpyxl.load_workbook(file, data_only=True))
        except Exception as error:  # the library raises whatever comes of a strange file
            raise WorkbookError(str(error) or type(error).__name__) from error

    def get_sheet_by_name(self, name: str) -> PureSheet:
        """The sheet of that name."""
        sheet = self._book[name]
        merged = [
            ((found.min_row - 1, found.min_col - 1), (found.max_row - 1, found.max_col - 1))
            for found in sheet.merged_cells.ranges
        ]
        rows = [[None if cell.data_type == _ERROR else cell.value for cell in row] for row in sheet]
        return PureSheet(name, rows, merged)


def _filled(row: list[Any]) -> int:
    """How many cells of a row there are up to the last that holds something."""
    return max((n for n, cell in enumerate(row, 1) if cell is not None), default=0)
