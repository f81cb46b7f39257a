"""Trials: a form ordered from where things stand but for one change, and kept if it costs less."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.exchange import Exchange
from govgraph.drawing.layout.order import Order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.form import Form
    from govgraph.drawing.layout.measures import Size
    from govgraph.drawing.layout.ranks import Shape

LEAST_GAIN = 0.01
"""What a trial has to save, so that it is kept."""

BESIDE = 0.5
"""How far from what it is put beside something stands at first: only the order counts."""

_PASSES = 2
_ROW = 3.0  # what a further row has to save
_PARTED = 0.4  # what each part of a bus has to save
_HOPELESS = 7.0  # a trial that costs so much more before neighbours are exchanged is given up
_EXCHANGED = 3  # to exchange two neighbours is so many times the work of ordering one item

_Name = tuple[Hashable, frozenset[str]]


class Trials:
    """An order that is made cheaper.

    Attributes:
        order: The cheapest order so far.
        shape: The shape that it was made in.
        cost: What it costs.
        budget: How much work may still be done, in items ordered anew: a count, never a clock.
    """

    def __init__(self, order: Order, sizes: Mapping[str, Size], shape: Shape, budget: int) -> None:
        self.hierarchy = order.form.hierarchy
        self.budget = budget
        self._sizes = sizes
        self._known: set[Hashable] = set()
        self._named: tuple[Form, list[_Name]] | None = None
        self._stand(order, shape, cost_of(order, shape))

    def form_of(self, shape: Shape) -> Form:
        """The form in another shape."""
        return build_form(self.hierarchy, self._sizes, self.order.form.spacing, shape)

    def at(self) -> dict[str, float]:
        """Where the bodies stand."""
        items = enumerate(self.order.form.items)
        return {item.body: self.order.x[number] for number, item in items if item.body}

    def try_shape(self, shape: Shape, *, outside: bool = False) -> bool:
        """Try another shape with every body where it stands."""
        return self.try_order(Order(self.form_of(shape)), shape, self.at(), outside=outside)

    def try_order(
        self,
        trial: Order,
        shape: Shape,
        at: Mapping[str, float],
        moved: frozenset[str] = frozenset(),
        *,
        outside: bool = False,
    ) -> bool:
        """Order a form from where its bodies are to stand, and keep that if it is cheaper.

        Args:
            trial: An order of the form.
            shape: Its shape.
            at: Where its bodies are to stand.
            moved: Those of them that stand elsewhere now.
            outside: Whether a line that is led round a body passes on its far side.
        """
        self.budget -= len(trial.x)
        names = self._names(trial.form)
        places = _places(trial.form, at, outside=outside)
        for number, (name, bodies) in enumerate(names):
            if name in self._stands and not moved & bodies and not trial.form.items[number].body:
                places[number] = self._stands[name]
        trial.follow(places)
        known = shape.key, tuple(map(tuple, trial.rows))
        if known in self._known:
            return False
        self._known.add(known)
        trial.relax(1)
        lines, runs = trial.priced(self.cost + _HOPELESS)
        cost = _with_rows(lines, trial, shape)
        if cost >= self.cost + _HOPELESS:
            return False
        exchange = Exchange(trial, runs)
        if exchange.improve(_PASSES, self._changed(trial, names), sparing=True):
            cost = cost_of(trial, shape)
        self.budget -= _EXCHANGED * exchange.tried
        if cost >= self.cost - LEAST_GAIN:
            return False
        self._stand(trial, shape, cost)
        return True

    def _stand(self, order: Order, shape: Shape, cost: float) -> None:
        """Begin each trial from an order from now on."""
        self.order, self.shape, self.cost = order, shape, cost
        names = self._names(order.form)
        self._stands = {name: order.x[number] for number, (name, _) in enumerate(names)}
        self._rows = [[names[item][0] for item in row] for row in order.rows]

    def _names(self, form: Form) -> list[_Name]:
        """The names of a form's items: many trials in turn are of one form."""
        if self._named is None or self._named[0] is not form:
            self._named = form, _names(form)
        return self._named[1]

    def _changed(self, trial: Order, names: Sequence[_Name]) -> list[int]:
        """The rows of a trial that hold others, or in another order, than where things stand."""
        rows = [[names[item][0] for item in row] for row in trial.rows]
        if len(rows) != len(self._rows):
            return [*range(len(rows))]
        return [row for row, found in enumerate(rows) if found != self._rows[row]]


def cost_of(order: Order, shape: Shape) -> float:
    """What an order costs, with its rows and the buses that it parts."""
    return _with_rows(order.total(), order, shape)


def _with_rows(lines: float, order: Order, shape: Shape) -> float:
    """What an order costs whose lines cost so much."""
    return lines + _ROW * len(order.rows) + _PARTED * len(set(shape.parted.values()))


def _names(form: Form) -> list[_Name]:
    """A name for each item that is the same in other forms, and the bodies that place it."""
    found: list[_Name] = []
    for item in form.items:
        if item.body:
            found.append((item.body, frozenset()))
        elif item.net >= 0:
            net = form.nets[item.net]
            found.append(((net.hub, net.ends, item.row), net.bodies))
        else:
            found.append(((item.area, item.row), frozenset()))
    return found


def _places(form: Form, at: Mapping[str, float], *, outside: bool) -> dict[int, float]:
    """Where the items of a form are to stand when its bodies are to stand at some places.

    A line that is led round a body passes it on the side of its other end, or on the far side.
    """
    places: dict[int, float] = {}
    turned = _turned(form, at, outside=outside)
    for number, item in enumerate(form.items):
        if item.body:
            places[number] = at[item.body]
        elif number in turned:
            places[number] = turned[number]
        elif item.net >= 0:
            net = form.nets[item.net]
            far = [at[end] for _, end in net.ends if number in net.ways[end]] or [at[net.hub]]
            places[number] = (sum(far) / len(far) + at[net.hub]) / 2
        else:
            inside = [at[body] for body, area in form.hierarchy.area.items() if area == item.area]
            places[number] = sum(inside) / len(inside)
    return places


def _turned(form: Form, at: Mapping[str, float], *, outside: bool) -> dict[int, float]:
    """Where the bends stand that lead lines round bodies."""
    found: dict[int, float] = {}
    for net in form.nets:
        for turn in net.turns:
            for bend, item in ((turn.near, turn.far), (turn.far, turn.near)):
                body = form.items[item].body
                if body:
                    other = net.ends[0][1] if body == net.hub else net.hub
                    right = (at[other] > at[body]) != outside
                    found[bend] = at[body] + (BESIDE if right else -BESIDE)
    return found
