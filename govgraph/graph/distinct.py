"""Which values stand in a column, each once: `numpy.unique` without what it imports.

That function brings in masked columns, which takes longer than all questions of a small register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]

Number = TypeVar("Number", bound=np.integer)


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
