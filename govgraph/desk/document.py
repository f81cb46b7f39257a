"""What stands on the desk: sheets of text, and what is said of the whole above them.

A simple document has one sheet with a row to each body; a full one has a sheet for each table.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from govgraph.formats.csv_text import write_rows
from govgraph.formats.headed_rows import tidy_heading
from govgraph.formats.simple_sheet import ABOVE, SIMPLE

WHOLE = "structure"
"""The table of what is said of the whole; its first three facts stand above the sheets."""
_SIMPLE_FILE = "Governance.csv"
_ABOVE = len(ABOVE) + 2
"""How many rows of the file of a simple document stand above its first body."""


@contextmanager
def working_folder() -> Iterator[Path]:
    """The folder that the program is in as long as this lasts."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of text: its headings, and as many cells a row."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    def column(self, heading: str) -> int | None:
        """The number of the column under a heading, or nothing."""
        heads = [tidy_heading(each) for each in self.headings]
        return heads.index(heading) if heading in heads else None

    def cell(self, row: int, heading: str) -> str:
        """What stands in a row under a heading; nothing if there is no such column."""
        column = self.column(heading)
        return "" if column is None else self.rows[row][column]

    def with_cell(self, row: int, heading: str, text: str) -> "Sheet":
        """The sheet with a text in a cell; a column that is missing is added, and a row below."""
        column = self.column(heading)
        headings = self.headings if column is not None else (*self.headings, heading)
        at = len(headings) - 1 if column is None else column
        rows = [[*cells, *[""] * (len(headings) - len(cells))] for cells in self.rows]
        rows += [[""] * len(headings) for _ in range(row + 1 - len(rows))]
        rows[row][at] = text
        return Sheet(self.name, headings, tuple(map(tuple, rows)))


@dataclass(frozen=True, slots=True)
class Document:
    """The sheets of a structure.

    Attributes:
        sheets: at least one.
        about: its title, date and place, where they are said.
    """

    sheets: tuple[Sheet, ...]
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_simple(self) -> bool:
        """Whether it is one sheet with a row to each body."""
        return self.sheets[0].name == SIMPLE

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

    def with_sheet(self, changed: Sheet) -> "Document":
        """The document with a sheet in place of the one of its name, or added."""
        if not self.sheet(changed.name):
            return replace(self, sheets=(*self.sheets, changed))
        sheets = (changed if each.name == changed.name else each for each in self.sheets)
        return replace(self, sheets=tuple(sheets))

    def place(self, file: str, line: int, column: int) -> tuple[str, int, int]:
        """The sheet, row and column, counted from 0, of a place in a file of `write`."""
        name = SIMPLE if self.is_simple else Path(file).stem
        above = _ABOVE if self.is_simple else 1
        return name, max(line - 1 - above, 0), max(column - 1, 0)


def read_document(data: Mapping[str, Any]) -> Document:
    """A document as the page holds it."""
    sheets = tuple(
        Sheet(each["name"], tuple(each["headings"]), tuple(tuple(row) for row in each["rows"]))
        for each in data["sheets"]
    )
    return Document(sheets, dict(data["about"]))


def document_as_data(document: Document) -> dict[str, Any]:
    """A document for the page."""
    sheets = [
        {"name": each.name, "headings": each.headings, "rows": each.rows}
        for each in document.sheets
    ]
    return {"sheets": sheets, "about": dict(document.about)}


def write_document(document: Document, folder: Path) -> Path:
    """Write a document as the program reads it, into an empty folder; gives what to load."""
    if document.is_simple:
        (sheet,) = document.sheets
        above = [[as_heading(word), document.about.get(word, "")] for word in ABOVE]
        path = folder / _SIMPLE_FILE
        path.write_bytes(write_rows([*above, [], sheet.headings, *sheet.rows]))
        return path
    for sheet in _with_whole(document):
        (folder / f"{sheet.name}.csv").write_bytes(write_rows([sheet.headings, *sheet.rows]))
    return folder


def _with_whole(document: Document) -> Iterable[Sheet]:
    """The sheets, what is said of the whole put where it is read."""
    whole = document.sheet(WHOLE) or Sheet(WHOLE, (), ())
    for word, name in ABOVE.items():
        if document.about.get(word):
            whole = whole.with_cell(0, name, document.about[word])
    others = [sheet for sheet in document.sheets if sheet.name != WHOLE and _has_words(sheet)]
    return [*([whole] if whole.rows else []), *others]


def _has_words(sheet: Sheet) -> bool:
    """Whether a sheet says anything; that of bodies is written in any case."""
    return sheet.name == "bodies" or any(cell.strip() for row in sheet.rows for cell in row)


def as_heading(word: str) -> str:
    """A field or table as the desk heads it: `Apex basis` for `apex_basis`."""
    return word.replace("_", " ").capitalize()


def filled(rows: Sequence[Sequence[str]], width: int) -> tuple[tuple[str, ...], ...]:
    """Rows of one width, without the empty ones at the end."""
    cut = [tuple([*row, *[""] * width][:width]) for row in rows]
    while cut and not any(cell.strip() for cell in cut[-1]):
        cut.pop()
    return tuple(cut)
