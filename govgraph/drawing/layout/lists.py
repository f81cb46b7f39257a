"""Bodies as a list in which subordinates hang below their superior, a step to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Listed = tuple[tuple[str, int], ...]
"""Bodies from the top, each with how many steps it stands to the right."""


def list_bodies(
    bodies: Sequence[str], superior: Mapping[str, str], slot: Mapping[str, int]
) -> Listed:
    """The bodies as a list: higher tiers first, in each the superiors before their subordinates.

    Where the subordinates of several superiors stand on a lower tier, those of the last superior
    come first, so that the line of each superior passes left of what stands between.
    """
    inside = frozenset(bodies)
    lower: dict[str, list[str]] = {}
    roots: dict[int, list[str]] = {}
    for body in bodies:
        above = superior.get(body)
        if above in inside and slot[str(above)] == slot[body]:
            lower.setdefault(str(above), []).append(body)
        else:
            roots.setdefault(slot[body], []).append(body)
    heads = {superior[body] for body in bodies if superior.get(body) in inside}
    place: dict[str, int] = {}
    for number in sorted(roots):
        found = roots[number]
        rank = {body: _rank(body, superior, place, heads) for body in found}
        for root in sorted(found, key=rank.__getitem__):
            _list_below(root, lower, place)
    return _with_depths(list(place), superior)


def _rank(
    body: str, superior: Mapping[str, str], place: Mapping[str, int], heads: set[str]
) -> tuple[int, int]:
    """Where a body comes among those of its tier: hanging, then heads, then the others."""
    above = superior.get(body)
    if above in place:
        return 0, -place[str(above)]
    return 1 + (body not in heads), 0


def _list_below(root: str, lower: Mapping[str, Sequence[str]], place: dict[str, int]) -> None:
    """Add a body and everything that hangs below it to the list."""
    waiting = [root]
    while waiting:
        body = waiting.pop()
        place[body] = len(place)
        waiting += reversed(lower.get(body, ()))


def _with_depths(order: Sequence[str], superior: Mapping[str, str]) -> Listed:
    """How far right each body stands: everything down to its last subordinate clears its line."""
    place = {body: at for at, body in enumerate(order)}
    last = dict.fromkeys(order, -1)
    for at, body in enumerate(order):
        above = superior.get(body)
        if above in place:
            last[str(above)] = at
    depth = [0] * len(order)
    for at, body in enumerate(order):
        for below in range(at + 1, last[body] + 1):
            depth[below] = max(depth[below], depth[at] + 1)
    return tuple(zip(order, depth, strict=True))
