"""Files of which every block is held against a checksum before anything in it is believed.

Of an index of hundreds of megabytes a question reads some hundred numbers and texts. To sum up the
whole file would take longer than to answer; to sum up the blocks that are read takes a millisecond.
"""

import mmap
import struct
from pathlib import Path
from zlib import crc32

BLOCK_BITS = 16
BLOCK = 1 << BLOCK_BITS
"""Bytes that are summed up together."""


def sum_blocks(path: Path) -> str:
    """The CRC-32 of each block of a file, one after another in hexadecimal."""
    sums = []
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            sums.append(crc32(block))
    return struct.pack(f"<{len(sums)}I", *sums).hex()


class SummedFile:
    """A file mapped into memory, read in pieces that are as they were written."""

    def __init__(self, path: Path, sums: str) -> None:
        """Map the file.

        Args:
            path: where it is.
            sums: what `sum_blocks` gave when it was written.

        Raises:
            ValueError: these are no checksums, or those of a file of another size.
            OSError: it cannot be read.
        """
        with path.open("rb") as file:
            self.content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        packed = bytes.fromhex(sums)
        self._sums: tuple[int, ...] = struct.unpack(f"<{len(packed) // 4}I", packed)
        if len(self._sums) != -(-len(self.content) // BLOCK):
            raise ValueError(f"{path} has another size than its checksums")
        self._sound: set[int] = set()

    def __len__(self) -> int:
        return len(self.content)

    def require(self, start: int, end: int) -> None:
        """Hold the blocks from one place to another against their checksums, each once.

        Raises:
            ValueError: one of them has been changed.
        """
        for block in range(max(start, 0) >> BLOCK_BITS, (end + BLOCK - 1) >> BLOCK_BITS):
            if block not in self._sound:
                self._hold(block)

    def _hold(self, block: int) -> None:
        start = block << BLOCK_BITS
        # What lies behind the end of the file has no checksum, which is an IndexError.
        if crc32(self.content[start : start + BLOCK]) != self._sums[block]:
            raise ValueError("a block of the index has been changed")
        self._sound.add(block)

    def read(self, start: int, end: int) -> bytes:
        """The bytes from one place to another.

        Raises:
            ValueError: they have been changed.
            IndexError: the file ends before.
        """
        self.require(start, end)
        return bytes(self.content[start:end])

    def unpack(self, form: str, place: int) -> tuple[int, ...]:
        """The integers at a place, in a form of `struct`, likewise."""
        self.require(place, place + struct.calcsize(form))
        return struct.unpack_from(form, self.content, place)


class Integers:
    """Integers of 64 bits in a file, held against its checksums as they are read."""

    def __init__(self, file: SummedFile, start: int, count: int) -> None:
        self._file = file
        self._start = start
        self._numbers = file.content[start : start + 8 * count].cast("q")

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, row: int) -> int:
        if row < 0:
            raise IndexError("no row of an index is counted from its end")
        place = self._start + 8 * row
        self._file.require(place, place + 8)
        return self._numbers[row]
