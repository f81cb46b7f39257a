"""Bodies moved where that saves crossings: to another row, or with all their own to the side.

Neighbours that change places (`exchange`) never get past a hill: a family that would stand better
elsewhere crosses more on every step of its way. Here it is put there at once, each trial from where
things stand, and kept if the drawing then costs less.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.exchange import Exchange
from govgraph.drawing.layout.hierarchy import UPWARD
from govgraph.drawing.layout.order import Order
from govgraph.drawing.layout.ranks import Shape
from govgraph.drawing.layout.runs import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govgraph.drawing.layout.form import Form
    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Size

_STEPS = (1, -1, 2)
_ROUNDS = 3
_PASSES = 2
_ROW = 3.0  # what a further row has to save
_LEAST_GAIN = 0.01
_HOPELESS = 12.0  # a trial that costs so much more before neighbours are exchanged is given up
_EXCHANGED = 4  # so many times the work is a trial of which neighbours are exchanged
_BESIDE = 0.5  # from what a body is put beside, in points: the order decides, distances follow


def move_bodies(
    order: Order, sizes: Mapping[str, Size], shape: Shape, budget: int
) -> tuple[Order, Shape]:
    """The order and the shape after every move of bodies that made the drawing cheaper.

    Args:
        order: The order to begin with.
        sizes: The sizes of the boxes, across and along the rows.
        shape: The shape that it was made in.
        budget: How many items may be ordered anew in all trials together: a count, never a clock.
    """
    mover = _Mover(order, sizes, shape, budget)
    for _ in range(_ROUNDS):
        before = mover.cost
        mover.move_rows()
        mover.move_aside()
        if mover.cost > before - _LEAST_GAIN or mover.budget < 0:
            break
    return mover.order, mover.shape


class _Move(NamedTuple):
    """Bodies that move together until one of them stands beside another body, or after it."""

    bodies: frozenset[str]
    beside: str
    after: bool


class _Mover:
    """An order that is made cheaper.

    Attributes:
        order: The cheapest order so far.
        shape: The shape that it was made in.
        cost: What it costs.
        budget: How many items may still be ordered anew.
    """

    def __init__(self, order: Order, sizes: Mapping[str, Size], shape: Shape, budget: int) -> None:
        self.order, self.shape, self.budget = order, shape, budget
        self._sizes = sizes
        self._hierarchy = order.form.hierarchy
        self.cost = cost_of(order)

    def move_rows(self) -> None:
        """Try each body that more than its line of account ties to others in other rows."""
        for body in _movable(self._hierarchy):
            for step in _STEPS:
                form, shape = self._stepped(body, step)
                if shape is not self.shape and self.budget >= 0:
                    self._try(Order(form), shape, self._at())

    def move_aside(self) -> None:
        """Try each body whose lines cross others beside every other one, in other rows too."""
        tried: set[tuple[_Move, int]] = set()
        while any(self._move_aside(body, tried) for body in _crossed(self.order)):
            pass

    def _move_aside(self, body: str, tried: set[tuple[_Move, int]]) -> bool:
        """Put a body elsewhere, and with it all its own or its area, if that is cheaper."""
        for step in (0, *_STEPS):
            form, shape = self._stepped(body, step)
            if step and shape is self.shape:
                continue
            fresh = Order(form)
            for move in _moves(form, body):
                if self.budget < 0:
                    return False
                if (move, step) in tried:
                    continue
                tried.add((move, step))
                at = self._at()
                by = at[move.beside] - at[body] + (_BESIDE if move.after else -_BESIDE)
                at.update((other, at[other] + by) for other in move.bodies)
                if self._try(fresh.twin(), shape, at):
                    return True
        return False

    def _stepped(self, body: str, step: int) -> tuple[Form, Shape]:
        """The form and the shape with a body so many rows further down; as is if it cannot be."""
        delay = self.shape.delay.get(body, 0) + step
        if not step or delay < 0:
            return self.order.form, self.shape
        shape = Shape(self.shape.depth, {**self.shape.delay, body: delay})
        return build_form(self._hierarchy, self._sizes, self.order.form.spacing, shape), shape

    def _at(self) -> dict[str, float]:
        """Where the bodies stand."""
        items = enumerate(self.order.form.items)
        return {item.body: self.order.x[number] for number, item in items if item.body}

    def _try(self, trial: Order, shape: Shape, at: Mapping[str, float]) -> bool:
        """Order a form from where its bodies are to stand, and keep that if it is cheaper."""
        self.budget -= len(trial.x)
        trial.follow(_places(trial.form, at))
        trial.relax(1)
        if cost_of(trial) >= self.cost + _HOPELESS:
            return False
        self.budget -= _EXCHANGED * len(trial.x)
        Exchange(trial).improve(_PASSES)
        cost = cost_of(trial)
        if cost >= self.cost - _LEAST_GAIN:
            return False
        self.order, self.shape, self.cost = trial, shape, cost
        return True


def _moves(form: Form, body: str) -> Iterator[_Move]:
    """Where a body may be put in its row: it alone, with all its own, or with its whole area."""
    area_of = form.hierarchy.area
    area = area_of.get(body, "")
    row = form.rows[form.items[form.item_of[body]].row]
    beside = [form.items[item].body for item in row if form.items[item].body]
    for group in dict.fromkeys((_own(form.hierarchy, body), frozenset({body}))):
        for other in beside:
            if other not in group and area_of.get(other, "") == area:
                yield from (_Move(group, other, after) for after in (False, True))
    inside = frozenset(other for other, found in area_of.items() if found == area)
    for other in beside if area else ():
        if other not in inside:
            yield from (_Move(inside, other, after) for after in (False, True))


def _movable(hierarchy: Hierarchy) -> list[str]:
    """The bodies that more than their lines of account tie to others."""
    upward = {
        frozenset((line.from_, line.to)) for line in hierarchy.diagram.lines if line.style in UPWARD
    }
    return [
        body
        for body, linked in hierarchy.linked.items()
        if body in hierarchy.loose
        or any(frozenset((body, other)) not in upward for other in linked)
    ]


def _crossed(order: Order) -> list[str]:
    """The bodies whose lines cross others, the worst first, then those that they answer to."""
    order.settle_levels()
    hierarchy = order.form.hierarchy
    found: dict[str, float] = {}
    for channel in range(-1, len(order.rows)):
        for one, two in combinations(order.channels.runs(channel, order.x), 2):
            cost = together(one, two)
            if cost:
                for body in (*_ends(order, one.number), *_ends(order, two.number)):
                    found[body] = found.get(body, 0.0) + cost
    for body in list(found):
        found.update((upper, found.get(upper, 0.0)) for upper in hierarchy.above[body])
    place = {body: at for at, body in enumerate(hierarchy.bodies)}
    return sorted(found, key=lambda body: (-found[body], place[body]))


def _ends(order: Order, number: int) -> set[str]:
    """The bodies that a tie connects."""
    if number < 0:
        level = order.form.levels[-1 - number]
        return {order.form.items[item].body for item in (level.start, level.end)}
    net = order.channels.nets[number]
    return {net.hub, *(end for _, end in net.ends)}


def _own(hierarchy: Hierarchy, body: str) -> frozenset[str]:
    """A body and all that stand below it."""
    found, waiting = {body}, [body]
    while waiting:
        below = [lower for lower in hierarchy.below[waiting.pop()] if lower not in found]
        found.update(below)
        waiting += below
    return frozenset(found)


def cost_of(order: Order) -> float:
    """What an order costs, with its rows."""
    return order.total() + _ROW * len(order.rows)


def _places(form: Form, at: Mapping[str, float]) -> dict[int, float]:
    """Where the items of a form are to stand when its bodies are to stand at some places."""
    places: dict[int, float] = {}
    for number, item in enumerate(form.items):
        if item.body:
            places[number] = at[item.body]
        elif item.net >= 0:
            net = form.nets[item.net]
            far = [at[end] for _, end in net.ends if number in net.ways[end]] or [at[net.hub]]
            places[number] = (sum(far) / len(far) + at[net.hub]) / 2
        else:
            inside = [at[body] for body, area in form.hierarchy.area.items() if area == item.area]
            places[number] = sum(inside) / len(inside)
    return places
