"""Which ring a body is in: the same as a column of all bodies would say."""

from __future__ import annotations

import numpy as np

from govgraph.registers.graph.cycle_membership import RingOf


def test_bodies_are_found_in_their_rings() -> None:
    """In whatever order they are asked and the rings are told; any other body is in none."""
    cycle_of = RingOf(9, [[4, 7], [0, 2, 8]])
    asked = np.array([8, 1, 7, 0, 4, 4, 5], dtype=np.int32)
    assert cycle_of.take(asked).tolist() == [1, -1, 0, 1, 0, 0, -1]
    assert np.flatnonzero(cycle_of.inside).tolist() == [0, 2, 4, 7, 8]


def test_without_rings_nobody_is_in_one() -> None:
    """There is nothing to look among."""
    cycle_of = RingOf(3, [])
    assert cycle_of.take(np.arange(3, dtype=np.int32)).tolist() == [-1, -1, -1]
    assert not cycle_of.inside.any()
