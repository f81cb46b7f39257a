"""Columns of few different values: each value once, and a number for every row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.blocks import look_up
from govgraph.registers.reading.frames import load_polars

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import polars as pl
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Integers, Rows

    Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Words:
    """A column of words.

    Attributes:
        values: each word once, sorted, without spaces around it; an empty cell is the empty word.
        codes: for each row, which of them it has.
    """

    values: tuple[str, ...]
    codes: Integers

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> str:
        return self.values[self.codes.item(row)]

    def choose(self, rows: Rows) -> Words:
        """The words of some rows."""
        return Words(self.values, self.codes.take(rows))

    def rows_where(self, holds: Callable[[str], bool]) -> Places:
        """The rows whose word is one of which that holds."""
        if not any(map(holds, self.values)):
            return np.empty(0, dtype=np.intp)
        return np.flatnonzero(self.where(holds))

    def where(self, holds: Callable[[str], bool]) -> Flags:
        """For each row whether its word is one of which that holds."""
        return look_up(
            np.array([holds(value) for value in self.values], dtype=np.bool_), self.codes
        )

    def measure(self, number: Callable[[str], int]) -> Integers:
        """For each row the number of its word, which is worked out once a word."""
        numbers = np.array([number(value) for value in self.values], dtype=np.int32)
        return look_up(numbers, self.codes)


def split_words(series: pl.Series) -> Words:
    """A Categorical column of Polars as words, chunk by chunk as it was read."""
    stripped = find_words(series)
    nothing = max(stripped, default=-1) + 1
    physical = series.to_physical()
    if series.null_count():
        stripped[nothing] = ""
        physical = physical.fill_null(nothing)
    values, codes = number_words(stripped)
    found, start = np.empty(len(series), dtype=codes.dtype), 0
    for chunk in physical.get_chunks():
        found[start : start + len(chunk)] = codes.take(chunk.to_numpy())
        start += len(chunk)
    return Words(values, found)


def find_words(series: pl.Series) -> dict[int, str]:
    """The words of a Categorical column without spaces around them, by the code of each."""
    codes = series.to_physical().drop_nulls()
    chunks = [chunk.to_numpy() for chunk in codes.get_chunks()]
    used = np.zeros(max((int(chunk.max(initial=0)) for chunk in chunks), default=0) + 1, np.bool_)
    for chunk in chunks:  # quicker than to ask Polars
        used |= np.bincount(chunk, minlength=len(used)) > 0
    once = np.flatnonzero(used).tolist()
    words = load_polars().Series(once, dtype=codes.dtype).cat.to(series.dtype).cast(str)
    return {code: word.strip() for code, word in zip(once, words, strict=True)}


def number_words(word_of: Mapping[int, str]) -> tuple[tuple[str, ...], Integers]:
    """Every word once, sorted, and for each code its place among these."""
    values = tuple(sorted({*word_of.values()}))
    codes = np.zeros(max(word_of, default=-1) + 1, dtype=np.int32)
    place = {value: number for number, value in enumerate(values)}
    for code, value in word_of.items():
        codes[code] = place[value]
    return values, codes
