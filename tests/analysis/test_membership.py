"""Who ought to sit on a body, and whether they do."""

from dataclasses import replace

import pytest

from govgraph.analysis.membership import Cover, Coverage, Membership, find_membership
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Partner, Requirement, Selector
from govgraph.model.seats import SeatStatus
from govgraph.model.standpoint import Standpoint
from tests.seated import seated

POLICE = Partner(name="Police", also_known_as=("Constabulary",))
PCT = Partner(name="Primary Care Trust")


def requirement(*partners: Partner, **fields: object) -> Requirement:
    """A requirement for these partners."""
    made = Requirement(id="partners", seats_for=partners or (POLICE, PCT))
    return replace(made, **fields)  # type: ignore[arg-type]


def membership(
    text: str,
    *seats: str,
    of: Requirement | None = None,
    standpoint: Standpoint | None = None,
) -> Membership:
    """How a structure fares against one requirement."""
    made = replace(seated(text, *seats), requirements=(of or requirement(),))
    return find_membership(AccountabilityGraph(made, standpoint or Standpoint()))


def coverage(*seats: str, of: Requirement | None = None, text: str = "hart") -> Coverage:
    """How Hart fares against one requirement."""
    (found,) = membership(text, *seats, of=of).of_body("hart")
    return found


def covers(*seats: str, text: str = "hart") -> list[Cover]:
    """How the police and the Primary Care Trust stand on Hart."""
    return [partner.cover for partner in coverage(*seats, text=text).partners]


def test_a_partner_is_covered_by_a_seat_that_represents_it() -> None:
    """By name, case and punctuation aside; one seat may represent several."""
    assert covers("hart: member ? for POLICE, primary care-trust") == [Cover.COVERED] * 2


def test_another_name_of_the_partner_will_do() -> None:
    """The requirement says which."""
    found = coverage("hart: member ? for Constabulary")
    assert [each.partner.name for each in found.of(Cover.COVERED)] == ["Police"]


def test_another_name_of_a_body_will_do() -> None:
    """A seat that names a body of the structure stands for all its names."""
    made = seated("hart; tvp", "hart: member ? for tvp")
    bodies = tuple(
        replace(body, name="Police") if body.id == "tvp" else body for body in made.bodies
    )
    made = replace(made, bodies=bodies, requirements=(requirement(POLICE),))
    (found,) = find_membership(AccountabilityGraph(made, Standpoint())).of_body("hart")
    assert found.of(Cover.COVERED)


def test_a_post_in_words_speaks_for_itself() -> None:
    """A seat that comes with a post covers a requirement for that post."""
    director = Partner(name="Director of Children's Services")
    found = coverage(
        "hart: member ? as post: Director of Children’s services", of=requirement(director)
    )
    assert found.of(Cover.COVERED)


def test_a_near_match_is_offered_and_not_assumed() -> None:
    """An acronym is likely, and it is for somebody who knows to say so."""
    found = coverage("hart: member ? for PCT")
    (near,) = found.of(Cover.NEAR)
    assert near.partner is PCT
    assert [each.text for each in near.near] == ["PCT"]
    assert near.seats == ()


def test_a_holder_may_come_from_a_partner() -> None:
    """The seat represents nobody, but whoever holds it works there."""
    made = seated("hart", "hart: member jim")
    people = (replace(made.people[0], organisation="West Mercia Constabulary"),)
    made = replace(made, people=people, requirements=(requirement(POLICE),))
    (found,) = find_membership(AccountabilityGraph(made, Standpoint())).of_body("hart")
    (near,) = found.of(Cover.NEAR)
    assert near.near[0].because == "where Jim comes from"


def test_a_chair_elsewhere_may_speak_for_that_body() -> None:
    """A seat by virtue of another comes near representing the other body."""
    near = coverage("hart: member ? as chair of police", text="hart; police").of(Cover.NEAR)
    assert near[0].near[0].text == "chair of Police"


def test_a_stated_representation_without_a_seat_is_near() -> None:
    """The file says that the partner is represented, and not by which seat."""
    near = coverage("hart: member ? for Schools", text="police -represented_on-> hart")
    (found,) = near.of(Cover.NEAR)
    assert found.near[0].held is None


