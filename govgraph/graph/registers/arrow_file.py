"""Columns of an Arrow IPC file, mapped into memory and read where they stand.

A cold question must not wait for Polars or NumPy, which take longer to import than it takes to
answer. So the few parts of the format that an index uses are read here with the standard library:
one record batch, not compressed, of columns of 64-bit integers and of text with 64-bit offsets.
Source: Apache Arrow, Columnar Format 1.5, IPC File Format; and FlatBuffers, Internals.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from govgraph.graph.registers.checksums import Integers, SummedFile

MAGIC = b"ARROW1"
_FOOTER_SCHEMA, _FOOTER_BATCHES = 1, 3
_SCHEMA_FIELDS = 1
_MESSAGE_HEADER = 2
_BATCH_LENGTH, _BATCH_BUFFERS = 0, 2
_PREFIX = 8
"""Bytes before a message: a mark of continuation, and its length."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """Texts one after another, and where each begins."""

    file: SummedFile
    starts: Integers
    letters: int
    """Where the first begins in the file."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> str:
        return self.raw(row).decode()

    def raw(self, row: int) -> bytes:
        """The bytes of one text."""
        return self.file.read(self.letters + self.starts[row], self.letters + self.starts[row + 1])


class ArrowFile:
    """The columns of one file, by name."""

    def __init__(self, path: Path, sums: str) -> None:
        """Map the file.

        Args:
            path: where it is.
            sums: the checksums of its blocks.

        Raises:
            ValueError: it is no Arrow file, uses what is not read here, or has been changed.
            OSError: it cannot be read.
        """
        self.file = SummedFile(path, sums)
        end = len(self.file)
        if {self.file.read(0, len(MAGIC)), self.file.read(end - len(MAGIC), end)} != {MAGIC}:
            raise ValueError(f"{path} is no Arrow file")
        size = self._integer(end - 10)
        footer = self._root(end - 10 - size)
        schema = self._follow(footer, _FOOTER_SCHEMA)
        fields = self._tables(self._follow(schema, _SCHEMA_FIELDS))
        self.names = [self._text(self._follow(field, 0)) for field in fields]
        self.length = 0
        blocks = self._follow(footer, _FOOTER_BATCHES)
        if not self._integer(blocks):
            return
        if self._integer(blocks) > 1:
            raise ValueError(f"{path} has several record batches")
        offset, length = self.file.unpack("<qi", blocks + 4)
        batch = self._follow(self._root(offset + _PREFIX), _MESSAGE_HEADER)
        self._body = offset + length
        self._buffers = self._follow(batch, _BATCH_BUFFERS)
        place = self._field(batch, _BATCH_LENGTH)
        if place:
            self.length = self.file.unpack("<q", place)[0]

    def columns(self, texts: set[str]) -> Iterator[tuple[str, "TextColumn | Integers"]]:
        """Each column: those of `texts` as texts, the others as integers."""
        at = 0
        for name in self.names if not self.length else ():
            none = Integers(self.file, 0, int(name in texts))
            yield name, TextColumn(self.file, none, 0) if name in texts else none
        for name in self.names if self.length else ():
            first = self._buffer(at + 1)
            if name in texts:
                starts = Integers(self.file, first, self.length + 1)
                yield name, TextColumn(self.file, starts, self._buffer(at + 2))
                at += 3
            else:
                yield name, Integers(self.file, first, self.length)
                at += 2

    def _buffer(self, number: int) -> int:
        """Where one of the buffers that follow the metadata begins."""
        return self._body + self.file.unpack("<q", self._buffers + 4 + 16 * number)[0]

    def _integer(self, place: int) -> int:
        return self.file.unpack("<i", place)[0]

    def _root(self, place: int) -> int:
        """Where the table that a place points at begins."""
        return place + self._integer(place)

    def _field(self, table: int, number: int) -> int:
        """Where a field of a table stands; 0 if it is not there."""
        slots = table - self._integer(table)
        size, slot = self.file.unpack("<H", slots)[0], 4 + 2 * number
        if slot >= size:
            return 0
        offset = self.file.unpack("<H", slots + slot)[0]
        return table + offset if offset else 0

    def _follow(self, table: int, number: int) -> int:
        """Where that begins at which a field of a table points."""
        place = self._field(table, number)
        if not place:
            raise ValueError("a part of the Arrow file is missing")
        return self._root(place)

    def _tables(self, vector: int) -> list[int]:
        return [self._root(vector + 4 + 4 * at) for at in range(self._integer(vector))]

    def _text(self, place: int) -> str:
        return self.file.read(place + 4, place + 4 + self._integer(place)).decode()
