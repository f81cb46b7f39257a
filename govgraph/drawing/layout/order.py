"""The order of the items of every row, and where they roughly stand.

A depth-first start draws a tree without any crossing. Sweeps then let each row follow its
neighbours, kept apart by isotonic regression (pool adjacent violators); `exchange` does the rest.
"""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.layout.channels import Channels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.form import Form

_ACCOUNT, _OTHER = 3.0, 1.0  # how strongly a piece of a net pulls its ends together
_THROUGH = 2.0  # and how much more where both are bends
_BESIDE = 0.6  # how strongly a line within a row pulls
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
        self._apart: dict[tuple[int, int], int] = {}

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
            self._pack(row, dict.fromkeys(self.rows[row], 0.0), {})

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
            self._pack(row, place, {})

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
        self.settle_levels()
        return sum(self.channels.cost(c, self.x) for c in range(-1, len(self.rows)))

    def settle_levels(self) -> None:
        """Lead lines within rows straight where nothing stands between, else where least runs."""
        led = self.channels.led
        led.clear()
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
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Where each item of a row would stand for its neighbours' sake, and how strongly."""
        goals: dict[int, float] = {}
        weights: dict[int, float] = {}
        near, far = (self.upper, self.lower) if down else (self.lower, self.upper)
        x = self.x
        for item in self.rows[row]:
            used = near[item] or far[item]
            weight = value = 0.0
            for other, pull in used:
                weight += pull
                value += x[other] * pull
            if both and near[item] and far[item]:
                for other, pull in far[item]:
                    weight += _BOTH * pull
                    value += _BOTH * x[other] * pull
            for other in self.beside.get(item, ()):
                weight += _BESIDE
                value += _BESIDE * x[other]
            goals[item] = value / weight if weight else x[item]
            weights[item] = max(weight, 0.1)
        return goals, weights

    def _pack(self, row: int, goals: Mapping[int, float], weights: Mapping[int, float]) -> None:
        """The places of a row nearest to its goals that keep its items apart."""
        items, known = self.rows[row], self._apart
        apart = []
        for pair in pairwise(items):
            if pair not in known:
                known[pair] = self.form.apart(*pair)
            apart.append(known[pair])
        places = pool(
            [goals[item] for item in items], [weights.get(item, 1.0) for item in items], apart
        )
        for item, place in zip(items, places, strict=True):
            self.x[item] = place

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


def pool(goals: Sequence[float], weights: Sequence[float], apart: Sequence[float]) -> list[float]:
    """The places nearest to their goals, by weighted squares, that keep their distances.

    Isotonic regression by pooling adjacent violators.
    """
    offsets = list(accumulate(apart, initial=0.0))
    blocks: list[tuple[float, float, int]] = []
    for goal, weight, offset in zip(goals, weights, offsets, strict=False):
        value, total, count = (goal - offset) * weight, weight, 1
        while blocks:
            before, held, many = blocks[-1]
            if before / held <= value / total:
                break
            blocks.pop()
            value, total, count = before + value, held + total, many + count
        blocks.append((value, total, count))
    places: list[float] = []
    for value, total, count in blocks:
        places += [value / total + offsets[len(places) + at] for at in range(count)]
    return places
