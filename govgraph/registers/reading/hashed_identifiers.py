"""Identifiers become numbers: a table of hashes, filled and read a column at a time.

Polars hashes a column of a million identifiers in a few milliseconds. The first hash says where in
the table a body stands (open addressing: the next free slot if it is taken), the second proves
that it is the same identifier, so that two identifiers whose first hashes are equal are kept apart.
Two that agree in both, 128 bits, are taken to be the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Integers

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

EMPTY = -1
UNKNOWN = -1
"""The number of a body that is not in the register."""


class Finder(Protocol):
    """What is asked of identifiers, wherever their hashes are."""

    @property
    def twice(self) -> tuple[tuple[int, int], ...]:
        """For each body whose identifier an earlier one has: itself and the first so called."""
        ...

    def find(self, hashes: Hashes, proofs: Hashes, /) -> Integers:
        """The number of the body of each identifier, given both its hashes, or UNKNOWN."""
        ...


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
        if not len(self.hashes):
            return found
        mask = len(self.slots) - 1
        asking = np.arange(len(hashes))
        places = (hashes & np.uint64(mask)).view(np.int64)
        while len(asking):
            bodies = self.slots.take(places)
            same = bodies != EMPTY
            same &= self.hashes.take(bodies) == hashes
            same &= self.proofs.take(bodies) == proofs
            found[asking] = np.where(same, bodies, UNKNOWN)
            onward = np.flatnonzero((bodies != EMPTY) & ~same)
            asking, places = asking.take(onward), (places.take(onward) + 1) & mask
            hashes, proofs = hashes.take(onward), proofs.take(onward)
        return found


def number_identifiers(hashes: Hashes, proofs: Hashes) -> Identifiers:
    """The table of some identifiers, given both their hashes; at most a third of it is filled.

    Where more of it is, many an identifier has to look on, which costs more than the room.
    """
    count = len(hashes)
    mask = (1 << max(4, (3 * count - 1).bit_length())) - 1
    slots = np.full(mask + 1, EMPTY, dtype=np.int32)
    waiting = np.arange(count, dtype=np.int32)
    places = (hashes & np.uint64(mask)).view(np.int64)
    twice: list[tuple[int, int]] = []
    _claim(slots, places, waiting)
    while len(waiting):
        there = slots.take(places)
        left = np.flatnonzero(there != waiting)
        waiting, places, there = waiting.take(left), places.take(left), there.take(left)
        same = hashes.take(there) == hashes.take(waiting)
        same &= proofs.take(there) == proofs.take(waiting)
        if same.any():
            twice += zip(waiting[same].tolist(), there[same].tolist(), strict=True)
            waiting, places = waiting[~same], places[~same]
        places = (places + 1) & mask
        free = np.flatnonzero(slots.take(places) == EMPTY)
        _claim(slots, places.take(free), waiting.take(free))
    return Identifiers(hashes, proofs, slots, tuple(sorted(twice)))


def _claim(slots: Integers, places: Places, bodies: Integers) -> None:
    """Write bodies, in place, into free slots; of several that want one, the first gets it."""
    slots[places[::-1]] = bodies[::-1]  # the last written stays
