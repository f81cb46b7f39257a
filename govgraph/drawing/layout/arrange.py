"""The best of several orders of a form: depth-first starts, swept and improved."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from govgraph.drawing.layout.exchange import Exchange
from govgraph.drawing.layout.order import Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.layout.form import Form
    from govgraph.drawing.layout.order import Snapshot

_SWEEPS = 6
_PASSES = 3
_IMPROVED = 3  # so many of the cheapest are improved

STARTS = ("name", "weight", "centre", "reverse")
"""By what siblings are put in order at the start: names, sizes, large ones inside, names turned."""


def arrange(
    form: Form, starts: Sequence[str] = ("name", "centre"), *, improve: bool = True
) -> Order:
    """The order of a form that costs least of those tried.

    Args:
        form: The form.
        starts: The orders of siblings to begin with, some of `STARTS`.
        improve: Whether neighbours are exchanged as well; without it an order is found quickly.
    """
    return arrangements(form, starts, improve=improve)[0]


def arrangements(
    form: Form, starts: Sequence[str] = STARTS, *, improve: bool = True
) -> tuple[Order, ...]:
    """The cheapest orders of a form, no two alike, the cheapest first; as `arrange` finds them."""
    order = Order(form)
    found: list[tuple[float, int, Snapshot]] = []
    for start in starts:
        order.arrange(_depth_first(order, start))
        for swept in (False, True):
            if swept:
                _sweep(order)
            order.relax(2)
            found.append((order.total(), len(found), order.snapshot()))
    found.sort(key=itemgetter(0, 1))
    if improve:
        found = [_improved(order, snapshot, at) for _, at, snapshot in found[:_IMPROVED]]
        found.sort(key=itemgetter(0, 1))
    rows: list[list[list[int]]] = []
    orders: list[Order] = []
    for _, _, snapshot in found:
        if snapshot[0] not in rows:
            rows.append(snapshot[0])
            order.restore(snapshot)
            order.settle_levels()
            orders.append(order.twin())
    return tuple(orders)


def _improved(order: Order, snapshot: Snapshot, at: int) -> tuple[float, int, Snapshot]:
    """An order with its neighbours exchanged where that was better, and what it costs then."""
    order.restore(snapshot)
    order.settle_levels()
    Exchange(order).improve(_PASSES)
    order.relax(2)
    return order.total(), at, order.snapshot()


def _sweep(order: Order) -> None:
    """Sweep down and up, and keep the cheapest order met."""
    best: tuple[float, Snapshot] | None = None
    for _ in range(_SWEEPS):
        order.sweep(down=True)
        order.sweep(down=False)
        order.relax(1)
        cost = order.total()
        if best is None or cost < best[0]:
            best = cost, order.snapshot()
    if best is not None:
        order.restore(best[1])


def _depth_first(order: Order, start: str) -> dict[int, float]:
    """The place of each item on a walk from the top: below one another, families stay together."""
    form = order.form
    below = _below(form, start)
    place: dict[int, float] = {}
    tops = [item for row in form.rows for item in row if not order.upper[item]]
    for top in (*tops, *range(len(form.items))):
        waiting = [top]
        while waiting:
            item = waiting.pop()
            if item in place:
                continue
            place[item] = float(len(place))
            beside = [other for other in order.beside.get(item, ()) if not order.upper[other]]
            waiting += reversed([*below.get(item, ()), *beside])
    return place


def _below(form: Form, start: str) -> dict[int, list[int]]:
    """For each item those it leads down to: areas together, account first, net by net."""
    found: dict[int, dict[tuple[bool, int], list[int]]] = defaultdict(dict)
    for place, net in enumerate(form.nets):
        for pairs in net.pieces.values():
            for upper, lower in pairs:
                found[upper].setdefault((not net.is_account, place), []).append(lower)
    ordered: dict[int, list[int]] = {}
    for item, nets in found.items():
        below = [lower for key in sorted(nets) for lower in _turned(form, sorted(nets[key]), start)]
        below = list(dict.fromkeys(below[::-1] if start == "reverse" else below))
        ordered[item] = sorted(below, key=lambda lower: form.items[lower].area)
    return ordered


def _turned(form: Form, below: list[int], start: str) -> list[int]:
    """The items below one in the order of a start."""

    def weight(item: int) -> int:
        return form.hierarchy.weight.get(form.items[item].body, 0)

    if start == "weight":
        return sorted(below, key=weight)
    if start == "centre":
        large = sorted(below, key=weight, reverse=True)
        return [*large[1::2][::-1], *large[::2]]
    return below
