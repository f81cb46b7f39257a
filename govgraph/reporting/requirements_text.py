"""How bodies fare against requirements, as people read it in a terminal."""

from collections.abc import Iterator

from govgraph.analysis.membership import Membership, RequirementCoverage
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.answer_phrases import format_standpoint
from govgraph.reporting.coverage_words import format_force, format_requirement
from govgraph.reporting.folding import fold
from govgraph.reporting.seats_text import coverage_as_lines


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
