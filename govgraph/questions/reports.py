"""Downward from a body."""

from typing import TYPE_CHECKING

from govgraph.graph.walks import DOWNWARD
from govgraph.questions.question import Body, Wording, question
from govgraph.reporting.json_shapes import IDS, TEXT, UNSURE

if TYPE_CHECKING:
    from govgraph.analysis.reports import Reports
    from govgraph.graph.accountability import AccountabilityGraph


def _text(graph: "AccountabilityGraph", answer: "Reports") -> str:
    from govgraph.reporting.answer_text import reports_as_text

    return reports_as_text(graph, answer)


@question(
    Wording(
        needs=DOWNWARD,
        gives={"body": TEXT, "direct": IDS, "all": IDS, "succeeded_by": IDS, **UNSURE},
        text=_text,
        example='reports data/worcestershire "Worcestershire Partnership"',
        lists=("direct", "all"),
        tool="Downward from a body: who answers to it, directly and in any number of steps.",
    )
)
def reports(graph: "AccountabilityGraph", body: Body) -> "Reports":
    """Who answers to a body: directly, and all below, as a tree.

    >>> import govgraph
    >>> found = govgraph.from_edges([("Audit", "Cabinet"), ("Cabinet", "Council")])
    >>> govgraph.reports(found, "Council").all
    ('audit', 'cabinet')
    """
    from govgraph.analysis.reports import find_reports

    return find_reports(graph, body)
