"""In which file, and in which row of it, the rows of a register are written."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from govgraph.errors import Place
from govgraph.formats.problems import visible
from govgraph.registers.reading.frames import is_blank, load_polars, scan
from govgraph.registers.reading.headers import columns_of

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from govgraph.formats.register.register_files import TableFiles
    from govgraph.graph.line_columns import Rows


def find_place(table: TableFiles, row: int, column: str) -> Place:
    """Where the cell of a row, counted from 0 over all parts, is written."""
    number, line = (found.item() for found in _find_rows(table, np.array([row])))
    part = table.parts[number]
    place = columns_of(table, part).index(column) + 1
    return Place(str(part), line, place, f"{visible(str(part))}, row {line}, {column}")


def find_lines(table: TableFiles, rows: Rows) -> pl.DataFrame:
    """In which file and in which row of it, its heading counted, rows of a table are written."""
    polars = load_polars()
    parts, lines = _find_rows(table, rows)
    files = polars.Series([str(part) for part in table.parts], dtype=polars.String).gather(parts)
    places: pl.DataFrame = polars.DataFrame({"file": files, "line": lines})
    return places


def _find_rows(table: TableFiles, rows: Rows) -> tuple[Rows, Rows]:
    """For each row the number of its part, and its row there, the heading counted."""
    counts = [_count_rows(table, number) for number in range(len(table.parts) - 1)]
    ends = np.cumsum(counts, dtype=np.int64)
    parts = np.searchsorted(ends, rows, side="right")
    written = rows - np.append(0, ends)[parts]
    for number, blank in enumerate(table.blank):
        # Behind each blank row the others stand one lower than they are counted.
        shifts = np.array(blank, dtype=np.int64) - np.arange(len(blank))
        there = parts == number
        written[there] += np.searchsorted(shifts, written[there], side="right")
    return parts, written + (1 if table.is_parquet else 2)


def _count_rows(table: TableFiles, number: int) -> int:
    """Number of rows in one part of a table, those that are blank left out."""
    one = replace(table, parts=table.parts[number : number + 1], blank=())
    written = one.parts[0].stat()
    count = _count_written(one, written.st_size, written.st_mtime_ns)
    return count - (len(table.blank[number]) if table.blank else 0)


@lru_cache(maxsize=10_000)
def _count_written(table: TableFiles, _size: int, _time: int) -> int:
    """The same with the blank ones, counted once while the file is as it was."""
    count: int = scan(table).select(load_polars().len()).collect().item()
    return count


def skip_blank(table: TableFiles) -> TableFiles:
    """The same table without its blank rows, if it has any; Parquet has none."""
    if table.is_parquet:
        return table
    blank = tuple(_find_blank(table, part) for part in table.parts)
    return replace(table, blank=blank) if any(blank) else table


def _find_blank(table: TableFiles, part: Path) -> tuple[int, ...]:
    polars = load_polars()
    rows = scan(replace(table, parts=(part,)), leniently=True).select(is_blank()).collect()
    return tuple(rows.to_series().arg_true().cast(polars.Int64).to_list())
