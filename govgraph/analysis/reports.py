"""Downward from a body: who answers to it directly, and everyone below."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph.analysis.current_successors import find_successors_of_ended
from govgraph.analysis.last_heard import LastHeard, find_last_heard_along
from govgraph.analysis.uncertainty import Doubt, find_doubts_downward
from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.graph.answer import Answer


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree below a body.

    Attributes:
        depth: how many steps below the body it stands, from 1.
        line: the line by which it answers.
        seen: whether the body was listed above already, so that its own branches are not again.
    """

    depth: int
    line: Line
    seen: bool


@dataclass(frozen=True, slots=True)
class Reports(Answer):
    """Who answers to a body.

    Attributes:
        body: the id of the body.
        direct: ids of the bodies that answer to it directly, sorted.
        all: ids of the bodies that answer to it in any number of steps, sorted.
        tree: the lines below it, in the order in which a tree is drawn.
        succeeded_by: ids of the bodies that stand in its place, where it has ended.
        doubts: the imprecise dates that decided who was counted.
        last_heard: what of the tree counts although a later paper is silent on it.
    """

    body: str
    direct: tuple[str, ...]
    all: tuple[str, ...]
    tree: tuple[Branch, ...]
    succeeded_by: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    last_heard: tuple[LastHeard, ...] = ()


def find_reports(graph: AccountabilityGraph, body: str) -> Reports:
    """Everyone who answers to the body with that id, directly and in any number of steps."""
    below = find_everyone_below(graph, body)
    tree = tuple(_tree(graph, body))
    lines = [branch.line for branch in tree]
    return Reports(
        body,
        graph.subordinates(body),
        tuple(sorted(below - {body})),
        tree,
        find_successors_of_ended(graph, body),
        find_doubts_downward(graph, below | {body}),
        find_last_heard_along(graph, (body, *(line.subordinate for line in lines)), lines),
    )


def find_everyone_below(graph: AccountabilityGraph, body: str) -> frozenset[str]:
    """The ids of all who answer to a body; the body itself only where it is in a cycle."""
    return _reach(graph, body, upward=False)


def find_everyone_above(graph: AccountabilityGraph, body: str) -> frozenset[str]:
    """The ids of all whom a body answers to; the body itself only where it is in a cycle."""
    return _reach(graph, body, upward=True)


def _reach(graph: AccountabilityGraph, body: str, *, upward: bool) -> frozenset[str]:
    """Every body that lines lead to from one, in one direction."""
    step = graph.superiors if upward else graph.subordinates
    found: set[str] = set()
    waiting = deque([body])
    while waiting:
        for next_body in step(waiting.popleft()):
            if next_body not in found:
                found.add(next_body)
                waiting.append(next_body)
    return frozenset(found)


def _tree(graph: AccountabilityGraph, body: str) -> Iterator[Branch]:
    """The lines below a body, depth first, each body's own branches once.

    Who answers to a body in several ways stands below it once, by the firmest.
    """
    listed = {body}
    waiting = [iter(keep_firmest(graph.lines_down.get(body, ())))]
    while waiting:
        line = next(waiting[-1], None)
        if line is None:
            waiting.pop()
            continue
        below = line.subordinate
        seen = below in listed
        yield Branch(len(waiting), line, seen)
        if not seen:
            listed.add(below)
            waiting.append(iter(keep_firmest(graph.lines_down.get(below, ()))))


def keep_firmest(lines: Sequence[Line]) -> list[Line]:
    """Of all lines between the same two bodies the firmest, in the order of these."""
    firmest: dict[tuple[str, str], Line] = {}
    for line in lines:
        ends = (line.subordinate, line.superior)
        firmest[ends] = min(firmest.get(ends, line), line, key=lambda one: one.basis)
    return [firmest[ends] for ends in sorted(firmest)]
