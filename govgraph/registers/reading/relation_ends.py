"""The two ends of relations become numbers, some hundred thousand rows at a time.

Of a batch that is numbered only numbers are kept, and the text of what is no body's identifier: so
the text of all relations, which is most of a register, is never held at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.registers.reading.frames import hashes_of, load_polars, strip, take_few
from govgraph.registers.reading.hashed_identifiers import UNKNOWN

if TYPE_CHECKING:
    import polars as pl

    from govgraph.graph.line_columns import Integers, Rows
    from govgraph.registers.reading.hashed_identifiers import Finder

ENDS = ("from", "to")
MANY = 10_000
"""Rows that nobody was found for at first, from which they are looked at once more together."""


class Ends:
    """The numbers at both ends of the relations read so far."""

    def __init__(self, identifiers: Finder) -> None:
        self._identifiers = identifiers
        self._count = 0
        self._numbers: dict[str, list[Integers]] = {end: [] for end in ENDS}
        self._missing: dict[str, list[Rows]] = {end: [] for end in ENDS}
        self._settled = 0
        self._fresh: dict[str, list[Integers]] = {end: [] for end in ENDS}
        self._waiting: list[pl.DataFrame] = []
        self._strangers: list[pl.DataFrame] = []

    def __len__(self) -> int:
        return self._count

    def take(self, frame: pl.DataFrame) -> None:
        """One more batch, with both columns and their hashes."""
        strange = np.zeros(len(frame), dtype=np.bool_)
        for end in ENDS:
            numbers = self._identifiers.find(*hashes_of(frame, end))
            if frame[end].null_count():  # which has a hash, as has an identifier that is missing
                numbers[frame[end].is_null().to_numpy()] = UNKNOWN
            self._fresh[end].append(numbers)
            strange |= numbers == UNKNOWN
        rows = np.flatnonzero(strange)
        written = frame.select(ENDS)
        some = take_few(written, rows) if len(rows) < MANY else written[rows]
        self._waiting.append(number_rows(some, rows + self._count))
        self._count += len(frame)
        if sum(map(len, self._waiting)) >= MANY:
            self._settle()

    def _settle(self) -> None:
        """Look once more at those who were not found at first: spaces may stand around them.

        Many of them together, as there are few in every batch, and each look has a price.
        """
        waiting = join_rows(self._waiting)
        rows = waiting["row"].to_numpy()
        strange = np.zeros(len(rows), dtype=np.bool_)
        for end in ENDS:
            again = strip(waiting.select(end), end)
            waiting = waiting.with_columns(again[end])
            nothing = again[end].is_null().to_numpy()
            found = np.where(nothing, UNKNOWN, self._identifiers.find(*hashes_of(again, end)))
            numbers = np.concatenate([np.empty(0, dtype=np.int32), *self._fresh[end]])
            numbers[rows - self._settled] = found
            self._numbers[end].append(numbers)
            self._missing[end].append(rows[nothing])
            strange |= found == UNKNOWN
        self._strangers.append(take_few(waiting, np.flatnonzero(strange)))
        self._fresh, self._waiting, self._settled = {end: [] for end in ENDS}, [], self._count

    def finish(self) -> Ends:
        """The same when no more batches come."""
        self._settle()
        return self

    def numbers(self, end: str) -> Integers:
        """The number of the body at one end of each relation, or UNKNOWN."""
        return np.concatenate([np.empty(0, dtype=np.int32), *self._numbers[end]])

    def missing(self, end: str) -> Rows:
        """The rows in which nothing is written there."""
        return np.concatenate([np.empty(0, dtype=np.int64), *self._missing[end]])

    def strangers(self) -> pl.DataFrame:
        """Rows in which an identifier is no body's, and both identifiers there."""
        return join_rows(self._strangers)


def number_rows(frame: pl.DataFrame, rows: Rows) -> pl.DataFrame:
    """The same with the numbers of its rows as the column `row`, of 64 bits."""
    return frame.insert_column(0, load_polars().Series("row", rows.astype(np.int64, copy=False)))


def join_rows(few: list[pl.DataFrame]) -> pl.DataFrame:
    """Rows and both identifiers written in each, of several batches."""
    polars = load_polars()
    nobody = polars.DataFrame(schema=dict.fromkeys(ENDS, polars.String))
    none = number_rows(nobody, np.empty(0, dtype=np.int64))
    joined: pl.DataFrame = polars.concat([none, *few])
    return joined
