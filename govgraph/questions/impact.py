"""Who would lose their last line of account without a body."""

from typing import TYPE_CHECKING

from govgraph.graph.walks import DEPENDANTS
from govgraph.questions.question import Body, Wording, question
from govgraph.reporting.json_shapes import HEARD, IDS, TEXT

if TYPE_CHECKING:
    from govgraph.analysis.impact import Impact
    from govgraph.graph.accountability import AccountabilityGraph

_LISTS = ("orphaned", "lose_only_line", "arrive_without_it", "arrive_nowhere")


def _text(graph: "AccountabilityGraph", answer: "Impact") -> str:
    from govgraph.reporting.answer_text import impact_as_text

    return impact_as_text(graph, answer)


@question(
    Wording(
        needs=DEPENDANTS,
        gives={"body": TEXT, **dict.fromkeys(_LISTS, IDS), **HEARD},
        text=_text,
        example='impact data/oxfordshire "Children\'s Trust" --as-at 2009',
        lists=_LISTS,
    )
)
def impact(graph: "AccountabilityGraph", body: Body) -> "Impact":
    """Who would lose their last line of account without a body.

    >>> import govgraph
    >>> found = govgraph.from_edges([("Audit", "Cabinet"), ("Cabinet", "Council")])
    >>> govgraph.impact(found.with_body("Council", apex=True), "Cabinet").orphaned
    ('audit',)
    """
    from govgraph.analysis.impact import find_impact

    return find_impact(graph, body)
