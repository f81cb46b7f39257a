"""Bodies moved a row up or down where that saves crossings, each trial from where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.exchange import Exchange
from govgraph.drawing.layout.hierarchy import UPWARD
from govgraph.drawing.layout.order import Order
from govgraph.drawing.layout.ranks import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.drawing.layout.form import Form
    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Size

_STEPS = (1, -1, 2)
_ROUNDS = 2
_PASSES = 2
_ROW = 3.0  # what a further row has to save
_LEAST_GAIN = 0.4


def move_rows(
    order: Order, sizes: Mapping[str, Size], shape: Shape, budget: int
) -> tuple[Order, Shape]:
    """The order and the shape after every move of a body that made the drawing cheaper.

    Args:
        order: The order to begin with.
        sizes: The sizes of the boxes, across and along the rows.
        shape: The shape that it was made in.
        budget: How many items may be ordered anew in all trials together: a count, never a clock.
    """
    hierarchy = order.form.hierarchy
    movable = _movable(hierarchy)
    cost = _cost(order)
    for _ in range(_ROUNDS):
        better = False
        for body in movable:
            for step in _STEPS:
                moved = _delayed(shape, body, step)
                if moved is None:
                    continue
                budget -= len(order.form.items)
                if budget < 0:
                    return order, shape
                form = build_form(hierarchy, sizes, order.form.spacing, moved)
                trial = _warm(form, order)
                if _cost(trial) < cost - _LEAST_GAIN:
                    order, shape, better = trial, moved, True
                    cost = _cost(trial)
        if not better:
            break
    return order, shape


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


def _delayed(shape: Shape, body: str, step: int) -> Shape | None:
    """The shape with a body so many rows further down; None where that is above its place."""
    delay = shape.delay.get(body, 0) + step
    return Shape(shape.depth, {**shape.delay, body: delay}) if delay >= 0 else None


def _cost(order: Order) -> float:
    return order.total() + _ROW * len(order.rows)


def _warm(form: Form, order: Order) -> Order:
    """An order that begins where the bodies stood in another form of the same diagram."""
    at = {item.body: order.x[number] for number, item in enumerate(order.form.items) if item.body}
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
    trial = Order(form)
    trial.follow(places)
    trial.relax(1)
    Exchange(trial).improve(_PASSES)
    return trial
