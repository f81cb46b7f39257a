"""Which row every body stands in: tiers first, then who answers to whom, then what a form wants."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.levels import Levels

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from govgraph.drawing.layout.hierarchy import Family, Hierarchy

_APART = 1 << 32  # levels between the tops of two slots: more than any drawing has


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


class Rows(NamedTuple):
    """The rows of a form, bodies by their number.

    Attributes:
        row: The row of every body, from the top.
        slots: The slot that each row belongs to (`slots.find_slots`).
        stacks: The leaves that stand below one another, the uppermost first.
    """

    row: list[int]
    slots: tuple[int, ...]
    stacks: list[tuple[int, ...]]


class Ranker:
    """A diagram whose bodies stand in the rows of one form and then of another."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self.number = number = {body: at for at, body in enumerate(hierarchy.bodies)}
        tops = [hierarchy.slots[body] * _APART for body in hierarchy.bodies]
        self._levels = Levels(hierarchy, tops)
        families = hierarchy.families.items()
        self._families = {
            family: (at, tuple(number[body] for body in members))
            for at, (family, members) in enumerate(families)
        }

    def rows(self, shape: Shape) -> Rows:
        """The rows of the diagram in one form.

        A superior stands above whoever answers to it unless a declared tier forbids it; a body that
        nobody stands above sinks to just above its highest subordinate: its lines are short.
        """
        stacks = self._stack(shape)
        pushed = {self.number[body]: by for body, by in shape.delay.items()}
        delays = [0] * len(self.number)
        for body, by in pushed.items():
            delays[body] = by
        found = self._levels.of(delays, pushed, stacks)
        keys = sorted(set(found))
        place = {key: row for row, key in enumerate(keys)}
        row = [place[key] for key in found]
        whole = [
            stack
            for stack in stacks
            if all(row[body] == row[stack[0]] + at for at, body in enumerate(stack))
        ]
        return Rows(row, tuple((key + _APART // 2) // _APART for key in keys), whole)

    def _stack(self, shape: Shape) -> list[tuple[int, ...]]:
        """The leaves of each family in stacks of like height."""
        stacks: list[tuple[int, ...]] = []
        deep = [(*self._families[family], depth) for family, depth in shape.depth.items()]
        for _, members, depth in sorted(deep):
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


def rank_bodies(hierarchy: Hierarchy, shape: Shape) -> Ranks:
    """The rows of a diagram in one form, bodies by name."""
    found = hierarchy.ranker.rows(shape)
    names = tuple(hierarchy.bodies)
    row_of = dict(zip(names, found.row, strict=True))
    stacks = tuple(tuple(names[body] for body in stack) for stack in found.stacks)
    return Ranks(row_of, found.slots, stacks)
