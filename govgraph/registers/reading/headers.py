"""The first rows of the tables of a register: what its columns are called, and what parts them."""

from __future__ import annotations

import csv
import gzip
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from govgraph.errors import Place
from govgraph.formats.csv_text import find_delimiter
from govgraph.formats.headed_rows import tidy_heading
from govgraph.formats.problems import nearest_spelling, shown, visible
from govgraph.model.kinds import RELATION_KINDS
from govgraph.registers.reading.diagnosis import note_faults
from govgraph.registers.reading.frames import load_polars, read_schema, refusals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govgraph.formats.problems import Problems
    from govgraph.formats.register.register_files import TableFiles

_LONGEST = 1 << 16
"""Letters of a first line; a file without line breaks is not read whole to find its columns."""


def read_header(
    table: TableFiles, required: Sequence[str], known: Sequence[str], problems: Problems
) -> tuple[TableFiles, list[str]] | None:
    """A table with what its headings say of how it is written, and those columns that are known.

    A column that is missing, written twice, or probably misspelt is noted, as is a part with other
    columns than the first; then there is none.
    """
    noted = len(problems.found) + problems.unlisted
    try:
        table = replace(table, separator=_find_separator(table.parts[0]))
        written = [_read_columns(table, part) for part in table.parts]
    except refusals() as error:
        note_faults(table, error, problems)
        return None
    first = [_call(column, known) for column in written[0]]
    _note_faults(table, first, (required, known), problems)
    for part, columns in zip(table.parts, written, strict=True):
        if columns != written[0]:
            message = f"its columns are not those of {table.parts[0].name}"
            problems.add(Place(visible(str(part)), 1, 1), message)
    if len(problems.found) + problems.unlisted > noted:
        return None
    pairs = zip(written[0], first, strict=True)
    headings = tuple((column, called) for column, called in pairs if column != called)
    return replace(table, headings=headings), [column for column in first if column in known]


def _note_faults(
    table: TableFiles,
    first: list[str],
    allowed: tuple[Sequence[str], Sequence[str]],
    problems: Problems,
) -> None:
    """Note what is wrong with the columns of a table: which are required, and which are known."""
    required, known = allowed
    where = visible(str(table.parts[0]))
    for place, column in enumerate(first, 1):
        at = Place(where, 1, place)
        if column in first[: place - 1]:
            problems.add(at, f"the column '{shown(column)}' is written twice")
        meant = "" if column in known else nearest_spelling(column, known)
        if meant and meant not in first:
            message = f"there is no column '{shown(column)}' here"
            problems.add(at, message, found=column, allowed=known, nearest=meant)
        if table.name == "bodies" and column in RELATION_KINDS:
            message = (
                f"the relations of a register stand in a table of their own, not in '{column}'"
            )
            problems.add(at, message)
    for column in required:
        if column not in first:
            message = f"the column '{column}' is missing"
            problems.add(Place(where, 1, 1), message, allowed=tuple(known), nearest="")


def _call(column: str, known: Sequence[str]) -> str:
    """What a column is called: `ID ` is `id`; one that nobody knows is left as it is written."""
    tidy = tidy_heading(column)
    return tidy if tidy in known else column


def columns_of(table: TableFiles, part: Path) -> list[str]:
    """What the columns of a part are called."""
    called = dict(table.headings)
    return [called.get(column, column) for column in _read_columns(table, part)]


def _read_columns(table: TableFiles, part: Path) -> list[str]:
    polars = load_polars()
    if part.suffix == ".parquet":
        return list(read_schema(part))
    if part.suffix != ".zst":
        with _open(part) as file:
            rows = csv.reader(file, delimiter=table.separator)
            return next((row for row in rows if row), [])
    try:
        first = polars.read_csv(
            part, has_header=False, n_rows=1, infer_schema=False, separator=table.separator
        )
    except polars.exceptions.NoDataError:
        return []
    cells = first.row(0) if len(first) else ()  # a quotation mark that is never closed
    return [str(column or "").removeprefix("\ufeff") for column in cells]


def _find_separator(part: Path) -> str:
    """What stands between the headings of a file; of Parquet and Zstandard a comma."""
    if part.suffix in {".parquet", ".zst"}:
        return ","
    with _open(part) as file:
        return find_delimiter(file.readline(_LONGEST))


def _open(part: Path) -> IO[str]:
    """A file as text; Polars takes 60 ms and more to give no more of it than its first row."""
    opening = gzip.open if part.suffix == ".gz" else open
    return opening(part, "rt", encoding="utf-8-sig", newline="")
