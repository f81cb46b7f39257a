"""The Oxfordshire structure holds what its two papers say, and no more."""

import pytest

from govgraph.formats.format_catalogue import read_structure
from govgraph.model.bodies import ApexBasis, Status
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.seats import Role, Seat, SeatStatus
from govgraph.model.sources import Basis
from govgraph.model.structure import Structure
from tests.data.papers import copied_runs, folder_of, unknown_names, without_place

TRUST = "oxfordshire-childrens-trust"
LOCAL = {f"{area}-local-partnership" for area in ("central", "southern", "northern")}


@pytest.fixture(scope="module")
def oxfordshire() -> Structure:
    """The structure as read from its folder."""
    return read_structure(folder_of("oxfordshire"))


def seat_of(structure: Structure, body: str, person: str) -> Seat:
    """The one seat that a person holds on a body."""
    (seat,) = (each for each in structure.seats_by_body[body] if person in each.held_by)
    return seat


def test_is_one_structure_from_two_papers(oxfordshire: Structure) -> None:
    """Two papers make one structure, asked as at the day of the later one."""
    assert oxfordshire.as_at == PartialDate.parse("2017-07-25")
    assert [source.id for source in oxfordshire.sources] == ["local-2009", "trust-2017"]


def test_holds_every_body_seat_and_person(oxfordshire: Structure) -> None:
    """The counts are those of a reading of the papers by hand."""
    held = (oxfordshire.bodies, oxfordshire.seats, oxfordshire.people, oxfordshire.milestones)
    assert tuple(map(len, held)) == (27, 31, 6, 11)


def test_four_lines_of_account_are_stated(oxfordshire: Structure) -> None:
    """Three partnerships are to answer to the Trust, one reports to the Youth Partnership Board."""
    lines = [each for each in oxfordshire.relations if oxfordshire.is_accountability(each)]
    expected = {(body, "accountable_to", TRUST) for body in LOCAL}
    expected |= {("cultural-education-partnership", "reports_to", "youth-partnership-board")}
    assert {line.key for line in lines} == expected
    assert {line.basis for line in lines} == {Basis.STATED}


@pytest.mark.parametrize("body", [TRUST, "youth-partnership-board"])
def test_the_papers_name_nobody_above(oxfordshire: Structure, body: str) -> None:
    """The Trust and the Youth Partnership Board have no line upward, and are no apex."""
    upward = [
        each
        for each in oxfordshire.relations
        if each.from_body == body
        and (oxfordshire.is_accountability(each) or each.kind == PRESUMED_KIND)
    ]
    assert not upward
    assert not oxfordshire.body_by_id[body].apex


def test_only_the_elected_councils_are_apexes(oxfordshire: Structure) -> None:
    """Accountability may end at a council, by judgement, and nowhere else."""
    apexes = {body.id for body in oxfordshire.bodies if body.apex}
    assert apexes == {"oxford-city-council", "oxfordshire-county-council"}
    assert {body.apex_basis for body in oxfordshire.bodies if body.apex} == {ApexBasis.JUDGEMENT}


def test_nobody_is_recorded_in_the_chair_of_the_trust(oxfordshire: Structure) -> None:
    """Neither paper mentions a chair of the Trust."""
    assert Role.CHAIR not in {seat.role for seat in oxfordshire.seats_by_body[TRUST]}


@pytest.mark.parametrize("body", sorted(LOCAL))
def test_a_local_partnership_is_chaired_by_a_designate(oxfordshire: Structure, body: str) -> None:
    """A suggestion: designate, known by a post of the County Council; there is no other seat."""
    (chair,) = oxfordshire.seats_by_body[body]
    assert (chair.role, chair.standing, chair.held_by) == (Role.CHAIR, SeatStatus.DESIGNATE, ())
    assert chair.ex_officio == "post: Area Head of Service, County Council"
    assert (chair.status, chair.basis) == (Status.PROPOSED, Basis.IMPLIED)


