"""A register at a glance: groups, how many bodies each has, and the lines between them."""

from pathlib import Path

import numpy as np
import pytest

from govgraph.graph.registers import overview
from govgraph.graph.registers.lines import RegisterGraph
from govgraph.graph.registers.near import group_near
from govgraph.graph.registers.overview import NONE, Flow, find_overview, group_by
from govgraph.graph.registers.reading import read_register
from govgraph.model.standpoint import Standpoint
from tests.registers import write_text

BODIES = """id,kind,apex,area,status
trust,trust,true,,
hart,board,,Hart,
rush,board,,Rushmoor,
h1,school,,Hart,
h2,school,,Hart,
r1,school,,Rushmoor,
old,school,,Hart,ended
"""
RELATIONS = """from,kind,to
hart,accountable_to,trust
rush,accountable_to,trust
h1,accountable_to,hart
h2,accountable_to,h1
r1,accountable_to,rush
old,accountable_to,hart
h1,supports,rush
"""


@pytest.fixture
def graph(tmp_path: Path) -> RegisterGraph:
    """Two areas below a trust."""
    return RegisterGraph(read_register(write_text(tmp_path, BODIES, RELATIONS)), Standpoint())


def test_bodies_are_counted_by_what_they_have_in_common(graph: RegisterGraph) -> None:
    """The largest group first; what no longer holds is in none."""
    grouping = group_by(graph.register, ["kind"], graph.present)
    found = find_overview(graph, grouping, np.zeros(len(graph), dtype=np.bool_))
    assert [(group.words, group.bodies) for group in found.groups] == [
        (("school",), 3),
        (("board",), 2),
        (("trust",), 1),
    ]
    assert [group.apexes for group in found.groups] == [0, 0, 1]


def test_lines_between_groups_and_within_one_are_counted(graph: RegisterGraph) -> None:
    """Relations that make no line are not among them."""
    grouping = group_by(graph.register, ["kind"], graph.present)
    marked = np.array([id_ == "h2" for id_ in graph.register.bodies.ids])
    found = find_overview(graph, grouping, marked)
    assert found.flows == (Flow(0, 1, 2), Flow(1, 2, 2))
    assert [group.within for group in found.groups] == [1, 0, 0]
    assert [group.marked for group in found.groups] == [1, 0, 0]


def test_kinds_are_told_apart_within_their_areas(graph: RegisterGraph) -> None:
    """By as many columns as are asked for; one that is not there says nothing."""
    grouping = group_by(graph.register, ["area", "kind"], graph.present)
    assert grouping.groups[0].words == ("Hart", "school")
    assert len(grouping.groups) == 5
    assert [group.words for group in group_by(graph.register, ["tier"], graph.present).groups] == [
        ("",)
    ]


def test_small_groups_beyond_what_fits_are_one(
    graph: RegisterGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no words of its own."""
    monkeypatch.setattr(overview, "MOST", 2)
    grouping = group_by(graph.register, ["kind"], graph.present)
    assert [group.words for group in grouping.groups] == [("school",), ()]
    assert np.bincount(grouping.of[graph.present]).tolist() == [3, 3]


def test_what_is_near_a_body_is_shown_one_by_one(graph: RegisterGraph) -> None:
    """So many steps upward and downward; what has ended is not there."""
    grouping = group_near(graph, 1, 1, 1)
    ids = graph.register.bodies.ids.to_list()
    assert [(ids[group.body], group.steps) for group in grouping.groups] == [
        ("hart", 0),
        ("trust", -1),
        ("h1", 1),
    ]
    assert grouping.of[ids.index("h2")] == NONE


def test_many_below_a_body_are_gathered_by_kind(tmp_path: Path) -> None:
    """Those of a level that is too long to be shown; the rarest kinds are one group."""
    kinds = [f"kind{number % 9}" for number in range(20)]
    bodies = "id,kind,apex\ntop,trust,true\n" + "".join(
        f"b{number},{kind},\n" for number, kind in enumerate(kinds)
    )
    relations = "from,kind,to\n" + "".join(
        f"b{number},accountable_to,top\n" for number in range(20)
    )
    register = read_register(write_text(tmp_path, bodies, relations))
    grouping = group_near(RegisterGraph(register, Standpoint()), 0, 0, 3)
    assert len(grouping.groups) == 1 + 8
    assert grouping.groups[-1].words == ()
    assert (grouping.of != NONE).all()
