"""Upward through seats: who sits on a body and on the one above."""

from dataclasses import replace

from govgraph.analysis.chain import find_chains
from govgraph.analysis.ties import Tie, Ties, find_ties
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from tests.seated import seated, seated_graph


def ties(text: str, *seats: str, body: str = "hart") -> Ties:
    """The ties upward from a body."""
    return find_ties(seated_graph(text, *seats), body)


def one(text: str, *seats: str) -> Tie:
    """The only tie upward from Hart."""
    (tie,) = ties(text, *seats).ties
    return tie


def test_a_line_may_be_carried_by_somebody_as_well() -> None:
    """A member of both bodies ties them beside the stated line."""
    tie = one("hart -> trust*", "hart: member lynn", "trust: member lynn")
    assert [line.superior for line in tie.lines] == ["trust"]
    assert [(bond.person, bond.by_virtue) for bond in tie.shared_members] == [("lynn", False)]


def test_a_chair_who_sits_elsewhere_may_be_all_there_is() -> None:
    """Without a line or a link, the chair's seat is the only tie."""
    tie = one("hart; trust*", "hart: chair lynn", "trust: member lynn")
    assert (tie.superior, tie.lines, tie.links) == ("trust", (), ())


def test_a_tie_is_never_a_line_of_account() -> None:
    """Whatever seats say, the chain stops where the stated lines do."""
    graph = seated_graph("hart; trust*", "hart: chair lynn", "trust: member lynn")
    (chain,) = find_chains(graph, "hart").chains
    assert chain.apex is None
    assert find_ties(graph, "hart").arrives == ("trust",)


def test_a_member_of_two_bodies_alone_points_nowhere() -> None:
    """Which of the two would be the superior, nothing says."""
    assert ties("hart; trust*", "hart: member lynn", "trust: member lynn").ties == ()


def test_once_a_chair_ties_two_bodies_every_other_person_on_both_is_named() -> None:
    """Those by virtue of a seat come first."""
    tie = one(
        "hart; trust*",
        "hart: member bob",
        "hart: chair lynn",
        "trust: member bob",
        "trust: adviser lynn as chair of hart",
    )
    assert [(bond.person, bond.by_virtue) for bond in tie.shared_members] == [
        ("lynn", True),
        ("bob", False),
    ]


def test_a_seat_that_comes_with_a_chair_ties_without_a_name() -> None:
    """The seat is recorded, the holder is not."""
    tie = one("hart; trust*", "hart: chair ?", "trust: member ? as chair of hart")
    (bond,) = tie.shared_members
    assert (bond.person, bond.by_virtue) == ("", True)
    assert [held.seat.role for held in bond.below] == ["chair"]


def test_a_seat_that_comes_with_one_that_is_not_recorded_ties_as_well() -> None:
    """There need be no seat below to point at."""
    (bond,) = one("hart; trust*", "trust: member ? as chair of hart").shared_members
    assert bond.below == ()
    assert bond.basis is Basis.STATED


def test_a_link_upward_is_named_beside_the_tie() -> None:
    """A representation points at the superior, and is no line."""
    tie = one("hart -represented_on-> trust*", "hart: member lynn", "trust: member lynn")
    assert [link.kind for link in tie.links] == ["represented_on"]
    assert tie.lines == ()


def test_support_does_not_point_upward() -> None:
    """Doing something for a body does not make it the superior."""
    seats = ("hart: member lynn", "trust: member lynn")
    assert ties("hart -supports-> trust*", *seats).ties == ()


def test_a_chair_who_sits_on_a_body_below_looks_down() -> None:
    """The trust's chair on Hart ties Hart to the trust, not the trust to Hart."""
    seats = ("hart: member ann", "trust: chair ann")
    assert ties("hart -> trust*", *seats, body="trust").ties == ()
    assert [tie.superior for tie in ties("hart -> trust*", *seats).ties] == ["trust"]


