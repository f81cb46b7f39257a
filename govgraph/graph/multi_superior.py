"""Questions answered on the heads alone, the bodies with several superiors.

Lines here run from a head to the *top* of its superior's chain. Answers spread in rounds over all
lines at once, which is quick while the heads stand in few layers; what a fixed number of rounds
leaves open (deep lattices) goes to plain Python, body by body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph import plain
from govgraph.graph.dominators import list_neighbours
from govgraph.graph.number_columns import find_distinct, number_type

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Flags, Integers, Places, Rows

ROUNDS = 64
"""Layers of heads that are answered round by round."""


def spread_arrival(arrived: Flags, froms: Integers, chain_ends: Integers) -> None:
    """Let each head arrive, in place, whose line leads to a body that does."""
    lower, upper = froms.astype(np.intp), chain_ends.astype(np.intp)  # as NumPy looks up
    for _ in range(ROUNDS):
        hits = arrived.take(upper)
        if not hits.any():
            return
        arrived[lower.compress(hits)] = True
        still = ~arrived.take(lower)
        lower, upper = lower.compress(still), upper.compress(still)
    bodies, froms, chain_ends = renumber(lower, upper)
    apex = bytearray(arrived[bodies])
    arrived[bodies] = np.frombuffer(
        plain.arrivals(len(bodies), froms, chain_ends, apex), dtype=np.bool_
    )


def group_cycles(count: int, froms: Integers, chain_ends: Integers) -> tuple[Places, Integers]:
    """The lines within cycles of heads, and a number for the cycle of each.

    A line from a head to itself is a cycle here.
    """
    lines = _trim(count, froms, chain_ends)
    bodies, near_froms, near_tops = renumber(froms.take(lines), chain_ends.take(lines))
    group = np.arange(len(bodies), dtype=near_froms.dtype)
    for cycle in plain.cycles(len(bodies), near_froms, near_tops):
        group[cycle] = cycle[0]
    own = group.take(near_froms)
    inside = own == group.take(near_tops)
    return lines.compress(inside), own.compress(inside)


def _trim(count: int, froms: Integers, chain_ends: Integers) -> Places:
    """The lines without those at whose ends no cycle can be: nothing above, or nothing below."""
    lines = np.arange(len(froms))
    lower, upper = froms.astype(np.intp), chain_ends.astype(np.intp)  # as NumPy looks up
    above = np.zeros(count, dtype=np.bool_)
    below = np.zeros(count, dtype=np.bool_)
    for _ in range(ROUNDS):
        above[lower] = below[upper] = True
        kept = above.take(upper) & below.take(lower)
        above[lower] = below[upper] = False
        if kept.all():
            break
        lines, lower, upper = lines.compress(kept), lower.compress(kept), upper.compress(kept)
    return lines


def measure(longest: Integers, froms: Integers, chain_ends: Integers, steps: Integers) -> None:
    """Write, in place, the longest way up from every head; there must be no cycles.

    Args:
        longest: 0 for every body.
        froms: the head at the lower end of each line.
        chain_ends: the body that each line leads to.
        steps: number of steps that it stands for.
    """
    lower, upper = froms.astype(np.intp), chain_ends.astype(np.intp)  # as NumPy looks up
    waiting = np.zeros(len(longest), dtype=np.bool_)
    for _ in range(ROUNDS):
        if not len(lower):
            return
        waiting[lower] = True
        later = waiting.take(upper)
        waiting[lower] = False
        ready = ~later
        ways = longest.take(upper.compress(ready)) + steps.compress(ready)
        np.maximum.at(longest, lower.compress(ready), ways)
        lower, upper, steps = lower.compress(later), upper.compress(later), steps.compress(later)
    _measure_one_by_one(longest, lower, upper, steps)


def _measure_one_by_one(longest: Integers, lower: Rows, upper: Rows, steps: Integers) -> None:
    bodies, froms, chain_ends = renumber(lower, upper)
    ways = longest[bodies].tolist()
    lines: list[list[tuple[int, int]]] = [[] for _ in ways]
    for start, top, step in zip(froms.tolist(), chain_ends.tolist(), steps.tolist(), strict=True):
        lines[start].append((top, step))
    for (body,) in plain.find_places(list_neighbours(len(ways), froms, chain_ends)):
        ways[body] = max([ways[body], *(ways[top] + step for top, step in lines[body])])
    longest[bodies] = ways


def renumber(froms: Rows, chain_ends: Rows) -> tuple[Integers, Integers, Integers]:
    """The bodies at these lines in ascending order, and the lines between their places."""
    bodies = find_distinct(np.concatenate([froms, chain_ends]))
    places = number_type(len(bodies))
    return (
        bodies,
        np.searchsorted(bodies, froms).astype(places),
        np.searchsorted(bodies, chain_ends).astype(places),
    )
