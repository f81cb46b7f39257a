"""Who stands in the place of a body that has ended."""

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Presence
from govgraph.model.structure import Structure


def find_successors(structure: Structure, body: str) -> tuple[str, ...]:
    """The ids of the bodies that took over from one, directly, sorted."""
    return structure.successors_of.get(body, ())


def find_current_successors(graph: AccountabilityGraph, body: str) -> tuple[str, ...]:
    """The ids of the bodies that stand today in the place of one that does not, sorted.

    Successors that have ended in their turn are followed to their own.
    """
    successors: set[str] = set()
    seen = {body}
    waiting = [body]
    while waiting:
        for later in find_successors(graph.structure, waiting.pop()):
            if later in seen:
                continue
            seen.add(later)
            if graph.holds(later):
                successors.add(later)
            else:
                waiting.append(later)
    return tuple(sorted(successors))


def find_successors_of_ended(graph: AccountabilityGraph, body: str) -> tuple[str, ...]:
    """The ids of those that stand in the place of a body that has ended; none if it has not."""
    known = graph.structure.body_by_id[body]
    over = graph.standpoint.presence(known) is Presence.ENDED
    return find_current_successors(graph, body) if over else ()
