"""The shortest ring within a set of bodies that answer to one another, and where to open it."""

from collections.abc import Iterable, Mapping, Sequence

from govgraph.checks.finding import Severity
from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.model.sources import Basis
from govgraph.wording.lists import count_words, join_words

LINES_TRIED = 2_000_000
"""Lines looked at before the shortest ring found so far is shown: a bound for dense structures."""


def find_superiors_within(
    graph: AccountabilityGraph, bodies: tuple[str, ...]
) -> Mapping[str, tuple[str, ...]]:
    """The superiors of each of some bodies among them."""
    inside = frozenset(bodies)
    return {
        body: tuple(above for above in graph.superiors(body) if above in inside) for body in bodies
    }


def find_shortest_cycle(superiors: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest ring among bodies, from each to its superior, the first id first.

    A ring that is not the whole of them passes through a body with several superiors among them,
    so the search starts from those alone.

    Args:
        superiors: those of each body among them, sorted; the bodies sorted as well.
    """
    bodies = tuple(superiors)
    heads = [body for body in bodies if len(superiors[body]) > 1] or list(bodies[:1])
    shortest: tuple[str, ...] = ()
    left = LINES_TRIED
    for head in heads:
        most = len(shortest) - 1 if shortest else len(bodies)
        cycle, tried = _cycle_through(head, superiors, most)
        shortest = cycle or shortest
        left -= tried
        if shortest and (len(shortest) == 2 or left < 0):  # noqa: PLR2004 - two make a ring
            break
    start = shortest.index(min(shortest))
    return shortest[start:] + shortest[:start]


def find_lines(graph: AccountabilityGraph, cycle: tuple[str, ...]) -> list[Line]:
    """The lines of a ring, of several between two bodies the firmest."""
    return [
        next(line for line in graph.lines_up[below] if line.superior == above)
        for below, above in zip(cycle, cycle[1:] + cycle[:1], strict=True)
    ]


def grade_cycle(usual: Severity, bases: Iterable[int]) -> Severity:
    """How grave a ring of lines so firm is: no error where only a presumed line closes it."""
    return min(usual, Severity.WARNING) if Basis.PRESUMED in bases else usual


def find_opening(graph: AccountabilityGraph, cycle: tuple[str, ...]) -> Line:
    """The line of a ring that is best taken out.

    That of an apex, which need answer to nobody; else the weakest; else that of a body which
    also answers to somebody outside the ring.
    """
    inside = frozenset(cycle)

    def order(line: Line) -> tuple[bool, int, bool, str]:
        below = line.subordinate
        apex = graph.structure.body_by_id[below].apex
        elsewhere = not inside.issuperset(graph.superiors(below))
        return (not apex, -line.basis, not elsewhere, below)

    return min(find_lines(graph, cycle), key=order)


def format_cycle(names: Sequence[str], further: int) -> str:
    """What a ring of these bodies is, in a sentence; so many more are tied in."""
    also = f", and {count_words(further, 'further body is', 'further bodies are')} tied in"
    return f"{join_words(names)} answer to one another in a ring{also if further else ''}."


def _cycle_through(
    head: str, superiors: Mapping[str, tuple[str, ...]], most: int
) -> tuple[tuple[str, ...], int]:
    """The shortest ring through `head` of at most `most` bodies, if any, and the lines tried."""
    came_from = {head: ""}
    level = [head]
    tried = 0
    for _ in range(most):
        above: list[str] = []
        for body in level:
            for superior in superiors[body]:
                tried += 1
                if superior == head:
                    return _walk_back(came_from, body), tried
                if superior not in came_from:
                    came_from[superior] = body
                    above.append(superior)
        level = above
    return (), tried


def _walk_back(came_from: Mapping[str, str], last: str) -> tuple[str, ...]:
    """The bodies from the head of a search to `last`."""
    walked = [last]
    while came_from[walked[-1]]:
        walked.append(came_from[walked[-1]])
    return tuple(reversed(walked))
