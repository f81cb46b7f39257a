"""Which row every body stands in: tiers first, then who answers to whom, then what a form wants."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govgraph.drawing.layout.hierarchy import FAN

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from govgraph.drawing.layout.hierarchy import Family, Hierarchy

_CROWD = 12  # weakly linked bodies that stand in one row


@dataclass(frozen=True, slots=True)
class Shape:
    """What makes one form of a drawing differ from another.

    Attributes:
        depth: How many leaves of a family stand below one another; 1 where it is not named.
        delay: By how many rows a body stands lower than it might.
        around: Lines, by index, with a body at an end of theirs that they are led round, so that
            they meet the side of it that faces away.
        parted: Lines, by index, that leave the bus they would travel in, each with the number of
            the one that they travel in instead.
    """

    depth: Mapping[Family, int] = field(default_factory=dict)
    delay: Mapping[str, int] = field(default_factory=dict)
    around: frozenset[tuple[int, str]] = frozenset()
    parted: Mapping[int, int] = field(default_factory=dict)

    @property
    def key(self) -> Hashable:
        """What is the same in two shapes that are alike."""
        return (
            frozenset([(family, deep) for family, deep in self.depth.items() if deep > 1]),
            frozenset([(body, rows) for body, rows in self.delay.items() if rows]),
            self.around,
            frozenset(self.parted.items()),
        )


PLAIN = Shape()
"""No stacks, and every body as high as it may stand."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """The rows of a form.

    Attributes:
        row_of: The row of every body, from the top.
        slots: The slot that each row belongs to (`slots.find_slots`).
        stacks: The leaves that stand below one another, the uppermost first.
    """

    row_of: Mapping[str, int]
    slots: tuple[int, ...]
    stacks: tuple[tuple[str, ...], ...]

    def rows(self) -> list[list[str]]:
        """The bodies of every row."""
        found: list[list[str]] = [[] for _ in self.slots]
        for body, row in self.row_of.items():
            found[row].append(body)
        return found


def rank_bodies(hierarchy: Hierarchy, shape: Shape) -> Ranks:
    """The rows of a diagram in one form.

    A superior stands above whoever answers to it unless a declared tier forbids it; a body that
    nobody stands above sinks to just above its highest subordinate, so that its lines are short.
    """
    stacks = _stack(hierarchy, shape)
    level = _levels(hierarchy, shape, stacks)
    slots = hierarchy.slots
    found = [(slots[body], level[body]) for body in hierarchy.bodies]
    keys = sorted(set(found))
    place = {key: row for row, key in enumerate(keys)}
    row_of = {body: place[key] for body, key in zip(hierarchy.bodies, found, strict=True)}
    whole = tuple(
        stack
        for stack in stacks
        if all(row_of[body] == row_of[stack[0]] + at for at, body in enumerate(stack))
    )
    return Ranks(row_of, tuple(slot for slot, _ in keys), whole)


def _stack(hierarchy: Hierarchy, shape: Shape) -> list[tuple[str, ...]]:
    """The leaves of each family in stacks of like height."""
    stacks: list[tuple[str, ...]] = []
    for family, members in hierarchy.families.items():
        depth = shape.depth.get(family, 1)
        if depth < 2 or len(members) < 2:  # noqa: PLR2004 - one alone is no stack
            continue
        columns = -(-len(members) // depth)
        each, longer = divmod(len(members), columns)
        start = 0
        for column in range(columns):
            stop = start + each + (column < longer)
            stacks.append(members[start:stop])
            start = stop
    return stacks


def _levels(hierarchy: Hierarchy, shape: Shape, stacks: list[tuple[str, ...]]) -> dict[str, int]:
    """How far below the top of its slot each body stands."""
    over = {body: (stack[0], at) for stack in stacks for at, body in enumerate(stack) if at}
    delay = shape.delay
    level: dict[str, int] = {}
    for body, above in hierarchy.downward:
        found = 0
        for upper in above:
            if level[upper] >= found:
                found = level[upper] + 1
        level[body] = found + delay.get(body, 0)
        if body in over:
            first, at = over[body]
            level[body] = max(level[body], level[first] + at)
    for body, below in hierarchy.sinking:
        if body not in delay:
            level[body] = min([level[lower] for lower in below]) - 1
    _settle_loose(hierarchy, shape, level)
    return level


def _settle_loose(hierarchy: Hierarchy, shape: Shape, level: dict[str, int]) -> None:
    """Put bodies that answer to nobody beside the highest of those they are linked with.

    Where nothing but such links ties many bodies together, the one with most of them stands on top,
    and the others below it, step by step; a few stand side by side, but below an apex that ties
    more than two of them.
    """
    slots, linked = hierarchy.slots, hierarchy.linked
    if not hierarchy.loose:
        return
    waiting = dict.fromkeys(body for body in hierarchy.bodies if body in hierarchy.loose)
    for body in list(waiting):
        near = [
            level[other]
            for other in linked[body]
            if slots[other] == slots[body] and other not in hierarchy.loose
        ]
        if near:
            level[body] = min(near) + shape.delay.get(body, 0)
            del waiting[body]
    if len(waiting) <= _CROWD:
        heads = hierarchy.heads
        below = {b for head in heads for b in linked[head] if slots[b] == slots[head]} - heads
        level.update((body, (body in below) + shape.delay.get(body, 0)) for body in waiting)
        return
    for start in sorted(waiting, key=lambda body: -len(linked[body])):
        queue = [start] if start in waiting else []
        for body in queue:
            if body in waiting:
                del waiting[body]
                level[body] = shape.delay.get(body, 0)
            found = [b for b in linked[body] if b in waiting and slots[b] == slots[body]]
            for other in found:
                del waiting[other]
                level[other] = level[body] + (len(found) > FAN) + shape.delay.get(other, 0)
                queue.append(other)
