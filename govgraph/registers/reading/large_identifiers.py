"""Identifiers become numbers out of core: hashes in files, and a table of a part of them at a time.

The first bits of a hash say which part an identifier belongs to. All relations are gone through
once a part, in the order in which they are written, so that nothing is looked up on a disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.number_columns import number_type
from govgraph.registers.reading.hashed_identifiers import UNKNOWN, number_identifiers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.graph.line_columns import Integers, Rows
    from govgraph.registers.reading.hashed_identifiers import Hashes, Identifiers
    from govgraph.registers.reading.work_files import WorkFiles

    Note = Callable[[str], None]
    Pair = tuple[Hashes, Hashes]

AT_ONCE = 1 << 20
"""Rows of a file that are looked at together."""
BYTES = 64
"""What a body takes while its part is looked up: hashes, places, and a table of them."""
MOST_PARTS = 256
"""Each part goes through all hashes: more of them would never end."""
SHARE = 3
"""The table may take one of so many parts of memory."""
FILTER = 16
"""Bits of a hash by which few identifiers are looked for among all."""


@dataclass(frozen=True, slots=True)
class LargeIdentifiers:
    """Bodies by the hashes of their identifiers, which are in files.

    Attributes:
        hashes: the first hash of each body.
        proofs: the second.
        twice: for each body whose identifier an earlier one has: itself and the first so called.
    """

    hashes: Hashes
    proofs: Hashes
    twice: tuple[tuple[int, int], ...] = ()

    def find(self, hashes: Hashes, proofs: Hashes) -> Integers:
        """The number of the body of each of a few identifiers, given both its hashes, or UNKNOWN.

        All bodies are gone through: those that may be one of them are looked up among these.
        """
        few = number_identifiers(hashes, proofs)
        found = np.full(len(hashes), UNKNOWN, dtype=number_type(len(self.hashes)))
        mask = np.uint64((1 << FILTER) - 1)
        asked = np.zeros(1 << FILTER, dtype=np.bool_)
        asked[hashes & mask] = True
        for rows in _blocks(len(self.hashes)):
            block = self.hashes[rows]
            near = np.flatnonzero(asked.take((block & mask).view(np.int64))).astype(np.int64)
            those = few.find(block.take(near), self.proofs[rows].take(near))
            met = np.flatnonzero(those != UNKNOWN)
            found[those.take(met)] = near.take(met) + rows.start
        for again, first in few.twice:
            found[again] = found[first]
        return found


def resolve(
    files: WorkFiles, known: Pair, asked: Sequence[Pair], note: Note
) -> tuple[LargeIdentifiers, list[Integers]]:
    """The bodies of some identifiers, and of columns of others the number of the body of each.

    Args:
        files: where columns go.
        known: both hashes of the identifier of each body.
        asked: both hashes of columns of identifiers.
        note: is told how far it has got.
    """
    numbers = number_type(len(known[0]))
    columns: list[Integers] = [files.fill(UNKNOWN, len(pair[0]), numbers) for pair in asked]
    twice: list[tuple[int, int]] = []
    parts = count_parts(files, len(known[0]))
    for part in range(parts):
        note(f"finding the bodies of relations: part {part + 1:,} of {parts:,}")
        bodies = _find_part(known[0], part, parts)
        table = number_identifiers(known[0].take(bodies), known[1].take(bodies))
        twice += [(int(bodies[again]), int(bodies[first])) for again, first in table.twice]
        for found, pair in zip(columns, asked, strict=True):
            _write_found(found, pair, (part, parts), bodies, table)
        files.let_go()
    return LargeIdentifiers(*known, tuple(sorted(twice))), columns


def _write_found(
    found: Integers, pair: Pair, part: tuple[int, int], bodies: Integers, table: Identifiers
) -> None:
    """Write, in place, the numbers of those bodies that are in one part."""
    hashes, proofs = pair
    number, parts = part
    for rows in _blocks(len(hashes)):
        block = hashes[rows]
        asked = np.flatnonzero(_part_of(block, parts) == number)
        there = table.find(block.take(asked), proofs[rows].take(asked))
        met = np.flatnonzero(there != UNKNOWN)
        found[asked.take(met) + rows.start] = bodies.take(there.take(met))


def _find_part(hashes: Hashes, part: int, parts: int) -> Integers:
    """The bodies of one part."""
    numbers = number_type(len(hashes))
    own = [
        (np.flatnonzero(_part_of(hashes[rows], parts) == part) + rows.start).astype(numbers)
        for rows in _blocks(len(hashes))
    ]
    return np.concatenate([np.empty(0, dtype=numbers), *own])


def count_parts(files: WorkFiles, bodies: int) -> int:
    """In how many parts, a power of two, so many bodies are looked up."""
    room = max(files.memory // SHARE, 1)
    return min(1 << max((bodies * BYTES - 1) // room, 0).bit_length(), MOST_PARTS)


def _part_of(hashes: Hashes, parts: int) -> Rows:
    """The part that each hash belongs to; its first bits, as the table goes by the last."""
    if parts == 1:
        return np.zeros(len(hashes), dtype=np.uint8)
    return hashes >> np.uint64(65 - parts.bit_length())


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, min(start + AT_ONCE, count)) for start in range(0, count, AT_ONCE))
