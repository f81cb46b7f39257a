"""Where every item stands across its row: one linear programme in whole points.

It is the dual of a network (`network_simplex`): distances are kept, and what should be straight,
near or narrow pulls. What is right in the middle of its own comes after it, in `centre`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.layout.channel import LOWER, UPPER
from govgraph.drawing.layout.network_simplex import Pull, Settler

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.channel import Tie
    from govgraph.drawing.layout.order import Order

FORBIDDEN = 20_000
"""How strongly lines that would lie upon each other are pushed apart: more than anything pulls."""

_BOUND = 8_000  # for each point that the drawing is wider than its paper
_WIDTH, _AREA = 12, 25  # for each point of the drawing's width, and of an area's
_STRAIGHT = 100  # the pull of a straight line of account between two boxes
_SPINE, _BENDS, _BEND = 12.0, 4.0, 2.0  # times as much in a stack, between bends, at one bend
_BUS_WIDTH = 25  # for each point of a bus
_FAN_ENDS, _FAN = 0.6, 0.12  # the pull of a hub on its outermost ends, and on each of the others
_LIGHT = 1 / 3  # of all that, for lines that are not of account
_LEVEL = 5  # what draws bodies of one row together that a line connects


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a form's items.

    Attributes:
        x: The middle of each item, in points from the left edge.
        areas: The left and right edge of each outlined area.
        width: How wide it all is.
    """

    x: tuple[int, ...]
    areas: Mapping[str, tuple[int, int]]
    width: int


@dataclass(frozen=True, slots=True)
class Parting:
    """Two items whose lines must not lie upon each other: `right` at least `by` beyond `left`."""

    left: int
    right: int
    by: int


def find_places(
    order: Order,
    widest: float = 0.0,
    partings: Sequence[Parting] = (),
    settler: Settler | None = None,
) -> Places:
    """The places that keep all distances and give way to what pulls.

    Args:
        order: The order of the items. Its rough places say where lines meet the boxes.
        widest: The width that the drawing keeps to if it can, or 0.
        partings: What further has to be kept apart.
        settler: What found the places before, if they are found anew.
    """
    programme = _Programme(order)
    programme.keep_rows()
    programme.keep_areas()
    if widest:
        programme.pulls.append(Pull(programme.right, programme.left, -int(widest), _BOUND))
    programme.pull_nets()
    for parting in partings:
        programme.pulls.append(Pull(parting.left, parting.right, parting.by, FORBIDDEN))
    return programme.solve(settler or Settler())


