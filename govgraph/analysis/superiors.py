"""The nearest body that several bodies all answer to."""

from collections.abc import Sequence
from dataclasses import dataclass

from govgraph.analysis.last_heard import LastHeard, find_last_heard_among
from govgraph.analysis.reports import find_everyone_above
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer


@dataclass(frozen=True, slots=True)
class CommonSuperiors(Answer):
    """Where the lines of several bodies meet.

    Attributes:
        bodies: the ids of the bodies asked about, as asked.
        nearest: the ids of the bodies they all answer to that have none of those below them.
        all: the ids of every body they all answer to, sorted.
        last_heard: what the answer counts although a later paper is silent on it.
    """

    bodies: tuple[str, ...]
    nearest: tuple[str, ...]
    all: tuple[str, ...]
    last_heard: tuple[LastHeard, ...] = ()


def find_common_superiors(graph: AccountabilityGraph, bodies: Sequence[str]) -> CommonSuperiors:
    """The nearest bodies that all of `bodies` answer to; there may be none, or several.

    A body does not answer to itself: asked of a body and its own superior, the answer stands
    above both. Bodies of one cycle that are nearest are all given.
    """
    above = [find_everyone_above(graph, body) for body in bodies]
    shared = frozenset.intersection(*above) if above else frozenset()
    # Whoever stands on the way from one shared superior up to another is shared too, so it is
    # enough to look one step down; only lines within a cycle do not count as down.
    in_cycles = frozenset(id_ for cycle in graph.cycles for id_ in cycle)
    groups = [*graph.cycles, *((id_,) for id_ in shared - in_cycles)]
    nearest = {id_ for group in groups if _is_nearest(graph, group, shared) for id_ in group}
    return CommonSuperiors(
        tuple(bodies),
        tuple(sorted(nearest & shared)),
        tuple(sorted(shared)),
        find_last_heard_among(graph, (*bodies, *sorted(frozenset().union(*above)))),
    )


def _is_nearest(graph: AccountabilityGraph, group: Sequence[str], shared: frozenset[str]) -> bool:
    """Whether nobody shared answers to a body, or to any body of a cycle, from outside it."""
    inside = frozenset(group)
    return not any(
        below in shared and below not in inside
        for member in group
        for below in graph.subordinates(member)
    )
