"""The nearest of several ends above each body, by steps: chains drawn together, heads in rounds."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.contracted_chains import end_also
from govgraph.graph.multi_superior import ROUNDS, renumber

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.contracted_chains import ContractedChains
    from govgraph.graph.line_columns import Flags, Integers, Rows

    Costs = NDArray[np.int64]

NONE = -1
"""In a column of bodies: no end is above this one."""
FAR = np.int64(1) << 62
STEP = np.int64(1) << 8
"""What a step costs beside a rank, so that ranks decide between ends as near as one another."""


def find_nearest(chains: ContractedChains, ends: Flags, ranks: Rows) -> Integers:
    """For each body the nearest end above it, itself if it is one; NONE where none is.

    Args:
        chains: the lines, contracted.
        ends: the bodies at which every chain ends.
        ranks: of each of these, below `STEP`; of several as near the one of the lowest is taken.
    """
    climb = end_also(chains, ends)
    cost = np.full(len(ends), FAR)
    cost[ends] = ranks[ends]
    open_ = np.flatnonzero(~ends.take(chains.froms))
    froms, tos = chains.froms.take(open_), chains.tos.take(open_)
    chain_ends = climb.chain_ends.take(tos)
    onward = np.arange(len(ends), dtype=chains.lines.superior.dtype)
    if len(froms):
        steps = (climb.steps.take(tos).astype(np.int64) + 1) * STEP
        _spread_costs(cost, froms, chain_ends, steps)
        best = np.flatnonzero(
            (cost.take(chain_ends) + steps == cost.take(froms)) & (cost[froms] < FAR)
        )
        onward[froms[best][::-1]] = chain_ends[best][::-1]  # of several, the one written first
    found = _follow(onward).take(climb.chain_ends)
    return np.where(cost.take(climb.chain_ends) < FAR, found, found.dtype.type(NONE))


def _spread_costs(cost: Costs, froms: Integers, chain_ends: Integers, steps: Costs) -> None:
    """Write, in place, what the cheapest way up from every head costs."""
    lower, upper = froms.astype(np.intp), chain_ends.astype(np.intp)  # as NumPy looks up
    for _ in range(ROUNDS):
        ways = cost.take(upper) + steps
        cheaper = ways < cost.take(lower)
        if not cheaper.any():
            return
        np.minimum.at(cost, lower.compress(cheaper), ways.compress(cheaper))
    _spread_one_by_one(cost, lower, upper, steps)


def _spread_one_by_one(cost: Costs, lower: Rows, upper: Rows, steps: Costs) -> None:
    bodies, froms, chain_ends = renumber(lower, upper)
    costs = cost[bodies].tolist()
    below: list[list[tuple[int, int]]] = [[] for _ in costs]
    for body, top, step in zip(froms.tolist(), chain_ends.tolist(), steps.tolist(), strict=True):
        below[top].append((body, step))
    waiting = [(known, place) for place, known in enumerate(costs) if known < FAR]
    heapify(waiting)
    while waiting:
        known, at = heappop(waiting)
        for body, step in below[at] if known == costs[at] else ():
            if known + step < costs[body]:
                costs[body] = known + step
                heappush(waiting, (costs[body], body))
    cost[bodies] = costs


def _follow(onward: Integers) -> Integers:
    """Where pointers that lead to ends arrive."""
    while True:
        further = onward.take(onward)
        if np.array_equal(further, onward):
            return onward
        onward = further
