"""Which bodies have the most others answering to them directly."""

from dataclasses import dataclass

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.walks import UPWARD
from govgraph.questions.question import Body, Wording, question
from govgraph.reporting.json_shapes import COUNT, IDS, TEXT


@dataclass(frozen=True, slots=True)
class Widest:
    """The widest span on the way up.

    Attributes:
        body: the id of the body that was asked about.
        span: how many answer directly to the widest.
        bodies: ids of the bodies to which so many do, sorted.
    """

    body: str
    span: int
    bodies: tuple[str, ...]


def _text(graph: AccountabilityGraph, answer: Widest) -> str:
    names = ", ".join(map(graph.structure.name_of, answer.bodies))
    return f"{answer.span} answer directly to {names}."


@question(
    Wording(
        needs=UPWARD,
        gives={"body": TEXT, "span": COUNT, "bodies": IDS},
        text=_text,
        example="widest data/hampshire HART-LCP",
    )
)
def widest(graph: AccountabilityGraph, body: Body) -> Widest:
    """Which body on the way up has the most others answering to it directly."""
    reached, waiting = {body}, [body]
    while waiting:
        above = [each for each in graph.superiors(waiting.pop()) if each not in reached]
        reached.update(above)
        waiting += above
    spans = {each: len(graph.subordinates(each)) for each in reached}
    most = max(spans.values())
    return Widest(body, most, tuple(sorted(each for each in spans if spans[each] == most)))
