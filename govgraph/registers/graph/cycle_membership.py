"""Which cycle a body of a register is in: told of few bodies among very many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.number_columns import number_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.graph.line_columns import Integers


class RingOf:
    """The number of the cycle that each body is in, looked up as in a column.

    Args:
        count: number of bodies.
        cycles: the bodies of each cycle, which no two share.

    Attributes:
        inside: for each body whether it is in a cycle.
    """

    def __init__(self, count: int, cycles: Sequence[Sequence[int]]) -> None:
        numbers = number_type(count)
        sizes = [len(cycle) for cycle in cycles]
        members = np.array([body for cycle in cycles for body in cycle], dtype=numbers)
        order = np.argsort(members)
        self._members = members.take(order)
        self._numbers = np.arange(len(cycles), dtype=numbers).repeat(sizes).take(order)
        self.inside = np.zeros(count, dtype=np.bool_)
        self.inside[members] = True

    def take(self, bodies: Integers) -> Integers:
        """The cycle of each of some bodies, or -1."""
        found = np.full(len(bodies), -1, dtype=self._numbers.dtype)
        some = np.flatnonzero(self.inside.take(bodies))
        places = np.searchsorted(self._members, bodies.take(some))
        found[some] = self._numbers.take(places)
        return found
