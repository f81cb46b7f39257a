"""Every chain upward from a body in the order of its firmness and length."""

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from functools import cached_property

from govgraph.analysis.best_first import MOST_IN_VAIN, Rank, Way, count_steps, find_best_first
from govgraph.analysis.reports import find_everyone_above
from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.model.sources import Basis


class EndKind(IntEnum):
    """How a chain ends, the best first."""

    ARRIVES = 0
    LEAVES = 1
    STOPS = 2


class ChainSearch:
    """The chains upward from one body, the firmest and shortest first.

    Args:
        graph: who answers to whom.
        body: the id of the body, at which no chain ends.
        find_end: how a chain ends on arriving at a body, if it ends there.
    """

    def __init__(
        self,
        graph: AccountabilityGraph,
        body: str,
        find_end: Callable[[str], EndKind | None],
    ) -> None:
        self.graph = graph
        self.body = body
        self.above = find_everyone_above(graph, body)
        self._end_of = {id_: find_end(id_) for id_ in self.above - {body}}
        self._cycle_of = {id_: cycle for cycle in graph.cycles for id_ in cycle}

    def walk(self) -> Iterator[Way]:
        """Every chain, best first; where that takes too long, the others as they are met."""
        patience = MOST_IN_VAIN + len(self.above)
        given: set[tuple[Line, ...]] = set()
        for way in find_best_first(Way(self.body), self._extend, patience):
            if way:
                given.add(way.lines)
                yield way
                continue
            yield from (other for other in self._deepest_first() if other.lines not in given)

    def _deepest_first(self) -> Iterator[Way]:
        """Every chain, each walked to its end before another is begun."""
        waiting = [Way(self.body)]
        while waiting:
            way = waiting.pop()
            if way.ended:
                yield way
            else:
                waiting += reversed(list(self._extend(way)))

    def _extend(self, way: Way) -> Iterator[Way]:
        """A chain with each further step; one that comes round to itself has ended."""
        for line in distinct_lines(self.graph.lines_up[way.body]):
            above = line.superior
            end = EndKind.STOPS if way.passes(above, self._cycle_of) else self._end_of[above]
            firmness, depth = max(way.rank[1], line.basis), way.depth + 1
            further = Way(above, way, line, depth)
            further.ended = end is not None
            # A chain may not be ranked as if it had not been walked this far.
            rank = self._best(above, firmness, depth) if end is None else (end, firmness, depth)
            further.rank = max(rank, way.rank)
            yield further

    def _best(self, body: str, firmness: int, depth: int) -> Rank:
        """The best rank that a chain can have which is at a body, so firm and so long by now."""
        for end in EndKind:
            for basis in range(firmness, max(Basis) + 1):
                steps = self._steps_to[end, basis].get(body)
                if steps is not None:
                    return (end, basis, depth + steps)
        return (EndKind.STOPS, firmness, depth)

    @cached_property
    def _steps_to(self) -> Mapping[tuple[EndKind, int], Mapping[str, int]]:
        """For each kind of end and firmness, how many steps it is away from each body at least."""
        ends = {kind: [id_ for id_, end in self._end_of.items() if end is kind] for kind in EndKind}
        # A chain within a cycle may come round to itself anywhere.
        ends[EndKind.STOPS] += [id_ for id_ in self._cycle_of if id_ in self.above]
        # Nothing goes through the body itself again, nor on from where a chain ends.
        through = frozenset(id_ for id_, end in self._end_of.items() if end is None)
        return {
            (kind, basis): count_steps(ends[kind], self._below(basis), through.union(ends[kind]))
            for kind in EndKind
            for basis in Basis
        }

    def _below(self, basis: Basis) -> Callable[[str], list[str]]:
        """Who answers to a body by a line that is at least as firm as a basis."""
        down = self.graph.lines_down
        return lambda id_: [line.subordinate for line in down.get(id_, ()) if line.basis <= basis]


def distinct_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines without those written twice: of the same bodies, kind and scope the firmest one."""
    kept: dict[tuple[str, ...], Line] = {}
    for line in lines:
        kept.setdefault((*line.relation.key, line.relation.scope), line)
    return tuple(kept.values())
