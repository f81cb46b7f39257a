"""The number of a verb, as Python and as columns have it."""

import polars
from hypothesis import given
from hypothesis import strategies as st

from govgraph.wording.verbs import AFTER_HEAD, SEVERAL, is_plural

WORDS = (
    *("the", "Local", "boards", "Board", "agencies", "agencys", "people", "EIPs", "NHS"),
    *("of", "for", "in", "(South)", ",", ":", "5", "12", "bodies"),
)
NAMES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text("bodies EIP,(")


@given(st.lists(NAMES, min_size=1))
def test_a_column_tells_names_of_several_as_python_does(names: list[str]) -> None:
    """By the same expressions, which another library reads."""
    heads = polars.Series(names).str.strip_chars().str.replace(AFTER_HEAD, "")
    assert heads.str.contains(SEVERAL).to_list() == [is_plural(name) for name in names]
