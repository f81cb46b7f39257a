"""Identifiers become numbers: a table of hashes, filled and read a column at a time.

Polars hashes a column of a million identifiers in a few milliseconds. The first hash says where in
the table a body stands (open addressing: the next free slot if it is taken), the second proves
that it is the same identifier, so that two identifiers whose first hashes are equal are kept apart.
Two that agree in both, 128 bits, are taken to be the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.columns import Integers

    Hashes = NDArray[np.uint64]

EMPTY = -1
UNKNOWN = -1
"""The number of a body that is not in the register."""


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Bodies by the hashes of their identifiers.

    Attributes:
        hashes: the first hash of each body.
        proofs: the second.
        slots: the body in each slot of the table, or EMPTY; a power of two of them.
        twice: for each body whose identifier an earlier one has: itself and the first so called.
    """

    hashes: Hashes
    proofs: Hashes
    slots: Integers
    twice: tuple[tuple[int, int], ...]

    def find(self, hashes: Hashes, proofs: Hashes) -> Integers:
        """The number of the body of each identifier, given both its hashes, or UNKNOWN."""
        found = np.full(len(hashes), UNKNOWN, dtype=np.int32)
        mask = len(self.slots) - 1
        asking = np.arange(len(hashes) if len(self.hashes) else 0, dtype=np.intp)
        places = (hashes & np.uint64(mask)).astype(np.intp)[: len(asking)]
        while len(asking):
            bodies = self.slots.take(places)
            taken = bodies != EMPTY
            same = taken & (self.hashes.take(bodies) == hashes.take(asking))
            same &= self.proofs.take(bodies) == proofs.take(asking)
            found[asking[same]] = bodies[same]
            onward = taken & ~same
            asking, places = asking[onward], (places[onward] + 1) & mask
        return found


def number_identifiers(hashes: Hashes, proofs: Hashes) -> Identifiers:
    """The table of some identifiers, given both their hashes; at most half of it is filled."""
    count = len(hashes)
    mask = (1 << max(4, (2 * count - 1).bit_length())) - 1
    slots = np.full(mask + 1, EMPTY, dtype=np.int32)
    waiting = np.arange(count, dtype=np.int32)
    places = (hashes & np.uint64(mask)).astype(np.intp)
    twice: list[tuple[int, int]] = []
    while len(waiting):
        free = slots.take(places) == EMPTY
        slots[places[free][::-1]] = waiting[free][::-1]  # the last written stays: the first body
        there = slots.take(places)
        left = there != waiting
        waiting, places, there = waiting[left], places[left], there[left]
        same = (hashes[there] == hashes[waiting]) & (proofs[there] == proofs[waiting])
        twice += zip(waiting[same].tolist(), there[same].tolist(), strict=True)
        waiting, places = waiting[~same], (places[~same] + 1) & mask
    return Identifiers(hashes, proofs, slots, tuple(sorted(twice)))
