"""Which tier every body stands on, also those that name none: even slots are tiers, odd between."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.diagram import DiagramBody

    Links = Mapping[str, Sequence[str]]

TIERED_SHARE = 0.5
"""Tiers fix the rows when more than this share of the bodies stand on one."""

_STEP = 2  # tiers take the even slots; what stands between two tiers takes the odd one


def find_slots(
    bodies: Sequence[DiagramBody],
    tiers: Sequence[str],
    above: Links,
    below: Links,
    linked: Links,
) -> dict[str, int]:
    """The slot of every body: its tier's, or one between tiers; all 0 when tiers are rare.

    Bodies that nothing ties to a tier stand where others stand between tiers, or else below all.
    """
    index = {tier: place * _STEP for place, tier in enumerate(tiers)}
    slots = {body.id: index[body.tier] for body in bodies if body.tier in index}
    if len(slots) <= TIERED_SHARE * len(bodies):
        return {body.id: 0 for body in bodies}
    waiting = [body.id for body in bodies if body.id not in slots]
    while waiting:
        found = {
            body: slot
            for body in waiting
            if (slot := _slot_between(body, slots, above, below, linked)) is not None
        }
        if not found:
            between = [slot for slot in slots.values() if slot % _STEP]
            found = dict.fromkeys(waiting, max(between, default=len(tiers) * _STEP + 1))
        slots.update(found)
        waiting = [body for body in waiting if body not in found]
    return slots


def tier_of(slot: int, tiers: Sequence[str]) -> str | None:
    """The tier that a slot stands for, or None between tiers."""
    index, between = divmod(slot, _STEP)
    return None if between or not 0 <= index < len(tiers) else tiers[index]


def _slot_between(
    body: str, slots: Mapping[str, int], above: Links, below: Links, linked: Links
) -> int | None:
    """The odd slot for a body without a tier, or None while nothing it is linked with has one."""
    upper = [slots[other] for other in above[body] if other in slots]
    if upper:
        return max(upper) | 1
    lower = [slots[other] for other in below[body] if other in slots]
    if lower:
        return (min(lower) - 1) | 1
    near = [slots[other] for other in linked[body] if other in slots]
    return min(near) | 1 if near else None
