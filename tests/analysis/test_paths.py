"""Ways upward are found past rings without walking them in every order."""

from itertools import pairwise, product
from random import Random

import networkx as nx
import pytest

from govgraph.analysis import paths
from govgraph.analysis.paths import find_paths
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import graph

SIZE = 25
CROWD = "; ".join(f"c{one} -> c{two}" for one in range(SIZE) for two in range(SIZE) if one != two)
OUT = f"{CROWD}; {'; '.join(f'c{one} -> start' for one in range(SIZE))}; start -> c0"


def test_a_ring_that_leads_back_is_no_way() -> None:
    """Everybody in the crowd could reach the goal, but only through where the way began."""
    found = find_paths(graph(f"{OUT}; start -> goal*"), "start", "goal")
    assert found.paths == (("start", "goal"),)
    assert not found.capped


def test_a_way_out_of_a_crowd_is_found_and_the_rest_is_capped() -> None:
    """Of more ways than there is time for, as many as were asked for."""
    found = find_paths(graph(f"{OUT}; c3 -> goal*"), "start", "goal", most=50)
    assert len(found.paths) == 50
    assert found.capped
    assert all(way[-2:] == ("c3", "goal") for way in found.paths)


BACK = OUT.replace("start", "gate")
"""A crowd that leads back to the gate through which one came."""


def test_a_crowd_behind_a_gate_is_given_up_and_then_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The shortest way is found; that there is no other takes looking past the way walked."""
    monkeypatch.setattr(paths, "MOST_IN_VAIN", 1_000)
    found = find_paths(graph(f"{BACK}; start -> gate -> goal*"), "start", "goal")
    assert found.paths == (("start", "gate", "goal"),)
    assert not found.capped


def test_looking_for_ways_out_of_rings_is_capped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it takes too long there may be more ways, and that is said."""
    monkeypatch.setattr(paths, "MOST_IN_VAIN", 10)
    monkeypatch.setattr(paths, "MOST_LOOKED_AT", 10)
    found = find_paths(graph(f"{BACK}; start -> gate -> goal*"), "start", "goal")
    assert found.capped


@pytest.mark.parametrize("most", [1, 2, 3])
def test_the_shortest_ways_are_given_whatever_the_order_of_the_file(most: int) -> None:
    """A cap cuts off the longest, not those that were written last."""
    here = graph("x -> a -> b -> top*; x -> c -> top; x -> top")
    every = (("x", "top"), ("x", "c", "top"), ("x", "a", "b", "top"))
    assert find_paths(here, "x", "top", most).paths == every[:most]


def _random_graph(chance: Random) -> AccountabilityGraph:
    """Eight bodies with lines of every firmness between them, rings among them."""
    ids = [f"b{number}" for number in range(8)]
    bases = (Basis.STATED, Basis.IMPLIED, Basis.INFERRED)
    lines = [
        Relation(from_body=one, kind=kind, to_body=two, basis=chance.choice(bases))
        for one, two in product(ids, ids)
        for kind in ("accountable_to", "reports_to")
        if one != two and chance.random() < 0.2
    ]
    bodies = tuple(Body(id=id_, name=id_) for id_ in ids)
    here = Structure(bodies=bodies, relations=tuple(lines))
    return AccountabilityGraph(here, Standpoint())


@pytest.mark.parametrize("seed", range(20))
def test_the_firmest_ways_come_first_then_the_shortest(seed: int) -> None:
    """As firm as the weakest step, of the firmest line of each; held against every way there is."""
    here = _random_graph(Random(seed))  # noqa: S311 - a test draws no secret
    firmness: dict[tuple[str, str], Basis] = {}
    for line in (line for lines in here.lines_up.values() for line in lines):
        step = (line.subordinate, line.superior)
        firmness[step] = min(line.basis, firmness.get(step, line.basis))
    every = sorted(
        (max(firmness[step] for step in pairwise(way)), len(way), tuple(way))
        for way in nx.all_simple_paths(nx.DiGraph(list(firmness)), "b0", "b7")
    )
    for most in (1, 3, 1_000):
        found = find_paths(here, "b0", "b7", most)
        assert found.paths == tuple(way for _, _, way in every[:most])
        assert found.capped == (len(every) > most)
