"""Lines upward from some bodies, whichever are asked."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from govgraph.graph.line_columns import sort_lines
from govgraph.graph.upward import count_upward, find_ends_upward, find_upward

COUNT = 8
_body = st.integers(0, COUNT - 1)


@given(st.lists(st.tuples(_body, _body), max_size=24), st.lists(_body, unique=True))
def test_lines_upward_are_those_that_start_there(
    pairs: list[tuple[int, int]], some: list[int]
) -> None:
    """Each line between different bodies once, of one superior or several, and their number."""
    above = defaultdict(set)
    for low, up in pairs:
        if low != up:
            above[low].add(up)
    froms, tos = np.array([*pairs, (0, 0)], dtype=np.int32).T.copy()
    lines = sort_lines(COUNT, froms, tos)
    bodies = np.array(some, dtype=np.int32)
    expected = sorted((body, up) for body in some for up in above[body])
    places, chain_ends = find_upward(lines, bodies)
    assert sorted(zip(bodies[places].tolist(), chain_ends.tolist(), strict=True)) == expected
    lower, upper = find_ends_upward(lines, bodies)
    assert sorted(zip(lower.tolist(), upper.tolist(), strict=True)) == expected
    assert count_upward(lines, bodies).tolist() == [len(above[body]) for body in some]
