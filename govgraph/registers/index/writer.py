"""Makes the index of a register, from which one body is found without reading the rest."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import numpy as np

from govgraph.errors import OutputError
from govgraph.registers.index.index_schema import (
    BODY,
    BODY_TEXTS,
    INDEXES,
    RELATION,
    RELATION_TEXTS,
    TABLES,
    checksum,
    describe_index,
    index_file,
)
from govgraph.registers.reading.frames import load_polars
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.reading.mapped_texts import hold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import polars as pl

    from govgraph.graph.line_columns import Integers
    from govgraph.registers.reading.register import Register

_ROWS = 50_000
"""Rows that are made into Python's own values together."""


def write_index(register: Register) -> Path:
    """Write the index of a register beside its tables, whole or not at all, and say where.

    Raises:
        OutputError: it cannot be written.
    """
    file = index_file(register.files)
    # Another run may write the same index at the same time: each has a file of its own.
    fresh = file.with_name(f"{file.name}.new-{secrets.token_hex(8)}")
    try:
        if file.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        fresh.touch(exist_ok=False)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as database:
            _fill(database, register)
        fresh.replace(file)
    except (OSError, sqlite3.Error, load_polars().exceptions.PolarsError) as error:
        # Neither Polars nor SQLite gives an error of its own making a `strerror`.
        said = getattr(error, "strerror", None) or str(error).partition(" (os error")[0]
        raise OutputError(f"{file} cannot be written: {said}") from None
    finally:
        fresh.unlink(missing_ok=True)
    return file


def _fill(database: sqlite3.Connection, register: Register) -> None:
    """Write everything into an empty database; nobody reads it yet, so no journal is kept."""
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    for table in TABLES:
        database.execute(table)
    database.execute("INSERT INTO about VALUES (?)", (describe_index(register.files.parts),))
    for name, columns, rows in (
        ("body", BODY, _bodies(register)),
        ("relation", RELATION, _relations(register)),
    ):
        summed = ((*row, checksum(row)) for row in rows)
        _insert(database, name, len(columns) + 1, summed)
    lowered = hold(register.bodies.names).str.to_lowercase()
    numbers = load_polars().Series("body", np.arange(len(lowered)))
    names = lowered.alias("lowered").to_frame().with_columns(numbers).sort("lowered", "body")
    _insert(database, "named", 2, names.iter_rows(buffer_size=_ROWS))
    for made in INDEXES:
        database.execute(made)
    database.execute("COMMIT")


def _insert(
    database: sqlite3.Connection, table: str, cells: int, rows: Iterable[tuple[Any, ...]]
) -> None:
    places = ", ".join("?" * cells)
    database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 - our own


def _bodies(register: Register) -> Iterator[tuple[Any, ...]]:
    """A row for each body, in the order of the table."""
    bodies, relations = register.bodies, register.relations
    count = len(bodies)
    columns = {
        "number": np.arange(count),
        "ups": _count(relations.froms, count),
        "downs": _count(relations.tos, count),
        "id": hold(bodies.ids),
        **{name: _plain(bodies.texts(name), count) for name in BODY_TEXTS},
        "name": hold(bodies.names),
    }
    return _rows(columns)


def _relations(register: Register) -> Iterator[tuple[Any, ...]]:
    """A row for each relation, in the order of the table; unknown ends as they are written."""
    relations = register.relations
    count = len(relations)
    strangers = {row: (below, above) for row, below, above in relations.strangers.iter_rows()}
    columns = {
        "row": np.arange(count),
        "from": relations.froms,
        "to": relations.tos,
        **{name: _plain(relations.texts(name), count) for name in RELATION_TEXTS},
    }
    for row, below, above, *texts in _rows(columns):
        if row in strangers:
            ends = zip((below, above), strangers[row], strict=True)
            yield (row, *(text if end == UNKNOWN else end for end, text in ends), *texts)
        else:
            yield (row, below, above, *texts)


def _count(ends: Integers, bodies: int) -> Integers:
    """How often each body stands at an end."""
    return np.bincount(ends[ends != UNKNOWN], minlength=bodies).astype(ends.dtype)


def _rows(columns: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    rows: Iterator[tuple[Any, ...]] = load_polars().DataFrame(columns).iter_rows(buffer_size=_ROWS)
    return rows


def _plain(column: pl.Series | None, count: int) -> pl.Series:
    """A column of text, empty where it is empty or not there."""
    polars = load_polars()
    if column is None:
        empty: pl.Series = polars.repeat("", count, dtype=polars.String, eager=True)
        return empty
    return column.fill_null("")
