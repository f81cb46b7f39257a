"""Long columns gone through block by block, so that what is needed on the way stays small.

NumPy looks up by 64 bits. A column of 32-bit places is copied to that width first: of a million,
eight megabytes of fresh memory, which costs more to get than the look itself takes. A block of
them fits into the cache of the processor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Integers

BLOCK = 1 << 15
"""Rows of a block: a quarter of a megabyte of places."""

Value = TypeVar("Value", bound=np.generic)


def look_up(column: NDArray[Value], places: Integers) -> NDArray[Value]:
    """What stands at each place; the last row at -1."""
    found = np.empty(len(places), dtype=column.dtype)
    for block in cut_blocks(len(places)):
        found[block] = column.take(places[block])
    return found


def mark_others(column: Integers, own: Flags) -> Flags:
    """For each row whether some other row holds its number, given which hold their own."""
    flags = np.zeros(len(column) + 1, dtype=np.bool_)
    for block in cut_blocks(len(column)):
        places = column[block].astype(np.intp)
        places[np.flatnonzero(own[block])] = len(column)  # past the end, where nobody looks
        flags[places] = True
    return flags[:-1]


def mark(flags: Flags, places: Integers) -> None:
    """Set, in place, the flags at these places."""
    for block in cut_blocks(len(places)):
        flags[places[block].astype(np.intp)] = True


def write(column: NDArray[Value], places: Integers, values: NDArray[Value]) -> None:
    """Write each value at its place; of several at one, the last stands."""
    for block in cut_blocks(len(places)):
        column[places[block].astype(np.intp)] = values[block]


def take_over(column: NDArray[Value], places: Integers) -> None:
    """Write in each row, in place, what stands at its place; such a row must have its own."""
    for block in cut_blocks(len(places)):
        column[block] = column.take(places[block])


def find_own(column: Integers) -> Flags:
    """Where a column holds the number of its own row."""
    own = np.empty(len(column), dtype=np.bool_)
    for block in cut_blocks(len(column)):
        part = column[block]
        rows = np.arange(block.start, block.start + len(part), dtype=column.dtype)
        np.equal(part, rows, out=own[block])
    return own


def cut_blocks(count: int) -> Iterator[slice]:
    """The rows of so long a column, block by block."""
    return (slice(start, min(start + BLOCK, count)) for start in range(0, count, BLOCK))
