"""Where chains meet again is the nearest body that all of them lead to."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from govgraph.checks.ways_upward import find_common_superior
from tests.factories import graph

PAIRS = st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=25)


def test_chains_that_meet_at_once_meet_at_the_first_by_id() -> None:
    """Of two bodies equally near, the first by id."""
    drawn = graph("a -> y; a -> x; b -> x; b -> y")
    assert find_common_superior(drawn, ("a", "b")) == "x"


def test_one_of_the_bodies_may_be_where_they_meet() -> None:
    """Where one answers to the other, they meet at the other."""
    assert find_common_superior(graph("a -> b -> c"), ("a", "b")) == "b"


def test_chains_that_never_meet_meet_nowhere() -> None:
    """Two apexes have nobody above both."""
    assert find_common_superior(graph("a -> b*; c -> d*"), ("a", "c")) == ""


@given(PAIRS)
def test_the_meeting_is_as_near_as_networkx_finds(pairs: set[tuple[int, int]]) -> None:
    """No other body is reached by both with the longer way shorter."""
    drawn = graph("; ".join(f"b{below} -> b{above}" for below, above in sorted(pairs)))
    lines: nx.DiGraph[str] = nx.DiGraph((line.subordinate, line.superior) for line in drawn.lines)
    bodies = sorted(lines)
    two = (bodies[0], bodies[-1])
    if two[0] == two[1]:
        return
    ways = [nx.single_source_shortest_path_length(lines, body) for body in two]
    further = {body: max(way[body] for way in ways) for body in ways[0] if body in ways[1]}
    met = find_common_superior(drawn, two)
    assert (met != "") == bool(further)
    assert not met or further[met] == min(further.values())
