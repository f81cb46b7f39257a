"""Lists of bodies by the column, with and without bodies in them."""

from pathlib import Path

import numpy as np
import pytest

from govgraph.registers.graph.body_lists import (
    Lists,
    gather_lists,
    make_lists,
    name_lists,
    side_by_side,
)
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import write_text

LISTS: tuple[list[list[int]], ...] = ([[0, 2], [], [1]], [[0, 1], [2, 0]], [[], []], [], [[2]])


@pytest.mark.parametrize("lists", LISTS, ids=str)
def test_lists_are_named_one_by_one(lists: list[list[int]], tmp_path: Path) -> None:
    """Empty ones too."""
    register = read_register(write_text(tmp_path, "id\na\nb\nc\n"))
    named = name_lists(register, make_lists(lists))
    assert named.to_list() == [["abc"[body] for body in one] for one in lists]
    ordered = name_lists(register, make_lists(lists), in_order=True)
    assert ordered.to_list() == [sorted("abc"[body] for body in one) for one in lists]


def test_bodies_are_gathered_by_their_places() -> None:
    """In the order in which they stand there."""
    bodies = np.array([7, 5, 6, 4], dtype=np.int32)
    lists = gather_lists(3, np.array([2, 0, 2, 0]), bodies)
    assert (lists.sizes.tolist(), lists.bodies.tolist()) == ([2, 0, 2], [5, 4, 7, 6])


def test_columns_stand_side_by_side() -> None:
    """One body of each in every list."""
    one, two = (np.array(numbers, dtype=np.int32) for numbers in ([1, 2], [3, 4]))
    lists: Lists = side_by_side(one, two)
    assert (lists.sizes.tolist(), lists.bodies.tolist()) == ([2, 2], [1, 3, 2, 4])
