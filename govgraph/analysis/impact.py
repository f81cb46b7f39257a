"""Who would lose their last line of account if a body were not there."""

from collections import deque
from dataclasses import dataclass

from govgraph.analysis.last_heard import LastHeard, find_last_heard_among
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer


@dataclass(frozen=True, slots=True)
class Impact(Answer):
    """What hangs on one body.

    Attributes:
        body: the id of the body.
        orphaned: ids of the other bodies that reach an apex now and would not without it.
        lose_only_line: ids of those that answer to nobody else, and reach no apex even now.
        arrive_without_it: ids of those that answer to it directly and arrive without it too.
        arrive_nowhere: ids of those that answer to it directly and to others, and reach no
            apex with it or without it.
        last_heard: what the answer counts although a later paper is silent on it.
    """

    body: str
    orphaned: tuple[str, ...]
    lose_only_line: tuple[str, ...] = ()
    arrive_without_it: tuple[str, ...] = ()
    arrive_nowhere: tuple[str, ...] = ()
    last_heard: tuple[LastHeard, ...] = ()


def find_impact(graph: AccountabilityGraph, body: str) -> Impact:
    """Who would lose their last chain to an apex without the body with that id."""
    before = _arriving(graph, "")
    after = _arriving(graph, body)
    direct = graph.subordinates(body)
    nowhere = [below for below in direct if below not in before]
    return Impact(
        body,
        orphaned=tuple(sorted(before - after - {body})),
        lose_only_line=tuple(below for below in nowhere if graph.superiors(below) == (body,)),
        arrive_without_it=tuple(below for below in direct if below in after),
        arrive_nowhere=tuple(below for below in nowhere if graph.superiors(below) != (body,)),
        last_heard=find_last_heard_among(
            graph, (body, *sorted(before - after), *direct, *graph.superiors(body))
        ),
    )


def _arriving(graph: AccountabilityGraph, without: str) -> set[str]:
    """The ids of the bodies with a chain to an apex when one body is left out."""
    arriving = {apex for apex in graph.apexes if apex != without}
    waiting = deque(sorted(arriving))
    while waiting:
        for below in graph.subordinates(waiting.popleft()):
            if below not in arriving and below != without:
                arriving.add(below)
                waiting.append(below)
    return arriving
