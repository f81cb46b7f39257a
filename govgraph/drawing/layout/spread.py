"""Where every item stands across its row: apart from its neighbours, superiors in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.layout.apart import find_limits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.apart import Limits
    from govgraph.drawing.layout.frame import Frame

_ROUNDS = 40
_STRIDE = 0.6  # of the wish granted in each round; all of it would swing to and fro
_FINAL_ROUNDS = 3
_FLAT_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of each item across its row, and the areas that could not be kept whole."""

    middle: tuple[float, ...]
    dropped: tuple[str, ...]


def spread_rows(frame: Frame, rows: Sequence[Sequence[int]], widest: float = 0.0) -> Spread:
    """Places for the items of ordered rows: neighbours apart, linked items above one another.

    Args:
        frame: The items.
        rows: They in order.
        widest: How wide the whole may be, in points, if it can be less wide than that.
    """
    areas = list(frame.areas)
    while True:
        limits, stuck = find_limits(frame, rows, areas, widest)
        if not stuck:
            break
        areas = [area for area in areas if not area[1] & stuck]
    middle = list(limits.least)
    pulls = _pulls(frame)
    followers = _followers(frame, rows)
    for _ in range(_ROUNDS):
        wishes = _wishes(frame, middle, pulls)
        for item, leader, far in followers:
            off = middle[leader] - middle[item]
            closer = max(0.0, abs(off) - far) if far else 0.0
            wishes[item] = wishes[leader] + (closer if off > 0 else -closer) * _STRIDE
        _move(middle, wishes, limits)
    for _ in range(_FINAL_ROUNDS):
        _centre_superiors(frame, rows, middle, limits)
    led = {item for link in frame.links for item in (link.upper, link.lower)}
    led.update(item for item, _, _ in followers)
    _centre_loose_rows(rows, frozenset(range(len(middle))) - led, middle, limits)
    kept = {name for name, _ in areas}
    return Spread(tuple(middle), tuple(name for name, _ in frame.areas if name not in kept))


def _pulls(frame: Frame) -> list[tuple[int, tuple[int, ...], int]]:
    """Groups that pull one another: an upper item, the lower ones of one weight, the weight."""
    found: dict[tuple[int, int], list[int]] = {}
    for link in frame.links:
        found.setdefault((link.upper, link.weight), []).append(link.lower)
    return [(upper, tuple(lower), weight) for (upper, weight), lower in found.items()]


def _followers(frame: Frame, rows: Sequence[Sequence[int]]) -> list[tuple[int, int, float]]:
    """Items that nothing above or below pulls, each with whom it follows and at what distance.

    They go where the body goes that a line in their own row connects them with, or their neighbour.
    """
    led = {item for link in frame.links for item in (link.upper, link.lower)}
    found: list[tuple[int, int, float]] = []
    near: dict[int, list[int]] = {}
    for a, b in frame.flats:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    queue = [item for row in rows for item in row if item in led]
    for leader in queue:
        for item in near.get(leader, ()):
            if item not in led:
                led.add(item)
                queue.append(item)
                half = (frame.widths[item] + frame.widths[leader]) / 2
                found.append((item, leader, half + frame.spacing.flat_gap))
    for row in rows:
        for pairs in (pairwise(row), pairwise(row[::-1])):
            for leader, item in pairs:
                if leader in led and item not in led:
                    led.add(item)
                    half = (frame.widths[item] + frame.widths[leader]) / 2
                    found.append((item, leader, half + frame.spacing.body_gap))
    return found


