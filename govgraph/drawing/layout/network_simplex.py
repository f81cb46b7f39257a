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


class Settler:
    """What finds the places of points, and begins the next time where it ended the last."""

    def __init__(self) -> None:
        self._tree: _Tree | None = None

    def settle(self, pulls: Sequence[Pull], charges: Sequence[int]) -> list[int]:
        """The places that cost least, one for each point; only their distances matter.

        Where the pulls are those of the last time but for their lengths, and perhaps some more, it
        goes on from there.

        Args:
            pulls: The wishes. Those of endless strength must not contradict one another.
            charges: What each point costs a unit further on; together nothing.

        Raises:
            ValueError: The charges do not add up to nothing, or no places satisfy the distances.
        """
        if sum(charges):
            raise ValueError("charges that do not add up to nothing have no least cost")
        tree, self._tree = self._tree, None
        if tree is None or not tree.is_like(pulls, charges):
            tree = _Tree(pulls, charges)
        tree.stretch(pulls)
        _improve(tree, pulls)
        if any(tree.flow[: tree.count]):
            raise ValueError("the distances contradict one another")
        self._tree = tree
        return tree.place[: tree.count]


def _improve(tree: _Tree, pulls: Sequence[Pull]) -> None:
    """Pivot until no wish is missed that could be met for less."""
    size = max(20, isqrt(len(pulls)))
    numbered = [(arc, *pull) for arc, pull in enumerate(pulls, tree.count)]
    blocks = [numbered[start : start + size] for start in range(0, len(pulls), size)]
    block, quiet = 0, 0
    while quiet * size < len(pulls):
        entering = tree.best(blocks[block])
        block = (block + 1) % len(blocks)
        if entering < 0:
            quiet += 1
        else:
            quiet = 0
            tree.pivot(entering)


