"""What is wrong with a table that Polars refuses, row by row, in plain Python."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from typing import TYPE_CHECKING

from govgraph.errors import LoadError, Place
from govgraph.formats.problems import Problems, shown, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govgraph.formats.register.register_files import TableFiles

UNREADABLE = (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error)
"""What Python's own readers of compressed text and of CSV complain with."""
_GZIP = b"\x1f\x8b"
_UNCLOSED = "a quotation mark that is opened in this row is not closed"
_LOOSE = "a quotation mark in this row neither begins nor ends a cell; write it twice within one"


def diagnose(table: TableFiles, error: BaseException) -> LoadError:
    """What is wrong with a table that Polars refuses: row by row, in plain Python."""
    problems = Problems()
    note_faults(table, error, problems)
    try:
        problems.raise_if_any()
    except LoadError as found:
        return found
    raise AssertionError  # pragma: no cover


def note_faults(table: TableFiles, error: BaseException, problems: Problems) -> None:
    """Note what is wrong with a table that Polars refuses, at least that it does."""
    noted = len(problems.found) + problems.unlisted
    for part in table.parts if not table.is_parquet else ():
        for row, message in _find_faults(part, table.separator):
            name = visible(str(part))
            place = Place(str(part), row, 1, f"{name}, row {row}") if row else Place(name, 0, 0)
            problems.add(place, message)
    if len(problems.found) + problems.unlisted == noted:
        where, said = _find_whole_fault(table, error)
        problems.add(Place(visible(str(where)), 0, 0), said)


def _find_faults(part: Path, separator: str) -> Iterator[tuple[int, str]]:
    """What is wrong with a CSV file, by rows counted from 1; 0 speaks of the file as a whole."""
    try:
        content = _decompress(part)
    except EOFError:
        yield 0, "this is cut off: what is compressed in it has no end"
        return
    except (gzip.BadGzipFile, zlib.error):
        if part.read_bytes()[:2] == _GZIP:
            yield 0, "this is damaged: what is compressed in it cannot be unpacked"
        else:
            yield 1, "this is not compressed as its name says"
        return
    except OSError as error:
        yield 0, f"this cannot be read: {error.strerror or error}"
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].count(b"\n")
        yield before + 1, "this is not written in UTF-8"
        text = content.decode("utf-8-sig", "replace")
    yield from _find_wrong_rows(io.StringIO(text, newline=""), separator)


def _find_wrong_rows(text: io.StringIO, separator: str) -> Iterator[tuple[int, str]]:
    """The rows that have too many cells, or quotation marks that are not closed."""
    rows = csv.reader(text, strict=True, delimiter=separator)
    width = row = 0
    while True:
        row += 1
        before = rows.line_num
        try:
            cells = next(rows, None)
        except csv.Error as error:
            swallowed = rows.line_num - before - 1
            ends = "unexpected end" in str(error)
            yield row, _UNCLOSED if swallowed or ends else _LOOSE
            row += swallowed
            continue
        if cells is None:
            return
        width = width or len(cells)
        if len(cells) > width:
            yield row, f"there are {len(cells)} cells in this row, but {width} columns"


def _decompress(part: Path) -> bytes:
    """The bytes of a file; of Zstandard those of its lines, as Python has no reader of it yet."""
    if part.suffix == ".gz":
        return gzip.decompress(part.read_bytes())
    return _read_lines(part) if part.suffix == ".zst" else part.read_bytes()


def _read_lines(part: Path) -> bytes:
    """The lines of a file as Polars decompresses them: one cell each; nothing if it cannot."""
    import polars

    try:
        lines = polars.read_csv(
            part,
            has_header=False,
            separator="\x1f",  # no line has this
            quote_char=None,
            infer_schema=False,
            truncate_ragged_lines=True,
        )
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError):
        return b""
    return "\n".join(line or "" for line in lines.to_series()).encode()


def _find_whole_fault(table: TableFiles, error: BaseException) -> tuple[Path, str]:
    """Which file of a table cannot be read as a whole, and why, as far as anybody says."""
    for part in table.parts:
        try:
            with part.open("rb") as file:
                file.read(1)
        except OSError as refused:
            return part, f"this cannot be read: {refused.strerror or refused}"
    says = (str(error).strip().splitlines() or ["for no reason that is given"])[0]
    return table.parts[0], f"this cannot be read as a table: {shown(says)}"
