"""The rows of a query, as many as were asked for."""

import pytest

from govgraph.analysis.query import Rows, find_rows
from govgraph.errors import QuestionError
from tests.factories import graph

LINES = "MATCH (a)-[r:accountable_to]->(b) RETURN a.id, b.name ORDER BY a.id"


def test_rows_stand_under_what_was_asked() -> None:
    """Every row a tuple, in the order of the query."""
    here = graph("hart -> trust*; fleet -> trust")
    assert find_rows(here, LINES) == Rows(
        ("a.id", "b.name"), (("fleet", "Trust"), ("hart", "Trust")), capped=False
    )


def test_rows_beyond_the_most_are_left_out_and_said_to_be() -> None:
    """As many as were asked for are not said to be capped."""
    here = graph("hart -> trust*; fleet -> trust")
    assert find_rows(here, LINES, most=1) == Rows(
        ("a.id", "b.name"), (("fleet", "Trust"),), capped=True
    )
    assert not find_rows(here, LINES, most=2).capped


def test_a_query_may_look_at_so_many_places() -> None:
    """No more than are given; more than enough by themselves."""
    here = graph("hart -> trust*; fleet -> trust")
    with pytest.raises(QuestionError, match="more than 2 places"):
        find_rows(here, LINES, work=2)
    assert find_rows(here, LINES, work=1_000).rows
