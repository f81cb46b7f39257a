"""A column of texts in a file: of all of it only where each text ends is looked up."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from govgraph.registers.reading.frames import load_polars

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Rows
    from govgraph.registers.reading.work_files import WorkFiles

    Texts: TypeAlias = "pl.Series | MappedTexts"

AT_ONCE = 100_000
"""Texts that are looked through together."""


class MappedTexts:
    """Texts one after another in a file, and where each ends in another."""

    def __init__(self, letters: NDArray[np.uint8], ends: NDArray[np.int64]) -> None:
        self._letters = letters.data
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, row: int) -> str:
        found: str = self.gather([row])[0]
        return found

    def gather(self, rows: Rows | list[int]) -> pl.Series:
        """The texts of some rows."""
        polars = load_polars()
        places = np.asarray(rows, dtype=np.int64)
        ends = self._ends.take(places)
        starts = np.where(places > 0, self._ends.take(np.maximum(places - 1, 0)), 0)
        letters = self._letters
        spelt = [
            letters[start:end].tobytes()
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]
        texts: pl.Series = polars.Series(spelt, dtype=polars.Binary).cast(polars.String)
        return texts

    def __iter__(self) -> Iterator[str]:
        return (text for _, part in self.parts() for text in part)

    def to_list(self) -> list[str]:
        """All of them, in memory."""
        return list(self)

    def parts(self) -> Iterator[tuple[int, pl.Series]]:
        """All of them, some at a time, and the row of the first of these."""
        for start in range(0, len(self), AT_ONCE):
            yield start, self.gather(np.arange(start, min(start + AT_ONCE, len(self))))


class TextsWriter:
    """Writes texts to files, some at a time."""

    def __init__(self, files: WorkFiles, stack: ExitStack) -> None:
        self._files = files
        self._letters = stack.enter_context(files.opened())
        self._ends = stack.enter_context(files.opened())
        self._written = 0

    def take(self, texts: pl.Series) -> None:
        """Some more of them, none of them missing."""
        ends = np.cumsum(texts.str.len_bytes().to_numpy(), dtype=np.int64) + self._written
        self._files.append(self._letters, (texts.str.join("").item() or "").encode())
        self._files.append(self._ends, ends)
        self._written = int(ends[-1]) if len(ends) else self._written

    def finish(self) -> MappedTexts:
        """All that were taken."""
        letters: NDArray[np.uint8] = self._files.map_column(self._letters, np.uint8)
        ends: NDArray[np.int64] = self._files.map_column(self._ends, np.int64)
        return MappedTexts(letters, ends)


def parts_of(texts: Texts) -> Iterator[tuple[int, pl.Series]]:
    """A column of texts, some at a time if it is in a file, and the row of the first of these."""
    return texts.parts() if isinstance(texts, MappedTexts) else iter(((0, texts),))


def hold(texts: Texts) -> pl.Series:
    """A column of texts in memory."""
    return texts.gather(np.arange(len(texts))) if isinstance(texts, MappedTexts) else texts
