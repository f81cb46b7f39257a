"""The contracting engine on long shapes, and where its rounds give way to plain Python."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from hypothesis import given, settings

from govgraph.graph import contracted_chains, contraction, failure, multi_superior, plain
from tests.lines import Lines, any_lines, chain, cycle, diamonds, lines, zip_of_chains


def test_chain_longer_than_sixteen_bits_keeps_its_count() -> None:
    """Seventy thousand steps are counted as such, not from zero again at 65,536."""
    answer = chain(70_000).ask(contraction)
    assert answer["depths"] == list(range(70_000))
    assert answer["dependants"] == list(range(69_999, -1, -1))
    assert answer["arrivals"] == [1] * 70_000


@pytest.mark.parametrize("size", [2, 4, 1_000, 70_000])
def test_ring_is_found_however_settled_it_looks(size: int) -> None:
    """A ring of single superiors is one ring at no depth, and those below stand below it."""
    given = cycle(size, waiting=3)
    answer = given.ask(contraction)
    assert answer["rings"] == [list(range(size))]
    assert answer["depths"] == [0] * size + [1, 2, 3]
    assert answer["arrivals"] == [0] * (size + 3)
    assert answer["dependants"] == [0] * (size + 3)


def test_long_chain_below_a_ring_is_followed_to_it() -> None:
    """Twenty thousand bodies below a ring of two have their depth, and do not arrive."""
    answer = cycle(2, waiting=20_000).ask(contraction)
    assert answer["depths"] == [0, 0, *range(1, 20_001)]
    assert answer["arrivals"] == [0] * 20_002


def test_apex_halfway_up_a_chain_is_where_it_arrives() -> None:
    """Chains run on through an apex with superiors; those below arrive, those above do not."""
    given = lines(70_000, zip(range(1, 70_000), range(69_999), strict=True), [30_000])
    answer = given.ask(contraction)
    assert answer["arrivals"] == [0] * 30_000 + [1] * 40_000
    assert answer["dependants"] == [0] * 30_000 + list(range(39_999, -1, -1))


@pytest.mark.parametrize(
    "given_lines",
    [diamonds(40), diamonds(1_000), zip_of_chains(40), zip_of_chains(1_500)],
    ids=["40 diamonds", "1000 diamonds", "short zip", "deep zip"],
)
def test_lattices_of_heads_are_answered_at_any_depth(given_lines: Lines) -> None:
    """Where every second body is a head, in few layers or in many, the answers are the same."""
    assert given_lines.ask(contraction) == given_lines.ask(plain)


@settings(max_examples=200, deadline=None)
@given(any_lines())
def test_answers_do_not_depend_on_how_many_rounds_are_tried(given_lines: Lines) -> None:
    """However early the rounds give way to plain Python, the answers are the same."""
    with pytest.MonkeyPatch.context() as patch:
        for rounds in (0, 1, 2):
            patch.setattr(multi_superior, "ROUNDS", rounds)
            patch.setattr(failure, "ROUNDS", rounds)
            patch.setattr(failure, "DEEP", 3)
            assert given_lines.ask(contraction) == given_lines.ask(plain)


def test_columns_that_cannot_change_are_contracted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two questions in a row about the same read-only columns share one contraction."""
    froms, tos = np.array([1, 2], dtype=np.int32), np.array([0, 1], dtype=np.int32)
    froms.flags.writeable = tos.flags.writeable = False
    assert contraction.depths(3, froms, tos).tolist() == [0, 1, 2]
    monkeypatch.setattr(contracted_chains, "contract", None)
    assert contraction.superior_counts(3, froms, tos).tolist() == [0, 1, 1]


def test_columns_that_can_change_are_read_afresh() -> None:
    """A column that was written to since the last question is seen as it is now."""
    froms, tos = np.array([1, 2], dtype=np.int32), np.array([0, 1], dtype=np.int32)
    assert contraction.depths(3, froms, tos).tolist() == [0, 1, 2]
    tos[1] = 0
    assert contraction.depths(3, froms, tos).tolist() == [0, 1, 1]


def test_another_count_of_bodies_is_another_contraction() -> None:
    """The same read-only columns with more bodies give an answer for each of them."""
    froms, tos = np.array([1], dtype=np.int32), np.array([0], dtype=np.int32)
    froms.flags.writeable = tos.flags.writeable = False
    assert contraction.depths(2, froms, tos).tolist() == [0, 1]
    assert contraction.depths(3, froms, tos).tolist() == [0, 1, 0]


def test_contraction_is_forgotten_with_its_columns() -> None:
    """Nothing is kept of columns that nobody holds any more."""
    froms, tos = np.array([1], dtype=np.int32), np.array([0], dtype=np.int32)
    froms.flags.writeable = tos.flags.writeable = False
    contraction.depths(2, froms, tos)
    assert contracted_chains._remembered
    del froms, tos
    gc.collect()
    assert not contracted_chains._remembered
