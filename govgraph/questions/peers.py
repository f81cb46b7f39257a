"""Bodies that share a superior."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.graph.answer import Answer
from govgraph.graph.walks import BESIDE
from govgraph.questions.question import Body, Wording, question
from govgraph.reporting.json_shapes import IDS, TEXT, UNSURE, listing, record

if TYPE_CHECKING:
    from govgraph.analysis.last_heard import LastHeard
    from govgraph.analysis.uncertainty import Doubt
    from govgraph.graph.accountability import AccountabilityGraph


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who answers to one superior of a body beside it.

    Attributes:
        superior: the id of the superior.
        peers: ids of the others that answer to it directly, sorted.
    """

    superior: str
    peers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Peers(Answer):
    """The bodies that share a superior with a body.

    Attributes:
        body: the id of the body.
        superiors: each of its direct superiors with who else answers to it, sorted.
        all: ids of all its peers, sorted.
        succeeded_by: ids of the bodies that stand in its place, where it has ended.
        doubts: the imprecise dates that decided who was counted.
        last_heard: what the answer counts although a later paper is silent on it.
    """

    body: str
    superiors: tuple[Sharing, ...]
    all: tuple[str, ...]
    succeeded_by: tuple[str, ...]
    doubts: "tuple[Doubt, ...]"
    last_heard: "tuple[LastHeard, ...]"


def _text(graph: "AccountabilityGraph", answer: Peers) -> str:
    """Each superior with who else answers to it."""
    from govgraph.reporting.answer_text import (
        close_answer,
        name_ended,
        name_with_id,
        name_with_kind,
    )

    structure = graph.structure
    lines = [name_with_kind(structure, answer.body), *name_ended(graph, [answer.body])]
    for each in answer.superiors:
        above = structure.name_of(each.superior)
        who = f"Also answering to {above}:" if each.peers else f"Nobody else answers to {above}."
        lines.append(who)
        lines += [f"  {name_with_id(structure, peer)}" for peer in each.peers]
    if not answer.superiors:
        lines.append("It answers to nobody here, so nobody shares a superior with it.")
    return "\n".join([*lines, *close_answer(graph, answer.doubts, answer.last_heard)])


@question(
    Wording(
        needs=BESIDE,
        gives={
            "body": TEXT,
            "superiors": listing(record({"superior": TEXT, "peers": IDS})),
            "all": IDS,
            "succeeded_by": IDS,
            **UNSURE,
        },
        text=_text,
        example="peers data/oxfordshire CLP --as-at 2009-05 --include proposed",
        lists=("superiors", "all"),
    )
)
def peers(graph: "AccountabilityGraph", body: Body) -> Peers:
    """Who else answers directly to a superior of a body.

    >>> import govgraph
    >>> found = govgraph.from_edges([("Audit", "Council"), ("Forum", "Council")])
    >>> govgraph.peers(found, "Audit").all
    ('forum',)
    """
    from govgraph.analysis.current_successors import find_successors_of_ended
    from govgraph.analysis.last_heard import find_last_heard_along
    from govgraph.analysis.uncertainty import find_doubts_of_peers

    above = graph.superiors(body)
    shared = tuple(
        Sharing(each, tuple(below for below in graph.subordinates(each) if below != body))
        for each in sorted(above)
    )
    everyone = tuple(sorted({peer for each in shared for peer in each.peers}))
    lines = [
        *graph.lines_up.get(body, ()),
        *(line for each in sorted(above) for line in graph.lines_down.get(each, ())),
    ]
    return Peers(
        body,
        shared,
        everyone,
        find_successors_of_ended(graph, body),
        find_doubts_of_peers(graph, body, above),
        find_last_heard_along(graph, (body, *sorted(above), *everyone), lines),
    )
