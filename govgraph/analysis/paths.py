"""Every way upward from one body to another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from govgraph.analysis.best_first import MOST_IN_VAIN, Rank, Way, count_steps, find_best_first
from govgraph.analysis.last_heard import LastHeard, find_last_heard_among
from govgraph.analysis.reports import find_everyone_below, keep_firmest
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer
from govgraph.model.sources import Basis

MOST_PATHS = 1_000
MOST_LOOKED_AT = 1_000_000
"""Bodies looked at to find ways out of cycles; beyond it there may be more ways than are given."""


@dataclass(frozen=True, slots=True)
class Paths(Answer):
    """The ways upward from one body to another.

    Attributes:
        from_body: the id of the body that answers.
        to_body: the id of the body answered to.
        paths: the ids along each way, both ends included, the firmest and shortest first.
        capped: whether there are more ways than were asked for.
        last_heard: what the answer counts although a later paper is silent on it.
    """

    from_body: str
    to_body: str
    paths: tuple[tuple[str, ...], ...]
    capped: bool
    last_heard: tuple[LastHeard, ...] = ()


def find_paths(
    graph: AccountabilityGraph, from_body: str, to_body: str, most: int = MOST_PATHS
) -> Paths:
    """Every way upward from one body to another that passes no body twice, at most `most`.

    Where there are more, they are the firmest and shortest of all: a step is as firm as the firmest
    line between its two bodies, a way as firm as its weakest step.

    Args:
        graph: who answers to whom.
        from_body: the id of the body that answers.
        to_body: the id of the body answered to.
        most: the most paths to give.
    """
    found: list[tuple[str, ...]] = []
    capped = False
    for path in _best_first(graph, from_body, to_body):
        if len(found) == most:
            capped = True
            break
        if path is None:
            capped = True
        else:
            found.append(path)
    paths = tuple(sorted(found, key=lambda path: (_firmness(graph, path), len(path), path)))
    heard = find_last_heard_among(graph, chain.from_iterable(paths))
    return Paths(from_body, to_body, paths, capped, heard)


def _best_first(
    graph: AccountabilityGraph, start: str, goal: str
) -> Iterator[tuple[str, ...] | None]:
    """Ways upward, the best first; where that takes too long, the others as they are met."""
    useful = find_everyone_below(graph, goal) | {goal}
    if start not in useful or start == goal:
        return
    steps = _steps_to(graph, goal, useful - {start})
    cycle_of = {id_: cycle for cycle in graph.cycles for id_ in cycle}

    def best(body: str, firmness: int, depth: int) -> Rank | None:
        """The best rank of a way that is at a body, so firm and so long by now, if there is one."""
        for basis in Basis:
            if basis >= firmness and body in steps[basis]:
                return (0, basis, depth + steps[basis][body])
        return None

    def extend(way: Way) -> Iterator[Way]:
        for above, basis in _firmest_up(graph, way.body).items():
            rank = best(above, max(way.rank[1], basis), way.depth + 1)
            if rank and not way.passes(above, cycle_of):
                yield Way(above, way, None, way.depth + 1, max(rank, way.rank), above == goal)

    given: set[tuple[str, ...]] = set()
    for way in find_best_first(Way(start), extend, MOST_IN_VAIN + len(useful)):
        if way:
            given.add(way.bodies)
            yield way.bodies
            continue
        yield from (path for path in _walk(graph, start, goal) if path not in given)


def _steps_to(
    graph: AccountabilityGraph, goal: str, within: frozenset[str]
) -> Mapping[Basis, Mapping[str, int]]:
    """For each firmness, how many steps the goal is away at least by lines at least so firm."""

    def below(basis: Basis) -> Callable[[str], list[str]]:
        lines = graph.lines_down
        return lambda id_: [line.subordinate for line in lines.get(id_, ()) if line.basis <= basis]

    return {basis: count_steps([goal], below(basis), within) for basis in Basis}


def _firmest_up(graph: AccountabilityGraph, body: str) -> Mapping[str, Basis]:
    """Whom a body answers to, each with the firmest line to it."""
    lines = keep_firmest(graph.lines_up.get(body, ()))
    return {line.superior: line.basis for line in lines}


def _firmness(graph: AccountabilityGraph, path: tuple[str, ...]) -> Basis:
    """How firm a way is: as its weakest step."""
    return max(_firmest_up(graph, below)[above] for below, above in pairwise(path))


def _walk(graph: AccountabilityGraph, start: str, goal: str) -> Iterator[tuple[str, ...] | None]:
    """Ways upward, kept to the bodies from which the goal can be reached; None to give up.

    Within a cycle a way can run into itself. Once one has, every further step is taken only if the
    goal can be reached from there past the bodies of the way; else a cycle of twenty bodies would
    be walked through in every order.
    """
    useful = find_everyone_below(graph, goal) | {goal}
    if start not in useful or start == goal:
        return
    path = [start]
    here = {start}
    waiting = [iter(graph.superiors(start))]
    ended_well = [False]
    looking, looked_at = False, 0
    while waiting:
        above = next(waiting[-1], None)
        if above is None:
            waiting.pop()
            here.discard(path.pop())
            looking = looking or not ended_well.pop()
        elif above == goal:
            ended_well = [True] * len(ended_well)
            yield (*path, goal)
        elif above in useful and above not in here:
            reached, seen = _reaches(graph, above, goal, here) if looking else (True, 0)
            looked_at += seen
            if looked_at > MOST_LOOKED_AT:
                yield None
                return
            if reached:
                path.append(above)
                here.add(above)
                waiting.append(iter(graph.superiors(above)))
                ended_well.append(False)


def _reaches(
    graph: AccountabilityGraph, body: str, goal: str, without: set[str]
) -> tuple[bool, int]:
    """Whether a way leads up from one body to another past some, and how many were looked at."""
    met, waiting = {body, *without}, [body]
    while waiting:
        for above in graph.superiors(waiting.pop()):
            if above == goal:
                return True, len(met) - len(without)
            if above not in met:
                met.add(above)
                waiting.append(above)
    return False, len(met) - len(without)
