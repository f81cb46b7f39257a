"""Neighbours exchanged wherever the drawing then costs less, by exact crossings of its buses."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from govgraph.drawing.layout.runs import change, find_crossings, price

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.layout.runs import Run

_LEAST_GAIN = 1e-6
"""Less is rounding, by which two orders could be exchanged for ever."""
_MOST_WORK = 120_000
"""Runs looked at in one search: a limit that is the same on every machine."""


class Exchange:
    """An order that is made better by exchanging neighbours: items, or whole areas.

    Attributes:
        order: The order.
        work: How many runs have been looked at: what limits a search, never a clock.
        tried: How many neighbours have been exchanged, to see whether that is better.

    The runs of every channel need not be found again where they are known.
    """

    def __init__(self, order: Order, runs: Mapping[int, list[Run]] | None = None) -> None:
        self.order = order
        self.work = self.tried = 0
        self._runs = dict(runs or {})
        self._crossed: dict[int, frozenset[int]] = {}
        self._sparing = False

    def improve(
        self, passes: int, changed: Collection[int] | None = None, *, sparing: bool = False
    ) -> bool:
        """Exchange neighbours as long as something gets better, and say whether anything did.

        Args:
            passes: How many times at the most.
            changed: The rows that have changed since they were last gone through; all if None.
            sparing: Whether neighbours whose lines cross nothing are left where they are.
        """
        self._sparing = sparing
        order = self.order
        rows = range(len(order.rows))
        changed = set(rows) if changed is None else set(changed)
        better = False
        for _ in range(passes):
            order.settle_levels()
            self._crossed = {}
            near = {row + by for row in changed for by in (-1, 0, 1)}
            changed = set()
            for row in rows:
                if row not in near and row - 1 not in changed:
                    continue
                for channel in (row - 1, row):
                    if channel not in self._runs:
                        self._runs[channel] = order.channels.runs(channel, order.x)
                for whole in (False, True) if order.form.spans else (False,):
                    if self._improve_row(row, whole=whole):
                        changed.add(row)
            if not changed:
                break
            better = True
            order.relax(1)
            self._runs = {}
        return better

    def _improve_row(self, row: int, *, whole: bool) -> bool:
        """Bubble through the items, or the areas, of a row."""
        better, at = False, 0
        units = self._units(row, whole=whole)
        while at + 1 < len(units) and self.work <= _MOST_WORK:
            pair = units[at], units[at + 1]
            if (
                self._may(*pair, whole=whole)
                and self._helps(row, *pair)
                and self._swap(row, units, at)
            ):
                better, at = True, max(0, at - 1)  # who moved left may do well to go further
                units = self._units(row, whole=whole)
            else:
                at += 1
        return better

    def _units(self, row: int, *, whole: bool) -> list[list[int]]:
        """Runs of one area, or single items."""
        items = self.order.form.items
        units: list[list[int]] = []
        for item in self.order.rows[row]:
            area = items[item].area
            if whole and area and units and items[units[-1][-1]].area == area:
                units[-1].append(item)
            else:
                units.append([item])
        return units

    def _may(self, left: list[int], right: list[int], *, whole: bool) -> bool:
        """Whether two neighbours may change places by themselves.

        An item stays in its area. Two areas that share several rows have one order in all of them.
        """
        form = self.order.form
        one, two = form.items[left[0]].area, form.items[right[0]].area
        if not whole:
            return one == two
        if not (one or two) or one == two:
            return False
        if one and two:
            (first, last), (start, stop) = form.spans[one], form.spans[two]
            return max(first, start) > min(last, stop)
        return True

    def _helps(self, row: int, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether a line of either crosses others, so that to exchange them might help."""
        if not self._sparing:
            return True
        channels = self.order.channels
        for channel in (row - 1, row):
            if channel not in self._crossed:
                self._crossed[channel] = frozenset(
                    at for one, two, _ in find_crossings(self._runs[channel]) for at in (one, two)
                )
            crossed = self._crossed[channel]
            touched = channels.channel(channel).touched
            if crossed and any(
                tie in crossed for item in (*left, *right) for tie in touched.get(item, ())
            ):
                return True
        return False

    def _swap(self, row: int, units: list[list[int]], at: int) -> bool:
        """Exchange two neighbours, and keep that if it is better."""
        order = self.order
        self.tried += 1
        left, right = units[at], units[at + 1]
        both = (*left, *right)
        x, items = order.x, order.form.items
        kept_row, kept_led = order.rows[row], order.channels.led
        kept_x = [x[item] for item in both]
        start = x[left[0]] - items[left[0]].width / 2
        stop = x[right[-1]] + items[right[-1]].width / 2
        first = x[right[0]] - items[right[0]].width / 2
        last = x[left[-1]] + items[left[-1]].width / 2
        for item in right:
            x[item] += start - first
        for item in left:
            x[item] += stop - last
        moved = [*units[:at], right, left, *units[at + 2 :]]
        order.rows[row] = list(chain.from_iterable(moved))
        if self._is_better(row, both):
            return True
        order.rows[row], order.channels.led = kept_row, kept_led
        for item, place in zip(both, kept_x, strict=True):
            x[item] = place
        return False

    def _is_better(self, row: int, moved: tuple[int, ...]) -> bool:
        """Whether the drawing costs less now that items of a row have moved."""
        order, channels = self.order, self.order.channels
        kept = channels.led
        if any(item in order.beside for item in moved):
            order.settle_levels()
        runs: dict[int, list[Run]] = {}
        total = 0.0
        is_same = kept == channels.led
        for channel in (row - 1, row) if is_same else _led(row, kept, channels.led):
            before = self._runs[channel]
            self.work += len(before)
            if not is_same:
                runs[channel] = channels.runs(channel, order.x)
                total += price(runs[channel]) - price(before)
            elif found := channels.channel(channel).moved(order.x, moved, before):
                total += change(before, found)
                runs[channel] = [found.get(at, run) for at, run in enumerate(before)]
        if total < -_LEAST_GAIN:
            self._runs.update(runs)
            for channel in runs:
                self._crossed.pop(channel, None)
            return True
        return False


def _led(row: int, before: Mapping[int, int], now: Mapping[int, int]) -> list[int]:
    """The channels beside a row, and those that lines within rows have left for others."""
    touched = {row - 1, row}
    for number in before.keys() | now.keys():
        ways = before.get(number, row), now.get(number, row)
        touched.update(ways if ways[0] != ways[1] else ())
    return sorted(touched)
