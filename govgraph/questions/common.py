"""The nearest body that several bodies all answer to."""

from typing import TYPE_CHECKING

from govgraph.errors import QuestionError
from govgraph.graph.walks import UPWARD
from govgraph.questions.question import Bodies, Wording, question
from govgraph.reporting.json_shapes import HEARD, IDS

if TYPE_CHECKING:
    from govgraph.analysis.superiors import CommonSuperiors
    from govgraph.graph.accountability import AccountabilityGraph


def _text(graph: "AccountabilityGraph", answer: "CommonSuperiors") -> str:
    from govgraph.reporting.answer_text import common_as_text

    return common_as_text(graph, answer)


@question(
    Wording(
        needs=UPWARD,
        gives={"bodies": IDS, "nearest": IDS, "all": IDS, **HEARD},
        text=_text,
        example="common data/oxfordshire CLP SLP --as-at 2009",
        lists=("nearest", "all"),
    )
)
def common(graph: "AccountabilityGraph", bodies: Bodies) -> "CommonSuperiors":
    """The nearest body that two or more bodies all answer to.

    >>> import govgraph
    >>> found = govgraph.from_edges([("Audit", "Council"), ("Forum", "Council")])
    >>> govgraph.common(found, ["Audit", "Forum"]).nearest
    ('council',)
    """
    from govgraph.analysis.superiors import find_common_superiors

    if len(bodies) == 1:
        raise QuestionError("name two bodies or more, to find what they all answer to")
    return find_common_superiors(graph, bodies)