class _Programme:
    """The linear programme of one form: items, then two borders an area, then both edges."""

    def __init__(self, order: Order) -> None:
        self.order, self.form = order, order.form
        count = len(self.form.items)
        self.areas = sorted(self.form.spans)
        self.low = {area: count + 2 * at for at, area in enumerate(self.areas)}
        self.left = count + 2 * len(self.areas)
        self.right = self.left + 1
        self.pulls = [Pull(self.left, self.right, 0)]
        self.charges = [0] * (self.right + 1)
        self._narrow(self.left, self.right, _WIDTH)

    def keep_rows(self) -> None:
        """Neighbours stay apart, and everything stays between the edges."""
        items = self.form.items
        for row in self.order.rows:
            for left, right in pairwise(row):
                self.pulls.append(Pull(left, right, self.form.apart(left, right)))
            if row:
                self.pulls.append(Pull(self.left, row[0], items[row[0]].width // 2))
                self.pulls.append(Pull(row[-1], self.right, items[row[-1]].width // 2))

    def keep_areas(self) -> None:
        """Each area holds its own and nothing else, and is as narrow as may be."""
        for low in self.low.values():
            self.pulls.append(Pull(self.left, low, 0))
            self.pulls.append(Pull(low + 1, self.right, 0))
            self._narrow(low, low + 1, _AREA)
        for row in self.order.rows:
            for at, item in enumerate(row):
                area = self.form.items[item].area
                if not area:
                    continue
                half = self.form.items[item].width // 2 + self.form.spacing.area_pad
                self.pulls.append(Pull(self.low[area], item, half))
                self.pulls.append(Pull(item, self.low[area] + 1, half))
                for other in (*row[max(0, at - 1) : at], *row[at + 1 : at + 2]):
                    if self.form.items[other].area != area:
                        self._part(area, other, before=row.index(other) < at)

    def _part(self, area: str, other: int, *, before: bool) -> None:
        """Keep a neighbour outside an area's border."""
        place = self.form.items[other]
        gap = self.form.spacing.area_gap
        if place.area:
            if before:
                self.pulls.append(Pull(self.low[place.area] + 1, self.low[area], gap))
        elif before:
            self.pulls.append(Pull(other, self.low[area], place.width // 2 + gap))
        else:
            self.pulls.append(Pull(self.low[area] + 1, other, place.width // 2 + gap))

    def pull_nets(self) -> None:
        """Straight lines stay straight, hubs stand over their own, buses are narrow."""
        channels = self.order.channels
        for channel in range(-1, len(self.order.rows)):
            ties = channels.ties(channel)
            ports = channels.ports(channel, self.order.x)
            for tie in ties:
                if not (tie.uppers and tie.lowers):
                    one, two = tie.uppers or tie.lowers
                    self._near(one, two, 0, _LEVEL)
                    continue
                ends = [
                    [
                        (item, round(ports[tie.number, item, side] - self.order.x[item]))
                        for item in found
                    ]
                    for side, found in ((UPPER, tie.uppers), (LOWER, tie.lowers))
                ]
                self._pull(tie, *ends)

    def _pull(self, tie: Tie, uppers: list[tuple[int, int]], lowers: list[tuple[int, int]]) -> None:
        """The pulls of one net in one channel; each end is an item and where its line meets it."""
        hubs, ends = (uppers, lowers) if len(uppers) == 1 else (lowers, uppers)
        if len(hubs) != 1:
            return
        [(hub, port)] = hubs
        share = 1.0 if self.order.channels.nets[tie.number].is_account else _LIGHT
        if len(ends) == 1:
            [(end, met)] = ends
            strength = _STRAIGHT * share * self._stiffness(tie.number, hub, end)
            self._near(end, hub, met - port, strength)
            return
        ends = sorted(ends, key=lambda end: self.order.x[end[0]] + end[1])
        (first, _), (last, _) = ends[0], ends[-1]
        self._narrow(first, last, round(_BUS_WIDTH * share))
        for at, (end, met) in enumerate(ends):
            outermost = at in {0, len(ends) - 1}
            stiff = outermost or not self.form.items[end].body
            strength = _STRAIGHT * share * (_FAN_ENDS if stiff else _FAN)
            self._near(end, hub, met - port, strength)

    def _stiffness(self, net: int, hub: int, end: int) -> float:
        """How straight the only line between two items ought to be."""
        one, two = self.form.items[hub], self.form.items[end]
        if any(self.order.channels.is_spine(net, item) for item in (hub, end)):
            return _SPINE if one.left and two.left else _BEND
        if one.body and two.body:
            return 1.5
        return _BEND if one.body or two.body else _BENDS

    def _near(self, one: int, two: int, beyond: int, strength: float) -> None:
        """Draw the second item to a place so far beyond the first."""
        force = max(1, round(strength))
        self.pulls.append(Pull(one, two, beyond, force))
        self.pulls.append(Pull(two, one, -beyond, force))

    def _narrow(self, left: int, right: int, strength: int) -> None:
        """Charge each point between two items."""
        self.charges[left] -= strength
        self.charges[right] += strength

    def solve(self, settler: Settler) -> Places:
        """The places, measured from the left edge."""
        found = settler.settle(self.pulls, self.charges)
        origin = found[self.left]
        x = [place - origin for place in found]
        return Places(
            tuple(x[: len(self.form.items)]),
            {area: (x[low], x[low + 1]) for area, low in self.low.items()},
            x[self.right],
        )
