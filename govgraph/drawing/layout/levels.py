"""How far down every body stands, bodies by their number in the diagram.

A search asks for the heights of thousands of shapes, so that everything about the diagram is kept
by number, and only what a shape changes is worked out for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from govgraph.drawing.layout.hierarchy import Hierarchy

    Stack = Sequence[int]
    """Leaves that stand below one another, by number, the uppermost first."""

    Near = list[tuple[int, tuple[int, ...]]]

FAN = 2
"""So many weakly linked bodies stand beside the one that ties them; more stand below it."""

_CROWD = 12  # weakly linked bodies that stand in one row


class Levels:
    """A diagram whose bodies stand at one height and then at another."""

    def __init__(self, hierarchy: Hierarchy, tops: Sequence[int]) -> None:
        """`tops` are the levels of the tops of the bodies' slots, by number."""
        self._tops = tops
        number = {body: at for at, body in enumerate(hierarchy.bodies)}

        def numbered(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Near:
            return [(number[body], tuple(number[other] for other in near)) for body, near in pairs]

        downward = [pair for pair in numbered(hierarchy.downward) if pair[1]]
        leaves = {number[body] for body in hierarchy.leaves}
        single = {body for body, above in downward if len(above) == 1 and body in leaves}
        self._downward = [pair for pair in downward if pair[0] not in single]
        self._hanging = [(body, above[0]) for body, above in downward if body in single]
        self._sinking = numbered(hierarchy.sinking)
        loose = [body for body in hierarchy.bodies if body in hierarchy.loose]
        self._linked = dict(numbered((body, hierarchy.linked[body]) for body in loose))
        self._advising = {
            number[body]
            for hub in hierarchy.hubs
            for body in hierarchy.linked[hub]
            if body not in hierarchy.hubs and self._beside(number[body], number[hub])
        }
        self._near = [
            (
                body,
                [near for near in linked if near not in self._linked and self._beside(near, body)],
            )
            for body, linked in self._linked.items()
        ]

    def of(
        self, delays: Sequence[int], pushed: Collection[int], stacks: Iterable[Stack]
    ) -> list[int]:
        """The level of every body, by number.

        Args:
            delays: By how many rows each stands lower than it might.
            pushed: The bodies of which a shape says so, be it by none: they do not sink.
            stacks: The leaves that stand below one another.
        """
        level = [top + delay for top, delay in zip(self._tops, delays, strict=True)]
        for body, above in self._downward:
            level[body] = max([level[upper] for upper in above]) + 1 + delays[body]
        for body, upper in self._hanging:
            level[body] = level[upper] + 1 + delays[body]
        for stack in stacks:
            first = level[stack[0]]
            for at, body in enumerate(stack):
                level[body] = max(level[body], first + at)
        for body, below in self._sinking:
            if body not in pushed:
                level[body] = min([level[lower] for lower in below]) - 1
        if self._near:
            self._settle_loose(delays, level)
        return level

    def _settle_loose(self, delays: Sequence[int], level: list[int]) -> None:
        """Put bodies that answer to nobody beside the highest of those they are linked with.

        Where nothing but such links ties many bodies together, the one with most of them stands on
        top, and the others below it, step by step; a few stand side by side, but below an apex that
        ties more than two of them.
        """
        waiting: dict[int, None] = {}
        for body, near in self._near:
            if near:
                level[body] = min([level[other] for other in near]) + delays[body]
            else:
                waiting[body] = None
        if len(waiting) <= _CROWD:
            for body in waiting:
                level[body] += body in self._advising
            return
        for start in sorted(waiting, key=lambda body: -len(self._linked[body])):
            queue = [start] if start in waiting else []
            for body in queue:
                waiting.pop(body, None)
                found = [n for n in self._linked[body] if n in waiting and self._beside(n, body)]
                for other in found:
                    del waiting[other]
                    level[other] = level[body] + (len(found) > FAN) + delays[other]
                    queue.append(other)

    def _beside(self, one: int, other: int) -> bool:
        """Whether two bodies stand in one slot."""
        return self._tops[one] == self._tops[other]
