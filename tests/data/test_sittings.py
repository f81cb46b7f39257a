"""Who sits where in the real papers, as known from reading them."""

import pytest

import govgraph
from govgraph.analysis.interlocks import Sitter
from govgraph.graph.accountability import AccountabilityGraph
from tests.data.papers import folder_of


def sitter(structure: str, name: str, *include: str) -> Sitter:
    """Where somebody sits."""
    graph = govgraph.build_graph(govgraph.load(folder_of(structure)), include=include)
    (found,) = govgraph.people(graph, name).people
    return found


@pytest.fixture(scope="module")
def worcestershire() -> AccountabilityGraph:
    """The arrangements of August 2009."""
    return govgraph.build_graph(govgraph.load(folder_of("worcestershire")))


def test_two_people_sit_on_both_groups(worcestershire: AccountabilityGraph) -> None:
    """Michael Hunter and Richard Keble, and nobody else."""
    people = govgraph.people(worcestershire).people
    both = {each.person.name for each in people if {"pab", "jcb"} <= set(each.bodies)}
    assert both == {"Michael Hunter", "Richard Keble"}


def test_michael_hunter_chairs_the_one_and_advises_the_other() -> None:
    """On the Board by virtue of the Body's chair."""
    seats = sitter("worcestershire", "Michael Hunter").seats
    assert [(held.seat.body, held.seat.role) for held in seats] == [
        ("pab", "chair"),
        ("jcb", "adviser"),
    ]
    assert seats[1].seat.ex_officio == "chair of pab"


def test_no_line_runs_between_the_two_groups() -> None:
    """Both are part of one partnership; the paper states nothing between them."""
    assert sitter("worcestershire", "Richard Keble").both_sides == ()


@pytest.mark.parametrize("name", ["Simon Hairsnape", "Lynn Takavarasha"])
def test_two_people_share_the_vice_chair(name: str) -> None:
    """One seat, held by both."""
    (held,) = sitter("worcestershire", name).seats
    assert held.seat.role == "vice-chair"
    assert held.people == ("simon-hairsnape", "lynn-takavarasha")


def test_the_cabinet_member_is_not_offered_the_statutory_members_seat() -> None:
    """The paper does not say that the member whom statute asks for is this one."""
    found = sitter("worcestershire", "Marcus Hart", "proposed")
    assert found.offered == ()
    assert "trust-board" not in found.bodies


def test_tim_sadler_sits_by_virtue_of_a_chair() -> None:
    """He chairs the one body, which is represented on the other; that is no line of account."""
    found = sitter("oxfordshire", "Tim Sadler")
    (sides,) = found.both_sides
    assert sides.relation.key == (
        "oxford-community-safety-partnership",
        "represented_on",
        "oxfordshire-childrens-trust",
    )
    assert not sides.is_line


def test_lynn_martin_waits_for_a_chair_that_is_only_proposed() -> None:
    """She is in no seat until proposals are included."""
    assert sitter("hampshire", "Lynn Martin").bodies == ()
    assert sitter("hampshire", "Lynn Martin", "proposed").bodies == ("hart-lcp",)


def test_the_advisory_body_is_tied_to_the_board_by_people_alone(
    worcestershire: AccountabilityGraph,
) -> None:
    """Its chair by virtue, and one member of both; no line runs between them."""
    (tie,) = govgraph.ties(worcestershire, "PAB").ties
    assert (tie.superior, tie.lines, tie.links) == ("jcb", (), ())
    assert [(bond.person, bond.by_virtue) for bond in tie.shared_members] == [
        ("michael-hunter", True),
        ("richard-keble", False),
    ]


def test_the_chairs_of_2009_carry_their_partnerships_lines() -> None:
    """Each is to be accountable to the Trust, and each chair to sit there, unnamed."""
    structure = govgraph.load(folder_of("oxfordshire"))
    graph = govgraph.build_graph(structure, as_at="2009-05", include=["proposed"])
    for area in ("central", "southern", "northern"):
        (tie,) = govgraph.ties(graph, f"{area}-local-partnership").ties
        assert [line.superior for line in tie.lines] == ["oxfordshire-childrens-trust"]
        assert [(bond.person, bond.by_virtue) for bond in tie.shared_members] == [("", True)]