def test_of_two_bodies_with_one_chair_neither_is_above() -> None:
    """A shared chair alone gives no direction."""
    assert ties("hart; trust*", "hart: chair lynn", "trust: chair lynn").ties == ()
    (tie,) = ties("hart -> trust*", "hart: chair lynn", "trust: chair lynn").ties
    assert tie.superior == "trust"


def test_the_way_upward_goes_on_over_lines_and_ties() -> None:
    """Fleet answers to Hart, Hart's chair sits on the board, the board answers to the trust."""
    answer = ties(
        "fleet -> hart; board -> trust*; trust -> council*",
        "hart: chair lynn",
        "board: member lynn",
        body="fleet",
    )
    assert [(tie.subordinate, tie.superior) for tie in answer.ties] == [("hart", "board")]
    assert answer.arrives == ("trust",)


def test_what_lines_arrive_at_is_not_said_again() -> None:
    """Only what seats add is worth saying."""
    answer = ties("hart -> trust*", "hart: chair lynn", "trust: member lynn")
    assert answer.arrives == ()


def test_vacant_seats_and_bodies_that_are_over_tie_nobody() -> None:
    """Only what is there from the standpoint counts."""
    assert ties("hart -> trust*", "hart: chair lynn", "trust: member nobody").ties == ()
    assert ties("hart -> trust!", "hart: chair lynn", "trust: member lynn").ties == ()


def test_two_chairs_on_each_other_are_walked_once() -> None:
    """A ring of ties ends."""
    seats = ("hart: chair lynn", "hart: member ann", "trust: chair ann", "trust: member lynn")
    answer = ties("hart; trust", *seats)
    pairs = [(tie.subordinate, tie.superior) for tie in answer.ties]
    assert pairs == [("hart", "trust"), ("trust", "hart")]


def test_a_presumed_line_is_a_line_and_not_also_a_link() -> None:
    """The relation is named once."""
    graph = seated_graph(
        "hart -part_of-> trust*",
        "hart: member lynn",
        "trust: member lynn",
        standpoint=Standpoint(presume=True),
    )
    (tie,) = find_ties(graph, "hart").ties
    assert [line.basis for line in tie.lines] == [Basis.PRESUMED]
    assert tie.links == ()


def test_an_answer_names_its_body_and_goes_on_past_an_apex_to_the_rest() -> None:
    """An apex ends its own way, not the others."""
    answer = ties(
        "a -> apex*; a -> hart; hart; board*",
        "hart: chair lynn",
        "board: member lynn",
        body="a",
    )
    assert answer.body == "a"
    assert [(tie.subordinate, tie.superior) for tie in answer.ties] == [("hart", "board")]
    assert answer.arrives == ("board",)


def test_a_link_that_has_ended_ties_nobody() -> None:
    """A representation of the past points nowhere today, though both bodies are there."""
    made = seated("hart -represented_on-> trust*", "hart: member lynn", "trust: member lynn")
    over = tuple(replace(link, status=Status.ENDED) for link in made.relations)
    graph = AccountabilityGraph(replace(made, relations=over), Standpoint())
    assert find_ties(graph, "hart").ties == ()


def test_a_bond_names_the_seats_on_either_side() -> None:
    """Those of the person who ties the two, and of nobody else."""
    tie = one("hart -> trust*", "hart: chair ann", "hart: member lynn", "trust: member lynn")
    (bond,) = tie.shared_members
    assert [held.people for held in (*bond.below, *bond.above)] == [("lynn",), ("lynn",)]
    assert [held.seat.body for held in (*bond.below, *bond.above)] == ["hart", "trust"]


def test_a_seat_that_comes_with_the_chair_points_at_the_chair_alone() -> None:
    """Not at the other seats below."""
    tie = one(
        "hart; trust*", "hart: member ann", "hart: chair ?", "trust: member ? as chair of hart"
    )
    (bond,) = tie.shared_members
    assert [held.seat.role for held in bond.below] == ["chair"]
