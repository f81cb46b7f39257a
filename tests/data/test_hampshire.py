"""The Hampshire structure holds what its two papers say, and no more."""

import re

import pytest
import yaml

from govgraph.formats.format_catalogue import read_structure
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import RelationClass
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, SeatStatus
from govgraph.model.sources import Basis, Citation
from govgraph.model.structure import Structure
from tests.data.papers import PAPERS, copied_runs, folder_of, unknown_names, without_place

PAPER_OF = {
    "county-2010": "hampshire-local-childrens-partnerships-2010.txt",
    "hart-2010": "hart-local-childrens-partnership-2010.txt",
}
CAPTIONS = {"Steering Group", "Sub groups or themed groups"}
SUB_CLUSTERS = ["fleet", "odiham-hook", "yateley-frogmore"]


@pytest.fixture(scope="module")
def hampshire() -> Structure:
    """The structure as read from its folder."""
    return read_structure(folder_of("hampshire"))


def of_body(structure: Structure, body: str) -> list[Relation]:
    """The relations in which `body` stands on either side."""
    return [each for each in structure.relations if body in {each.from_body, each.to_body}]


def cited(structure: Structure) -> set[Citation]:
    """Every place of a paper that the structure cites."""
    places = [each.cites for each in structure.bodies]
    places += [each.cites for each in structure.relations]
    places += [each.cites for each in structure.seats]
    places += [each.cites for each in structure.people]
    places += [each.cites for each in structure.requirements]
    places += [each.cites for each in structure.milestones]
    return {cite for cites in places for cite in cites}


def test_is_one_structure_as_at_february_2010(hampshire: Structure) -> None:
    """The two files make one structure, true for the month of the county paper."""
    assert (hampshire.id, hampshire.as_at) == ("hampshire", PartialDate.parse("2010-02"))
    assert {source.id for source in hampshire.sources} == set(PAPER_OF)


def test_the_county_paper_states_no_line_of_account(hampshire: Structure) -> None:
    """Support, links and direct relationships are all that the county paper speaks of."""
    lines = [each for each in hampshire.relations if hampshire.is_accountability(each)]
    assert "county-2010" not in {cite.source for line in lines for cite in line.cites}


def test_the_one_stated_line_is_about_other_districts(hampshire: Structure) -> None:
    """Reporting to whole partnerships is said of layers elsewhere, and only anticipated."""
    (line,) = [each for each in hampshire.relations if hampshire.is_accountability(each)]
    assert line.key == ("sub-group-layer", "reports_to", "local-partnerships")
    assert (line.status, line.basis) == (Status.PROPOSED, Basis.STATED)


def test_about_twenty_partnerships_are_one_placeholder(hampshire: Structure) -> None:
    """The county paper names no partnership, and expects about twenty."""
    assert hampshire.body_by_id["local-partnerships"].count == 20


def test_partnerships_are_linked_to_trust_and_lsp(hampshire: Structure) -> None:
    """Each partnership supports the Trust and is to have a link to its LSP."""
    keys = {each.key for each in hampshire.relations}
    assert ("local-partnerships", "supports", "childrens-trust") in keys
    assert ("local-partnerships", "liaises_with", "local-strategic-partnerships") in keys
    links = [r for r in hampshire.relations if r.kind == "liaises_with"]
    ahead = [r for r in links if r.from_body == "local-partnerships"]
    assert {link.status for link in ahead} == {Status.PROPOSED}


def test_hart_has_one_partnership(hampshire: Structure) -> None:
    """The Trust Board prefers one partnership for Hart, which is yet to be set up."""
    found = [b for b in hampshire.bodies if (b.kind, b.area) == ("local-partnership", "Hart")]
    assert [(body.id, body.status) for body in found] == [("hart-lcp", Status.PROPOSED)]


def test_three_sub_clusters_are_part_of_hart_and_nothing_else(hampshire: Structure) -> None:
    """Being part of the partnership is all that is said of the sub-clusters."""
    found = sorted(body.id for body in hampshire.bodies if body.kind == "sub-cluster")
    assert found == SUB_CLUSTERS
    for cluster in found:
        relations = [each.key for each in of_body(hampshire, cluster)]
        assert relations == [(cluster, "part_of", "hart-lcp")]


