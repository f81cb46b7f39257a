"""Columns of numbers: how wide they are, and which values stand there, each once.

`numpy.unique` brings in masked columns, which takes longer than all questions of a small register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]


NARROW = np.dtype(np.int32)
MOST = int(np.iinfo(NARROW).max)
"""Rows that narrow numbers can say."""

Number = TypeVar("Number", bound=np.integer)


def number_type(count: int) -> np.dtype[np.signedinteger]:
    """The type of a column of numbers of so many rows."""
    return NARROW if count <= MOST else np.dtype(np.int64)


def find_beginnings(ordered: NDArray[np.integer]) -> Flags:
    """Where in a sorted column another value begins."""
    beginnings = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=beginnings[1:])
    return beginnings


def find_distinct(column: NDArray[Number]) -> NDArray[Number]:
    """Every value once, ascending."""
    ordered = np.sort(column)
    return ordered[find_beginnings(ordered)]


def find_firsts(column: NDArray[np.integer]) -> Places:
    """For every value, ascending, the first place where it stands."""
    order = np.argsort(column, kind="stable")
    return order[find_beginnings(column[order])]
