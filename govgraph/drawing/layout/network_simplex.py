"""Whole numbers that lie as close as their pulls ask: the dual of a minimum-cost flow.

Places along a line are wanted that keep least distances and give way to pulls: minimise the sum of
`charge[i] * x[i]` and of `strength * max(0, length - (x[head] - x[tail]))` over all pulls, where a
pull of endless strength is a distance that is kept without exception. Its dual is a flow of least
cost, which the primal network simplex solves in whole numbers: the same on every machine. The tree
stays strongly feasible (Cunningham, 1976), so that it never cycles; pivots are looked for block by
block, as LEMON and networkx do.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDLESS = 1 << 40
"""A strength that no sum of pulls reaches: the distance is kept."""


class Pull(NamedTuple):
    """The wish that `head` lies at least `length` beyond `tail`, and how strong it is."""

    tail: int
    head: int
    length: int
    strength: int = ENDLESS


def settle(count: int, pulls: Sequence[Pull], charges: Sequence[int]) -> list[int]:
    """The places that cost least, one for each of `count` points; only their distances matter.

    Args:
        count: How many points there are.
        pulls: The wishes. Those of endless strength must not contradict one another.
        charges: What each point costs a unit further on; together nothing.

    Raises:
        ValueError: The charges do not add up to nothing, or no places satisfy the distances.
    """
    if sum(charges):
        raise ValueError("charges that do not add up to nothing have no least cost")
    tree = _Tree(count, pulls, charges)
    size = max(20, isqrt(len(pulls)))
    start, quiet = 0, 0
    while quiet * size < len(pulls):
        stop = min(start + size, len(pulls))
        entering = tree.best(start, stop)
        start = stop if stop < len(pulls) else 0
        if entering < 0:
            quiet += 1
        else:
            quiet = 0
            tree.pivot(entering)
    if any(tree.flow[len(pulls) :]):
        raise ValueError("the distances contradict one another")
    return tree.place[:count]


class _Tree:
    """A spanning tree of the flow, rooted at one point more than there are.

    Attributes:
        place: The place of each point, by which every arc of the tree is exactly as long as wished.
        flow: What flows through each arc; the arcs that tie each point to the root come last.
    """

    def __init__(self, count: int, pulls: Sequence[Pull], charges: Sequence[int]) -> None:
        far = 1 + sum(abs(pull.length) for pull in pulls)
        self.tail = [pull.tail for pull in pulls]
        self.head = [pull.head for pull in pulls]
        self.length = [pull.length for pull in pulls]
        self.strength = [pull.strength for pull in pulls]
        self.flow = [0] * len(pulls)
        self.place = [0] * (count + 1)
        self.above = [count] * count + [-1]
        self.arc = [len(pulls) + point for point in range(count)] + [-1]
        self.below: list[set[int]] = [set() for _ in range(count)] + [set(range(count))]
        self.depth = [1] * count + [0]
        for point, charge in enumerate(charges):
            inward = charge > 0  # the charge asks for flow into the point
            self.tail.append(count if inward else point)
            self.head.append(point if inward else count)
            self.length.append(-far)
            self.strength.append(ENDLESS)
            self.flow.append(abs(charge))
            self.place[point] = -far if inward else far

    def best(self, start: int, stop: int) -> int:
        """The arc of a block whose wish is missed most, or -1."""
        worst, found = 0, -1
        place, flow = self.place, self.flow
        for arc in range(start, stop):
            slack = place[self.head[arc]] - place[self.tail[arc]] - self.length[arc]
            if slack < 0:
                missed = -slack if flow[arc] < self.strength[arc] else 0
            else:
                missed = slack if flow[arc] > 0 else 0
            if missed > worst:
                worst, found = missed, arc
        return found

    def pivot(self, entering: int) -> None:
        """Let flow run through an arc as far as it can, and let the arc that stops it leave."""
        slack = self.place[self.head[entering]] - self.place[self.tail[entering]]
        forward = slack < self.length[entering]
        first, second = self.tail[entering], self.head[entering]
        if not forward:
            first, second = second, first
        join = self._join(first, second)
        most = self.strength[entering] - self.flow[entering] if forward else self.flow[entering]
        leaving, from_first = -1, False
        point = first
        while point != join:  # towards the start of the arc the flow runs down the tree
            room = self._room(point, down=True)
            if room < most:
                most, leaving, from_first = room, point, True
            point = self.above[point]
        point = second
        while point != join:
            room = self._room(point, down=False)
            if room <= most:
                most, leaving, from_first = room, point, False
            point = self.above[point]
        if most >= ENDLESS // 2:
            raise ValueError("the distances contradict one another")
        self._run(entering, first, second, join, most if forward else -most)
        if leaving >= 0:
            inner, outer = (first, second) if from_first else (second, first)
            self._hang(inner, outer, leaving, entering)

    def _join(self, first: int, second: int) -> int:
        """Where the ways of two points up the tree meet."""
        while first != second:
            if self.depth[first] >= self.depth[second]:
                first = self.above[first]
            else:
                second = self.above[second]
        return first

    def _room(self, point: int, *, down: bool) -> int:
        """How much more can flow through the arc above a point."""
        arc = self.arc[point]
        with_arc = (self.head[arc] == point) == down
        return self.strength[arc] - self.flow[arc] if with_arc else self.flow[arc]

    def _run(self, entering: int, first: int, second: int, join: int, amount: int) -> None:
        """Add a flow round the cycle that an arc closes."""
        self.flow[entering] += amount
        size = abs(amount)
        for start, down in ((first, True), (second, False)):
            point = start
            while point != join:
                arc = self.arc[point]
                self.flow[arc] += size if (self.head[arc] == point) == down else -size
                point = self.above[point]

    def _hang(self, inner: int, outer: int, leaving: int, entering: int) -> None:
        """Cut the tree above `leaving`, and hang that part by the entering arc below `outer`."""
        point, above, arc = inner, outer, entering
        while True:
            old_above, old_arc = self.above[point], self.arc[point]
            self.below[old_above].discard(point)
            self.below[above].add(point)
            self.above[point], self.arc[point] = above, arc
            if point == leaving:
                break
            point, above, arc = old_above, point, old_arc
        waiting = [inner]
        while waiting:
            point = waiting.pop()
            arc, above = self.arc[point], self.above[point]
            length = self.length[arc]
            self.place[point] = self.place[above] + (length if self.head[arc] == point else -length)
            self.depth[point] = self.depth[above] + 1
            waiting += self.below[point]