def test_hart_has_an_interim_chair(hampshire: Structure) -> None:
    """The head of Hook Junior School is the interim chair, by 9 March 2010."""
    (seat,) = [s for s in hampshire.seats if s.standing is SeatStatus.INTERIM]
    assert (seat.body, seat.role, seat.held_by) == ("hart-lcp", Role.CHAIR, ("lynn-martin",))
    assert seat.from_ == PartialDate.parse("2010-03-09", words="by 9.3.10")
    assert hampshire.person_by_id["lynn-martin"].post == "Head of Hook Junior School"


def test_the_permanent_chair_of_hart_is_vacant(hampshire: Structure) -> None:
    """A permanent chair is needed and nobody holds the seat; it is the only vacancy."""
    (seat,) = [s for s in hampshire.seats if s.standing is SeatStatus.VACANT]
    assert (seat.body, seat.role, seat.held_by) == ("hart-lcp", Role.CHAIR, ())


def test_the_two_chairs_groups_are_different_bodies(hampshire: Structure) -> None:
    """The county's group faces the Trust, the district's group its LSP."""
    found = {body.id: body.area for body in hampshire.bodies if body.kind == "chairs-group"}
    assert found == {"county-chairs-group": "Hampshire", "hart-chairs-group": "Hart"}
    liaisons = {each.key for each in hampshire.relations if each.kind == "liaises_with"}
    assert ("county-chairs-group", "liaises_with", "childrens-trust") in liaisons
    assert ("hart-chairs-group", "liaises_with", "hart-lsp") in liaisons
    assert not set(of_body(hampshire, "county-chairs-group")) & set(
        of_body(hampshire, "hart-chairs-group")
    )


def test_groups_around_the_partnerships_have_no_line(hampshire: Structure) -> None:
    """County chairs group, steering groups and sub groups answer to nobody on paper."""
    for body in ("county-chairs-group", "steering-groups", "themed-sub-groups"):
        relations = of_body(hampshire, body)
        assert relations
        assert not any(hampshire.is_accountability(each) for each in relations)


def test_nobody_has_wound_up_the_eleven_earlier_partnerships(hampshire: Structure) -> None:
    """They are still there: no paper ends them, and that others follow them is inferred."""
    earlier = hampshire.body_by_id["local-cyp-partnerships"]
    assert (earlier.count, earlier.status, earlier.until) == (11, Status.ACTIVE, None)
    (follows,) = [r for r in hampshire.relations if r.kind == "takes_over_from"]
    assert (follows.key[0], follows.key[2]) == ("local-partnerships", earlier.id)
    assert follows.basis is Basis.INFERRED
    assert not hampshire.is_accountability(follows)


def test_accountability_ends_nowhere_in_these_papers(hampshire: Structure) -> None:
    """The Trust is no end, as no Trust of the papers is; what they only name is outside."""
    assert not [body.id for body in hampshire.bodies if body.apex]
    assert {body.id for body in hampshire.bodies if body.outside} == {
        "crime-and-disorder-partnerships",
        "hart-lsp",
        "local-strategic-partnerships",
        "relevant-partners",
        "school-eips",
        "schools-forums",
        "teenage-pregnancy-partnerships",
    }


def test_the_director_and_the_lead_member_are_two(hampshire: Structure) -> None:
    """Neither is another name of the other."""
    (duty,) = [rule for rule in hampshire.requirements if rule.id == "duty-to-cooperate"]
    entries = [
        partner.name
        for partner in duty.seats_for
        if "Children's Services" in {partner.name.partition(" of ")[2], partner.name[-19:]}
    ]
    assert entries == [
        "Director of Children's Services",
        "Executive Lead Member for Children's Services",
    ]


def test_no_oversight_is_taken_for_a_line(hampshire: Structure) -> None:
    """The Board is to monitor what partners committed to, once it has a statutory footing."""
    kinds = hampshire.kinds_of_relation
    watched = [r for r in hampshire.relations if r.from_body == "childrens-trust-board"]
    assert {r.kind: kinds[r.kind].relation_class for r in watched} == {
        "facilitates": RelationClass.SUPPORT,
        "monitors": RelationClass.OVERSIGHT,
    }
    (monitors,) = [r for r in watched if r.kind == "monitors"]
    assert str(monitors.from_) == "2010-04-01"


def test_both_core_membership_lists_are_there(hampshire: Structure) -> None:
    """The county's list has eight entries; Hart's has twelve, police and probation apart."""
    lists = {rule.id: rule for rule in hampshire.requirements}
    assert lists["initial-core-membership"].applies_to.kind == ("local-partnership",)
    assert len(lists["initial-core-membership"].seats_for) == 8
    assert lists["hart-core-membership"].applies_to.id == ("hart-lcp",)
    assert len(lists["hart-core-membership"].seats_for) == 12


