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

from govgraph.graph.number_columns import number_type

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
        keys: both hashes of each body, side by side, so that one look into memory brings both.
        slots: the body in each slot of the table, or EMPTY; a power of two of them.
        twice: for each body whose identifier an earlier one has: itself and the first so called.
    """

    keys: Hashes
    slots: Integers
    twice: tuple[tuple[int, int], ...]

    def find(self, hashes: Hashes, proofs: Hashes) -> Integers:
        """The number of the body of each identifier, given both its hashes, or UNKNOWN."""
        if not len(self.keys):
            return np.full(len(hashes), UNKNOWN, dtype=self.slots.dtype)
        mask = len(self.slots) - 1
        places = (hashes & np.uint64(mask)).view(np.int64)
        found, onward = self._look(places, hashes, proofs)
        asking = onward
        while len(asking):
            places = (places.take(onward) + 1) & mask
            hashes, proofs = hashes.take(onward), proofs.take(onward)
            found[asking], onward = self._look(places, hashes, proofs)
            asking = asking.take(onward)
        return found

    def _look(self, places: Places, hashes: Hashes, proofs: Hashes) -> tuple[Integers, Places]:
        """The bodies in these slots, or UNKNOWN; and where another stands, so that one looks on.

        An empty slot reads the last body, whom nobody looks for there.
        """
        found = self.slots.take(places)
        keys = self.keys.take(found, axis=0, mode="wrap")
        differs = keys[:, 0] != hashes
        differs |= keys[:, 1] != proofs
        others = np.flatnonzero(differs)
        filled = found.take(others) != EMPTY
        found[others] = UNKNOWN
        return found, others.compress(filled)


def number_identifiers(hashes: Hashes, proofs: Hashes) -> Identifiers:
    """The table of some identifiers, given both their hashes; at most a third of it is filled.

    Where more of it is, many an identifier has to look on, which costs more than the room.
    """
    count = len(hashes)
    keys = np.empty((count, 2), dtype=np.uint64)
    keys[:, 0], keys[:, 1] = hashes, proofs
    mask = (1 << max(4, (3 * count - 1).bit_length())) - 1
    slots = np.full(mask + 1, EMPTY, dtype=number_type(count))
    # Backwards, as of several bodies that want a slot the last written stays: the first of them.
    waiting = np.arange(count - 1, -1, -1, dtype=slots.dtype)
    places = (hashes[::-1] & np.uint64(mask)).view(np.int64)
    twice: list[tuple[int, int]] = []
    slots[places] = waiting
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
        slots[places.take(free)] = waiting.take(free)
    return Identifiers(keys, slots, tuple(sorted(twice)))
