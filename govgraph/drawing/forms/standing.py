"""The rows of a shape, and what passes between them: the same in every air, so found but once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.ranks import Shape

    Nets = tuple[Sequence[tuple[int, int]], Sequence[tuple[int, tuple[int, ...]]]]
    """Lines by where they lead and begin: those alone, and those that share where they lead."""


@dataclass
class Standing:
    """Where the bodies of a shape stand, bodies by their number.

    Attributes:
        row: The row of every body.
        stacked: The bodies that stand in stacks.
        many: How many rows there are.
        nets: The lines.
    """

    row: Sequence[int]
    stacked: frozenset[int]
    many: int
    nets: Nets = field(repr=False)

    @cached_property
    def rows(self) -> list[list[int]]:
        """The bodies of every row."""
        rows: list[list[int]] = [[] for _ in range(self.many)]
        for body, row in enumerate(self.row):
            rows[row].append(body)
        return rows

    @property
    def passing(self) -> Iterator[int]:
        """How many lines pass each row; those that lead to one body travel together."""
        row_of, stacked = self.row, self.stacked
        more = [0] * (self.many + 1)  # than pass the row above
        single, shared = self.nets
        for stop, start in single:
            first, last = row_of[stop], row_of[start]
            if first > last:
                first, last = last, first
            if last - first > 1 and start not in stacked:
                more[first + 1] += 1
                more[last] -= 1
        for stop, starts in shared:
            row = row_of[stop]
            alone = [row_of[start] for start in starts if start not in stacked] or [row]
            for begin, end in ((min(alone) + 1, row), (row + 1, max(alone))):
                if begin < end:
                    more[begin] += 1
                    more[end] -= 1
        return accumulate(more[:-1])

    @property
    def leading(self) -> Iterator[int]:
        """How many lines lead on below each row, counted likewise."""
        row_of = self.row
        more = [0] * (self.many + 1)
        single, shared = self.nets
        for stop, start in single:
            first, last = row_of[stop], row_of[start]
            if first > last:
                first, last = last, first
            more[first] += 1
            more[last + (first == last)] -= 1
        for stop, starts in shared:
            row = row_of[stop]
            ends = [row_of[start] for start in starts]
            first, last = min(row, *ends), max(row, *ends)
            more[first] += 1
            more[last + (last == row and row in ends)] -= 1
        return accumulate(more[:-1])


class Standings:
    """A diagram whose bodies stand in one shape and then in another."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self._ranker = hierarchy.ranker
        self._known: dict[Hashable, Standing] = {}
        number = self._ranker.number
        nets: dict[tuple[int, str], dict[int, None]] = {}
        for line in hierarchy.diagram.lines:
            if line.from_ in number and line.to in number:
                nets.setdefault((number[line.to], line.style), {})[number[line.from_]] = None
        ends = [(to, tuple(froms)) for (to, _), froms in nets.items()]
        self._nets = (
            [(to, froms[0]) for to, froms in ends if len(froms) == 1],
            [(to, froms) for to, froms in ends if len(froms) > 1],
        )

    def of(self, shape: Shape, key: Hashable) -> Standing:
        """Where the bodies stand in a shape, of which the key is known."""
        if key not in self._known:
            row, slots, stacks = self._ranker.rows(shape)
            stacked = frozenset([body for stack in stacks for body in stack])
            self._known[key] = Standing(row, stacked, len(slots), self._nets)
        return self._known[key]
