"""Bodies moved where that saves crossings: to another row, or with all their own to the side.

Neighbours that change places (`exchange`) never get past a hill: a family that would stand better
elsewhere crosses more on every step of its way. Here it is put there at once, each trial from where
things stand, and kept if the drawing then costs less.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.hierarchy import UPWARD
from govgraph.drawing.layout.leads import join_buses, lead_around, part_buses
from govgraph.drawing.layout.order import Order
from govgraph.drawing.layout.runs import find_crossings
from govgraph.drawing.layout.trials import BESIDE, LEAST_GAIN, Trials

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govgraph.drawing.layout.form import Form
    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Size
    from govgraph.drawing.layout.ranks import Shape

_STEPS = (1, -1, 2)
_ROUNDS = 3


def move_bodies(
    order: Order, sizes: Mapping[str, Size], shape: Shape, budget: int
) -> tuple[Order, Shape]:
    """The order and the shape after every move that made the drawing cheaper.

    Args:
        order: The order to begin with.
        sizes: The sizes of the boxes, across and along the rows.
        shape: The shape that it was made in.
        budget: How many items may be ordered anew in all trials together: a count, never a clock.
    """
    trials = Trials(order, sizes, shape, budget)
    for _ in range(_ROUNDS):
        before = trials.cost
        join_buses(trials)
        lead_around(trials)
        part_buses(trials)
        _move_rows(trials)
        _move_all_aside(trials)
        if trials.cost > before - LEAST_GAIN or trials.budget < 0:
            break
    return trials.order, trials.shape


class _Move(NamedTuple):
    """Bodies that move together until one of them stands beside another body, or after it."""

    bodies: frozenset[str]
    beside: str
    after: bool


def _move_rows(trials: Trials) -> None:
    """Try each body that more than its line of account ties to others in other rows."""
    for body in _movable(trials.hierarchy):
        for step in _STEPS:
            if trials.budget < 0:
                return
            form, shape = _stepped(trials, body, step)
            if shape is not trials.shape:
                trials.try_order(Order(form), shape, trials.at(), frozenset((body,)))


def _move_all_aside(trials: Trials) -> None:
    """Try each body whose lines cross others beside every other one, in other rows too."""
    tried: set[tuple[_Move, int]] = set()
    while trials.budget >= 0:
        if not any(_move_aside(trials, body, tried) for body in _crossed(trials.order)):
            return


def _move_aside(trials: Trials, body: str, tried: set[tuple[_Move, int]]) -> bool:
    """Put a body elsewhere, and with it all its own or its area, if that is cheaper."""
    for step in (0, *_STEPS):
        if trials.budget < 0:
            return False
        form, shape = _stepped(trials, body, step)
        if step and shape is trials.shape:
            continue
        moves = [move for move in _moves(form, body) if (move, step) not in tried]
        fresh = Order(form) if moves else trials.order
        for move in moves:
            if trials.budget < 0:
                return False
            tried.add((move, step))
            at = trials.at()
            by = at[move.beside] - at[body] + (BESIDE if move.after else -BESIDE)
            at.update((other, at[other] + by) for other in move.bodies)
            if trials.try_order(fresh.twin(), shape, at, move.bodies):
                return True
    return False


def _stepped(trials: Trials, body: str, step: int) -> tuple[Form, Shape]:
    """The form and the shape with a body so many rows further down; as is if it cannot be."""
    delay = trials.shape.delay.get(body, 0) + step
    if not step or delay < 0 or body in trials.hierarchy.hubs:
        return trials.order.form, trials.shape
    shape = replace(trials.shape, delay={**trials.shape.delay, body: delay})
    return trials.form_of(shape), shape


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
        runs = order.channels.runs(channel, order.x)
        for one, two, cost in find_crossings(runs):
            for run in (runs[one], runs[two]):
                for body in _ends(order, run.number):
                    found[body] = found.get(body, 0.0) + cost
    for body in list(found):
        found.update((upper, found.get(upper, 0.0)) for upper in hierarchy.above[body])
    place = {body: at for at, body in enumerate(hierarchy.bodies)}
    return sorted(found, key=lambda body: (-found[body], place[body]))


def _ends(order: Order, number: int) -> frozenset[str]:
    """The bodies that a tie connects."""
    if number < 0:
        level = order.form.levels[-1 - number]
        return frozenset(order.form.items[item].body for item in (level.start, level.end))
    return order.channels.nets[number].bodies


def _own(hierarchy: Hierarchy, body: str) -> frozenset[str]:
    """A body and all that stand below it."""
    found, waiting = {body}, [body]
    while waiting:
        below = [lower for lower in hierarchy.below[waiting.pop()] if lower not in found]
        found.update(below)
        waiting += below
    return frozenset(found)