def test_the_likeliest_is_offered_first_and_each_seat_once() -> None:
    """What the seat represents goes before where its holder comes from."""
    made = seated("hart", "hart: member jim", "hart: member ann for Hart Police")
    people = tuple(replace(person, organisation="The Police") for person in made.people)
    made = replace(made, people=people, requirements=(requirement(POLICE),))
    (found,) = find_membership(AccountabilityGraph(made, Standpoint())).of_body("hart")
    assert [near.text for near in found.partners[0].near] == ["Hart Police", "The Police"]


def test_a_vacant_seat_is_said_to_be_vacant() -> None:
    """There is a place for the partner, and nobody in it."""
    assert covers("hart: member nobody for Police")[0] is Cover.VACANT
    both = ("hart: member nobody for Police", "hart: member ? for Police")
    assert covers(*both)[0] is Cover.COVERED


def test_what_has_no_seat_is_missing() -> None:
    """Members are recorded, and this partner is not among them."""
    assert covers("hart: member ? for Schools") == [Cover.MISSING] * 2


@pytest.mark.parametrize("seats", [(), ("hart: chair lynn",)])
def test_without_members_nothing_is_missing(seats: tuple[str, ...]) -> None:
    """A chair alone is no membership: what is not recorded cannot be found missing."""
    found = coverage(*seats)
    assert not found.recorded
    assert {partner.cover for partner in found.partners} == {Cover.UNRECORDED}


def test_an_abolished_seat_covers_nobody() -> None:
    """It is no longer there."""
    made = seated("hart", "hart: member ? for Police", "hart: member ? for Schools")
    seats = (replace(made.seats[0], standing=SeatStatus.ABOLISHED), made.seats[1])
    made = replace(made, seats=seats, requirements=(requirement(POLICE),))
    (found,) = find_membership(AccountabilityGraph(made, Standpoint())).of_body("hart")
    assert found.of(Cover.MISSING)


def test_a_seat_counts_only_while_it_lasts() -> None:
    """As at 2010 the seat of 2009 is over."""
    made = seated("hart", "hart: member ? for Police", "hart: member ? for Schools")
    seats = (replace(made.seats[0], until=PartialDate(2009)), made.seats[1])
    made = replace(made, seats=seats, requirements=(requirement(POLICE),))
    for year, cover in ((2009, Cover.COVERED), (2010, Cover.MISSING)):
        graph = AccountabilityGraph(made, Standpoint(as_at=PartialDate(year)))
        (found,) = find_membership(graph).of_body("hart")
        assert found.partners[0].cover is cover


@pytest.mark.parametrize(
    ("year", "in_force"), [(2009, False), (2010, True), (2011, True), (2012, False)]
)
def test_a_requirement_counts_only_while_it_lasts(year: int, in_force: bool) -> None:  # noqa: FBT001 - a case
    """Before and after, no body is judged by it."""
    dated = requirement(from_=PartialDate(2010, 4), until=PartialDate(2011))
    standpoint = Standpoint(as_at=PartialDate(year))
    (found,) = membership("hart", of=dated, standpoint=standpoint).requirements
    assert found.in_force is in_force
    assert bool(found.bodies) is in_force


def test_without_a_date_every_requirement_counts() -> None:
    """As everywhere, a question without a date asks regardless of dates."""
    (found,) = membership("hart", of=requirement(from_=PartialDate(2010))).requirements
    assert found.in_force


def test_a_body_that_is_to_begin_is_judged_as_at_its_first_day() -> None:
    """What is required from April counts for what is proposed for April."""
    made = replace(seated("board?"), requirements=(requirement(from_=PartialDate(2010, 4)),))
    made = replace(made, bodies=(replace(made.bodies[0], from_=PartialDate(2010, 4)),))
    standpoint = Standpoint(as_at=PartialDate(2009, 8), include=frozenset({Status.PROPOSED}))
    (found,) = find_membership(AccountabilityGraph(made, standpoint)).requirements
    assert not found.in_force
    assert [coverage.body for coverage in found.bodies] == ["board"]


