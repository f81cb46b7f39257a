"""How a requirement and its partners are spoken of."""

from govgraph.analysis.membership import Cover, PartnerCover, RequirementCoverage
from govgraph.analysis.partners import Near
from govgraph.model.requirements import Requirement
from govgraph.reporting.people_text import format_role
from govgraph.wording.lists import join_words

HEADINGS = {
    Cover.COVERED: "covered",
    Cover.VACANT: "only by a vacant seat",
    Cover.NEAR: "perhaps, under another name",
    Cover.MISSING: "missing",
    Cover.UNRECORDED: "not recorded",
}
"""What each state of a partner is called, in the order in which they are listed."""


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
