"""A register at a glance: groups, how many bodies each has, and the lines between them."""

from pathlib import Path

import numpy as np
import pytest

from govgraph.model.standpoint import Standpoint
from govgraph.registers.graph import overview
from govgraph.registers.graph.neighbourhood import group_near
from govgraph.registers.graph.overview import (
    NONE,
    Flow,
    Group,
    Overview,
    find_overview,
    group_by,
)
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import write_text

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


def test_an_overview_is_told_whole(graph: RegisterGraph) -> None:
    """By what, every group with its counts, the flows the largest first, and what is left out."""
    ids = graph.register.bodies.ids.to_list()
    chosen = np.array([id_ != "rush" for id_ in ids]) & graph.present
    grouping = group_by(graph.register, ["area"], chosen)
    found = find_overview(graph, grouping, np.zeros(len(graph), dtype=np.bool_))
    assert found == Overview(
        ("area",),
        (
            Group(("Hart",), 3, within=2),
            Group(("",), 1, apexes=1),
            Group(("Rushmoor",), 1),
        ),
        (Flow(0, 1, 1),),
        left_out=1,
    )
    assert grouping.groups == (Group(("Hart",), 0), Group(("",), 0), Group(("Rushmoor",), 0))


def test_a_line_to_oneself_flows_nowhere(tmp_path: Path) -> None:
    """It is no line within a group either."""
    written = write_text(tmp_path, "id\na\nb\n", "from,kind,to\na,reports_to,a\na,reports_to,b\n")
    graph = RegisterGraph(read_register(written), Standpoint())
    grouping = group_by(graph.register, ["kind"], graph.present)
    (group,) = find_overview(graph, grouping, graph.present).groups
    assert (group.bodies, group.within, group.marked) == (2, 1, 2)


@pytest.mark.parametrize(("most", "groups"), [(3, 3), (2, 2), (4, 3)])
def test_as_many_groups_as_fit_are_told_apart(
    graph: RegisterGraph, monkeypatch: pytest.MonkeyPatch, most: int, groups: int
) -> None:
    """Only where there are more is the last one for the rest."""
    monkeypatch.setattr(overview, "MOST", most)
    made = group_by(graph.register, ["kind"], graph.present).groups
    assert len(made) == groups
    assert (made[-1] == Group((), 0)) is (most == 2)


def level(tmp_path: Path, kinds: list[str]) -> tuple[Group, ...]:
    """What is near a body to which bodies of these kinds answer, the one in step 1."""
    bodies = "id,kind\ntop,trust\n" + "".join(f"b{n},{kind}\n" for n, kind in enumerate(kinds))
    lines = "from,kind,to\n" + "".join(f"b{n},reports_to,top\n" for n in range(len(kinds)))
    register = read_register(write_text(tmp_path, bodies, lines))
    grouping = group_near(RegisterGraph(register, Standpoint()), 0, 0, 1)
    assert grouping.by == ("kind",)
    assert grouping.groups[0] == Group((), 1, body=0, steps=0)
    counts = np.bincount(grouping.of).tolist()
    assert [counts[0], sum(counts)] == [1, len(kinds) + 1]
    return grouping.groups[1:]


def test_a_dozen_are_shown_singly_and_one_more_by_kind(tmp_path: Path) -> None:
    """Each level is judged by itself."""
    singly = level(tmp_path, ["school"] * 12)
    assert singly == tuple(Group((), 1, body=row, steps=1) for row in range(1, 13))
    assert level(tmp_path, ["school"] * 13) == (Group(("school",), 0, steps=1),)


def test_kinds_of_a_level_stand_by_their_number_then_by_name(tmp_path: Path) -> None:
    """Eight kinds are told apart; of nine, seven are, and the rest are one."""
    eight = [f"k{n}" for n in range(8)] + ["k5"] * 3 + ["k2"] * 2
    order = ("k5", "k2", "k0", "k1", "k3", "k4", "k6", "k7")
    assert level(tmp_path, eight) == tuple(Group((kind,), 0, steps=1) for kind in order)
    nine = level(tmp_path, [*eight, "k8"])
    assert nine == (
        *(Group((kind,), 0, steps=1) for kind in order[:7]),
        Group((), 0, steps=1),
    )


def test_a_ring_is_gone_round_once_and_each_body_stands_where_it_is_met_first(
    tmp_path: Path,
) -> None:
    """Upward before downward; however many steps are asked for."""
    text = "from,kind,to\nb,reports_to,a\nc,reports_to,b\na,reports_to,c\nd,reports_to,c\n"
    register = read_register(write_text(tmp_path, "id\na\nb\nc\nd\ne\n", text))
    graph = RegisterGraph(register, Standpoint())
    ids = register.bodies.ids.to_list()

    def near(body: str, up: int, down: int) -> list[tuple[str, int]]:
        groups = group_near(graph, ids.index(body), up, down).groups
        return [(ids[group.body], group.steps) for group in groups]

    assert near("b", 9, 9) == [("b", 0), ("a", -1), ("c", -2), ("d", 2)]
    assert near("b", 1, 1) == [("b", 0), ("a", -1), ("c", 1)]
    assert near("d", 0, 5) == [("d", 0)]
    assert near("e", 3, 3) == [("e", 0)]
