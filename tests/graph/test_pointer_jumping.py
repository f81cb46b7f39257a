"""Pointer doubling: where chains of single superiors end, and what hangs below each body."""

from __future__ import annotations

import numpy as np
import pytest

from govgraph.graph.blocks import find_own, mark_others
from govgraph.graph.pointer_jumping import ChainEnds, add_up, follow, follow_again


def _column(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array(numbers, dtype=np.int32)


def _follow(superior: np.ndarray[tuple[int], np.dtype[np.int32]]) -> ChainEnds:
    ends = find_own(superior)
    return follow(superior, ends, mark_others(superior, ends))


def test_chain_ends_at_the_body_without_a_superior() -> None:
    """Each body's end is the top of its chain, with the steps that lead to it."""
    superior = _column(0, 0, 1, 2, 2)
    climb = _follow(superior)
    assert climb.chain_ends.tolist() == [0, 0, 0, 0, 0]
    assert climb.steps.tolist() == [0, 1, 2, 3, 3]
    assert climb.cuts.tolist() == []


def test_chain_ends_at_an_end_that_has_a_superior() -> None:
    """An end in the middle stands at itself, and those below it stop there."""
    superior = _column(0, 0, 1, 2)
    ends = superior == np.arange(4)
    climb = follow_again(_follow(superior), superior, ends, np.array([2]))
    assert climb.chain_ends.tolist() == [0, 0, 2, 2]
    assert climb.steps.tolist() == [0, 1, 0, 1]


def test_a_ring_stays_cut_where_chains_end_at_more_bodies() -> None:
    """The cut of a ring is an end still, and so is each other body of it that becomes one."""
    superior = _column(1, 2, 0, 0, 3, 5)
    ends = superior == np.arange(6)
    climb = _follow(superior)
    assert climb.cuts.tolist() == [0]
    ends[climb.cuts] = True
    climb = follow_again(climb, superior, ends, np.array([2]))
    assert climb.chain_ends.tolist() == [0, 2, 2, 0, 0, 5]
    assert climb.steps.tolist() == [0, 1, 0, 1, 2, 0]


@pytest.mark.parametrize("size", [2, 3, 4, 8, 9])
def test_ring_is_cut_at_its_first_body(size: int) -> None:
    """A ring whose pointers return to where they were is still seen to have no end."""
    superior = _column(*range(1, size), 0, size - 1)
    climb = _follow(superior)
    assert climb.cuts.tolist() == [0]
    assert climb.chain_ends.tolist() == [0] * (size + 1)
    assert climb.steps.tolist() == [0, *range(size - 1, 0, -1), 2]


def test_two_rings_are_cut_apart() -> None:
    """Each ring is cut at the first body of its own."""
    climb = _follow(_column(3, 2, 1, 0))
    assert climb.cuts.tolist() == [0, 1]


def test_amounts_are_added_up_the_tree() -> None:
    """Each body gathers its own amount and all below it; the root gathers nothing."""
    pointers = np.array([4, 0, 1, 1, 4])
    amounts = add_up(pointers, 4, np.array([1, 10, 100, 1_000, 0]))
    assert amounts.tolist() == [1_111, 1_110, 100, 1_000, 0]
