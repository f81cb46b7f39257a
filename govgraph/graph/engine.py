"""Two engines answer the same questions over integers; the size chooses.

Both speak of *lines*: pairs of body numbers, from the one who answers to the one who is answered
to. A line written twice counts once, and a line from a body to itself counts for nothing here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class IntegerColumn(Protocol):
    """A column of whole numbers: `array("i")`, a list, or a column of NumPy."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __getitem__(self, place: int, /) -> int: ...


class ByteColumn(Protocol):
    """A column of yes (1) and no (0): `bytearray`, `array("b")` or a NumPy column of bool."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __getitem__(self, place: int, /) -> int: ...


class Engine(Protocol):
    """The primitives that every accountability check is made of.

    Bodies are numbered from 0 to `count` - 1. `froms` and `tos` are the lines, of equal length;
    `apex` has `count` bytes. Every answer is deterministic, whatever the order of the lines.
    """

    def arrivals(
        self, count: int, froms: IntegerColumn, tos: IntegerColumn, apex: ByteColumn
    ) -> ByteColumn:
        """1 for every body whose chain upward reaches an apex, an apex among them."""
        ...

    def cycles(self, count: int, froms: IntegerColumn, tos: IntegerColumn) -> list[list[int]]:
        """Groups of two or more bodies that answer to one another, sorted within and without."""
        ...

    def depths(self, count: int, froms: IntegerColumn, tos: IntegerColumn) -> IntegerColumn:
        """Steps of the longest chain upward from each body, a whole cycle counting as one place."""
        ...

    def dependants(
        self, count: int, froms: IntegerColumn, tos: IntegerColumn, apex: ByteColumn
    ) -> IntegerColumn:
        """How many other bodies reach an apex now and would not without this one."""
        ...

    def superior_counts(
        self, count: int, froms: IntegerColumn, tos: IntegerColumn
    ) -> IntegerColumn:
        """Number of distinct superiors of each body, other than itself."""
        ...

    def subordinate_counts(
        self, count: int, froms: IntegerColumn, tos: IntegerColumn
    ) -> IntegerColumn:
        """Number of distinct direct subordinates of each body, other than itself."""
        ...
