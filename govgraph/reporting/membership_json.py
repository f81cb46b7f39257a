"""Seats and requirements as plain data for JSON; docs/json.md describes the shapes."""

from typing import Any

from govgraph.analysis.membership import (
    MET,
    Coverage,
    Membership,
    PartnerCover,
    RequirementCoverage,
)
from govgraph.analysis.seating import BodySeats, Seating
from govgraph.reporting.people_json import held_as_data

Data = dict[str, Any]


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