def test_the_chairs_of_local_partnerships_sit_on_the_trust(oxfordshire: Structure) -> None:
    """Each chair's seat on the Trust, which carries the line, is held by virtue of the chair."""
    posts = {seat.ex_officio_body for seat in oxfordshire.seats_by_body[TRUST]}
    assert posts >= LOCAL
    seats = (s for s in oxfordshire.seats_by_body[TRUST] if s.ex_officio_body in LOCAL)
    assert {seat.status for seat in seats} == {Status.PROPOSED}


def test_what_the_papers_only_name_is_outside(oxfordshire: Structure) -> None:
    """Boards that the Trust informs, services, and what is within a council."""
    assert {body.id for body in oxfordshire.bodies if body.outside} == {
        "childrens-centres",
        "city-executive-board",
        "early-intervention-team",
        "locality-support-teams",
        "policy-and-partnership-team",
        "safeguarding-team",
        "health-and-wellbeing-board",
        "health-improvement-board",
        "oxford-community-safety-partnership",
        "oxfordshire-community-safety-partnerships",
        "oxfordshire-safeguarding-children-board",
        "oxfordshire-skills-board",
    }


@pytest.mark.parametrize("body", sorted(LOCAL))
def test_a_local_partnership_is_only_proposed(oxfordshire: Structure, body: str) -> None:
    """The paper asks for it to be agreed; what became of that no paper says, so it has no end."""
    partnership = oxfordshire.body_by_id[body]
    assert (partnership.status, str(partnership.from_)) == (Status.PROPOSED, "2009-04")
    assert partnership.until is None
    assert "Last heard of in 2009" in partnership.note


def test_sub_groups_are_part_of_the_trust_only(oxfordshire: Structure) -> None:
    """A line could be presumed for the Trust's sub-groups; none is stated."""
    kinds = {each.kind for each in oxfordshire.relations if each.from_body == "trust-sub-groups"}
    assert kinds == {PRESUMED_KIND}


def test_one_councillor_sits_for_the_city_and_the_districts(oxfordshire: Structure) -> None:
    """One seat represents the City and every other district."""
    seat = seat_of(oxfordshire, TRUST, "marie-tidball")
    assert seat.represents == ("Oxford City Council", "Oxfordshire District Councils")


def test_an_officer_sits_by_virtue_of_another_chair(oxfordshire: Structure) -> None:
    """Tim Sadler is on the Trust as a chair of the Oxford Community Safety Partnership."""
    seat = seat_of(oxfordshire, TRUST, "tim-sadler")
    assert seat.ex_officio_body == "oxford-community-safety-partnership"
    assert seat_of(oxfordshire, seat.ex_officio_body, "tim-sadler").role is Role.CHAIR


def test_theme_groups_support_the_trust_and_nothing_more(oxfordshire: Structure) -> None:
    """Steering groups work on the Trust's themes; that they answer to it is not said."""
    groups = {body.id for body in oxfordshire.bodies if body.kind == "steering-group"}
    upward = {each.key for each in oxfordshire.relations if each.from_body in groups}
    assert upward == {(group, "supports", TRUST) for group in groups}
    assert len(groups) == 3


def test_the_least_membership_of_2009_is_a_requirement(oxfordshire: Structure) -> None:
    """Thirteen lines of the paper, one of them for two kinds of school, bind all three."""
    (requirement,) = oxfordshire.requirements
    assert requirement.applies_to.kind == ("local-partnership",)
    assert len(requirement.seats_for) == 14


def test_everything_has_its_place_in_a_paper(oxfordshire: Structure) -> None:
    """Every body, relation, seat, person, requirement and milestone cites a paper and place."""
    assert without_place(oxfordshire) == []


def test_every_name_is_known(oxfordshire: Structure) -> None:
    """Nothing refers to a body or a person that is not there."""
    assert unknown_names(oxfordshire) == []


def test_no_sentence_is_copied() -> None:
    """No eight words of the papers stand here in a row."""
    papers = ("oxfordshire-local-partnerships-2009.txt", "oxfordshire-childrens-trust-2017.txt")
    assert copied_runs("oxfordshire", *papers) == []