def test_a_list_beside_a_picture_is_only_inferred(hampshire: Structure) -> None:
    """Services pictured beside the sub-clusters are not said to have a seat."""
    lists = {rule.id: rule.basis for rule in hampshire.requirements}
    assert lists["hart-local-services"] is Basis.INFERRED


def test_every_date_of_the_papers_is_a_milestone(hampshire: Structure) -> None:
    """The dated events of the Hart paper, as precise as it gives them."""
    assert [str(milestone.date) for milestone in hampshire.milestones] == [
        "2009",
        "2010-01-12",
        "2010-03-09",
        "2010-04-01",
        "2010-07-30",
        "2010-12",
        "2012-04",
        "2012",
    ]


def test_names_nothing_that_is_not_there(hampshire: Structure) -> None:
    """Every body and person referred to is in the structure, predecessors too."""
    assert unknown_names(hampshire) == []
    earlier = {each for body in hampshire.bodies for each in body.succeeds}
    assert earlier <= set(hampshire.body_by_id)


def test_everything_cites_its_place_in_a_paper(hampshire: Structure) -> None:
    """Each body, relation, seat, person, list and date says where it comes from."""
    assert without_place(hampshire) == []


def test_every_locator_has_the_form_of_its_paper(hampshire: Structure) -> None:
    """A numbered paragraph or caption of the county paper, a heading of the Hart paper."""
    for cite in cited(hampshire):
        is_paragraph = re.fullmatch(r"¶\d+", cite.at) is not None or cite.at in CAPTIONS
        assert is_paragraph == (cite.source == "county-2010"), str(cite)


@pytest.mark.parametrize("source", sorted(PAPER_OF))
def test_every_locator_is_in_its_paper(hampshire: Structure, source: str) -> None:
    """Each paragraph number and each heading cited can be found in the paper."""
    paper = PAPERS / PAPER_OF[source]
    if not paper.is_file():
        pytest.skip("the papers are not at hand")
    lines = [line.strip() for line in paper.read_text(encoding="utf-8").splitlines()]
    places = [f"¶{line.partition('.')[0]}" for line in lines if re.match(r"\d+\. ", line)]
    places += [line.strip("#* ‘") for line in lines if line.startswith(("#", "‘Steering", "Sub g"))]
    missing = [
        cite.at
        for cite in cited(hampshire)
        if cite.source == source and not any(place.startswith(cite.at) for place in places)
    ]
    assert missing == []


@pytest.mark.parametrize("name", ["1-county.yaml", "2-hart.yaml"])
def test_every_basis_is_written_out(name: str) -> None:
    """No body, relation, seat or list leaves its basis or its source to the default."""
    text = (folder_of("hampshire") / name).read_text(encoding="utf-8")
    document = yaml.safe_load(text)
    written = [*document.get("relations", []), *document["requirements"]]
    for body in document["bodies"].values():
        written += [body, *body.get("seats", [])]
        written += [each for kind in Structure().kinds_of_relation for each in body.get(kind, [])]
    assert all("basis" in each and "cites" in each for each in written)


@pytest.mark.parametrize("source", sorted(PAPER_OF))
def test_no_sentence_of_a_paper_is_copied(source: str) -> None:
    """No run of eight words is shared with a paper."""
    assert copied_runs("hampshire", PAPER_OF[source]) == []


def test_two_people_are_named_by_their_public_posts(hampshire: Structure) -> None:
    """One signed the county paper, one is the interim chair; neither can be reached from here."""
    assert {person.name: person.post for person in hampshire.people} == {
        "Colin Hardy": "Head of Partnerships",
        "Lynn Martin": "Head of Hook Junior School",
    }
    assert not any(
        "@" in file.read_text(encoding="utf-8") for file in folder_of("hampshire").iterdir()
    )


def test_nothing_on_a_proposed_body_is_firmer_than_it(hampshire: Structure) -> None:
    """A seat on a proposed body, or a relation of one, is itself proposed."""
    proposed = {body.id for body in hampshire.bodies if body.status is Status.PROPOSED}
    seats = [seat.status for seat in hampshire.seats if seat.body in proposed]
    ends = [r.status for r in hampshire.relations if {r.from_body, r.to_body} & proposed]
    assert {*seats, *ends} == {Status.PROPOSED}
