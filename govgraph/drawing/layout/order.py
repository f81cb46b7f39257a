"""The order of the items of every row, and where they roughly stand.

A depth-first start draws a tree without any crossing. Sweeps then let each row follow its
neighbours, kept apart by isotonic regression (pool adjacent violators); `exchange` does the rest.
"""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from itertools import accumulate, chain, pairwise, repeat
from math import inf
from typing import TYPE_CHECKING

from govgraph.drawing.layout.channels import Channels
from govgraph.drawing.layout.runs import price

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.drawing.layout.form import Form
    from govgraph.drawing.layout.runs import Run

_ACCOUNT, _OTHER = 3.0, 1.0  # how strongly a piece of a net pulls its ends together
_THROUGH = 2.0  # and how much more where both are bends
_BESIDE = 0.6  # how strongly a line within a row pulls
_LEAST = 0.1  # what keeps an item in its place that nothing pulls
_BOTH = 0.6  # how much the row that a sweep comes to counts beside the one it comes from

Snapshot = tuple[list[list[int]], list[float]]
"""An order and its places, to come back to."""


class Order:
    """An order of a form's items.

    Attributes:
        form: The form.
        channels: What runs between its rows.
        rows: The items of each row from the left.
        x: The middle of each item, roughly.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.channels = Channels(form)
        self.rows = [list(row) for row in form.rows]
        self.x = [0.0] * len(form.items)
        self.upper: list[list[tuple[int, float]]] = [[] for _ in form.items]
        self.lower: list[list[tuple[int, float]]] = [[] for _ in form.items]
        self.beside: dict[int, list[int]] = defaultdict(list)
        for net in form.nets:
            for pairs in net.pieces.values():
                for upper, lower in pairs:
                    bends = not form.items[upper].body and not form.items[lower].body
                    weight = (_ACCOUNT if net.is_account else _OTHER) * (_THROUGH if bends else 1.0)
                    self.upper[lower].append((upper, weight))
                    self.lower[upper].append((lower, weight))
        turns = [(turn.near, turn.far) for net in form.nets for turn in net.turns]
        for one, two in (*turns, *((level.start, level.end) for level in form.levels)):
            self.beside[one].append(two)
            self.beside[two].append(one)
        self._area_place: dict[str, tuple[float, str]] = {}
        self._apart = _Apart(form)
        self._weights: dict[tuple[bool, bool], list[float]] = {}

    def twin(self) -> Order:
        """The same order of the same form, which changes by itself."""
        other = copy(self)
        other.channels = self.channels.twin()
        other.restore(self.snapshot())
        return other

    def arrange(self, place: Mapping[int, float]) -> None:
        """Order every row by a value for each item, areas kept together and in one order."""
        self._arrange(place)
        for row in range(len(self.rows)):
            self._pack(row, dict.fromkeys(self.rows[row], 0.0))

    def snapshot(self) -> Snapshot:
        """The order and the places as they are."""
        return [list(row) for row in self.rows], list(self.x)

    def restore(self, kept: Snapshot) -> None:
        """Go back to an order and its places."""
        self.rows, self.x = [list(row) for row in kept[0]], list(kept[1])

    def follow(self, place: Mapping[int, float]) -> None:
        """Stand as near as can be to some places, in their order."""
        self._arrange(place)
        for row in range(len(self.rows)):
            self._pack(row, place)

    def _arrange(self, place: Mapping[int, float]) -> None:
        self._rank_areas(place)
        for row, items in enumerate(self.form.rows):
            self.rows[row] = self._blocked(sorted(items, key=place.__getitem__), place)

    def sweep(self, *, down: bool, reorder: bool = True) -> None:
        """Let each row follow the one before it, from the top down or from the foot up."""
        if reorder:
            self._rank_areas(dict(enumerate(self.x)))
        rows = range(len(self.rows)) if down else range(len(self.rows) - 1, -1, -1)
        for row in rows:
            goals, weights = self._goals(row, down=down, both=not reorder)
            if reorder:
                order = sorted(self.rows[row], key=lambda item: (goals[item], self.x[item]))
                self.rows[row] = self._blocked(order, goals)
            self._pack(row, goals, weights)

    def relax(self, times: int) -> None:
        """Let rows follow their neighbours on both sides, without changing any order."""
        for _ in range(times):
            self.sweep(down=True, reorder=False)
            self.sweep(down=False, reorder=False)

    def total(self) -> float:
        """What the whole drawing costs."""
        return self.priced()[0]

    def priced(self, most: float = inf) -> tuple[float, dict[int, list[Run]]]:
        """What the whole drawing costs, and the runs of its channels; once above most, no more."""
        self.settle_levels()
        total, runs = 0.0, {}
        for channel in range(-1, len(self.rows)):
            runs[channel] = self.channels.runs(channel, self.x)
            total += price(runs[channel])
            if total > most:
                break
        return total, runs

    def settle_levels(self) -> None:
        """Lead lines within rows straight where nothing stands between, else where least runs."""
        self.channels.led = led = {}
        if not self.form.levels:
            return
        place = {item: at for row in self.rows for at, item in enumerate(row)}
        for number, (row, _, start, end) in enumerate(self.form.levels):
            low, high = sorted((place[start], place[end]))
            if high - low > 1:
                inner = self.rows[row][low + 1 : high]
                busy = [
                    2 * sum(len(near[item]) for item in inner) + len(near[start]) + len(near[end])
                    for near in (self.upper, self.lower)
                ]
                led[number] = row - 1 if busy[0] < busy[1] else row

    def _goals(
        self, row: int, *, down: bool, both: bool
    ) -> tuple[dict[int, float], Sequence[float]]:
        """Where each item of a row would stand for its neighbours' sake, and how strongly any."""
        goals: dict[int, float] = {}
        near, far = (self.upper, self.lower) if down else (self.lower, self.upper)
        weights = self._weighed(down=down, both=both)
        x, beside = self.x, self.beside
        for item in self.rows[row]:
            value = 0.0
            ties = near[item]
            for other, pull in ties or far[item]:
                value += x[other] * pull
            if both and ties:
                for other, pull in far[item]:
                    value += _BOTH * x[other] * pull
            if item in beside:
                for other in beside[item]:
                    value += _BESIDE * x[other]
            weight = weights[item]
            goals[item] = value / weight if weight else x[item]
        return goals, weights

    def _weighed(self, *, down: bool, both: bool) -> list[float]:
        """How strongly its neighbours pull each item."""
        if (down, both) not in self._weights:
            near, far = (self.upper, self.lower) if down else (self.lower, self.upper)
            found = []
            for item, ties in enumerate(near):
                weight = 0.0
                for _, pull in ties or far[item]:
                    weight += pull
                for _, pull in far[item] if both and ties else ():
                    weight += _BOTH * pull
                for _ in self.beside.get(item, ()):
                    weight += _BESIDE
                found.append(weight)
            self._weights[down, both] = found
        return self._weights[down, both]

    def _pack(
        self, row: int, goals: Mapping[int, float], weights: Sequence[float] | None = None
    ) -> None:
        """The places of a row nearest to its goals that keep its items apart."""
        items, x = self.rows[row], self.x
        apart = map(self._apart.__getitem__, pairwise(items))
        strong = [max(weights[item], _LEAST) for item in items] if weights else [1.0] * len(items)
        places = pool([goals[item] for item in items], strong, apart)
        for item, place in zip(items, places, strict=True):
            x[item] = place

    def _rank_areas(self, place: Mapping[int, float]) -> None:
        """One order of the areas for all rows, by where their bodies stand."""
        found: dict[str, list[float]] = defaultdict(list)
        for number, item in enumerate(self.form.items):
            if item.area and item.body:
                found[item.area].append(place[number])
        self._area_place = {
            area: (sum(values) / len(values), area) for area, values in found.items()
        }

    def _blocked(self, row: list[int], value: Mapping[int, float]) -> list[int]:
        """A row with its areas kept together, in the one order of the areas."""
        if not self.form.spans:
            return row
        units: dict[object, list[int]] = {}
        for item in row:
            units.setdefault(self.form.items[item].area or item, []).append(item)
        key: dict[object, float] = {}
        last = float("-inf")
        for area in sorted(
            (u for u in units if isinstance(u, str)), key=self._area_place.__getitem__
        ):
            values = [value[item] for item in units[area]]
            last = key[area] = max(last + 1e-6, sum(values) / len(values))
        for unit, items in units.items():
            if not isinstance(unit, str):
                key[unit] = value[items[0]]
        return [item for unit in sorted(units, key=key.__getitem__) for item in units[unit]]


class _Apart(dict[tuple[int, int], int]):
    """How far apart the middles of two neighbours are at the least, asked of the form once."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, pair: tuple[int, int]) -> int:
        self[pair] = found = self._form.apart(*pair)
        return found


def pool(goals: Sequence[float], weights: Sequence[float], apart: Iterable[float]) -> list[float]:
    """The places nearest to their goals, by weighted squares, that keep their distances.

    Isotonic regression by pooling adjacent violators.
    """
    offsets = list(accumulate(apart, initial=0.0))
    means: list[float] = []
    blocks: list[tuple[float, float, int]] = []
    for goal, weight, offset in zip(goals, weights, offsets, strict=False):
        value, total, count = (goal - offset) * weight, weight, 1
        mean = value / total
        while means and means[-1] > mean:
            means.pop()
            before, held, many = blocks.pop()
            value, total, count = before + value, held + total, many + count
            mean = value / total
        means.append(mean)
        blocks.append((value, total, count))
    if len(means) == len(offsets):
        return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
    spread = chain.from_iterable(
        repeat(mean, count) for mean, (_, _, count) in zip(means, blocks, strict=True)
    )
    return [mean + offset for mean, offset in zip(spread, offsets, strict=False)]
