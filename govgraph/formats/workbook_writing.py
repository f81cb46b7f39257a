"""Tables as an Excel workbook: lists to choose from, a note on every heading.

Every cell is text, number or flag, never a formula or a link, whatever it looks like.
"""

import io
from collections.abc import Iterable
from typing import Any

from govgraph.errors import OutputError
from govgraph.formats.fields import Field, Form
from govgraph.formats.plain_workbook import open_plain_workbook
from govgraph.formats.record_reading import ID
from govgraph.formats.table_writing import WrittenTable
from govgraph.formats.tables import LISTS, RECORDS, field_under

_MOST_ROWS = 1_048_575
_MOST_TEXT = 32_767
_MOST_LISTED = 255
"""How many characters Excel takes in a list of choices; a longer list stands on a sheet."""
_WIDTHS = (10, 44)
_CLOSED = (Form.CHOICE, Form.FLAG)


def tables_as_workbook(tables: Iterable[WrittenTable]) -> bytes:
    """The bytes of a workbook with a sheet for each table.

    Raises:
        OutputError: a text is longer than a cell can hold, or there are more rows than in a sheet.
        MissingExtraError: the extra `excel` is not installed.
    """
    out = io.BytesIO()
    book = open_plain_workbook(out)
    writer = _Writer(book)
    for table in tables:
        writer.write(table)
    writer.write_lists()
    book.close()
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - the library is imported late
        self.book = book
        self.heading = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.needed = book.add_format(
            {"bold": True, "bottom": 1, "valign": "top", "bg_color": "#E2E8F0"}
        )
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.lists: dict[str, tuple[str, ...]] = {}

    def write(self, table: WrittenTable) -> None:
        """Write one table as a sheet."""
        if len(table.rows) > _MOST_ROWS:
            raise OutputError(f"the table '{table.name}' has more rows than a sheet can hold")
        sheet = self.book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        record = RECORDS[table.name]
        for column, heading in enumerate(table.headings):
            field = field_under(record, heading)
            needed = heading == ID or (field is not None and field.required)
            sheet.set_column(column, column, _width(table, column), self.text)
            sheet.write_string(0, column, heading, self.needed if needed else self.heading)
            if field:
                sheet.write_comment(0, column, _note(field), {"x_scale": 2, "author": "govgraph"})
                self._offer(sheet, column, field)
        for number, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                self._put(sheet, number, column, cell)

    def write_lists(self) -> None:
        """Write the lists that are too long for a cell on a hidden sheet of their own."""
        if not self.lists:
            return
        sheet = self.book.add_worksheet(LISTS)
        sheet.hide()
        for column, (heading, words) in enumerate(self.lists.items()):
            sheet.write_column(0, column, (heading, *words))

    def _put(self, sheet: Any, row: int, column: int, cell: object) -> None:  # noqa: ANN401
        """Write one cell as what it is."""
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell, self.text)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, self.text)
        elif cell:
            text = str(cell)
            if len(text) > _MOST_TEXT:
                raise OutputError(
                    f"a text of {len(text):,} characters is longer than a cell of a workbook holds"
                )
            sheet.write_string(row, column, text, self.text)

    def _offer(self, sheet: Any, column: int, field: Field) -> None:  # noqa: ANN401
        """Offer the words that may stand in a column, and the ids of bodies where they belong."""
        words = ("true", "false") if field.form is Form.FLAG else tuple(field.choices)
        if field.form is Form.REFERENCE and field.name in {"from", "to", "body"}:
            source: object = "=bodies!$A$2:$A$5000"
        elif not words or field.form not in {*_CLOSED, Form.KIND}:
            return
        elif len(",".join(words)) <= _MOST_LISTED:
            source = list(words)
        else:
            self.lists.setdefault(field.name + field.says, words)
            place = list(self.lists).index(field.name + field.says)
            letters = chr(ord("A") + place)
            source = f"={LISTS}!${letters}$2:${letters}${len(words) + 1}"
        rule = {
            "validate": "list",
            "source": source,
            "error_type": "stop" if field.form in _CLOSED else "information",
            "error_title": field.name,
            "error_message": f"This is not in the list for {field.name}.",
        }
        sheet.data_validation(1, column, _MOST_ROWS, column, rule)


def _note(field: Field) -> str:
    """What to tell whoever points at a heading."""
    needed = "Needed. " if field.required else ""
    several = (
        " Put | between several."
        if field.form in {Form.TEXTS, Form.REFERENCES, Form.CHOICES, Form.CITATIONS, Form.PARTNERS}
        else ""
    )
    dated = " A date: 2010, 2010-04 or 2010-04-09." if field.form is Form.DATE else ""
    return f"{needed}{field.says[:1].upper()}{field.says[1:]}.{dated}{several}"


def _width(table: WrittenTable, column: int) -> int:
    """How wide a column is: as its longest text, within reason."""
    longest = max((len(str(row[column])) for row in table.rows), default=0)
    narrowest, widest = _WIDTHS
    return min(max(narrowest, len(table.headings[column]) + 2, longest + 1), widest)
