"""One form of a diagram, ready to be ordered: rows of items, and nets from row to row.

An item is a body, the bend of a line that passes a row, or the place that an area keeps in a row
where it has neither. A net is what travels together: the lines of one leg, as pieces between
neighbouring rows. Everything across the rows is in whole points, so that nothing is ever rounded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.shapes.change_marks import has_halo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.drawing.diagram import DiagramBody
    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.spacing import Spacing

RING = 4
"""What the dotted ring of an orphan takes on either side of its box, or what is like it."""


def is_ringed(body: DiagramBody) -> bool:
    """Whether a body wears a ring, or a second edge, round its box."""
    return body.orphan or has_halo(body.change)


class Item(NamedTuple):
    """What has a place in a row.

    Attributes:
        row: Its row.
        width: Its width, an even number of points.
        body: The body, or "".
        area: The outlined area that it stands in, or "".
        left: How much of the width lies left of the box, for the spine of a stack.
        right: How much lies right of it, for a second spine or a line back to itself.
        net: The net whose bend it is, or -1.
    """

    row: int
    width: int
    body: str = ""
    area: str = ""
    left: int = 0
    right: int = 0
    net: int = -1


class Turn(NamedTuple):
    """Where a line is led round a body: from one item to another of its row, by a channel."""

    channel: int
    near: int
    far: int


@dataclass(slots=True)
class Net:
    """Lines that travel together.

    Attributes:
        hub: The body where they meet.
        ends: Pairs of line index and the body at its other end.
        is_account: True for lines of account and belonging.
        down: True when the hub stands above its ends.
        marks: Whether its lines bear marks at the hub, and at the ends.
        pieces: For each channel (that below row `c` is `c`) its pairs of upper and lower item.
        ways: For each end the items that its line passes, from the hub on.
        beside: The ends that are entered from a spine at their side.
        turns: Where its line is led round the hub, or round its end.
    """

    hub: str
    ends: tuple[tuple[int, str], ...]
    is_account: bool
    down: bool
    marks: tuple[bool, bool]
    pieces: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    ways: dict[str, tuple[int, ...]] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    turns: list[Turn] = field(default_factory=list)

    @property
    def bodies(self) -> frozenset[str]:
        """The bodies that its lines connect."""
        return frozenset((self.hub, *(end for _, end in self.ends)))


class Level(NamedTuple):
    """A line between two bodies of one row: its index and the items it starts and ends at."""

    row: int
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a diagram.

    Attributes:
        hierarchy: The diagram.
        spacing: How much air there is.
        items: All items; those of bodies first, in the order of the bodies.
        rows: The items of each row, in no order that counts.
        slots: The slot of each row.
        heights: The height of each row in points.
        nets: What runs between rows.
        levels: What runs within rows.
        item_of: The item of each body.
        spans: The first and last row of each outlined area.
        stacks: The stacks of leaves, as items from the top.
        tied: Pairs of items that a line within their row connects, either way round.
    """

    hierarchy: Hierarchy
    spacing: Spacing
    items: tuple[Item, ...]
    rows: tuple[tuple[int, ...], ...]
    slots: tuple[int, ...]
    heights: tuple[float, ...]
    nets: tuple[Net, ...]
    levels: tuple[Level, ...]
    item_of: Mapping[str, int]
    spans: Mapping[str, tuple[int, int]]
    stacks: tuple[tuple[int, ...], ...]
    tied: frozenset[tuple[int, int]]

    def gap(self, left: int, right: int) -> int:
        """The least distance between the edges of two neighbours in a row."""
        one, two, spacing = self.items[left], self.items[right], self.spacing
        if one.body and two.body:
            gap = spacing.flat_gap if (left, right) in self.tied else spacing.body_gap
        else:
            gap = spacing.bend_gap if one.body or two.body else spacing.line_gap
        for item in (one, two):
            gap += RING * bool(item.body and is_ringed(self.hierarchy.bodies[item.body]))
        if one.area != two.area:
            inside = spacing.area_pad * bool(one.area) + spacing.area_pad * bool(two.area)
            gap = inside + (spacing.area_gap if one.area or two.area else gap)
        return gap

    def apart(self, left: int, right: int) -> int:
        """The least distance between the middles of two neighbours in a row."""
        return (self.items[left].width + self.items[right].width) // 2 + self.gap(left, right)
