"""The shortest ring is shown, and opened at the line that is best taken out."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.checks import cycles
from govgraph.checks.cycles import find_opening, find_shortest_cycle, find_superiors_within
from tests.factories import graph

PAIRS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=16)


@given(PAIRS)
def test_the_ring_shown_is_as_short_as_networkx_finds(pairs: set[tuple[int, int]]) -> None:
    """In each set of bodies that answer to one another, the shortest ring is found."""
    drawn = graph("; ".join(f"b{below} -> b{above}" for below, above in sorted(pairs)))
    between = ((line.subordinate, line.superior) for line in drawn.lines)
    lines: nx.DiGraph[str] = nx.DiGraph(pair for pair in between if pair[0] != pair[1])
    for bodies in drawn.cycles:
        cycle = find_shortest_cycle(find_superiors_within(drawn, bodies))
        assert len(cycle) == min(map(len, nx.simple_cycles(lines.subgraph(bodies))))
        assert cycle[0] == min(cycle)
        assert all(lines.has_edge(a, b) for a, b in zip(cycle, cycle[1:] + cycle[:1], strict=True))


@given(PAIRS)
def test_taking_out_the_opening_opens_the_ring(pairs: set[tuple[int, int]]) -> None:
    """The line that is named is one of the ring's own."""
    drawn = graph("; ".join(f"b{below} -> b{above}" for below, above in sorted(pairs)))
    for bodies in drawn.cycles:
        cycle = find_shortest_cycle(find_superiors_within(drawn, bodies))
        opening = find_opening(drawn, cycle)
        after = cycle[(cycle.index(opening.subordinate) + 1) % len(cycle)]
        assert opening.superior == after


def test_a_dense_structure_is_answered_with_the_best_ring_found_so_far(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The search is bounded; what it shows is a ring all the same."""
    monkeypatch.setattr(cycles, "LINES_TRIED", 0)
    drawn = graph("a -> b -> c -> d -> a; a -> c; c -> e -> f -> c; e -> c")
    cycle = find_shortest_cycle(find_superiors_within(drawn, drawn.cycles[0]))
    assert cycle == ("a", "c", "d")