class _Tree:
    """A spanning tree of the flow, rooted at one point more than there are.

    Arcs are numbered: first one that ties each point to the root, then the pulls.

    Attributes:
        count: How many points there are.
        place: The place of each point, by which every arc of the tree is exactly as long as wished.
        flow: What flows through each arc.
        above: The point above each point in the tree.
        arc: The arc between them.
        into: Whether that leads down into the point.
    """

    def __init__(self, pulls: Sequence[Pull], charges: Sequence[int]) -> None:
        self.count = count = len(charges)
        self._charges = list(charges)
        self.tail = [*range(count), *(pull.tail for pull in pulls)]
        self.head = [count] * count + [pull.head for pull in pulls]
        self.strength = [ENDLESS] * count + [pull.strength for pull in pulls]
        self.length: list[int] = []
        self.flow = [0] * len(self.tail)
        self.place = [0] * (count + 1)
        self.depth = [0] * (count + 1)
        self.arc = _hooks(count, pulls)
        self.above = [self.head[arc] for arc in self.arc] + [-1]
        self.into = [False] * (count + 1)
        self.below: list[set[int]] = [set() for _ in range(count + 1)]
        for point in range(count):
            self.below[self.above[point]].add(point)
        self._flood(list(charges))

    def _flood(self, needed: list[int]) -> None:
        """Let flow run to where it is needed: up the tree, or from the root where none comes up."""
        for point in reversed(self._downward()[1:]):
            above, flow = self.above[point], -needed[point]
            if flow < 0:  # nothing runs down an arc that leads up
                self.below[above].discard(point)
                self.below[self.count].add(point)
                self.tail[point], self.head[point] = self.count, point
                self.above[point], self.arc[point], self.into[point] = self.count, point, True
            elif above != self.count:
                needed[above] -= flow
            self.flow[self.arc[point]] = abs(flow)

    def _downward(self) -> list[int]:
        """All points, each after the one above it; the root first."""
        found = [self.count]
        for point in found:
            found += self.below[point]
        return found

    def is_like(self, pulls: Sequence[Pull], charges: Sequence[int]) -> bool:
        """Whether the flow is one for other pulls too: the first of them differ only in length."""
        known = zip(self.tail, self.head, self.strength, strict=True)
        ways = [(pull.tail, pull.head, pull.strength) for pull in pulls]
        old = list(known)[self.count :]
        return self._charges == list(charges) and ways[: len(old)] == old

    def stretch(self, pulls: Sequence[Pull]) -> None:
        """Take the lengths of the pulls, and those that are new, and find every place anew."""
        far = 1 + sum(abs(pull.length) for pull in pulls)
        self.length = [-far] * self.count + [pull.length for pull in pulls]
        new = pulls[len(self.flow) - self.count :]
        self.tail += [pull.tail for pull in new]
        self.head += [pull.head for pull in new]
        self.strength += [pull.strength for pull in new]
        self.flow += [0] * len(new)
        for point in self._downward()[1:]:
            above, length = self.above[point], self.length[self.arc[point]]
            self.place[point] = self.place[above] + (length if self.into[point] else -length)
            self.depth[point] = self.depth[above] + 1

    def best(self, block: Sequence[tuple[int, int, int, int, int]]) -> int:
        """The arc of a block whose wish is missed most, or -1; each is a number and a pull."""
        worst, found = 0, -1
        place, flow = self.place, self.flow
        for arc, tail, head, length, strength in block:
            slack = place[head] - place[tail] - length
            if slack > worst:
                if flow[arc] > 0:
                    worst, found = slack, arc
            elif -slack > worst and flow[arc] < strength:
                worst, found = -slack, arc
        return found

    def pivot(self, entering: int) -> None:
        """Let flow run through an arc as far as it can, and let the arc that stops it leave."""
        flow, strength, arcs, into = self.flow, self.strength, self.arc, self.into
        first, second = self.tail[entering], self.head[entering]
        forward = self.place[second] - self.place[first] < self.length[entering]
        most = strength[entering] - flow[entering] if forward else flow[entering]
        if not forward:
            first, second = second, first
        down, up = self._ways(first, second)
        leaving, from_first = -1, False
        for point in down:  # towards the start of the arc the flow runs down the tree
            arc = arcs[point]
            room = strength[arc] - flow[arc] if into[point] else flow[arc]
            if room < most:
                most, leaving, from_first = room, point, True
        for point in up:
            arc = arcs[point]
            room = flow[arc] if into[point] else strength[arc] - flow[arc]
            if room <= most:
                most, leaving, from_first = room, point, False
        if most >= ENDLESS // 2:
            raise ValueError("the distances contradict one another")
        flow[entering] += most if forward else -most
        if most:
            self._run(down, most)
            self._run(up, -most)
        if leaving >= 0:
            inner, outer = (first, second) if from_first else (second, first)
            self._hang(inner, outer, leaving, entering)

    def _run(self, way: Sequence[int], amount: int) -> None:
        """Let more flow down the arcs above some points, or less."""
        for point in way:
            self.flow[self.arc[point]] += amount if self.into[point] else -amount

    def _ways(self, first: int, second: int) -> tuple[list[int], list[int]]:
        """The points on the ways of two points up the tree, until these meet."""
        above, depth = self.above, self.depth
        down: list[int] = []
        up: list[int] = []
        while first != second:
            if depth[first] >= depth[second]:
                down.append(first)
                first = above[first]
            else:
                up.append(second)
                second = above[second]
        return down, up

    def _hang(self, inner: int, outer: int, leaving: int, entering: int) -> None:
        """Cut the tree above `leaving`, and hang that part by the entering arc below `outer`."""
        place, depth, below, into = self.place, self.depth, self.below, self.into
        leads_in = self.head[entering] == inner
        length = self.length[entering] if leads_in else -self.length[entering]
        by = place[outer] + length - place[inner]
        point, above, arc = inner, outer, entering
        while True:
            old = self.above[point], self.arc[point], not into[point]
            below[old[0]].discard(point)
            below[above].add(point)
            self.above[point], self.arc[point], into[point] = above, arc, leads_in
            if point == leaving:
                break
            above = point
            point, arc, leads_in = old
        hung = [inner]
        for point in hung:
            place[point] += by
            depth[point] = depth[self.above[point]] + 1
            hung += below[point]


def _hooks(count: int, pulls: Sequence[Pull]) -> list[int]:
    """The arc by which each point hangs at first: a distance from it that is kept, else its own."""
    hook = list(range(count))
    top = list(range(count))
    for arc, pull in enumerate(pulls, count):
        if pull.strength < ENDLESS or hook[pull.tail] != pull.tail:
            continue
        end = pull.head
        while top[end] != end:
            top[end] = top[top[end]]
            end = top[end]
        if end != pull.tail:
            hook[pull.tail], top[pull.tail] = arc, end
    return hook
