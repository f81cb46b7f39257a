"""Identifiers become numbers, whatever their hashes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from govgraph.registers.reading.hashed_identifiers import UNKNOWN, number_identifiers

# Of eight values each, so that first hashes, and slots, are shared all the time.
pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=40)


def columns(given_pairs: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """First and second hashes as columns."""
    table = np.array(given_pairs, dtype=np.uint64).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy()


@given(known=pairs, asked=pairs)
def test_every_identifier_is_found_under_its_first_number(
    known: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    """Two identifiers with the same first hash are kept apart by the second."""
    first: dict[tuple[int, int], int] = {}
    for number, pair in enumerate(known):
        first.setdefault(pair, number)
    identifiers = number_identifiers(*columns(known))
    found = identifiers.find(*columns(asked)).tolist()
    assert found == [first.get(pair, UNKNOWN) for pair in asked]


@given(known=pairs)
def test_an_identifier_written_twice_is_told(known: list[tuple[int, int]]) -> None:
    """Each body but the first of its identifier, with the first."""
    expected = [
        (number, known.index(pair)) for number, pair in enumerate(known) if pair in known[:number]
    ]
    assert number_identifiers(*columns(known)).twice == tuple(expected)
