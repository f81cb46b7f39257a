"""Who follows whom: bodies that take over from others, merge, split or are made anew."""

from collections.abc import Iterable, Mapping

from govgraph.analysis.changes import Succession, What
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.standpoint import Presence
from govgraph.model.structure import Structure


def find_successors(structure: Structure, body: str) -> tuple[str, ...]:
    """The ids of the bodies that took over from one, directly, sorted."""
    return tuple(sorted(later.id for later in structure.bodies if body in later.succeeds))


def find_heirs(graph: AccountabilityGraph, body: str) -> tuple[str, ...]:
    """The ids of the bodies that stand today in the place of one that does not, sorted.

    Successors that have ended in their turn are followed to their own.
    """
    heirs: set[str] = set()
    seen = {body}
    waiting = [body]
    while waiting:
        for later in find_successors(graph.structure, waiting.pop()):
            if later in seen:
                continue
            seen.add(later)
            if graph.holds(later):
                heirs.add(later)
            else:
                waiting.append(later)
    return tuple(sorted(heirs))


def find_heirs_of_ended(graph: AccountabilityGraph, body: str) -> tuple[str, ...]:
    """The ids of those that stand in the place of a body that has ended; none if it has not."""
    known = graph.structure.body_by_id[body]
    over = graph.standpoint.presence(known) is Presence.ENDED
    return find_heirs(graph, body) if over else ()


def find_successions(
    before: Mapping[str, Body], after: Mapping[str, Body], records: Iterable[Body]
) -> tuple[Succession, ...]:
    """The successions between two states.

    A link counts where the one who is taken over was there before, the one who takes over is
    there after, and at least one of the two changes was made: who gives way has gone, or who
    follows has come. So a body may be absorbed by one that was there already, and another may be
    founded out of one that lives on. Links are followed backwards where the states are given in
    the other order.

    Args:
        before: the bodies as they were, by id.
        after: the bodies as they are, by id.
        records: every record of a body, from whose `succeeds` the links are read.
    """
    links: set[tuple[str, str]] = set()
    for body in records:
        for earlier in body.succeeds:
            links |= {(earlier, body.id), (body.id, earlier)}
    kept = sorted(
        (old, new)
        for old, new in links
        if old in before and new in after and (old not in after or new not in before)
    )
    return tuple(_succession(group) for group in _joined(kept))


def _joined(links: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The links in groups that share a body on one side or the other."""
    groups: list[list[tuple[str, str]]] = []
    for link in links:
        touching = [
            group for group in groups if any(link[0] == a or link[1] == b for a, b in group)
        ]
        merged = [link, *(old for group in touching for old in group)]
        groups = [group for group in groups if group not in touching]
        groups.append(merged)
    return groups


def _succession(links: list[tuple[str, str]]) -> Succession:
    before = tuple(sorted({old for old, _ in links}))
    after = tuple(sorted({new for _, new in links}))
    several = (len(before) > 1, len(after) > 1)
    what = {
        (False, False): What.BODY_SUCCEEDED,
        (True, False): What.BODIES_MERGED,
        (False, True): What.BODY_SPLIT,
        (True, True): What.BODIES_REORGANISED,
    }
    return Succession(what[several], before, after)
