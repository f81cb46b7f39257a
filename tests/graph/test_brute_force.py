"""The primitives of both engines are what trying everything gives, on every small graph."""

from array import array

import pytest

from govgraph.graph import contraction, plain
from govgraph.graph.engine import Engine
from tests.brute_force import Small, every, some


def agree(engine: Engine, small: Small) -> None:
    """Hold every primitive of an engine to the definitions."""
    pairs = sorted(small.pairs)
    froms, tos = array("i", [p[0] for p in pairs]), array("i", [p[1] for p in pairs])
    apex = bytearray(body in small.apexes for body in small.bodies)
    three = (small.count, froms, tos)
    bodies = small.bodies
    assert [bool(each) for each in engine.arrivals(*three, apex)] == [
        small.arrives(body) for body in bodies
    ]
    assert {frozenset(cycle) for cycle in engine.cycles(*three)} == small.cycles
    assert list(engine.depths(*three)) == [small.depth(body) for body in bodies]
    assert list(engine.dependants(*three, apex)) == [len(small.dependants(b)) for b in bodies]
    assert list(engine.superior_counts(*three)) == [len(small.superiors(b)) for b in bodies]


def test_every_graph_of_three_bodies() -> None:
    """All 512 of them, with no apex, one and two."""
    for small in every(3, [(), (0,), (0, 1)]):
        agree(plain, small)
        agree(contraction, small)


@pytest.mark.parametrize("count", [4, 5, 6])
def test_graphs_of_up_to_six_bodies(count: int) -> None:
    """Some hundreds of each size, sparse and dense."""
    for small in some(count, 700 - 100 * count):
        agree(plain, small)
        agree(contraction, small)
