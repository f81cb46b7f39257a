"""From rows and lines to a form: items for bodies, bends and areas, and the nets between them."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.layout.form import RING, Form, Item, Level, Net, Turn, is_ringed
from govgraph.drawing.layout.hierarchy import UPWARD
from govgraph.drawing.layout.nets import find_legs
from govgraph.drawing.layout.ranks import rank_bodies
from govgraph.drawing.shapes.line_shapes import FORMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Size
    from govgraph.drawing.layout.nets import Leg
    from govgraph.drawing.layout.ranks import Ranks, Shape
    from govgraph.drawing.layout.spacing import Spacing

    Around = frozenset[tuple[int, str]]

SPINE = 14
"""What a spine and its ticks take beside the boxes of a stack."""

LOOP = 16
"""What lines back to their own body take beside it, and LOOP_STEP more for each of them."""

LOOP_STEP = 8
"""How far apart several lines back to one body run."""

PORT_EDGE = 9
"""How near to a corner of its box a line may meet it."""

PORT_STEP = 9
"""How near to one another two lines may meet a box."""


def build_form(
    hierarchy: Hierarchy, sizes: Mapping[str, Size], spacing: Spacing, shape: Shape
) -> Form:
    """A form of a diagram.

    Args:
        hierarchy: The diagram.
        sizes: The least width and height of each body's box, across and along the rows.
        spacing: How much air there is.
        shape: How deep its stacks are, and which bodies stand lower than they might.
    """
    ranks = rank_bodies(hierarchy, shape)
    builder = _Builder(hierarchy, ranks, spacing, shape.around)
    legs = find_legs(hierarchy.joins, ranks.row_of, shape.parted)
    builder.add_bodies(sizes, legs)
    for leg in legs:
        if leg.side:
            builder.add_net(leg)
    builder.keep_areas()
    return builder.finished(legs, sizes)


class _Builder:
    """The parts of a form while it is made."""

    def __init__(
        self, hierarchy: Hierarchy, ranks: Ranks, spacing: Spacing, around: Around
    ) -> None:
        self.hierarchy, self.ranks, self.spacing = hierarchy, ranks, spacing
        self.around = around
        self.items: list[Item] = []
        self.item_of: dict[str, int] = {}
        self.nets: list[Net] = []
        self.spans: dict[str, tuple[int, int]] = {}
        for body, area in hierarchy.area.items():
            row = ranks.row_of[body]
            first, last = self.spans.get(area, (row, row))
            self.spans[area] = min(first, row), max(last, row)
        self.stack_of = {
            body: (stack, at) for stack in ranks.stacks for at, body in enumerate(stack)
        }

    def add_bodies(self, sizes: Mapping[str, Size], legs: Sequence[Leg]) -> None:
        """An item for each body, wide enough for its text and the lines that meet it."""
        widths = _widths(self.hierarchy, sizes, legs, self.around)
        for stack in self.ranks.stacks:
            widths.update(dict.fromkeys(stack, max(widths[body] for body in stack)))
        self.loops = self.hierarchy.loops
        for body, record in self.hierarchy.bodies.items():
            spines = len(self.hierarchy.above[body]) if body in self.stack_of else 0
            side = SPINE + RING * is_ringed(record)
            loops = LOOP * (self.loops[body] > 0) + LOOP_STEP * self.loops[body]
            left, right = side * (spines > 0), side * (spines > 1) + loops
            width = widths[body] + left + right
            self.item_of[body] = len(self.items)
            self.items.append(
                Item(
                    self.ranks.row_of[body],
                    width + width % 2,
                    body,
                    self.hierarchy.area.get(body, ""),
                    left,
                    right,
                )
            )

    def add_net(self, leg: Leg) -> None:
        """The net of a leg: near ends at once, far ones by a trunk that passes the rows between."""
        line = self.hierarchy.diagram.lines[leg.ends[0][0]]
        form, leads_to_hub = FORMS[line.style], line.to == leg.hub
        marks = (form.head != "none", form.tail != "none")
        net = Net(
            leg.hub,
            leg.ends,
            line.style in UPWARD,
            down=leg.side > 0,
            marks=marks if leads_to_hub else marks[::-1],
        )
        ends = tuple(dict.fromkeys(end for _, end in leg.ends))
        if net.down and net.is_account:
            inside = frozenset(ends)
            net.beside = frozenset(
                body
                for body in ends
                if body in self.stack_of and inside >= {*self.stack_of[body][0]}
            )
        self.nets.append(net)
        if self.around and self._lead_around(net, leg):
            return
        row = self.ranks.row_of[leg.hub]
        trunk = [self.item_of[leg.hub]]
        row_of, place = self.ranks.row_of, self.item_of  # items begin with the bodies in order
        for end in sorted(ends, key=lambda end: (abs(row_of[end] - row), place[end])):
            self._lead(net, end, trunk, ends)

    def _lead_around(self, net: Net, leg: Leg) -> bool:
        """Lead a line that is alone round its ends, if it is to be."""
        (line, end), *others = leg.ends
        at_hub, at_end = (line, net.hub) in self.around, (line, end) in self.around
        if others or net.is_account or not (at_hub or at_end):
            return False
        first, last = self.ranks.row_of[net.hub], self.ranks.row_of[end]
        rows = range(first + (not at_hub), last + at_end)
        if not net.down:
            rows = range(first - (not at_hub), last - at_end, -1)
        areas = [self.hierarchy.area.get(body, "") for body in (net.hub, end)]
        way = [self.item_of[net.hub]]
        for row in rows:
            way.append(len(self.items))
            area = areas[0] if areas[0] == areas[1] else ""
            self.items.append(Item(row, 2, area=area, net=len(self.nets) - 1))
        way.append(self.item_of[end])
        for near, far in pairwise(way):
            row = self.items[near].row
            if row != self.items[far].row:
                self._join(net, near, far)
            else:
                net.turns.append(Turn(row - ((row == first) == net.down), near, far))
        net.ways[end] = tuple(way)
        return True

    def _lead(self, net: Net, end: str, trunk: list[int], ends: Sequence[str]) -> None:
        """The way to one end: down its stack from the body above, or along the trunk."""
        stack, at = self.stack_of.get(end, ((), 0))
        if end in net.beside and at:
            before = net.ways[stack[at - 1]]
        else:
            distance = abs(self.ranks.row_of[end] - self.items[trunk[0]].row)
            while len(trunk) < distance:
                self._lengthen(net, trunk, ends)
            before = tuple(trunk[:distance])
        self._join(net, before[-1], self.item_of[end])
        net.ways[end] = (*before, self.item_of[end])

    def _lengthen(self, net: Net, trunk: list[int], ends: Sequence[str]) -> None:
        """Lead a trunk through one more row; within an area where all that is left stands there."""
        hub = self.items[trunk[0]].row
        row = hub + (len(trunk) if net.down else -len(trunk))
        areas = {
            self.hierarchy.area.get(end, "")
            for end in ends
            if abs(self.ranks.row_of[end] - hub) > len(trunk)
        }
        area = areas.pop() if len(areas) == 1 else ""
        first, last = self.spans.get(area, (0, -1))
        bend = Item(row, 2, area=area if first <= row <= last else "", net=len(self.nets) - 1)
        self.items.append(bend)
        self._join(net, trunk[-1], len(self.items) - 1)
        trunk.append(len(self.items) - 1)

    def _join(self, net: Net, near: int, far: int) -> None:
        """A piece of a net, `near` being the item nearer to its hub."""
        pair = (near, far) if net.down else (far, near)
        pieces = net.pieces.setdefault(self.items[pair[0]].row, [])
        if pair not in pieces:
            pieces.append(pair)

    def keep_areas(self) -> None:
        """A place for each area in every row between its first and its last."""
        held = {(item.row, item.area) for item in self.items}
        for area, (first, last) in sorted(self.spans.items()):
            for row in range(first, last + 1):
                if (row, area) not in held:
                    self.items.append(Item(row, 2, area=area))

    def finished(self, legs: Sequence[Leg], sizes: Mapping[str, Size]) -> Form:
        """The form."""
        rows: list[list[int]] = [[] for _ in self.ranks.slots]
        heights = [0.0] * len(rows)
        for number, item in enumerate(self.items):
            rows[item.row].append(number)
            if item.body:
                looped = 2 * LOOP_STEP * (self.loops[item.body] + 1) * (item.body in self.loops)
                heights[item.row] = max(heights[item.row], sizes[item.body][1], looped)
        levels = self._levels(legs)
        ends = {(level.start, level.end) for level in levels}
        return Form(
            self.hierarchy,
            self.spacing,
            tuple(self.items),
            tuple(map(tuple, rows)),
            self.ranks.slots,
            tuple(heights),
            tuple(self.nets),
            levels,
            self.item_of,
            self.spans,
            tuple(tuple(self.item_of[body] for body in stack) for stack in self.ranks.stacks),
            frozenset(ends | {(end, start) for start, end in ends}),
        )

    def _levels(self, legs: Sequence[Leg]) -> tuple[Level, ...]:
        """The lines within rows."""
        lines = self.hierarchy.diagram.lines
        return tuple(
            Level(
                self.ranks.row_of[leg.hub],
                line,
                self.item_of[lines[line].from_],
                self.item_of[lines[line].to],
            )
            for leg in legs
            if not leg.side
            for line, _ in leg.ends
        )


def _widths(
    hierarchy: Hierarchy, sizes: Mapping[str, Size], legs: Sequence[Leg], around: Around
) -> dict[str, int]:
    """The width of every box: wide enough for its text and for the lines that meet it."""
    ports: Counter[tuple[str, int]] = Counter()
    for leg in legs:
        turned = {body for line, body in around if line == leg.ends[0][0]} if around else set()
        for side in (leg.side,) if leg.side else (1, -1):
            ports[leg.hub, -side if leg.hub in turned else side] += 1
            ends = {end for _, end in leg.ends}
            ports.update((end, side if end in turned else -side) for end in ends)
    return {
        body: max(
            math.ceil(sizes[body][0]),
            2 * PORT_EDGE + PORT_STEP * (max(ports[body, 1], ports[body, -1]) - 1),
        )
        for body in hierarchy.bodies
    }
