"""The shortest chains of many bodies at once."""

import itertools
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from govgraph import registers
from govgraph.errors import UnknownNameError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import IDS, graph_of, standpoints, structures, write_tables


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), standpoint=standpoints())
def test_they_are_as_short_as_can_be(structure: Structure, standpoint: Standpoint) -> None:
    """Each leads line by line to an apex, in as many steps as networkx needs."""
    small = AccountabilityGraph(structure, standpoint)
    lines: nx.DiGraph[str] = nx.DiGraph((line.subordinate, line.superior) for line in small.lines)
    lines.add_nodes_from(IDS)
    with TemporaryDirectory() as folder:
        graph = RegisterGraph(read_register(write_tables(structure, Path(folder))), standpoint)
        found = registers.chains(graph, IDS)
    for place, body in enumerate(IDS):
        steps = [
            nx.shortest_path_length(lines, body, apex)
            for apex in small.apexes
            if nx.has_path(lines, body, apex)
        ]
        chain = [IDS[number] for number in found.chain(place).tolist()]
        assert found.steps[place] == min(steps, default=-1)
        assert found.arrives[place] == bool(steps)
        assert chain[:1] == ([body] if steps else [])
        assert all(lines.has_edge(*pair) for pair in itertools.pairwise(chain))


def test_the_body_asked_about_must_be_there(tmp_path: Path) -> None:
    """The first that is not is named."""
    with pytest.raises(UnknownNameError, match="moot"):
        registers.chains(graph_of("hart -> trust*", tmp_path), ["hart", "moot"])
