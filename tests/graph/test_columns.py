"""Lines sorted into bodies with one superior and heads with several."""

from __future__ import annotations

from array import array

import numpy as np

from govgraph.graph.line_columns import as_flags, as_integers, sort_lines


def test_heads_are_set_apart_with_their_lines_in_order() -> None:
    """A body with two superiors keeps no single one; both its lines stand beside, sorted."""
    lines = sort_lines(4, as_integers([3, 1, 2, 3], 4), as_integers([2, 0, 0, 1], 4))
    assert lines.superior.tolist() == [0, 0, 0, 3]
    assert lines.froms.tolist() == [3, 3]
    assert lines.tos.tolist() == [1, 2]


def test_duplicates_and_lines_to_oneself_make_no_head() -> None:
    """The same line twice, and a line to oneself, leave one superior."""
    lines = sort_lines(2, as_integers([1, 1, 1], 2), as_integers([0, 1, 0], 2))
    assert lines.superior.tolist() == [0, 0]
    assert lines.froms.tolist() == []


def test_columns_are_seen_without_a_copy() -> None:
    """Integers of 32 bits are read where they lie, whoever holds them."""
    column = array("i", [5, 6])
    seen = as_integers(column, 9)
    column[0] = 7
    assert seen.tolist() == [7, 6]


def test_flags_are_what_is_not_zero() -> None:
    """Any byte but zero is yes."""
    assert as_flags(bytearray([0, 1, 2])).tolist() == [False, True, True]
    assert as_flags(np.array([0, 2], dtype=np.int8)).tolist() == [False, True]
