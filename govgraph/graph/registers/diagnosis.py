"""What is wrong with a table that Polars refuses, row by row, in plain Python."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from typing import TYPE_CHECKING

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.problems import Problems, shown, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govgraph.graph.registers.tables import TableFiles

UNREADABLE = (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error)
"""What Python's own readers of compressed text and of CSV complain with."""


def diagnose(table: TableFiles, error: BaseException) -> LoadError:
    """What is wrong with a table that Polars refuses: row by row, in plain Python."""
    problems = Problems()
    for part in table.parts if not table.is_parquet else ():
        for row, message in _find_wrong_rows(part):
            cell = f"{visible(str(part))}, row {row}"
            problems.add(Place(str(part), row, 1, cell), message)
    if not problems.found:
        return _refuse(table.parts[0], error)
    try:
        problems.raise_if_any()
    except LoadError as found:
        return found
    raise AssertionError  # pragma: no cover


def _find_wrong_rows(part: Path) -> Iterator[tuple[int, str]]:
    """The rows of a CSV file, counted from 1, that have too many cells, or are no UTF-8."""
    try:
        text = io.StringIO(_decompress(part).decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].count(b"\n")
        yield before + 1, "this is not written in UTF-8"
        return
    except (OSError, EOFError, zlib.error):
        if part.suffix == ".gz" and part.exists():
            yield 1, "this is not compressed as its name says"
        return
    width = 0
    for row, cells in enumerate(csv.reader(text), 1):
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


def _refuse(part: Path, error: BaseException) -> LoadError:
    """The file as a whole cannot be read."""
    says = (str(error).strip().splitlines() or ["for no reason that is given"])[0]
    place = Place(visible(str(part)), 0, 0)
    return LoadError((Problem(place, f"this cannot be read as a table: {shown(says)}"),))
