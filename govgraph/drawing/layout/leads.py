"""Lines led another way where that saves crossings: round a body, or out of the bus they are in.

A bus crosses whatever stands between its ends. Parted in two, or its lines each alone, it leaves
room there. A line that is none of account may be led round the body that it leads to, and meets
the side of it that faces away.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from govgraph.drawing.layout.arrange import arrangements
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.nets import find_meeting
from govgraph.drawing.layout.runs import find_crossings

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from govgraph.drawing.layout.form import Form, Net
    from govgraph.drawing.layout.measures import Size
    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.layout.ranks import Shape
    from govgraph.drawing.layout.trials import Trials


def begin_apart(order: Order, sizes: Mapping[str, Size], shape: Shape) -> list[tuple[Order, Shape]]:
    """The form in which every line travels alone, in its best orders, and its shape."""
    form = order.form
    alone = {
        line: line for net in form.nets if not net.beside for line, _ in net.ends if net.ends[1:]
    }
    loose = replace(shape, parted=alone)
    found = arrangements(build_form(form.hierarchy, sizes, form.spacing, loose))
    return [(one, loose) for one in found]


def join_buses(trials: Trials) -> None:
    """Try to join the parts of each bus again: all of them, else two that are neighbours."""
    for parts in _parts(trials.order.form, trials.shape).values():
        if _join(trials, [line for part in parts for line in part], -1):
            continue
        parts.sort(key=partial(_middle, trials))
        at = 0
        while at + 1 < len(parts):
            both = [*parts[at], *parts[at + 1]]
            if _join(trials, both, min(both)):
                parts[at : at + 2] = [both]
            else:
                at += 1


def _join(trials: Trials, lines: Sequence[int], part: int) -> bool:
    """Let lines travel together, if that is cheaper."""
    parted = {line: to for line, to in trials.shape.parted.items() if line not in lines}
    if part >= 0:
        parted.update(dict.fromkeys(lines, part))
    return trials.budget >= 0 and trials.try_shape(replace(trials.shape, parted=parted))


def _parts(form: Form, shape: Shape) -> dict[Hashable, list[list[int]]]:
    """The lines of each part of every bus that is parted."""
    found: dict[Hashable, list[list[int]]] = {}
    for net in form.nets:
        lines = [line for line, _ in net.ends]
        if lines[0] in shape.parted:
            meeting = find_meeting(form.hierarchy.diagram.lines[lines[0]], net.hub)
            found.setdefault((*meeting, net.down), []).append(lines)
    return found


def _middle(trials: Trials, part: Sequence[int]) -> float:
    """The place in the middle of the bodies that some lines connect."""
    lines, item_of = trials.hierarchy.diagram.lines, trials.order.form.item_of
    ends = [body for line in part for body in (lines[line].from_, lines[line].to)]
    return sum(trials.order.x[item_of[body]] for body in ends) / len(ends)


def part_buses(trials: Trials) -> None:
    """Try to part each bus that crosses others in two."""
    tried: set[frozenset[tuple[int, int]]] = set()

    def is_bus(net: Net) -> bool:
        return len(net.ends) > 1 and not net.beside

    while any(_part(trials, net, tried) for net in _crossing(trials.order, is_bus)):
        pass


def _part(trials: Trials, net: Net, tried: set[frozenset[tuple[int, int]]]) -> bool:
    """Part a bus between two of its ends, if that is cheaper."""
    place, item_of = trials.order.x, trials.order.form.item_of
    ends = sorted(net.ends, key=lambda end: (place[item_of[end[1]]], end[1]))
    for at in range(1, len(ends)):
        if ends[at - 1][1] == ends[at][1]:
            continue
        parted = dict(trials.shape.parted)
        for half in (ends[:at], ends[at:]):
            lines = [line for line, _ in half]
            parted.update(dict.fromkeys(lines, min(lines)))
        key = frozenset(parted.items())
        if key not in tried and trials.budget >= 0:
            tried.add(key)
            if trials.try_shape(replace(trials.shape, parted=parted)):
                return True
    return False


def lead_around(trials: Trials) -> None:
    """Try to lead each line that crosses others round the bodies at its ends."""
    tried = {trials.shape.around}

    def may_turn(net: Net) -> bool:
        return not net.is_account and len(net.ends) == 1

    while any(_lead(trials, net, tried) for net in _crossing(trials.order, may_turn)):
        pass


def _lead(trials: Trials, net: Net, tried: set[frozenset[tuple[int, str]]]) -> bool:
    """Lead a line round one of its ends or both, or no more, if that is cheaper."""
    [(line, end)] = net.ends
    turns = (line, net.hub), (line, end)
    for chosen in (turns[1:], turns[:1], turns):
        around = trials.shape.around.symmetric_difference(chosen)
        if around in tried:
            continue
        tried.add(around)
        shape = replace(trials.shape, around=around)
        for outside in (False, True):
            if trials.budget >= 0 and trials.try_shape(shape, outside=outside):
                return True
    return False


def _crossing(order: Order, wanted: Callable[[Net], bool]) -> list[Net]:
    """The nets that cross others, those that are wanted, the worst first."""
    order.settle_levels()
    channels, nets = order.channels, order.form.nets
    place_of = {tie: place for (place, _, _), tie in channels.tie_of.items()}
    found: dict[int, float] = {}
    for channel in range(-1, len(order.rows)):
        runs = channels.runs(channel, order.x)
        for one, two, cost in find_crossings(runs):
            for tie in (runs[one].number, runs[two].number):
                if tie >= 0 and wanted(nets[place_of[tie]]):
                    found[place_of[tie]] = found.get(place_of[tie], 0.0) + cost
    return [nets[place] for place in sorted(found, key=lambda place: (-found[place], place))]
