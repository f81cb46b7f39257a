"""Lines of account as integers for the tests of the engines: shapes, random ones, and answers.

The oracle is networkx where it has the answer, and plain trial where it has not: take a body away
and see who no longer arrives.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.graph.engine import Engine

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lines:
    """So many bodies, their lines of account and their apexes, as an engine takes them."""

    count: int
    froms: array[int]
    tos: array[int]
    apex: bytearray

    def ask(self, engine: Engine) -> dict[str, object]:
        """Every answer of an engine, by question, in plain integers."""
        three = (self.count, self.froms, self.tos)
        return {
            "arrivals": [int(each) for each in engine.arrivals(*three, self.apex)],
            "rings": engine.cycles(*three),
            "depths": list(engine.depths(*three)),
            "dependants": list(engine.dependants(*three, self.apex)),
            "superior_counts": list(engine.superior_counts(*three)),
            "subordinate_counts": list(engine.subordinate_counts(*three)),
        }


def lines(count: int, pairs: Iterable[Pair], apexes: Iterable[int] = (0,)) -> Lines:
    """Lines from pairs of numbers, the one who answers first."""
    pairs = list(pairs)
    apex = bytearray(count)
    for body in apexes:
        apex[body] = 1
    return Lines(
        count,
        array("i", [pair[0] for pair in pairs]),
        array("i", [pair[1] for pair in pairs]),
        apex,
    )


def chain(length: int) -> Lines:
    """Each body answers to the one before it; body 0 is the apex."""
    return lines(length, ((body, body - 1) for body in range(1, length)))


def cycle(length: int, *, waiting: int = 0, apexes: Iterable[int] = ()) -> Lines:
    """A ring of bodies, with a chain of others waiting below its first."""
    pairs = [(body, (body + 1) % length) for body in range(length)]
    below = [(body, body - 1 if body > length else 0) for body in range(length, length + waiting)]
    return lines(length + waiting, pairs + below, apexes)


def diamonds(layers: int) -> Lines:
    """Two bodies a layer, each answering to both above: chains double with every layer."""
    pairs = [(1, 0), (2, 0)]
    for layer in range(1, layers):
        upper, lower = 2 * layer - 1, 2 * layer + 1
        pairs += [(low, up) for low in (lower, lower + 1) for up in (upper, upper + 1)]
    return lines(2 * layers + 1, pairs)


def zip_of_chains(length: int) -> Lines:
    """Two chains from one apex, and at every step a body that answers to both."""
    pairs: list[Pair] = []
    for step in range(length):
        left, right, both = 3 * step + 1, 3 * step + 2, 3 * step + 3
        pairs += [(left, max(left - 3, 0)), (right, max(right - 3, 0)), (both, left), (both, right)]
    return lines(3 * length + 1, pairs)


def answers(given: Lines) -> dict[str, object]:
    """What every engine must say of these lines: networkx, and trial removal for dependants."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(given.count))
    graph.add_edges_from(
        pair for pair in zip(given.froms, given.tos, strict=True) if pair[0] != pair[1]
    )
    arrived = _arrive(given, graph)
    lost = []
    for body in range(given.count):
        rest = graph.copy()
        rest.remove_node(body)
        lost.append(len(arrived - _arrive(given, rest) - {body}))
    return {
        "arrivals": [int(body in arrived) for body in range(given.count)],
        "rings": sorted(
            sorted(each) for each in nx.strongly_connected_components(graph) if len(each) > 1
        ),
        "depths": _measure_depths(graph),
        "dependants": lost,
        "superior_counts": [graph.out_degree(body) for body in range(given.count)],
        "subordinate_counts": [graph.in_degree(body) for body in range(given.count)],
    }


def _arrive(given: Lines, graph: nx.DiGraph[int]) -> set[int]:
    apexes = {body for body in graph if given.apex[body]}
    return apexes.union(*(nx.ancestors(graph, apex) for apex in apexes))


def _measure_depths(graph: nx.DiGraph[int]) -> list[int]:
    places = nx.condensation(graph)
    depth: dict[int, int] = {}
    for place in reversed(list(nx.topological_sort(places))):
        depth[place] = max((depth[above] + 1 for above in places[place]), default=0)
    return [depth[places.graph["mapping"][body]] for body in range(graph.number_of_nodes())]


@st.composite
def any_lines(draw: st.DrawFn) -> Lines:
    """Lines of any shape: forests, single lines with rings of their own, and tangles of many."""
    count = draw(st.integers(1, 24))
    bodies = st.integers(0, count - 1)
    singles = draw(
        st.one_of(
            st.just([]),
            st.lists(bodies, min_size=count, max_size=count).map(lambda tos: list(enumerate(tos))),
            st.lists(bodies, min_size=count, max_size=count).map(
                lambda tos: [(body, min(body, to)) for body, to in enumerate(tos)]
            ),
            st.integers(2, 5).map(lambda size: _pack_rings(count, size)),
        )
    )
    extra = draw(st.lists(st.tuples(bodies, bodies), max_size=draw(st.integers(0, 3 * count))))
    pairs = draw(st.permutations(singles + extra))
    return lines(count, pairs, draw(st.sets(bodies, max_size=3)))


def _pack_rings(count: int, size: int) -> list[Pair]:
    """As many rings of one size as fit, each of single lines."""
    return [
        (body, body + 1 if body % size < size - 1 else body - size + 1)
        for body in range(count - count % size)
    ]
