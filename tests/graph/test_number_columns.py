"""Values of a column, each once, as `numpy.unique` gives them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from govgraph.graph.number_columns import find_beginnings, find_distinct, find_firsts

columns = st.lists(st.integers(-3, 3), max_size=12)


@given(columns)
def test_every_value_is_given_once_in_order(given_column: list[int]) -> None:
    """With the first place where it stands."""
    column = np.array(given_column, dtype=np.int64)
    values, places = np.unique(column, return_index=True)
    assert find_distinct(column).tolist() == values.tolist()
    assert find_firsts(column).tolist() == places.tolist()


@given(columns)
def test_another_value_begins_where_it_differs(given_column: list[int]) -> None:
    """The first place is a beginning too."""
    column = np.sort(np.array(given_column, dtype=np.int64))
    expected = [not place or column[place - 1] != value for place, value in enumerate(column)]
    assert find_beginnings(column).tolist() == expected