def _wishes(
    frame: Frame, middle: Sequence[float], pulls: Sequence[tuple[int, tuple[int, ...], int]]
) -> list[float]:
    """How far each item wants to move, as the mean of all that pulls at it."""
    total = [0.0] * len(middle)
    weights = [0.0] * len(middle)
    for upper, lower, weight in pulls:
        places = [middle[item] for item in lower]
        off = (min(places) + max(places)) / 2 - middle[upper]
        total[upper] += off * weight
        weights[upper] += weight
        for item in lower:
            total[item] -= off * weight
            weights[item] += weight
    for a, b in frame.flats:
        if weights[a] and weights[b]:
            off = middle[b] - middle[a]
            far = (frame.widths[a] + frame.widths[b]) / 2 + frame.spacing.flat_gap
            closer = (off - far if off > 0 else off + far) if abs(off) > far else 0.0
            total[a] += closer * _FLAT_WEIGHT
            total[b] -= closer * _FLAT_WEIGHT
            weights[a] += _FLAT_WEIGHT
            weights[b] += _FLAT_WEIGHT
    return [_STRIDE * t / w if w else 0.0 for t, w in zip(total, weights, strict=True)]


def _move(middle: list[float], wishes: Sequence[float], limits: Limits) -> None:
    """Grant the wishes as far as the neighbours allow, those who lead the way first."""
    for item in reversed(limits.order):
        if wishes[item] > 0:
            wall = min([limits.most[item], *(middle[b] - far for b, far in limits.right[item])])
            middle[item] = max(middle[item], min(middle[item] + wishes[item], wall))
    for item in limits.order:
        if wishes[item] < 0:
            wall = max([limits.least[item], *(middle[a] + far for a, far in limits.left[item])])
            middle[item] = min(middle[item], max(middle[item] + wishes[item], wall))


def _centre_superiors(
    frame: Frame, rows: Sequence[Sequence[int]], middle: list[float], limits: Limits
) -> None:
    """Put each superior exactly in the middle of its subordinates where there is room."""
    lower: dict[int, list[int]] = {}
    heaviest: dict[int, int] = {}
    for link in frame.links:
        if link.weight > heaviest.get(link.upper, 0):
            heaviest[link.upper] = link.weight
            lower[link.upper] = []
        if link.weight == heaviest[link.upper]:
            lower[link.upper].append(link.lower)
    for row in reversed(rows):
        for item in row:
            if item in lower:
                places = [middle[other] for other in lower[item]]
                _push(item, (min(places) + max(places)) / 2, heaviest, middle, limits)


def _push(
    item: int,
    goal: float,
    weight: Mapping[int, int],
    middle: list[float],
    limits: Limits,
) -> None:
    """Move an item to its goal, and whoever is in the way and lighter; others stop it."""
    goal = min(max(goal, limits.least[item]), limits.most[item])
    rightward = goal > middle[item]
    ahead = limits.right if rightward else limits.left
    sign = 1 if rightward else -1
    moved = {item: goal}
    queue = [item]
    for mover in queue:
        for other, far in ahead[mover]:
            least = moved[mover] + sign * far
            if sign * (moved.get(other, middle[other]) - least) < 0:
                outside = not limits.least[other] <= least <= limits.most[other]
                heavy = weight.get(other, 0) >= weight.get(item, 0)
                if heavy or outside or len(queue) > len(middle):
                    return _move_clamped(item, goal, middle, ahead, sign)
                moved[other] = least
                queue.append(other)
    for other, place in moved.items():
        middle[other] = place
    return None


def _move_clamped(
    item: int,
    goal: float,
    middle: list[float],
    ahead: Sequence[Sequence[tuple[int, float]]],
    sign: int,
) -> None:
    """Move an item towards its goal until a neighbour stops it."""
    for other, far in ahead[item]:
        goal = sign * min(sign * goal, sign * middle[other] - far)
    middle[item] = sign * max(sign * goal, sign * middle[item])


def _centre_loose_rows(
    rows: Sequence[Sequence[int]], loose: frozenset[int], middle: list[float], limits: Limits
) -> None:
    """Put rows that no line holds in the middle of the drawing."""
    held = [middle[item] for item in range(len(middle)) if item not in loose]
    if not held:
        return
    centre = (min(held) + max(held)) / 2
    wishes = [0.0] * len(middle)
    for row in rows:
        if row and all(item in loose for item in row):
            places = [middle[item] for item in row]
            for item in row:
                wishes[item] = centre - (min(places) + max(places)) / 2
    _move(middle, wishes, limits)
