"""The Worcestershire structure holds what its paper says of two arrangements, and no more."""

from collections import Counter

import pytest

from govgraph.formats.format_catalogue import read_structure
from govgraph.model.bodies import ApexBasis, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, SeatStatus
from govgraph.model.sources import Basis
from govgraph.model.structure import Structure
from tests.data.papers import copied_runs, folder_of, unknown_names, without_place

PROPOSED = {
    "joint-commissioning-executive",
    "local-commissioning-partnerships",
    "management-group",
    "management-information-group",
    "partnership-infrastructure",
    "trust-board",
    "young-peoples-shadow-board",
}


@pytest.fixture(scope="module")
def worcestershire() -> Structure:
    """The structure as read from its folder."""
    return read_structure(folder_of("worcestershire"))


def lines_of(structure: Structure, status: Status) -> list[Relation]:
    """The lines of account that have a status."""
    return [
        each
        for each in structure.relations
        if structure.is_accountability(each) and each.status is status
    ]


def test_is_one_structure_as_at_august_2009(worcestershire: Structure) -> None:
    """One paper makes one structure, asked as at the month of its edition."""
    assert worcestershire.as_at == PartialDate.parse("2009-08")
    assert [source.id for source in worcestershire.sources] == ["edition-4"]


def test_holds_every_body_seat_and_person(worcestershire: Structure) -> None:
    """The counts are those of a reading of the paper by hand."""
    held = (worcestershire.bodies, worcestershire.seats, worcestershire.people)
    assert tuple(map(len, held)) == (21, 48, 32)


def test_today_has_one_line_of_account(worcestershire: Structure) -> None:
    """The strategic partnership is accountable to the Worcestershire Partnership."""
    (line,) = lines_of(worcestershire, Status.ACTIVE)
    assert line.key == ("cypsp", "accountable_to", "worcestershire-partnership")
    assert line.basis is Basis.STATED


@pytest.mark.parametrize("group", ["pab", "jcb"])
def test_the_two_groups_are_part_of_the_partnership_only(
    worcestershire: Structure, group: str
) -> None:
    """A line could be presumed for either group; none is stated."""
    upward = [each.key for each in worcestershire.relations if each.from_body == group]
    assert upward == [(group, "part_of", "cypsp")]


def test_the_proposal_states_seven_lines_of_account(worcestershire: Structure) -> None:
    """Information goes up through the Management Group; two kinds of body answer to several."""
    assert {line.key for line in lines_of(worcestershire, Status.PROPOSED)} == {
        ("joint-commissioning-executive", "accountable_to", "nhs-worcestershire"),
        ("joint-commissioning-executive", "accountable_to", "trust-board"),
        ("joint-commissioning-executive", "accountable_to", "worcestershire-county-council"),
        ("local-commissioning-partnerships", "accountable_to", "lsps"),
        ("local-commissioning-partnerships", "accountable_to", "trust-board"),
        ("management-group", "reports_to", "trust-board"),
        ("management-information-group", "reports_to", "management-group"),
    }


def test_lines_that_are_read_from_the_paper_are_implied(worcestershire: Structure) -> None:
    """The Group's own reporting, and which bodies the commissioners' governance means."""
    lines = lines_of(worcestershire, Status.PROPOSED)
    implied = {line.key: line.basis for line in lines if line.basis is not Basis.STATED}
    assert implied == {
        ("management-group", "reports_to", "trust-board"): Basis.IMPLIED,
        ("joint-commissioning-executive", "accountable_to", "nhs-worcestershire"): Basis.IMPLIED,
        (
            "joint-commissioning-executive",
            "accountable_to",
            "worcestershire-county-council",
        ): Basis.IMPLIED,
    }


def test_dual_accountability_is_intended(worcestershire: Structure) -> None:
    """Every line of the bodies with several superiors says that the paper wants them all."""
    lines = lines_of(worcestershire, Status.PROPOSED)
    superiors = Counter(line.from_body for line in lines)
    several = {body for body, count in superiors.items() if count > 1}
    assert several == {"joint-commissioning-executive", "local-commissioning-partnerships"}
    assert {line.from_body for line in lines if line.intended} == several
    assert all(line.intended for line in lines if line.from_body in several)


def test_what_is_proposed_begins_in_april_2010(worcestershire: Structure) -> None:
    """Proposed bodies begin when fully effective; a board of young people has no date yet."""
    proposed = [body for body in worcestershire.bodies if body.status is Status.PROPOSED]
    starts = {body.id: str(body.from_) for body in proposed if body.from_}
    assert {body.id for body in proposed} == PROPOSED
    assert starts == dict.fromkeys(PROPOSED - {"young-peoples-shadow-board"}, "2010-04")


def test_no_end_is_invented_for_today(worcestershire: Structure) -> None:
    """The paper does not say what becomes of today's bodies; only the shadow phase has an end."""
    ended = [body for body in worcestershire.bodies if body.until or body.succeeds]
    assert {body.id for body in ended} == {"shadow-arrangements", "trust-board"}
    shadow = worcestershire.body_by_id["shadow-arrangements"]
    assert (shadow.status, str(shadow.from_)) == (Status.SHADOW, "2010-01")


