"""Who holds each seat: as written, by virtue of another, or perhaps."""

from dataclasses import replace

from govgraph.analysis.holders import Held, find_held, find_post, format_post
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Person, Role, Seat
from govgraph.model.standpoint import Presence, Standpoint
from tests.seated import seated, seated_graph


def held(text: str, *seats: str) -> dict[str, Held]:
    """The first seat of each body."""
    return {body: found[0] for body, found in find_held(seated_graph(text, *seats)).items()}


def test_a_seat_is_held_by_those_it_names() -> None:
    """Several people may hold one seat together."""
    seat = held("hart", "hart: vice-chair ann+bob")["hart"]
    assert seat.holders == seat.people == ("ann", "bob")
    assert seat.is_there
    assert not seat.is_vacant


def test_a_vacant_seat_is_held_by_nobody() -> None:
    """It is there all the same."""
    seat = held("hart", "hart: chair nobody")["hart"]
    assert (seat.people, seat.is_there, seat.is_vacant) == ((), True, True)


def test_a_seat_comes_with_the_chair_elsewhere() -> None:
    """Whoever chairs the one body sits on the other, though the file does not repeat the name."""
    seat = held("fleet; trust", "fleet: chair lynn", "trust: member ? as chair of fleet")["trust"]
    assert (seat.holders, seat.by_virtue, seat.people) == ((), ("lynn",), ("lynn",))


def test_a_name_on_the_seat_goes_before_the_post() -> None:
    """What the file says of the seat is not worked out again."""
    seat = held("fleet; trust", "fleet: chair lynn", "trust: member bob as chair of fleet")["trust"]
    assert (seat.holders, seat.by_virtue) == (("bob",), ())


def test_a_seat_that_comes_with_a_vacant_chair_has_no_holder() -> None:
    """Nobody sits by virtue of a seat in which nobody sits."""
    seat = held("fleet; trust", "fleet: chair nobody", "trust: member ? as chair of fleet")["trust"]
    assert seat.people == ()


def test_a_post_of_the_same_name_is_offered() -> None:
    """That two posts go by one name is no proof; the holder is offered and not counted."""
    made = seated("trust", "trust: chair ? as post: Director of Children's Services")
    directors = (Person(id="gail", name="Gail", post="Manager; Director of Children’s services"),)
    graph = seated_graph("trust")
    graph = replace(graph, structure=replace(made, people=directors))
    (seat,) = find_held(graph)["trust"]
    assert (seat.people, seat.perhaps) == ((), ("gail",))


def test_a_seat_is_not_there_before_its_body() -> None:
    """A seat of a proposed body is only proposed."""
    text, seat = "board?", "board: chair lynn"
    (waiting,) = find_held(seated_graph(text, seat))["board"]
    assert waiting.being.presence is Presence.PROPOSED
    included = Standpoint(include=frozenset({Status.PROPOSED}))
    (there,) = find_held(seated_graph(text, seat, standpoint=included))["board"]
    assert there.is_there


def test_the_post_of_a_seat_is_a_role_on_a_body() -> None:
    """Posts in words, and roles that there are none of, are no seat elsewhere."""
    posts = ["chair of hart", "lead officer of hart", "post: Head of Hart", "friend of hart", ""]
    found = [find_post(Seat(body="trust", ex_officio=post)) for post in posts]
    assert found == [("hart", Role.CHAIR), ("hart", Role.LEAD_OFFICER), None, None, None]


def test_a_post_is_spoken_with_the_name_of_its_body() -> None:
    """Ids are for files."""
    made = seated("hart-lcp")
    assert format_post(made, Seat(body="x", ex_officio="chair of hart-lcp")) == "chair of Hart Lcp"
    assert format_post(made, Seat(body="x", ex_officio="post: Head of Hart")) == "Head of Hart"


def test_a_post_on_a_body_whose_id_has_of_in_it_is_read_from_the_end() -> None:
    """`head of service of hart` is a post on Hart."""
    seat = Seat(body="trust", ex_officio="chair of the board of hart")
    assert format_post(seated("hart"), seat) == "chair of the board of Hart"
    assert find_post(Seat(body="x", ex_officio="chair of hart-of-wessex")) == (
        "hart-of-wessex",
        Role.CHAIR,
    )


def test_several_chairs_together_hold_what_comes_with_the_chair() -> None:
    """And a chair of a body that has ended holds nothing by virtue of it."""
    seats = ("fleet: chair ann", "fleet: chair bob", "trust: member ? as chair of fleet")
    assert held("fleet; trust", *seats)["trust"].by_virtue == ("ann", "bob")
    assert held("fleet!; trust", *seats)["trust"].by_virtue == ()


def test_everybody_with_the_same_post_is_offered() -> None:
    """And a seat about which nothing is said is offered to nobody."""
    made = seated("trust", "trust: chair ? as post: Leader", "trust: member ?")
    people = tuple(Person(id=id_, name=id_, post="Leader; ;") for id_ in ("ann", "bob"))
    graph = replace(seated_graph("trust"), structure=replace(made, people=people))
    chair, member = find_held(graph)["trust"]
    assert (chair.perhaps, member.perhaps) == (("ann", "bob"), ())


def test_a_seat_is_as_sure_as_its_body() -> None:
    """A body that began at some time this year may not have been there in June."""
    made = seated("hart", "hart: chair lynn")
    begun = replace(made.bodies[0], from_=PartialDate.parse("2010"))
    standpoint = Standpoint(as_at=PartialDate.parse("2010-06-21"))
    for bodies, certain in (((begun,), False), (made.bodies, True)):
        graph = AccountabilityGraph(replace(made, bodies=bodies), standpoint)
        ((seat,),) = find_held(graph).values()
        assert (seat.being.presence, seat.being.certain) == (Presence.HOLDS, certain)
