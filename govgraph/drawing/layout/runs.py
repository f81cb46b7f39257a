"""The level runs of a channel, and what it costs that they cross: exact for drawn buses."""

from __future__ import annotations

from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Places = Sequence[float]
    """The middle of each item."""

_LENGTH = 0.0006  # what a point of level run costs
_TURN = 0.15  # what a run costs that a straight stem would not need


class Run(NamedTuple):
    """A tie with places: the stems to the row above and to the row below, sorted, and its reach."""

    number: int
    uppers: Places
    lowers: Places
    low: float
    high: float
    weight: float


_LOW = itemgetter(3)


def alone(run: Run) -> float:
    """What a run costs by itself."""
    reach = run.high - run.low
    return reach * run.weight * _LENGTH + _TURN if reach > 1 else 0.0


def together(one: Run, two: Run) -> float:
    """What it costs that two runs cross."""
    _, one_up, one_down, one_low, one_high, weight = one
    _, two_up, two_down, two_low, two_high, other = two
    above = below = 0
    for stem in one_down:
        above += two_low < stem < two_high
    for stem in two_up:
        above += one_low < stem < one_high
    if not above:
        return 0.0
    for stem in two_down:
        below += one_low < stem < one_high
    for stem in one_up:
        below += two_low < stem < two_high
    return min(above, below) * (weight + other) / 2


def crossings(one: Run, two: Run) -> tuple[int, int]:
    """How often two runs cross with the first above the second, and the other way round."""
    _, one_up, one_down, one_low, one_high, _ = one
    _, two_up, two_down, two_low, two_high, _ = two
    above = below = 0
    for stem in one_down:
        above += two_low < stem < two_high
    for stem in two_up:
        above += one_low < stem < one_high
    for stem in two_down:
        below += one_low < stem < one_high
    for stem in one_up:
        below += two_low < stem < two_high
    return above, below


def price(runs: Iterable[Run]) -> float:
    """What the runs of a channel cost: crossings first, then turns and length."""
    ordered = sorted(runs, key=_LOW)
    total = 0.0
    for at, one in enumerate(ordered, 1):
        total += alone(one)
        high = one.high
        for two in islice(ordered, at, None):
            if two.low >= high:
                break
            total += together(one, two)
    return total


def find_crossings(runs: Sequence[Run]) -> Iterator[tuple[int, int, float]]:
    """Each two runs of a channel that cross, by their places, and what that costs."""
    ordered = sorted(enumerate(runs), key=lambda one: one[1].low)
    for at, (place, one) in enumerate(ordered, 1):
        for other, two in islice(ordered, at, None):
            if two.low >= one.high:
                break
            cost = together(one, two)
            if cost:
                yield place, other, cost


def change(before: Sequence[Run], moved: Mapping[int, Run]) -> float:
    """By how much the runs of a channel cost more with some of them, by place, as they are now."""
    total = 0.0
    others = [run for place, run in enumerate(before) if place not in moved]
    passed: list[tuple[Run, Run]] = []
    for at, new in moved.items():
        old = before[at]
        total += alone(new) - alone(old)
        new_low, new_high, old_low, old_high = new.low, new.high, old.low, old.high
        for run in others:
            low, high = run.low, run.high
            if low < new_high and new_low < high:
                total += together(new, run)
            if low < old_high and old_low < high:
                total -= together(old, run)
        for other_old, other_new in passed:
            if other_new.low < new_high and new_low < other_new.high:
                total += together(new, other_new)
            if other_old.low < old_high and old_low < other_old.high:
                total -= together(old, other_old)
        passed.append((old, new))
    return total