def test_ends_are_judged_and_what_is_only_named_is_outside(worcestershire: Structure) -> None:
    """Two ends, by judgement; nothing is said of what is above the Trust Board."""
    ends = {body.id: body.apex_basis for body in worcestershire.bodies if body.apex}
    judged = ("worcestershire-county-council", "worcestershire-partnership")
    assert ends == dict.fromkeys(judged, ApexBasis.JUDGEMENT)
    assert {body.id for body in worcestershire.bodies if body.outside} == {
        "association-of-governors",
        "district-leaders-group",
        "lsp-theme-groups",
        "lsps",
        "nhs-worcestershire",
        "wcc-cabinet",
        "wscb",
    }


@pytest.mark.parametrize(("body", "seats"), [("pab", 24), ("jcb", 13)])
def test_every_seat_of_the_lists_is_there(worcestershire: Structure, body: str, seats: int) -> None:
    """The two lists of members are complete."""
    assert len(worcestershire.seats_by_body[body]) == seats


def test_the_advisory_body_has_two_vacancies(worcestershire: Structure) -> None:
    """Secondary school heads and GPs have a seat and nobody on it; no other seat is vacant."""
    vacant = [seat for seat in worcestershire.seats if seat.standing is SeatStatus.VACANT]
    assert {seat.body for seat in vacant} == {"pab"}
    assert [seat.represents for seat in vacant] == [("Secondary school heads",), ("GP",)]


def test_two_people_share_a_vice_chair(worcestershire: Structure) -> None:
    """One seat of the Commissioning Board has two holders."""
    (seat,) = (each for each in worcestershire.seats_by_body["jcb"] if each.role is Role.VICE_CHAIR)
    assert seat.held_by == ("simon-hairsnape", "lynn-takavarasha")


def test_young_people_attend_in_rotation(worcestershire: Structure) -> None:
    """One seat of the Commissioning Board rotates among the Youth Cabinet."""
    (seat,) = (
        each for each in worcestershire.seats_by_body["jcb"] if each.standing is SeatStatus.ROTATING
    )
    assert (seat.represents, seat.held_by) == (("Youth Cabinet",), ())


def test_the_board_has_seven_advisers_seats(worcestershire: Structure) -> None:
    """Six entries, one person twice, and the rotating seat."""
    advisers = [s for s in worcestershire.seats_by_body["jcb"] if s.role is Role.ADVISER]
    twice = Counter(holder for seat in advisers for holder in seat.held_by)
    assert len(advisers) == 7
    assert {person for person, count in twice.items() if count > 1} == {"roger-hollingsworth"}


def test_two_people_sit_on_both_groups(worcestershire: Structure) -> None:
    """The Advisory Body's chair advises the Board, and one officer is a member of both."""
    pab, jcb = (
        {holder for seat in worcestershire.seats_by_body[body] for holder in seat.held_by}
        for body in ("pab", "jcb")
    )
    assert pab & jcb == {"michael-hunter", "richard-keble"}


def test_the_advisory_bodys_chair_sits_by_virtue_of_it(worcestershire: Structure) -> None:
    """Michael Hunter advises the Board as chair of the Advisory Body."""
    (seat,) = (
        each for each in worcestershire.seats_by_body["jcb"] if "michael-hunter" in each.held_by
    )
    assert seat.ex_officio == "chair of pab"


def test_the_safeguarding_board_has_no_line(worcestershire: Structure) -> None:
    """More formal reporting is wanted without a direction, so only links are recorded."""
    kinds = {each.kind for each in worcestershire.relations if each.from_body == "wscb"}
    assert kinds == {"liaises_with", "represented_on"}


def test_the_proposed_timeline_is_there(worcestershire: Structure) -> None:
    """Draft, approvals, shadow and full effect are milestones that concern the Trust Board."""
    board = [each for each in worcestershire.milestones if "trust-board" in each.bodies]
    dates = [str(milestone.date) for milestone in board]
    assert dates == ["2009-09", "2009-11", "2010-01", "2010-04", "2011-04-01"]


def test_the_trust_board_has_its_membership_lists(worcestershire: Structure) -> None:
    """What regulations ask and what the paper asks are two requirements of the Trust Board."""
    assert {each.applies_to.id for each in worcestershire.requirements} == {("trust-board",)}
    assert len(worcestershire.requirements) == 2


def test_everything_has_its_place_in_the_paper(worcestershire: Structure) -> None:
    """Every body, relation, seat, person, requirement and milestone cites a place in it."""
    assert without_place(worcestershire) == []


def test_every_name_is_known(worcestershire: Structure) -> None:
    """Nothing refers to a body or a person that is not there."""
    assert unknown_names(worcestershire) == []


def test_no_sentence_is_copied() -> None:
    """No eight words of the paper stand here in a row."""
    assert copied_runs("worcestershire", "worcestershire-cypsp-2009.txt") == []
