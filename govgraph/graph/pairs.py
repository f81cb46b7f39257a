"""Pairs of bodies as single numbers, by which they are sorted and looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Places, Rows

    Keys = NDArray[np.uint64]

HALF = 32
"""Bits of a key that say which body each of the two is."""
MOST = 1 << HALF
"""Bodies of which two can be said so."""
_LOWEST = np.uint64((1 << HALF) - 1)


def pair_up(lower: Rows, upper: Rows) -> Keys:
    """A number for each pair, in the order of the first and then of the second."""
    return (lower.astype(np.int64) << HALF | upper).view(np.uint64)


def lower_of(keys: Keys) -> Places:
    """The first of each pair."""
    return (keys >> np.uint64(HALF)).view(np.int64)


def upper_of(keys: Keys) -> Places:
    """The second of each pair."""
    return (keys & _LOWEST).view(np.int64)


def are_among(keys: Keys, known: Keys) -> Flags:
    """Whether each key is among sorted others."""
    if not len(known):
        return np.zeros(len(keys), dtype=np.bool_)
    places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    found: Flags = known[places] == keys
    return found
