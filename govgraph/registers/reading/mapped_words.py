"""A column of few different words in a file: a number for every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.registers.reading.categorical import Words, find_words, number_words
from govgraph.registers.reading.frames import load_polars

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import ExitStack

    import polars as pl
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Integers
    from govgraph.registers.reading.work_files import WorkFiles

AT_ONCE = 1 << 20
"""Rows of a file that are looked at together."""
_NOTHING = (1 << 32) - 1


class WordsWriter:
    """Writes words to a file, some at a time: first by the code that Polars gives each."""

    def __init__(self, files: WorkFiles, stack: ExitStack) -> None:
        self._files = files
        self._codes = stack.enter_context(files.opened())
        self._word_of: dict[int, str] = {}
        self._empty = False

    def take(self, series: pl.Series) -> None:
        """Some more of them, as a Categorical column of Polars."""
        self._word_of |= find_words(series)
        self._empty |= bool(series.null_count())
        codes = series.to_physical().cast(load_polars().UInt32).fill_null(_NOTHING)
        self._files.append(self._codes, codes.to_numpy())

    def finish(self) -> Words:
        """All that were taken."""
        nothing = max(self._word_of, default=-1) + 1
        empty = {nothing: ""} if self._empty else {}
        values, codes = number_words(self._word_of | empty)
        written: NDArray[np.uint32] = self._files.map_column(self._codes, np.uint32)

        def renumber() -> Iterator[Integers]:
            for start in range(0, len(written), AT_ONCE):
                some = written[start : start + AT_ONCE]
                yield codes.take(np.where(some == _NOTHING, nothing, some))

        return Words(values, self._files.gather(renumber(), np.int32))
