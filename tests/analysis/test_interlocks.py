"""Where people sit, and on both sides of which lines."""

from dataclasses import replace

from govgraph.analysis.interlocks import find_people
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.seats import Person
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from tests.seated import seated, seated_graph

SEATS = ("hart: chair lynn", "trust: member lynn", "trust: chair bob")


def test_everybody_is_found_with_their_seats() -> None:
    """In the order in which the file names them."""
    people = find_people(seated_graph("hart -> trust*", *SEATS)).people
    assert [(sitter.person.id, sitter.bodies) for sitter in people] == [
        ("lynn", ("hart", "trust")),
        ("bob", ("trust",)),
    ]


def test_somebody_sits_on_both_sides_of_a_line() -> None:
    """The seats at each end are given with the line."""
    (lynn,) = find_people(seated_graph("hart -> trust*", *SEATS), "lynn").people
    (sides,) = lynn.both_sides
    assert sides.relation.key == ("hart", "accountable_to", "trust")
    assert (sides.is_line, sides.basis) == (True, Basis.STATED)
    assert [held.seat.body for held in (*sides.below, *sides.above)] == ["hart", "trust"]


def test_a_link_is_not_a_line() -> None:
    """Lines of account come first; links are said to be none."""
    text = "hart -supports-> trust*; hart -> trust; hart -part_of-> trust"
    (lynn,) = find_people(seated_graph(text, *SEATS), "lynn").people
    assert [(sides.relation.kind, sides.is_line) for sides in lynn.both_sides] == [
        ("accountable_to", True),
        ("part_of", False),
        ("supports", False),
    ]


def test_a_part_is_a_presumed_line_when_asked() -> None:
    """As everywhere, only where the question lets it count."""
    graph = seated_graph("hart -part_of-> trust", *SEATS, standpoint=Standpoint(presume=True))
    (sides,) = find_people(graph, "lynn").people[0].both_sides
    assert (sides.is_line, sides.basis) == (True, Basis.PRESUMED)


def test_a_seat_by_virtue_of_another_counts() -> None:
    """The chair of the one is on both sides, though named once."""
    seats = ("hart: chair lynn", "trust: member ? as chair of hart")
    (lynn,) = find_people(seated_graph("hart -> trust*", *seats)).people
    assert [sides.relation.kind for sides in lynn.both_sides] == ["accountable_to"]


def test_a_body_that_is_not_there_is_on_no_side() -> None:
    """A seat on a body that has ended is kept, and ties nothing."""
    (lynn, _) = find_people(seated_graph("hart! -> trust*", *SEATS)).people
    assert len(lynn.seats) == 2
    assert lynn.bodies == ("trust",)
    assert lynn.both_sides == ()


def test_nobody_is_on_both_sides_of_a_body_that_answers_to_itself() -> None:
    """A relation needs two ends."""
    (lynn,) = find_people(seated_graph("hart -> hart", "hart: chair lynn")).people
    assert lynn.both_sides == ()


def test_a_seat_that_comes_with_a_post_is_offered_to_whoever_has_it() -> None:
    """It is never counted among the seats of the person, and nobody else is offered it."""
    made = seated(
        "hart -> trust*",
        "trust: chair ? as post: Leader",
        "hart: chair ? as post: Leader",
        "hart: member ann",
    )
    leader = Person(id="lea", name="Lea", post="Leader")
    graph = AccountabilityGraph(replace(made, people=(*made.people, leader)), Standpoint())
    ann, lea = find_people(graph).people
    assert [held.seat.body for held in lea.offered] == ["trust", "hart"]
    assert (lea.seats, lea.both_sides, ann.offered) == ((), (), ())
    assert [held.seat.body for held in ann.seats] == ["hart"]
