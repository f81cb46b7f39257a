"""Every way upward from one body to another."""

from typing import TYPE_CHECKING

from govgraph.graph.walks import UPWARD
from govgraph.questions.question import MOST, Body, Most, Superior, Wording, question
from govgraph.reporting.json_shapes import FLAG, HEARD, IDS, TEXT, listing

if TYPE_CHECKING:
    from govgraph.analysis.paths import Paths
    from govgraph.graph.accountability import AccountabilityGraph


def _text(graph: "AccountabilityGraph", answer: "Paths") -> str:
    from govgraph.reporting.answer_text import paths_as_text

    return paths_as_text(graph, answer)


@question(
    Wording(
        needs=UPWARD,
        gives={"from": TEXT, "to": TEXT, "paths": listing(IDS), "capped": FLAG, **HEARD},
        text=_text,
        example='paths data/worcestershire "Management Information Group" "Trust Board"',
        lists=("paths",),
        tool="Every way upward from one body to another, over lines of account.",
    )
)
def paths(
    graph: "AccountabilityGraph", body: Body, superior: Superior, *, most: Most = MOST
) -> "Paths":
    """Every way upward from one body to another.

    >>> import govgraph
    >>> found = govgraph.from_edges([("Audit", "Cabinet"), ("Cabinet", "Council")])
    >>> len(govgraph.paths(found, "Audit", "Council").paths)
    1
    """
    from govgraph.analysis.paths import find_paths

    return find_paths(graph, body, superior, most)
