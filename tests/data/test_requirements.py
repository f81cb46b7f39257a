"""The reusable requirements: what each holds, and who was a relevant partner when."""

from pathlib import Path

import pytest

import govgraph
from govgraph.analysis.membership import Cover
from govgraph.model.requirements import Requirement
from govgraph.model.sources import Basis
from govgraph.model.structure import Structure
from tests.data.papers import copied_runs, folder_of, without_place

FOLDER = folder_of("requirements")
FILES = sorted(FOLDER.glob("*.yaml"))
FROM_PAPERS = {
    "hampshire-duty-to-cooperate": ("hampshire", "duty-to-cooperate"),
    "hampshire-local-partnership": ("hampshire", "initial-core-membership"),
    "hart-local-partnership": ("hampshire", "hart-core-membership"),
    "oxfordshire-local-partnership": ("oxfordshire", "local-partnership-membership"),
    "worcestershire-trust-board": ("worcestershire", "trust-board-membership"),
}


def load(name: str) -> Structure:
    """One of the files."""
    return govgraph.load(FOLDER / f"{name}.yaml")


def partners_on(day: str) -> set[str]:
    """Who was a relevant partner on a day."""
    graph = govgraph.build_graph(load("relevant-partners"), as_at=day)
    return {
        partner.name
        for each in govgraph.requirements(graph).requirements
        if each.in_force
        for partner in each.requirement.seats_for
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_is_a_structure_of_requirements(file: Path) -> None:
    """Named after its file, without bodies, every requirement with a place in a known source."""
    held = govgraph.load(file)
    assert held.id == file.stem
    assert held.requirements
    assert held.bodies == ()
    assert without_place(held) == []


def test_the_readme_names_every_file() -> None:
    """And no other."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")]
    assert sorted(rows) == [file.name for file in FILES]


@pytest.mark.parametrize("name", FROM_PAPERS)
def test_a_papers_list_is_that_of_its_structure(name: str) -> None:
    """Entry for entry; only the bodies it applies to are more general."""

    def told(requirement: Requirement) -> object:
        return (
            requirement.seats_for,
            requirement.from_,
            requirement.basis,
            [str(cite) for cite in requirement.cites],
        )

    county, id_ = FROM_PAPERS[name]
    (original,) = [r for r in govgraph.load(folder_of(county)).requirements if r.id == id_]
    (here,) = load(name).requirements
    assert told(here) == told(original)
    assert here.applies_to.kind


def test_nothing_is_copied_from_the_papers() -> None:
    """Lists and names may agree; sentences may not."""
    papers = (
        "hampshire-local-childrens-partnerships-2010.txt",
        "hart-local-childrens-partnership-2010.txt",
        "oxfordshire-local-partnerships-2009.txt",
        "worcestershire-cypsp-2009.txt",
    )
    assert copied_runs("requirements", *papers) == []


def test_the_first_partners_were_nine() -> None:
    """Section 10 came into force on 1 April 2005."""
    assert partners_on("2005-03-31") == set()
    assert partners_on("2005-04-01") == {
        "Chief officer of police",
        "Connexions",
        "District council",
        "Learning and Skills Council",
        "Local probation board",
        "Police authority",
        "Primary Care Trust",
        "Strategic Health Authority",
        "Youth offending team",
    }


@pytest.mark.parametrize(
    ("partner", "last_without", "first_with"),
    [
        ("Maintained schools", "2010-01-11", "2010-01-12"),
        ("Jobcentre Plus", "2010-01-11", "2010-01-12"),
        ("Local policing body", "2012-11-21", "2012-11-22"),
        ("Provider of probation services", "2017-09-19", "2017-09-20"),
    ],
)
def test_who_became_a_partner(partner: str, last_without: str, first_with: str) -> None:
    """On the day, and not before."""
    assert partner not in partners_on(last_without)
    assert partner in partners_on(first_with)


@pytest.mark.parametrize(
    ("partner", "last_with", "first_without"),
    [
        ("Learning and Skills Council", "2010-03-31", "2010-04-01"),
        ("Police authority", "2012-11-21", "2012-11-22"),
        ("Primary Care Trust", "2013-03-31", "2013-04-01"),
    ],
)
def test_who_ceased_to_be_a_partner(partner: str, last_with: str, first_without: str) -> None:
    """On the day, and not before."""
    assert partner in partners_on(last_with)
    assert partner not in partners_on(first_without)


def test_a_duty_to_cooperate_is_only_implied_to_mean_a_seat() -> None:
    """The section on the board states it; the section on co-operation does not."""
    assert {each.basis for each in load("relevant-partners").requirements} == {Basis.IMPLIED}
    assert {each.basis for each in load("childrens-trust-board").requirements} == {Basis.STATED}


def test_the_advisory_body_of_worcestershire_against_the_partners_of_its_day() -> None:
    """Covered by name, near by a holder's post, and missing, each told apart."""
    held = govgraph.load(folder_of("worcestershire"))
    measured = govgraph.against(held, [FOLDER / "relevant-partners.yaml"])
    graph = govgraph.build_graph(measured)
    (body,) = govgraph.seats(graph, "PAB", whatever=True).bodies
    found = {
        partner.partner.name: partner.cover
        for coverage in body.requirements
        for partner in coverage.partners
    }
    assert found == {
        "District council": Cover.COVERED,
        "Local probation board": Cover.COVERED,
        "Chief officer of police": Cover.NEAR,
        "Youth offending team": Cover.NEAR,
        "Connexions": Cover.NEAR,
        "Primary Care Trust": Cover.NEAR,
        "Learning and Skills Council": Cover.NEAR,
        "Police authority": Cover.MISSING,
        "Strategic Health Authority": Cover.MISSING,
    }


def test_the_partnerships_of_oxfordshire_record_no_membership() -> None:
    """Only a chair is recorded on each, so nobody can be found missing."""
    structure = govgraph.load(folder_of("oxfordshire"))
    graph = govgraph.build_graph(structure, as_at="2009-05", include=["proposed"])
    (found,) = govgraph.requirements(graph).requirements
    assert len(found.bodies) == 3
    assert all(not coverage.recorded for coverage in found.bodies)
    assert {
        partner.cover for coverage in found.bodies for partner in coverage.partners
    } == {Cover.UNRECORDED}


def test_the_proposed_board_has_a_seat_for_each_member_the_paper_asks_for() -> None:
    """And none for what regulations ask of it, which the paper does not list."""
    graph = govgraph.build_graph(
        govgraph.load(folder_of("worcestershire")), include=["proposed"]
    )
    regulations, paper = (each.bodies[0] for each in govgraph.requirements(graph).requirements)
    assert {partner.cover for partner in regulations.partners} == {Cover.MISSING}
    assert {partner.cover for partner in paper.partners} == {Cover.COVERED}
