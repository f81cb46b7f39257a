"""One table of a register that is read some rows at a time, each of its columns into a file."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import numpy as np

from govgraph.registers.reading.frames import hashes_of, read_slices, strip
from govgraph.registers.reading.malformed import find_unsound, refuse_too_many
from govgraph.registers.reading.mapped_texts import MappedTexts, TextsWriter
from govgraph.registers.reading.mapped_words import WordsWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import ExitStack

    import polars as pl

    from govgraph.formats.problems import Problems
    from govgraph.formats.register.register_files import TableFiles
    from govgraph.graph.line_columns import Flags, Rows
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.reading.hashed_identifiers import Hashes
    from govgraph.registers.reading.work_files import WorkFiles

SPACE = r"\s"
NOTED = 1 << 20
"""Rows after which somebody who watches is told how many there are."""


class LargeTable:
    """The columns of one table: `open` says which are wanted, `fill` reads them."""

    def __init__(self, work: WorkFiles, stack: ExitStack, note: Callable[[str], None]) -> None:
        self._work, self._stack, self._note = work, stack, note

    def open(
        self,
        table: TableFiles,
        has: Sequence[str],
        words: Sequence[str],
        *,
        hashed: Sequence[str],
        kept: Sequence[str] = (),
        flags: Sequence[str] = (),
    ) -> None:
        """Begin anew.

        Args:
            table: what is read.
            has: the columns it is written in, of those that are known.
            words: columns of few different words.
            hashed: columns of identifiers, of which both hashes are wanted.
            kept: columns of which every text is wanted; the first stands for others left empty.
            flags: columns of which is wanted whether anything is written.
        """
        self.table, self.has = table, tuple(has)
        self._count = 0
        self._words = {name: WordsWriter(self._work, self._stack) for name in words}
        self._texts = {name: TextsWriter(self._work, self._stack) for name in kept}
        self._flags = {name: self._file() for name in flags}
        self._hashes = {name: (self._file(), self._file()) for name in hashed}
        self._missing: dict[str, list[Rows]] = {name: [] for name in hashed}
        self._unsound: list[Rows] = []

    def _file(self) -> IO[bytes]:
        return self._stack.enter_context(self._work.opened())

    def fill(self, problems: Problems) -> None:
        """Read all of it; note what is wrong."""
        texts = dict.fromkeys((*self._hashes, *self._texts, *self._flags))
        noted = 0
        for frame in read_slices(
            self.table, tuple(texts), tuple(self._words), tuple(self._hashes), problems
        ):
            if self.table.name == "bodies":
                refuse_too_many(self.table, self._count + len(frame))
            self._take(frame)
            if self._count >= noted + NOTED:
                noted = self._count
                self._note(f"reading {self.table.name}: {noted:,}")

    def _take(self, frame: pl.DataFrame) -> None:
        for column, pair in self._hashes.items():
            if frame[column].str.contains(SPACE).any():
                frame = strip(frame, column)
            for file, hashes in zip(pair, hashes_of(frame, column), strict=True):
                self._work.append(file, hashes)
            if frame[column].null_count():
                missing = np.flatnonzero(frame[column].is_null().to_numpy())
                self._missing[column].append(missing + self._count)
        for column, words in self._words.items():
            words.take(frame[column])
        for column, file in self._flags.items():
            self._work.append(file, frame[column].is_not_null().to_numpy())
        if self._texts:
            self._take_texts(frame)
        self._count += len(frame)

    def _take_texts(self, frame: pl.DataFrame) -> None:
        first = frame[next(iter(self._texts))].fill_null("")
        if len(unsound := find_unsound(first)):
            self._unsound.append(unsound + self._count)
        for column, texts in self._texts.items():
            text = frame[column]
            texts.take(text.zip_with(text.is_not_null(), first) if text.null_count() else text)

    def words(self) -> dict[str, Words]:
        """The columns of words."""
        return {name: words.finish() for name, words in self._words.items()}

    def texts(self, column: str) -> MappedTexts:
        """A column of texts."""
        return self._texts[column].finish()

    def flags(self, column: str) -> Flags:
        """For each row whether anything is written in a column."""
        return self._work.map_column(self._flags[column], np.bool_)

    def hashes(self, column: str) -> tuple[Hashes, Hashes]:
        """Both hashes of a column."""
        first, second = self._hashes[column]
        return self._work.map_column(first, np.uint64), self._work.map_column(second, np.uint64)

    def missing(self, column: str) -> Rows:
        """The rows in which nothing is written there."""
        return _join(self._missing[column])

    @property
    def unsound(self) -> Rows:
        """The rows whose text in the first column kept is not one visible word."""
        return _join(self._unsound)


def _join(rows: list[Rows]) -> Rows:
    return np.concatenate([np.empty(0, dtype=np.int64), *rows])
