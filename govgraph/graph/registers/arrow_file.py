"""Columns of an Arrow IPC file, mapped into memory and read where they stand.

A cold question must not wait for Polars or NumPy, which take longer to import than it takes to
answer. So the few parts of the format that an index uses are read here with the standard library:
one record batch, not compressed, of columns of 64-bit integers and of text with 64-bit offsets.
Source: Apache Arrow, Columnar Format 1.5, IPC File Format; and FlatBuffers, Internals.
"""

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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

    starts: memoryview
    letters: memoryview

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> str:
        return self.raw(row).decode()

    def raw(self, row: int) -> bytes:
        """The bytes of one text."""
        return bytes(self.letters[self.starts[row] : self.starts[row + 1]])


class ArrowFile:
    """The columns of one file, by name."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            ValueError: it is no Arrow file, or uses what is not read here.
            OSError: it cannot be read.
        """
        with path.open("rb") as file:
            self.content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if bytes(self.content[: len(MAGIC)]) != MAGIC or bytes(self.content[-6:]) != MAGIC:
            raise ValueError(f"{path} is no Arrow file")
        size = self._integer(len(self.content) - 10)
        footer = self._root(len(self.content) - 10 - size)
        schema = self._follow(footer, _FOOTER_SCHEMA)
        fields = self._tables(self._follow(schema, _SCHEMA_FIELDS))
        self.names = [self._text(self._follow(field, 0)) for field in fields]
        self.length = 0
        blocks = self._follow(footer, _FOOTER_BATCHES)
        if not self._integer(blocks):
            return
        if self._integer(blocks) > 1:
            raise ValueError(f"{path} has several record batches")
        offset, length = struct.unpack_from("<qi", self.content, blocks + 4)
        batch = self._follow(self._root(offset + _PREFIX), _MESSAGE_HEADER)
        self._body = offset + length
        self._buffers = self._follow(batch, _BATCH_BUFFERS)
        place = self._field(batch, _BATCH_LENGTH)
        if place:
            self.length = struct.unpack_from("<q", self.content, place)[0]

    def columns(self, texts: set[str]) -> Iterator[tuple[str, "TextColumn | memoryview"]]:
        """Each column: those of `texts` as texts, the others as integers."""
        at = 0
        none = memoryview(bytes(8)).cast("q")
        for name in self.names if not self.length else ():
            yield name, TextColumn(none, none) if name in texts else none[:0]
        for name in self.names if self.length else ():
            first = self._buffer(at + 1).cast("q")
            if name in texts:
                yield name, TextColumn(first[: self.length + 1], self._buffer(at + 2))
                at += 3
            else:
                yield name, first[: self.length]
                at += 2

    def _buffer(self, number: int) -> memoryview:
        """One of the buffers that follow the metadata."""
        offset, length = struct.unpack_from("<qq", self.content, self._buffers + 4 + 16 * number)
        start = self._body + offset
        return self.content[start : start + length]

    def _integer(self, place: int) -> int:
        number: int = struct.unpack_from("<i", self.content, place)[0]
        return number

    def _root(self, place: int) -> int:
        """Where the table that a place points at begins."""
        return place + self._integer(place)

    def _field(self, table: int, number: int) -> int:
        """Where a field of a table stands; 0 if it is not there."""
        slots = table - self._integer(table)
        size, slot = struct.unpack_from("<H", self.content, slots)[0], 4 + 2 * number
        if slot >= size:
            return 0
        offset: int = struct.unpack_from("<H", self.content, slots + slot)[0]
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
        return bytes(self.content[place + 4 : place + 4 + self._integer(place)]).decode()
