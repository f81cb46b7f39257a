"""Ways upward in the order of their rank, the best first, without walking the others.

A way is extended a step at a time, and the one whose rank can still become the best goes first.
So the first hundred ways are the best hundred, in whatever order a file is written, also where
there are more ways than can be walked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TypeAlias

from govgraph.graph.accountability import Line

Rank: TypeAlias = tuple[int, int, int]
"""What no end of a way can be better than: which sort of end, how firm, how many steps."""

MOST_IN_VAIN = 100_000
"""Extensions without reaching any end after which the search gives up: ways that run into one
another can be as many as there are orders of the bodies of a cycle."""


@dataclass(slots=True, eq=False)
class Way:
    """A way upward as far as it has been walked, and the way that it extends by one step.

    Attributes:
        body: the id of the body at which it is.
        before: the way without its last step; None of one that has not begun.
        line: the last step.
        depth: how many steps it has.
        rank: what no end of it can be better than; of one that has ended, its rank.
        ended: whether it has ended.
    """

    body: str
    before: "Way | None" = None
    line: Line | None = None
    depth: int = 0
    rank: Rank = (0, 0, 0)
    ended: bool = field(default=False)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The steps, from the start upward."""
        steps = [way.line for way in self.backward() if way.line]
        return tuple(reversed(steps))

    @property
    def bodies(self) -> tuple[str, ...]:
        """The ids of the bodies along it, from the start upward."""
        return tuple(way.body for way in self.backward())[::-1]

    def passes(self, body: str, cycle_of: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether it has been at a body before its next step: only ever within one cycle.

        Args:
            body: the id of the body that the next step leads to.
            cycle_of: for each body in a cycle, the bodies of the cycle.
        """
        if body == self.body:
            return True
        cycle = cycle_of.get(body)
        for earlier in self.backward() if cycle else ():
            if earlier.body == body:
                return True
            if cycle_of.get(earlier.body) is not cycle:
                return False
        return False

    def backward(self) -> Iterator["Way"]:
        """The way itself, and the ways it extends, back to the start."""
        way: Way | None = self
        while way:
            yield way
            way = way.before

    def __lt__(self, other: "Way") -> bool:
        """Whether it goes first: by rank, then by the ids of the bodies along it."""
        if self.rank != other.rank:
            return self.rank < other.rank
        one, two = _at_depth(self, other.depth), _at_depth(other, self.depth)
        if one is two:
            return self.depth < other.depth
        while one.before is not two.before:
            assert one.before  # noqa: S101 - all ways of a search have one start
            assert two.before  # noqa: S101 - as above
            one, two = one.before, two.before
        return one.name < two.name

    @property
    def name(self) -> tuple[str, str]:
        """By what ways part: the body stepped to, then the kind of the line."""
        return (self.body, self.line.relation.kind if self.line else "")


def find_best_first(
    start: Way, extend: Callable[[Way], Iterable[Way]], patience: int = MOST_IN_VAIN
) -> Iterator[Way | None]:
    """Every way that ends, in the order of rank; None where the search gives up.

    Args:
        start: the way that has not begun.
        extend: gives a way with each further step, ranked no better than the way itself.
        patience: how many extensions to look at between two ends.
    """
    waiting = [start]
    looked_at = 0
    while waiting:
        way = heappop(waiting)
        if way.ended:
            looked_at = 0
            yield way
            continue
        looked_at += 1
        if looked_at > patience:
            yield None
            return
        for further in extend(way):
            heappush(waiting, further)


def count_steps(
    ends: Iterable[str], below: Callable[[str], Iterable[str]], within: frozenset[str]
) -> Mapping[str, int]:
    """For each body from which an end can be reached, the fewest steps to one.

    Args:
        ends: the ids of the bodies that are ends.
        below: who answers to a body.
        within: the bodies that matter.
    """
    steps = dict.fromkeys((id_ for id_ in ends if id_ in within), 0)
    waiting = list(steps)
    for body in waiting:
        for lower in below(body):
            if lower in within and lower not in steps:
                steps[lower] = steps[body] + 1
                waiting.append(lower)
    return steps


def _at_depth(way: Way, depth: int) -> Way:
    """A way, or as much of it as has so many steps."""
    while way.depth > depth:
        assert way.before  # noqa: S101 - a way with steps extends another
        way = way.before
    return way
