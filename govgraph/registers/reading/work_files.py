"""Columns that do not fit into memory: files that are mapped, and that have no name.

A file without a name is gone as soon as nobody has it open: after an error, after Ctrl-C, and also
after the process was killed outright. What is mapped is the system's to keep in memory or to read
again, as there is room.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar, cast
from weakref import WeakSet

import numpy as np

from govgraph.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import DTypeLike, NDArray

Value = TypeVar("Value", bound=np.generic)

LEAST = 1 << 20
"""Bytes from which a column is worth a file of its own."""
LARGE = 50
"""A column that takes more than one of so many parts of memory pushes the others out."""
PIECE = 1 << 24
"""Bytes that are written together."""


def find_folder() -> Path:
    """Where files go if nobody says: `TMPDIR`, or else a folder that is not held in memory."""
    lasting = Path("/var/tmp")  # noqa: S108 - files there have no name
    usable = "TMPDIR" not in os.environ and os.access(lasting, os.W_OK)
    return lasting if usable else Path(tempfile.gettempdir())


class WorkFiles:
    """Makes the columns of one register in files, in a folder.

    Attributes:
        folder: where they are.
        memory: bytes of memory that may be held beside them.
    """

    def __init__(self, folder: Path | None, memory: int) -> None:
        self.folder = folder or find_folder()
        self.memory = memory
        self._maps: WeakSet[mmap.mmap] = WeakSet()

    def keep(self, column: NDArray[Value]) -> NDArray[Value]:
        """The same column, nobody's to change, in a file if it is worth one."""
        if column.nbytes < LEAST or not column.flags.owndata:
            return column
        if column.nbytes > self.memory // LARGE:
            self.let_go()
        with self.opened() as file:
            self.append(file, column)
            return self.map_column(file, column.dtype)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """A new file; what is mapped of it stays when it is closed.

        Raises:
            OutputError: the folder is full, or cannot be written to.
        """
        with self._told(), tempfile.TemporaryFile(dir=self.folder, buffering=0) as file:
            yield file

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in words why a file cannot be written."""
        try:
            yield
        except OSError as error:
            if error.errno in {ENOSPC, EDQUOT}:
                said = "is full; name another with --work-dir (docs/scale.md says how large)"
            else:
                said = f"cannot be written to: {error.strerror or error}"
            message = f"{self.folder}, where work files of a register go, {said}"
            raise OutputError(message) from error

    def append(self, file: IO[bytes], piece: NDArray[np.generic] | bytes) -> None:
        """Write at the end of a file, all of it."""
        data = piece if isinstance(piece, bytes) else piece.data
        left = memoryview(data).cast("B") if len(data) else memoryview(b"")
        with self._told():
            while len(left):
                left = left[file.write(left[:PIECE]) :]

    def map_column(
        self, file: IO[bytes], kind: DTypeLike, *, changing: bool = False
    ) -> NDArray[Value]:
        """What was written to a file, as a column."""
        size = os.fstat(file.fileno()).st_size
        if not size:
            return cast("NDArray[Value]", np.empty(0, dtype=kind))
        access = mmap.ACCESS_WRITE if changing else mmap.ACCESS_READ
        mapped = mmap.mmap(file.fileno(), size, access=access)
        self._maps.add(mapped)
        return cast("NDArray[Value]", np.frombuffer(mapped, dtype=kind))

    def fill(self, value: int, count: int, kind: DTypeLike) -> NDArray[Value]:
        """A column of one value that may be changed; the disk has room for all of it."""
        rows = PIECE // np.dtype(kind).itemsize
        with self.opened() as file:
            for start in range(0, count, rows):
                self.append(file, np.full(min(rows, count - start), value, dtype=kind))
            return self.map_column(file, kind, changing=True)

    def gather(self, pieces: Iterable[NDArray[Value]], kind: DTypeLike) -> NDArray[Value]:
        """Pieces one after another as one column."""
        with self.opened() as file:
            for piece in pieces:
                self.append(file, piece)
            return self.map_column(file, kind)

    def let_go(self) -> None:
        """Tell the system that what is mapped is not needed in memory for now."""
        if hasattr(mmap, "MADV_DONTNEED"):
            for mapped in self._maps:
                mapped.madvise(mmap.MADV_DONTNEED)
