"""Bodies that give way to others between two states: taken over, merged, split or made anew."""

from collections.abc import Iterable, Mapping

from govgraph.analysis.changes import Succession, What
from govgraph.model.bodies import Body


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
