"""The rows of a shape, and what passes between them: the same in every air, so found but once."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.ranks import Ranks, Shape, rank_bodies

if TYPE_CHECKING:
    from collections.abc import Hashable

    from govgraph.drawing.layout.hierarchy import Hierarchy


class Standing(NamedTuple):
    """Where the bodies of a shape stand.

    Attributes:
        ranks: Its rows.
        rows: The bodies of every row.
        stacked: The bodies that stand in stacks.
        passing: How many lines pass each row; those that lead to one body travel together.
        leading: How many lines lead on below each row, counted likewise.
    """

    ranks: Ranks
    rows: list[list[str]]
    stacked: frozenset[str]
    passing: list[int]
    leading: list[int]


class Standings:
    """A diagram whose bodies stand in one shape and then in another."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self._hierarchy = hierarchy
        self._known: dict[Hashable, Standing] = {}
        bodies = hierarchy.bodies
        nets: dict[tuple[str, str], dict[str, None]] = {}
        for line in hierarchy.diagram.lines:
            if line.from_ in bodies and line.to in bodies:
                nets.setdefault((line.to, line.style), {})[line.from_] = None
        self._nets = [(to, froms) for (to, _), froms in nets.items() if len(froms) > 1]
        self._single = [(to, *froms) for (to, _), froms in nets.items() if len(froms) == 1]

    def of(self, shape: Shape, key: Hashable) -> Standing:
        """Where the bodies stand in a shape, of which the key is known."""
        if key not in self._known:
            self._known[key] = self._found(shape)
        return self._known[key]

    def _found(self, shape: Shape) -> Standing:
        ranks = rank_bodies(self._hierarchy, shape)
        stacked = frozenset(body for stack in ranks.stacks for body in stack)
        rows = len(ranks.slots)
        passing, leading = [0] * (rows + 1), [0] * (rows + 1)  # by how many more than the row above
        row_of = ranks.row_of
        for stop, start in self._single:
            first, last = row_of[stop], row_of[start]
            if first > last:
                first, last = last, first
            leading[first] += 1
            leading[last + (first == last)] -= 1
            if last - first > 1 and start not in stacked:
                passing[first + 1] += 1
                passing[last] -= 1
        for stop, starts in self._nets:
            row = row_of[stop]
            ends = [row_of[start] for start in starts]
            first, last = min(row, *ends), max(row, *ends)
            leading[first] += 1
            leading[last + (last == row and row in ends)] -= 1
            if last - first > 1:
                alone = [row_of[start] for start in starts if start not in stacked] or [row]
                for begin, end in ((min(alone) + 1, row), (row + 1, max(alone))):
                    if begin < end:
                        passing[begin] += 1
                        passing[end] -= 1
        counts = [*accumulate(passing[:-1])], [*accumulate(leading[:-1])]
        return Standing(ranks, ranks.rows(), stacked, *counts)
