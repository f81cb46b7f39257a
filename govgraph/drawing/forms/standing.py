"""The rows of a shape, and what passes between them: the same in every air, so found but once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.ranks import Ranks, Shape, rank_bodies

if TYPE_CHECKING:
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
        self._known: dict[object, Standing] = {}
        bodies = hierarchy.bodies
        self._lines = [
            (line.from_, line.to, line.style)
            for line in hierarchy.diagram.lines
            if line.from_ in bodies and line.to in bodies
        ]

    def of(self, shape: Shape) -> Standing:
        """Where the bodies stand in a shape."""
        key = shape.key
        if key not in self._known:
            self._known[key] = self._found(shape)
        return self._known[key]

    def _found(self, shape: Shape) -> Standing:
        ranks = rank_bodies(self._hierarchy, shape)
        stacked = frozenset(body for stack in ranks.stacks for body in stack)
        passing: dict[int, set[tuple[str, str]]] = defaultdict(set)
        leading: dict[int, set[tuple[str, str]]] = defaultdict(set)
        row_of = ranks.row_of
        for start, stop, style in self._lines:
            first, last = row_of[start], row_of[stop]
            if first > last:
                first, last = last, first
            net = stop, style
            for row in range(first, max(last, first + 1)):
                leading[row].add(net)
            if start not in stacked:
                for row in range(first + 1, last):
                    passing[row].add(net)
        rows = range(len(ranks.slots))
        return Standing(
            ranks,
            ranks.rows(),
            stacked,
            [len(passing[row]) for row in rows],
            [len(leading[row]) for row in rows],
        )
