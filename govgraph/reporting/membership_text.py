"""Who sits on a body and who is required to, as people read it in a terminal."""

from collections.abc import Iterator

from govgraph.analysis.holders import Held, format_post
from govgraph.analysis.membership import (
    Cover,
    Coverage,
    Membership,
    PartnerCover,
    RequirementCoverage,
)
from govgraph.analysis.partners import Near
from govgraph.analysis.seating import BodySeats, Seating
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.requirements import Requirement
from govgraph.model.seats import SeatStatus
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import format_standpoint
from govgraph.reporting.people_text import format_role
from govgraph.reporting.text_columns import Row, columns_as_text, fold, without_empty_columns
from govgraph.wording.lists import count_words, join_words
from govgraph.wording.records import name_people

HEADINGS = {
    Cover.COVERED: "covered",
    Cover.VACANT: "only by a vacant seat",
    Cover.NEAR: "perhaps, under another name",
    Cover.MISSING: "missing",
    Cover.UNRECORDED: "not recorded",
}
"""What each state of a partner is called, in the order in which they are listed."""

COLUMNS = (
    "role",
    "held by",
    "standing",
    "represents",
    "by virtue of",
    "votes",
    "from",
    "until",
    "in force",
)


def format_requirement(requirement: Requirement) -> str:
    """A requirement by its title, or by its id."""
    return requirement.title or requirement.id


def format_force(coverage: RequirementCoverage) -> str:
    """When a requirement holds, how firmly it is known, and whether it holds now."""
    requirement = coverage.requirement
    begins = f"from {requirement.from_.spoken()}" if requirement.from_ else ""
    ends = f"until {requirement.until.spoken()}" if requirement.until else ""
    life = " ".join(filter(None, (begins, ends))) or "no dates given"
    return f"{life}; {requirement.basis}{'' if coverage.in_force else '; not in force'}"


def format_near(near: Near) -> str:
    """A near match: the words found, and why they may mean the partner."""
    vacant = ", a vacant seat" if near.held and near.held.is_vacant else ""
    return f"{near.text} ({near.because}{vacant})"


def format_partner(partner: PartnerCover) -> str:
    """A partner, with the seats that are not a member's, or with what it may be."""
    name = partner.partner.name
    if partner.near:
        return f"{name}: {' or '.join(dict.fromkeys(map(format_near, partner.near)))}"
    roles = sorted({format_role(held.seat.role) for held in partner.seats} - {"member"})
    if roles and len(roles) == len({held.seat.role for held in partner.seats}):
        return f"{name} (as {join_words(roles, most=None)})"
    return name


def seats_as_text(graph: AccountabilityGraph, answer: Seating, width: int | None = None) -> str:
    """Each body with a table of its seats, what is vacant and what is missing.

    Args:
        graph: who answers to whom, and from which standpoint.
        answer: what is told.
        width: how many columns a sentence may fill; None leaves each on one line.
    """
    blocks = ["\n".join(_body(graph.structure, body, width)) for body in answer.bodies]
    if not blocks:
        blocks = ["No seat is recorded, and no requirement asks for any."]
    return "\n\n".join([*blocks, format_standpoint(graph)])


def _body(structure: Structure, body: BodySeats, width: int | None) -> Iterator[str]:
    """One body: its seats as a table, a count, and how it fares."""
    yield f"{structure.name_of(body.body)} [{body.body}]"
    if body.seats:
        rows = [seat_as_row(structure, held) for held in body.seats]
        table = columns_as_text(*without_empty_columns(COLUMNS, rows), width and width - 2)
        yield from (f"  {line}" for line in table)
    there = sum(held.is_there for held in body.seats)
    vacant = "; ".join(map(_short, body.vacant))
    count = f"{count_words(there, 'seat')} in force"
    yield fold(f"  {count}{f', {len(body.vacant)} vacant: {vacant}' if vacant else ''}", width)
    for coverage in body.requirements:
        yield f"  {format_requirement(coverage.requirement)}"
        yield from (fold(f"    {line}", width) for line in coverage_as_lines(coverage))


def seat_as_row(structure: Structure, held: Held) -> Row:
    """A seat as the cells under `COLUMNS`."""
    seat, being = held.seat, held.being
    standing = "" if seat.standing is SeatStatus.SUBSTANTIVE else str(seat.standing)
    return (
        format_role(seat.role),
        format_holders(structure, held),
        standing,
        ", ".join(seat.represents),
        format_post(structure, seat),
        "" if seat.voting is None else ("yes" if seat.voting else "no"),
        seat.from_.spoken() if seat.from_ else "",
        seat.until.spoken() if seat.until else "",
        being.aside or ("" if being.certain else "not certain"),
    )


def format_holders(structure: Structure, held: Held) -> str:
    """Who sits in a seat; who may, if only their post says so, with a question mark."""
    known = structure.person_by_id
    if held.people:
        return name_people(structure, held.people)
    return " or ".join(f"{known[id_].name}?" for id_ in held.perhaps)


def coverage_as_lines(coverage: Coverage) -> Iterator[str]:
    """How a body fares against one requirement: each state with its partners, and a count."""
    total = len(coverage.partners)
    if coverage.begins:
        yield f"judged as at {coverage.begins.spoken()}, when it is to begin"
    if not coverage.recorded:
        yield "no membership is recorded here"
    for cover, heading in HEADINGS.items():
        partners = coverage.of(cover)
        if partners:
            joined = "; ".join(map(format_partner, partners))
            yield f"{heading} ({len(partners)} of {total}): {joined}"


def _short(held: Held) -> str:
    """A seat in a few words: its role, and for whom."""
    partners = ", ".join(held.seat.represents)
    return (
        f"{format_role(held.seat.role)} for {partners}" if partners else format_role(held.seat.role)
    )


def requirements_as_text(
    graph: AccountabilityGraph, answer: Membership, width: int | None = None
) -> str:
    """Each requirement: whom it asks for, from when, who says so, and how each body fares.

    Args:
        graph: who answers to whom, and from which standpoint.
        answer: what is told.
        width: how many columns a sentence may fill; None leaves each on one line.
    """
    blocks = [
        "\n".join(fold(line, width) for line in _requirement(graph, each))
        for each in answer.requirements
    ]
    if not blocks:
        blocks = ["No requirement is recorded."]
    return "\n\n".join([*blocks, format_standpoint(graph)])


def _requirement(graph: AccountabilityGraph, coverage: RequirementCoverage) -> Iterator[str]:
    """One requirement with its partners, then the bodies it applies to."""
    requirement = coverage.requirement
    yield f"{format_requirement(requirement)} [{requirement.id}]"
    yield f"  {format_force(coverage)}"
    if requirement.cites:
        yield f"  says: {'; '.join(map(str, requirement.cites))}"
    yield f"  asks for: {'; '.join(partner.name for partner in requirement.seats_for)}"
    if coverage.in_force and not coverage.bodies and graph.bodies:
        yield "  It applies to no body that is there."
    for body in coverage.bodies:
        yield f"  {graph.structure.name_of(body.body)} [{body.body}]"
        yield from (f"    {line}" for line in coverage_as_lines(body))
