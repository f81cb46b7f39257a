"""Which row every body stands in: tiers first, then who answers to whom."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.layout.ranks import levels_down

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govgraph.drawing.diagram import Diagram, DiagramBody, LineStyle

UPWARD: frozenset[LineStyle] = frozenset({"accountable", "reports", "part"})
"""The lines that put one body below another; every other line leaves the rows alone."""

TIERED_SHARE = 0.5
"""Tiers fix the rows when more than this share of the bodies stand on one."""

_FAN = 2  # so many weakly linked bodies may stand beside their one partner; more stand below it
_BESIDE = 2  # so many subordinates stand beside a superior on their own tier
_STEP = 2  # tiers take the even slots; what stands between two tiers takes the odd one


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows from the top, each with the tier that it belongs to.

    Attributes:
        bodies: The bodies of each row, in the order of the diagram.
        tiers: The tier of each row, or None.
    """

    bodies: tuple[tuple[str, ...], ...]
    tiers: tuple[str | None, ...]

    def row_of(self) -> dict[str, int]:
        """The row of every body."""
        return {body: row for row, bodies in enumerate(self.bodies) for body in bodies}


def find_rows(diagram: Diagram) -> Rows:
    """The rows of a diagram: superiors above, tiers kept apart, cycles broken.

    Only accountability and `part of` lines decide heights. A body that has no such line stands
    beside (or, when there are many of them, below) the body it is linked with.
    """
    ids = [body.id for body in diagram.bodies]
    upward = _pairs(diagram, UPWARD)
    slots = _slots(diagram.bodies, diagram.tiers, upward, _pairs(diagram, None))
    within = [(a, b) for a, b in upward if slots[a] == slots[b]]
    if len(set(slots.values())) > 1:
        within = _without_neighbours(within, slots)
    level = levels_down(ids, within, _apexes(diagram))
    _settle_linked(diagram, slots, level)
    keys = sorted({(slots[body], level[body]) for body in ids})
    place = {key: row for row, key in enumerate(keys)}
    rows: list[list[str]] = [[] for _ in keys]
    for body in ids:
        rows[place[slots[body], level[body]]].append(body)
    return Rows(
        bodies=tuple(map(tuple, rows)),
        tiers=tuple(_tier_name(slot, diagram.tiers) for slot, _ in keys),
    )


def _pairs(diagram: Diagram, styles: frozenset[LineStyle] | None) -> list[tuple[str, str]]:
    """The lines of some styles as (lower, upper), each pair once, without self lines."""
    known = {body.id for body in diagram.bodies}
    found = {
        (line.from_, line.to): None
        for line in diagram.lines
        if (styles is None or line.style in styles)
        and line.from_ != line.to
        and {line.from_, line.to} <= known
    }
    return list(found)


def _apexes(diagram: Diagram) -> frozenset[str]:
    return frozenset(body.id for body in diagram.bodies if body.apex)


def _tier_name(slot: int, tiers: tuple[str, ...]) -> str | None:
    index, between = divmod(slot, _STEP)
    return None if between or not 0 <= index < len(tiers) else tiers[index]


def _without_neighbours(
    within: list[tuple[str, str]], slots: Mapping[str, int]
) -> list[tuple[str, str]]:
    """The pairs of each tier that need rows of their own.

    One or two bodies that answer to a neighbour on their own tier, and to whom nobody on it
    answers, stand beside that neighbour: the arrow runs sideways and the sheet stays low.
    """
    below = _gathered((b, a) for a, b in within)
    crowded = {
        slots[upper]
        for upper, lower in below.items()
        if len(lower) > _BESIDE or any(body in below for body in lower)
    }
    return [(a, b) for a, b in within if slots[a] in crowded]


def _slots(
    bodies: tuple[DiagramBody, ...],
    tiers: tuple[str, ...],
    upward: list[tuple[str, str]],
    linked: list[tuple[str, str]],
) -> dict[str, int]:
    """The slot of every body: its tier's, or one between tiers; all 0 when tiers are rare."""
    index = {tier: place * _STEP for place, tier in enumerate(tiers)}
    slots = {body.id: index[body.tier] for body in bodies if body.tier in index}
    if len(slots) <= TIERED_SHARE * len(bodies):
        return {body.id: 0 for body in bodies}
    waiting = [body.id for body in bodies if body.id not in slots]
    below = _gathered((b, a) for a, b in upward)
    above = _gathered(upward)
    beside = _gathered((*linked, *((b, a) for a, b in linked)))
    while waiting:
        left: list[str] = []
        for body in waiting:
            slot = _slot_between(body, slots, below, above, beside)
            if slot is None:
                left.append(body)
            else:
                slots[body] = slot
        if len(left) == len(waiting):
            slots.update(dict.fromkeys(left, len(tiers) * _STEP + 1))
            break
        waiting = left
    return slots


def _slot_between(
    body: str,
    slots: Mapping[str, int],
    below: Mapping[str, list[str]],
    above: Mapping[str, list[str]],
    beside: Mapping[str, list[str]],
) -> int | None:
    """The odd slot for a body without a tier, or None while nothing it is linked with has one."""
    upper = [slots[other] for other in above.get(body, ()) if other in slots]
    if upper:
        return max(upper) | 1
    lower = [slots[other] for other in below.get(body, ()) if other in slots]
    if lower:
        return (min(lower) - 1) | 1
    near = [slots[other] for other in beside.get(body, ()) if other in slots]
    return min(near) | 1 if near else None


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For each first, its seconds."""
    found: dict[str, list[str]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return found


def _settle_linked(diagram: Diagram, slots: Mapping[str, int], level: dict[str, int]) -> None:
    """Put bodies without a place of their own beside or below the body they are linked with."""
    linked = _gathered(
        pair for a, b in _pairs(diagram, None) if slots[a] == slots[b] for pair in ((a, b), (b, a))
    )
    placed = {
        body
        for pair in _pairs(diagram, UPWARD)
        if slots[pair[0]] == slots[pair[1]]
        for body in pair
    }
    if not placed:
        placed = {max(linked, key=lambda body: len(linked[body]))} if linked else set()
    queue = deque(body.id for body in diagram.bodies if body.id in placed)
    while queue:
        near = queue.popleft()
        loose = [other for other in linked.get(near, ()) if other not in placed]
        for other in loose:
            level[other] = level[near] + (len(loose) > _FAN)
            placed.add(other)
            queue.append(other)
    if len(set(slots.values())) > 1:
        return
    lowest = max((level[body] for body in placed), default=-1)
    lowest_of: dict[str, int] = {}
    for body in diagram.bodies:
        if body.area and body.id in placed:
            lowest_of[body.area] = max(lowest_of.get(body.area, 0), level[body.id])
    for body in diagram.bodies:
        if body.id not in placed:
            level[body.id] = lowest_of.get(body.area or "", lowest + 1)
