"""Numbers of 64 bits find what those of 32 find, wherever the one ends and the other begins."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from benchmarks.registers import build_register, write_register
from govgraph.graph import number_columns, pairs
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.graph.shortest_chains import find_shortest_chains
from govgraph.registers.reading.register import Register
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules.facts import RegisterFacts
from tests.made_registers import standpoints, structures, write_tables
from tests.registers.reading.test_out_of_core import give, pieces, read_in_files

WAYS = (read_register, read_in_files)
in_both_ways = pytest.mark.parametrize("read", WAYS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), standpoint=standpoints())
def test_findings_are_those_of_narrow_numbers(structure: Structure, standpoint: Standpoint) -> None:
    """Whatever the register says, in memory and in files."""
    with TemporaryDirectory() as made:
        folder = write_tables(structure, Path(made))
        known = give(read_register(folder), standpoint, Path(made))
        for read in WAYS:
            with patch.object(number_columns, "MOST", 3), pieces(3):
                assert give(read(folder), standpoint, Path(made)) == known


@in_both_ways
def test_no_number_is_lost_in_a_narrow_column(
    tmp_path: Path, read: Callable[[Path], Register]
) -> None:
    """Narrow ones have 8 bits here: a number of some hundreds would come out of one wrong."""
    write_register(build_register(700), tmp_path)
    known = give(read_register(tmp_path), Standpoint(), tmp_path)
    narrow = np.dtype(np.int8)
    with patch.multiple(number_columns, NARROW=narrow, MOST=127), pieces(100):
        assert give(read(tmp_path), Standpoint(), tmp_path) == known


@in_both_ways
def test_every_column_of_numbers_is_wide(tmp_path: Path, read: Callable[[Path], Register]) -> None:
    """That of bodies, that of relations, and what is worked out of them."""
    write_register(build_register(50), tmp_path)
    with patch.object(number_columns, "MOST", 49), pieces(100):
        register = read(tmp_path)
        graph = RegisterGraph(register, Standpoint())
        facts = RegisterFacts(graph)
        some = np.arange(50)
        columns = {
            "ends": register.relations.froms,
            "other ends": register.relations.tos,
            "relations": graph.relations,
            "lines": graph.lines.superior,
            "lines of heads": graph.lines.froms,
            "depths": graph.depths,
            "longest": graph.next_on_longest,
            "dependants": graph.dependants,
            "subordinates": graph.subordinate_counts,
            "rings": graph.cycle_of.take(some),
            "bodies": facts.bodies,
            "superiors": facts.superiors,
            "stops": facts.stop,
            "chains": find_shortest_chains(graph, some).bodies,
        }
    assert {name: column.dtype for name, column in columns.items()} == dict.fromkeys(
        columns, np.int64
    )


def test_pairs_of_large_numbers_keep_their_order() -> None:
    """Up to the last two bodies of which a pair can be made."""
    last = pairs.MOST - 1
    lower, upper = np.array([0, 1, 1, last, last]), np.array([last, 0, last, 0, last])
    keys = pairs.pair_up(lower, upper)
    assert (np.diff(keys.astype(object)) > 0).all()
    assert pairs.lower_of(keys).tolist() == lower.tolist()
    assert pairs.upper_of(keys).tolist() == upper.tolist()
    assert pairs.are_among(keys, keys[1:]).tolist() == [False, True, True, True, True]
