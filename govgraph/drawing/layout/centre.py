"""Superiors over the middle of those who answer to them, as far as their neighbours leave room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout.channel import LOWER, UPPER
from govgraph.drawing.layout.places import Places

if TYPE_CHECKING:
    from govgraph.drawing.layout.channel import Tie
    from govgraph.drawing.layout.order import Order

_PASSES = 2


def centre_hubs(order: Order, places: Places) -> Places:
    """The same places with hubs moved over the middle of their own.

    What hangs straight above a hub by a line of its own moves along. Nothing else moves, so all
    distances stay kept.
    """
    mover = Mover(order, places)
    for _ in range(_PASSES):
        for row in range(len(order.rows) - 1, -1, -1):
            for hub, ties in mover.hubs(row):
                mover.centre(row, hub, ties)
    return Places(tuple(mover.x), places.areas, places.width)


class Mover:
    """Places that are being changed, and what limits it."""

    def __init__(self, order: Order, places: Places) -> None:
        self.order, self.form = order, order.form
        self.areas, self.width = places.areas, places.width
        self.x = list(places.x)
        self.at = {
            item: (row, at) for row, items in enumerate(order.rows) for at, item in enumerate(items)
        }
        self.over: dict[int, Tie] = {}
        for row in range(len(order.rows)):
            for tie in order.channels.ties(row):
                if tie.number >= 0 and len(tie.uppers) == len(tie.lowers) == 1:
                    self.over[tie.lowers[0]] = tie

    def hubs(self, row: int) -> list[tuple[int, list[Tie]]]:
        """The bodies above a channel to which several answer, each with the buses of its own.

        Lines of two kinds are two buses, and a body stands over the middle of both.
        """
        found: dict[int, list[Tie]] = {}
        for tie in self.order.channels.ties(row):
            if tie.number >= 0 and len(tie.uppers) == 1:
                [hub] = tie.uppers
                if self.form.items[hub].body and self.order.channels.nets[tie.number].is_account:
                    found.setdefault(hub, []).append(tie)
        return [(hub, ties) for hub, ties in found.items() if sum(len(t.lowers) for t in ties) > 1]

    def centre(self, row: int, hub: int, ties: list[Tie]) -> None:
        """Move a hub, and what stands straight above it, over the middle of its buses."""
        ports = self.order.channels.ports(row, self.x)
        ends = [ports[tie.number, lower, LOWER] for tie in ties for lower in tie.lowers]
        starts = [ports[tie.number, hub, UPPER] for tie in ties]
        wanted = round((min(ends) + max(ends)) / 2 - (min(starts) + max(starts)) / 2)
        group = self._group(hub)
        low = max(self.room(item)[0] - self.x[item] for item in group)
        high = min(self.room(item)[1] - self.x[item] for item in group)
        step = max(low, min(high, wanted))
        if low <= 0 <= high and step:
            for item in group:
                self.x[item] += step

    def _group(self, hub: int) -> list[int]:
        """A hub and what it hangs from by lines of its own, as far up as these are straight."""
        group = [hub]
        while (tie := self.over.get(group[-1])) is not None:
            [upper] = tie.uppers
            if self.x[upper] != self.x[group[-1]]:
                break
            group.append(upper)
            if self.form.items[upper].body and len(self.order.lower[upper]) > 1:
                break
        return group

    def room(self, item: int) -> tuple[int, int]:
        """From where to where an item may stand while everything else stays."""
        row, at = self.at[item]
        items = self.order.rows[row]
        place, spacing = self.form.items[item], self.form.spacing
        half = place.width // 2
        low, high = half, self.width - half
        if place.area:
            left, right = self.areas[place.area]
            low = max(low, left + spacing.area_pad + half)
            high = min(high, right - spacing.area_pad - half)
        gap = spacing.area_gap
        for other in items[max(0, at - 1) : at]:
            low = max(low, self.x[other] + self.form.apart(other, item))
            if self._is_fenced(other, place.area):
                low = max(low, self.areas[self.form.items[other].area][1] + gap + half)
        for other in items[at + 1 : at + 2]:
            high = min(high, self.x[other] - self.form.apart(item, other))
            if self._is_fenced(other, place.area):
                high = min(high, self.areas[self.form.items[other].area][0] - gap - half)
        return low, high

    def _is_fenced(self, other: int, area: str) -> bool:
        """Whether a neighbour stands in an area that is not one's own."""
        found = self.form.items[other].area
        return bool(found) and found != area
