"""Who would lose their last line of account if a body were not there."""

from collections import deque
from dataclasses import dataclass

from govgraph.graph.accountability import AccountabilityGraph


@dataclass(frozen=True, slots=True)
class Impact:
    """What hangs on one body.

    Attributes:
        body: the id of the body.
        orphaned: ids of the other bodies that arrive at an apex now and would not without it.
    """

    body: str
    orphaned: tuple[str, ...]


def find_impact(graph: AccountabilityGraph, body: str) -> Impact:
    """Who would lose their last chain to an apex without the body with that id."""
    before = _arriving(graph, "")
    after = _arriving(graph, body)
    return Impact(body, tuple(sorted(before - after - {body})))


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
