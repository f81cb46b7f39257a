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


class Ends:
    """The numbers at both ends of the relations read so far."""

    def __init__(self, identifiers: Finder) -> None:
        self._identifiers = identifiers
        self._count = 0
        self._numbers: dict[str, list[Integers]] = {end: [] for end in ENDS}
        self._missing: dict[str, list[Rows]] = {end: [] for end in ENDS}
        self._strangers: list[pl.DataFrame] = []

    def __len__(self) -> int:
        return self._count

    def take(self, frame: pl.DataFrame) -> None:
        """One more batch, with both columns and their hashes."""
        strange = np.zeros(len(frame), dtype=np.bool_)
        for end in ENDS:
            numbers, unknown = self._find(frame, end)
            self._numbers[end].append(numbers)
            strange[unknown] = True
        written = frame.select(ENDS).with_row_index("row", offset=self._count)
        self._strangers.append(take_few(written, np.flatnonzero(strange)))
        self._count += len(frame)

    def _find(self, frame: pl.DataFrame, end: str) -> tuple[Integers, Rows]:
        """The number of each body, and the rows where there is none.

        What is not found at first may have spaces around it.
        """
        found = self._identifiers.find(*hashes_of(frame, end))
        if frame[end].null_count():  # which has a hash, as has an identifier that is missing
            found[frame[end].is_null().to_numpy()] = UNKNOWN
        rows = np.flatnonzero(found == UNKNOWN)
        if not len(rows):
            return found, rows
        again = strip(frame.select(end)[rows.tolist()], end)
        nothing = again[end].is_null().to_numpy()
        found[rows] = np.where(nothing, UNKNOWN, self._identifiers.find(*hashes_of(again, end)))
        self._missing[end].append(rows[nothing] + self._count)
        return found, rows[found[rows] == UNKNOWN]

    def numbers(self, end: str) -> Integers:
        """The number of the body at one end of each relation, or UNKNOWN."""
        return np.concatenate([np.empty(0, dtype=np.int32), *self._numbers[end]])

    def missing(self, end: str) -> Rows:
        """The rows in which nothing is written there."""
        return np.concatenate([np.empty(0, dtype=np.int64), *self._missing[end]])

    def strangers(self) -> pl.DataFrame:
        """Rows in which an identifier is no body's, and both identifiers as they stand there."""
        polars = load_polars()
        schema = {"row": polars.UInt32, **dict.fromkeys(ENDS, polars.String)}
        written: pl.DataFrame = polars.concat([polars.DataFrame(schema=schema), *self._strangers])
        return written
