"""Upward from a body to the apex."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from govgraph.graph.walks import UPWARD
from govgraph.questions.question import MOST, Argument, Body, Form, Most, Wording, question
from govgraph.reporting.json_shapes import CHAIN, FLAG, IDS, RECORD, TEXT, UNSURE, listing

if TYPE_CHECKING:
    from govgraph.analysis.chain import Chains
    from govgraph.graph.accountability import AccountabilityGraph

ThroughSeats = Annotated[
    bool, Argument(Form.FLAG, "Also who sits on both of two bodies.", for_tools=False)
]


def _text(graph: "AccountabilityGraph", answer: "Chains") -> str:
    from govgraph.reporting.answer_text import chains_as_text
    from govgraph.reporting.people_text import ties_as_text

    told = chains_as_text(graph, answer)
    return f"{told}\n\n{ties_as_text(graph, answer.ties)}" if answer.ties else told


def _data(answer: "Chains") -> dict[str, Any]:
    from govgraph.reporting.answer_json import chains_as_data
    from govgraph.reporting.people_json import ties_as_data

    seats = {"through_seats": ties_as_data(answer.ties)} if answer.ties else {}
    return chains_as_data(answer) | seats


@question(
    Wording(
        needs=UPWARD,
        gives={
            "body": TEXT,
            "chains": listing(CHAIN),
            "not_counted": listing(RECORD),
            "capped": FLAG,
            "succeeded_by": IDS,
            **UNSURE,
        },
        text=_text,
        data=_data,
        example='chain data/oxfordshire "Central Local Partnership" --as-at 2009-05\n'
        "--include proposed",
        lists=("chains", "not_counted"),
        tool="Upward from a body: to whom it answers, how firmly, and where and why that stops. "
        "Only lines of account count; being part of something is none.",
    )
)
def chain(
    graph: "AccountabilityGraph",
    body: Body,
    *,
    most: Most = MOST,
    through_seats: ThroughSeats = False,
) -> "Chains":
    """Upward from a body to the apex: every line, how firm, and where and why it stops.

    >>> import govgraph
    >>> hampshire = govgraph.load("data/hampshire")
    >>> govgraph.chain(hampshire, "Hart LCP").chains[0].apex is None
    True
    """
    from govgraph.analysis.chain import find_chains
    from govgraph.analysis.ties import find_ties

    chains = find_chains(graph, body, most)
    return replace(chains, ties=find_ties(graph, body)) if through_seats else chains
