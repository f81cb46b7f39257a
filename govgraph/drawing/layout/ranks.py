"""How far below the top each body stands, with rings opened."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


def levels_down(
    bodies: Sequence[str], upward: Iterable[tuple[str, str]], apexes: Collection[str]
) -> dict[str, int]:
    """The level of each body: 0 at the top, always more than that of what it answers to.

    A body that nobody stands above sinks to just above its highest subordinate, so that its lines
    are short. In a ring, the line that closes it (as met from the top down) decides nothing.

    Args:
        bodies: The bodies, in order.
        upward: Pairs of (lower, upper).
        apexes: Bodies where account ends; rings are entered here first.
    """
    below: dict[str, list[str]] = {body: [] for body in bodies}
    for lower, upper in upward:
        below[upper].append(lower)
    kept = _opened(bodies, below, apexes)
    order, level = _longest(bodies, kept)
    answered = {lower for found in kept.values() for lower in found}
    for body in reversed(order):
        if body not in answered and kept[body]:
            level[body] = min(level[lower] for lower in kept[body]) - 1
    lowest = min(level.values(), default=0)
    return {body: level[body] - lowest for body in bodies}


def _opened(
    bodies: Sequence[str], below: Mapping[str, Sequence[str]], apexes: Collection[str]
) -> dict[str, list[str]]:
    """The same pairs without those that close a ring, found by walking down from the top."""
    answers = {lower for found in below.values() for lower in found}
    starts = sorted(bodies, key=lambda body: (body not in apexes, body in answers))
    kept: dict[str, list[str]] = {body: [] for body in bodies}
    open_now: set[str] = set()
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        open_now.add(start)
        path = [(start, iter(below[start]))]
        while path:
            body, rest = path[-1]
            lower = next(rest, None)
            if lower is None:
                open_now.discard(body)
                path.pop()
            elif lower not in open_now:
                kept[body].append(lower)
                if lower not in seen:
                    seen.add(lower)
                    open_now.add(lower)
                    path.append((lower, iter(below[lower])))
    return kept


def _longest(
    bodies: Sequence[str], below: Mapping[str, Sequence[str]]
) -> tuple[list[str], dict[str, int]]:
    """The bodies from the top down, and the longest way down to each."""
    waits = dict.fromkeys(bodies, 0)
    for found in below.values():
        for lower in found:
            waits[lower] += 1
    level = dict.fromkeys(bodies, 0)
    queue = deque(body for body in bodies if not waits[body])
    order: list[str] = []
    while queue:
        body = queue.popleft()
        order.append(body)
        for lower in below[body]:
            level[lower] = max(level[lower], level[body] + 1)
            waits[lower] -= 1
            if not waits[lower]:
                queue.append(lower)
    return order, level
