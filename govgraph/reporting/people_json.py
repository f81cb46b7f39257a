"""Where people sit, whom they tie, what is required, as data; docs/json.md describes the shapes."""

from typing import Any

from govgraph.analysis.holders import Held
from govgraph.analysis.interlocks import BothSides, People, Sitter
from govgraph.analysis.membership import (
    MET,
    Coverage,
    Membership,
    PartnerCover,
    RequirementCoverage,
)
from govgraph.analysis.seating import BodySeats, Seating
from govgraph.analysis.ties import Tie, Ties
from govgraph.reporting.record_json import record_as_data

Data = dict[str, Any]


def people_as_data(answer: People) -> Data:
    """`{"people": [{…, "seats", "offered", "both_sides"}]}`."""
    return {"people": [_sitter(sitter) for sitter in answer.people]}


def held_as_data(held: Held) -> Data:
    """A seat under the names it has in a file, and who sits in it."""
    return {
        **record_as_data(held.seat),
        "presence": str(held.being.presence),
        "dates_certain": held.being.certain,
        "vacant": held.is_vacant,
        "holders": list(held.people),
        "by_virtue": bool(held.by_virtue),
        "perhaps": list(held.perhaps),
    }


def _sitter(sitter: Sitter) -> Data:
    return {
        **record_as_data(sitter.person),
        "bodies": list(sitter.bodies),
        "seats": [held_as_data(held) for held in sitter.seats],
        "offered": [held_as_data(held) for held in sitter.offered],
        "both_sides": [_both_sides(sides) for sides in sitter.both_sides],
    }


def _both_sides(sides: BothSides) -> Data:
    relation = sides.relation
    return {
        "from": relation.from_body,
        "kind": relation.kind,
        "to": relation.to_body,
        "line_of_account": sides.is_line,
        "basis": str(sides.basis),
        "roles_below": [str(held.seat.role) for held in sides.below],
        "roles_above": [str(held.seat.role) for held in sides.above],
    }


def ties_as_data(answer: Ties) -> Data:
    """`{"ties": [{"from", "to", "line_of_account", "links", "people"}], "arrives"}`."""
    return {"ties": [_tie(tie) for tie in answer.ties], "arrives": list(answer.arrives)}


def _tie(tie: Tie) -> Data:
    return {
        "from": tie.subordinate,
        "to": tie.superior,
        "line_of_account": bool(tie.lines),
        "links": [link.kind for link in tie.links],
        "people": [
            {
                "person": bond.person or None,
                "roles_below": [str(held.seat.role) for held in bond.below],
                "roles_above": [str(held.seat.role) for held in bond.above],
                "by_virtue": bond.by_virtue,
                "basis": str(bond.basis),
            }
            for bond in tie.shared_members
        ],
    }


def seats_as_data(answer: Seating) -> Data:
    """`{"bodies": [{"body", "seats", "vacant", "requirements"}]}`."""
    return {"bodies": [_body(body) for body in answer.bodies]}


def requirements_as_data(answer: Membership) -> Data:
    """`{"requirements": [{"id", …, "in_force", "bodies": [{"body", "partners"}]}]}`."""
    return {"requirements": [_requirement(each) for each in answer.requirements]}


def _body(body: BodySeats) -> Data:
    return {
        "body": body.body,
        "seats": [held_as_data(held) for held in body.seats],
        "vacant": len(body.vacant),
        "requirements": [
            {"requirement": coverage.requirement.id, **_coverage(coverage)}
            for coverage in body.requirements
        ],
    }


def _requirement(coverage: RequirementCoverage) -> Data:
    requirement = coverage.requirement
    return {
        "id": requirement.id,
        "title": requirement.title,
        "basis": str(requirement.basis),
        "from": str(requirement.from_) if requirement.from_ else None,
        "until": str(requirement.until) if requirement.until else None,
        "in_force": coverage.in_force,
        "partners": [partner.name for partner in requirement.seats_for],
        "bodies": [{"body": body.body, **_coverage(body)} for body in coverage.bodies],
    }


def _coverage(coverage: Coverage) -> Data:
    return {
        "judged_as_at": str(coverage.begins) if coverage.begins else None,
        "recorded": coverage.recorded,
        "met": len(coverage.of(*MET)),
        "of": len(coverage.partners),
        "partners": [_partner(partner) for partner in coverage.partners],
    }


def _partner(partner: PartnerCover) -> Data:
    return {
        "partner": partner.partner.name,
        "cover": partner.cover.name.lower(),
        "roles": [str(held.seat.role) for held in partner.seats],
        "near": [
            {
                "text": near.text,
                "because": near.because,
                "role": str(near.held.seat.role) if near.held else None,
            }
            for near in partner.near
        ],
    }
