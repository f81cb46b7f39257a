"""The questions of a structure, bodies and people by any of their names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govgraph.model.names import find_body, find_person
from govgraph.model.structure import Structure

if TYPE_CHECKING:
    from govgraph.analysis.chain import Chains
    from govgraph.analysis.history import History
    from govgraph.analysis.impact import Impact
    from govgraph.analysis.interlocks import People
    from govgraph.analysis.membership import Membership
    from govgraph.analysis.paths import Paths
    from govgraph.analysis.profile import Profile
    from govgraph.analysis.query import Rows
    from govgraph.analysis.reports import Reports
    from govgraph.analysis.seating import Seating
    from govgraph.analysis.superiors import CommonSuperiors
    from govgraph.analysis.ties import Ties
    from govgraph.graph.accountability import AccountabilityGraph


def chain(graph: "AccountabilityGraph", body: str, *, most: int | None = None) -> "Chains":
    """Every chain of account upward from a body, to the apex or to where it stops."""
    from govgraph.analysis.chain import MOST_CHAINS, find_chains

    return find_chains(graph, find_id(graph, body), MOST_CHAINS if most is None else most)


def ties(graph: "AccountabilityGraph", body: str) -> "Ties":
    """Who sits on a body and on one above it, all the way up; never a line of account."""
    from govgraph.analysis.ties import find_ties

    return find_ties(graph, find_id(graph, body))


def reports(graph: "AccountabilityGraph", body: str) -> "Reports":
    """Who answers to a body, directly and in any number of steps."""
    from govgraph.analysis.reports import find_reports

    return find_reports(graph, find_id(graph, body))


def paths(
    graph: "AccountabilityGraph", from_body: str, to_body: str, *, most: int | None = None
) -> "Paths":
    """Every way upward from one body to another."""
    from govgraph.analysis.paths import MOST_PATHS, find_paths

    ends = (find_id(graph, from_body), find_id(graph, to_body))
    return find_paths(graph, *ends, MOST_PATHS if most is None else most)


def common(graph: "AccountabilityGraph", bodies: Sequence[str]) -> "CommonSuperiors":
    """The nearest body that all the bodies answer to."""
    from govgraph.analysis.superiors import find_common_superiors

    return find_common_superiors(graph, [find_id(graph, body) for body in bodies])


def impact(graph: "AccountabilityGraph", body: str) -> "Impact":
    """Who would lose their last line of account without a body."""
    from govgraph.analysis.impact import find_impact

    return find_impact(graph, find_id(graph, body))


def show(graph: "AccountabilityGraph", body: str) -> "Profile":
    """Everything known of a body, in both directions, with sources."""
    from govgraph.analysis.profile import build_profile

    return build_profile(graph, find_id(graph, body))


def query(
    graph: "AccountabilityGraph", cypher: str, *, most: int | None = None, work: int | None = None
) -> "Rows":
    """What a query in Cypher returns, through grand-cypher (the extra `query`).

    Args:
        graph: bodies and relations from a standpoint.
        cypher: the query; bodies have labels by kind, relations types.
        most: how many rows to give at the most.
        work: how many bodies and relations to look at, at the most.

    Raises:
        QuestionError: the query cannot be read or answered; says where and why.
    """
    from govgraph.analysis.query import MOST_ROWS, find_rows

    return find_rows(graph, cypher, MOST_ROWS if most is None else most, work)


def people(graph: "AccountabilityGraph", name: str | None = None) -> "People":
    """Where everybody sits, or one person, and on both sides of which lines."""
    from govgraph.analysis.interlocks import find_people

    return find_people(graph, find_person(graph.structure, name).id if name else None)


def seats(
    graph: "AccountabilityGraph", body: str | None = None, *, whatever: bool = False
) -> "Seating":
    """Who sits on a body, or on every body: seats, vacancies and who is missing.

    Args:
        graph: who answers to whom in it.
        body: any name of a body; every body unless given.
        whatever: whether bodies are measured whatever a requirement says it applies to.
    """
    from govgraph.analysis.seating import find_seating

    return find_seating(graph, find_id(graph, body) if body else None, whatever=whatever)


def requirements(graph: "AccountabilityGraph") -> "Membership":
    """How each body fares against each requirement on who ought to sit there."""
    from govgraph.analysis.membership import find_membership

    return find_membership(graph)


def timeline(structure: Structure) -> "History":
    """The lives of the bodies of a structure, and the events between them."""
    from govgraph.analysis.history import find_history

    return find_history(structure)


def find_id(graph: "AccountabilityGraph", name: str) -> str:
    """The id of the body that goes by a name."""
    return find_body(graph.structure, name).id
