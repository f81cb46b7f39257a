"""GG109 on a register: lines that go past a body to which the other two also have a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.rules.skipped_tier import REMEDY, SAYS
from govgraph.graph.number_columns import find_firsts
from govgraph.graph.pairs import are_among, pair_up
from govgraph.graph.upward import find_upward
from govgraph.registers.graph.body_lists import side_by_side
from govgraph.registers.graph.row_sentences import Named
from govgraph.registers.rules.firmest_relations import find_firmest
from govgraph.registers.rules.register_findings import RegisterGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.checks.check import Check
    from govgraph.graph.line_columns import Flags, Integers, Lines
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.rules.facts import RegisterFacts

FEW = 4
"""Superiors of one body that are looked at one after another; more are looked up by key."""


def find_skipped_tiers(check: Check, facts: RegisterFacts) -> Iterator[RegisterGroup]:
    """One finding for each line past a body, whatever number of bodies it goes past."""
    graph = facts.graph
    lines = graph.lines
    at, chain_ends = _two_steps(lines)
    kept = _answer_to(lines, at, chain_ends)
    bodies, middles, chain_ends = lines.froms[at[kept]], lines.tos[at[kept]], chain_ends[kept]
    apart = (chain_ends != bodies) & ~_same_cycle(graph, bodies, middles)
    apart &= ~_same_cycle(graph, bodies, chain_ends) & ~_same_cycle(graph, middles, chain_ends)
    apart &= ~(_by_design(facts, bodies, middles) & _by_design(facts, bodies, chain_ends))
    bodies, middles, chain_ends = bodies[apart], middles[apart], chain_ends[apart]
    first = find_firsts(pair_up(bodies, chain_ends))
    bodies, middles, chain_ends = bodies[first], middles[first], chain_ends[first]
    relations, _ = find_firmest(graph, pair_up(bodies, chain_ends))
    yield RegisterGroup(
        check,
        check.severity,
        SAYS,
        REMEDY,
        bodies,
        relations,
        fills=(Named(bodies), Named(chain_ends), Named(middles)),
        chain=lambda some: side_by_side(bodies[some], middles[some], chain_ends[some]),
        ends={"middle": middles, "top": chain_ends},
    )


def _by_design(facts: RegisterFacts, bodies: Integers, superiors: Integers) -> Flags:
    """Whether each body is the joint committee of its superior, and no more."""
    return are_among(pair_up(bodies, superiors), facts.joint)


def _two_steps(lines: Lines) -> tuple[Integers, Integers]:
    """Every way of two steps from a body with several superiors: its first line, and its top."""
    several = lines.answering & lines.without_single
    onward = lines.superior.take(lines.tos)
    single = np.flatnonzero(onward != lines.tos)
    branching = np.flatnonzero(several.take(lines.tos))  # few: only these are searched for
    place, above = find_upward(lines, lines.tos[branching])
    at = np.concatenate([branching[place], single])
    return at, np.concatenate([above, onward[single]])


def _answer_to(lines: Lines, at: Integers, chain_ends: Integers) -> Flags:
    """Whether the body of each line has a line to that top as well."""
    _, first, sizes = lines.multi_superior
    first, sizes = first.repeat(sizes).take(at), sizes.repeat(sizes).take(at)
    found: Flags = lines.tos.take(first) == chain_ends
    found |= lines.tos.take(first + 1) == chain_ends  # all have two
    for place in range(2, FEW):
        some = np.flatnonzero(sizes > place)
        found[some] |= lines.tos.take(first.take(some) + place) == chain_ends.take(some)
    many = np.flatnonzero(sizes > FEW)
    keys = pair_up(lines.froms[at[many]], chain_ends[many])
    found[many] = are_among(keys, pair_up(lines.froms, lines.tos))
    return found


def _same_cycle(graph: RegisterGraph, some: Integers, others: Integers) -> Flags:
    """Whether two bodies answer to one another in a ring."""
    cycles = graph.cycle_of.take(some)
    same: Flags = (cycles >= 0) & (cycles == graph.cycle_of.take(others))
    return same