def test_only_bodies_that_are_there_and_selected_are_judged() -> None:
    """In the order of the structure."""
    of = requirement(applies_to=Selector(id=("trust", "hart", "board")))
    (found,) = membership("hart; lsp; trust; board!", of=of).requirements
    assert [coverage.body for coverage in found.bodies] == ["hart", "trust"]


def test_a_near_match_says_where_it_stands_and_why_it_is_likely() -> None:
    """The post, the body with whose seat it comes, the holder, or the words themselves."""
    made = seated(
        "hart; primary-care-trust",
        "hart: member ann",
        "hart: member bob for PCT",
        "hart: member dee as chair of primary-care-trust",
    )
    ann = replace(made.people[0], organisation="Primary Care Trusts", post="Constabulary head")
    made = replace(made, people=(ann, *made.people[1:]), requirements=(requirement(),))
    (found,) = find_membership(AccountabilityGraph(made, Standpoint())).of_body("hart")
    police, trust = found.partners
    assert [(near.text, near.because) for near in police.near] == [
        ("Constabulary head", "the post of Ann")
    ]
    assert [(near.text, near.because, near.held and near.held.people) for near in trust.near] == [
        ("PCT", "by the letters of its words", ("bob",)),
        ("Primary Care Trusts", "where Ann comes from", ("ann",)),
        ("chair of Primary Care Trust", "the post with which the seat comes", ("dee",)),
    ]


def test_a_seat_that_comes_with_a_seat_of_the_partner_is_near() -> None:
    """The body may be the partner under another name."""
    made = seated("hart; pct", "hart: member ? as chair of pct")
    named = replace(made.bodies[1], name="Wellbeing", also_known_as=("Primary Care Trust",))
    made = replace(made, bodies=(made.bodies[0], named), requirements=(requirement(PCT),))
    (found,) = find_membership(AccountabilityGraph(made, Standpoint())).of_body("hart")
    ((near,),) = (partner.near for partner in found.partners)
    assert (near.text, near.because) == (
        "Primary Care Trust",
        "the body with whose seat this one comes",
    )


def test_a_representation_without_a_seat_is_offered_under_the_body_s_name() -> None:
    """With the reason, and before a match by spelling of somebody's post."""
    made = seated("hart; police -represented_on-> hart", "hart: member ann")
    ann = replace(made.people[0], organisation="The Police")
    made = replace(made, people=(ann,), requirements=(requirement(POLICE),))
    (found,) = find_membership(AccountabilityGraph(made, Standpoint())).of_body("hart")
    ((first, second),) = (partner.near for partner in found.partners)
    assert (first.text, first.because, first.held) == (
        "Police",
        "it is represented there, by no recorded seat",
        None,
    )
    assert (second.text, second.because) == ("The Police", "where Ann comes from")


def test_every_body_represented_is_offered_and_none_that_only_supports() -> None:
    """Two may speak for one partner; a line of account speaks for nobody."""
    text = "police -represented_on-> hart; police-two -represented_on-> hart; police-3 -> hart"
    found = coverage("hart: member ann", text=f"hart; {text}")
    police = found.partners[0]
    assert [near.text for near in police.near] == ["Police", "Police Two"]


def test_a_cover_names_its_seats_and_its_requirement() -> None:
    """Who sits there for the partner, or the vacant seat; and whether members are recorded."""
    made = membership("hart", "hart: member ann for Police", "hart: member nobody for PCT")
    (asked,) = made.requirements
    assert (asked.requirement.id, asked.in_force) == ("partners", True)
    (found,) = made.of_body("hart")
    assert (found.body, found.recorded, found.requirement.id) == ("hart", True, "partners")
    assert [held.people for held in found.partners[0].seats] == [("ann",)]
    assert made.of_body("nobody") == ()


def test_a_vacant_seat_beside_a_filled_one_is_not_what_covers() -> None:
    """The partner is covered by the seat in which somebody sits."""
    found = coverage("hart: member nobody for Police", "hart: member ann for Police")
    assert found.partners[0].cover is Cover.COVERED
    assert [held.people for held in found.partners[0].seats] == [("ann",)]
    vacant = coverage("hart: member nobody for Police", "hart: member ann")
    assert vacant.partners[0].cover is Cover.VACANT
    assert [held.is_vacant for held in vacant.partners[0].seats] == [True]
