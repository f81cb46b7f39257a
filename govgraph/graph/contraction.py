"""The primitives in NumPy: contract, then look at what is left.

Most bodies have one superior. Their chains are drawn together (`contracted_chains`), what remains
to be worked out is the small graph of the bodies that have several (`multi_superior`), and one
gather brings the answer back to every body. A million bodies take a fraction of a second. The
questions are described in `govgraph.graph.engine`.

Columns of lines that are NumPy's, as wide as `widths` says, and read-only
(`column.flags.writeable = False`) are contracted once for all questions asked of them in a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.blocks import look_up
from govgraph.graph.contracted_chains import contract_once, end_also
from govgraph.graph.failure import count_dependants
from govgraph.graph.line_columns import as_flags, as_integers, count_subordinates, count_superiors
from govgraph.graph.multi_superior import measure, spread_arrival

if TYPE_CHECKING:
    from govgraph.graph.contracted_chains import ContractedChains
    from govgraph.graph.engine import ByteColumn, IntegerColumn
    from govgraph.graph.line_columns import Flags, Integers


def arrivals(count: int, froms: IntegerColumn, tos: IntegerColumn, apex: ByteColumn) -> Flags:
    """1 for every body whose chain upward reaches an apex, an apex among them."""
    return find_arrivals(_contract(count, froms, tos), as_flags(apex))


def _contract(count: int, froms: IntegerColumn, tos: IntegerColumn) -> ContractedChains:
    return contract_once(count, as_integers(froms, count), as_integers(tos, count))


def find_arrivals(chains: ContractedChains, apex: Flags) -> Flags:
    """The same of lines that are contracted already."""
    arrived = apex.copy()
    chain_ends = end_also(chains, arrived).chain_ends  # an apex may stand halfway up a chain
    spread_arrival(arrived, chains.froms, chain_ends.take(chains.tos))
    return look_up(arrived, chain_ends)


def cycles(count: int, froms: IntegerColumn, tos: IntegerColumn) -> list[list[int]]:
    """Groups of two or more bodies that answer to one another, sorted within and without."""
    return _contract(count, froms, tos).cycles


def depths(count: int, froms: IntegerColumn, tos: IntegerColumn) -> Integers:
    """Steps of the longest chain upward from each body, a whole cycle counting as one place."""
    chains = _contract(count, froms, tos)
    place = np.arange(count, dtype=chains.lines.superior.dtype)  # of a whole cycle: its first body
    inside = np.zeros(count, dtype=np.bool_)
    for cycle in chains.cycles:
        place[cycle] = cycle[0]
        inside[cycle] = True
    climb = end_also(chains, inside)
    chain_ends, steps = climb.chain_ends, climb.steps
    in_cycle = np.flatnonzero(inside)
    now_ends = in_cycle[~chains.ends[in_cycle]].astype(place.dtype)
    lower = place[np.concatenate([chains.froms, now_ends])]
    above = np.concatenate([chains.tos, chains.lines.superior[now_ends]])
    upper = place[chain_ends[above]]
    apart = lower != upper
    longest = np.zeros(count, dtype=place.dtype)
    measure(longest, lower[apart], upper[apart], steps[above][apart] + 1)
    longest[in_cycle] = longest[place[in_cycle]]
    found = look_up(longest, chain_ends)
    found += steps
    return found


def dependants(count: int, froms: IntegerColumn, tos: IntegerColumn, apex: ByteColumn) -> Integers:
    """How many other bodies reach an apex now and would not without this one."""
    arrived = arrivals(count, froms, tos, apex)
    flags, starts, ends = as_flags(apex), as_integers(froms, count), as_integers(tos, count)
    # No other line helps anybody to arrive.
    counting = look_up(arrived, ends) & ~look_up(flags, starts)
    return count_dependants(arrived, starts[counting], ends[counting], flags)


def superior_counts(count: int, froms: IntegerColumn, tos: IntegerColumn) -> Integers:
    """Number of distinct superiors of each body, other than itself."""
    return count_superiors(_contract(count, froms, tos).lines)


def subordinate_counts(count: int, froms: IntegerColumn, tos: IntegerColumn) -> Integers:
    """Number of distinct direct subordinates of each body, other than itself."""
    return count_subordinates(_contract(count, froms, tos).lines)
