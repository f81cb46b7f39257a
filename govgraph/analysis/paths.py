"""Every way upward from one body to another."""

from collections.abc import Iterator
from dataclasses import dataclass

from govgraph.analysis.reports import find_everyone_below
from govgraph.graph.accountability import AccountabilityGraph

MOST_PATHS = 1_000


@dataclass(frozen=True, slots=True)
class Paths:
    """The ways upward from one body to another.

    Attributes:
        from_body: the id of the body that answers.
        to_body: the id of the body answered to.
        paths: the ids along each way, both ends included, the shortest first.
        capped: whether there are more ways than were asked for.
    """

    from_body: str
    to_body: str
    paths: tuple[tuple[str, ...], ...]
    capped: bool


def find_paths(
    graph: AccountabilityGraph, from_body: str, to_body: str, most: int = MOST_PATHS
) -> Paths:
    """Every way upward from one body to another that passes no body twice, at most `most`.

    Args:
        graph: who answers to whom.
        from_body: the id of the body that answers.
        to_body: the id of the body answered to.
        most: how many ways to give at the most.
    """
    found: list[tuple[str, ...]] = []
    capped = False
    for path in _walk(graph, from_body, to_body):
        if len(found) == most:
            capped = True
            break
        found.append(path)
    return Paths(from_body, to_body, tuple(sorted(found, key=lambda p: (len(p), p))), capped)


def _walk(graph: AccountabilityGraph, start: str, goal: str) -> Iterator[tuple[str, ...]]:
    """Ways upward, kept to the bodies from which the goal can be reached at all."""
    useful = find_everyone_below(graph, goal) | {goal}
    if start not in useful or start == goal:
        return
    path = [start]
    here = {start}
    waiting = [iter(graph.superiors(start))]
    while waiting:
        above = next(waiting[-1], None)
        if above is None:
            waiting.pop()
            here.discard(path.pop())
        elif above == goal:
            yield (*path, goal)
        elif above in useful and above not in here:
            path.append(above)
            here.add(above)
            waiting.append(iter(graph.superiors(above)))
