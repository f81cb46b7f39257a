"""The facts of what is delegated in a register, as columns of NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.facts import (
    DelegationFacts,
)
from govgraph.graph.number_columns import find_distinct
from govgraph.graph.pairs import are_among, lower_of, pair_up, upper_of
from govgraph.graph.upward import find_upward
from govgraph.model.kinds import RelationClass

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Flags, Integers, Lines, Places
    from govgraph.registers.rules.facts import RegisterFacts

AT_ONCE = 1 << 20
"""Relations that are followed together."""


def find_delegations(facts: RegisterFacts) -> Places:
    """The relations that hold by which a body exercises what another delegates to it."""
    register = facts.graph.register
    known, kinds = register.kinds.relations, register.relations.kinds

    def delegates(kind: str) -> bool:
        return kind in known and known[kind].relation_class is RelationClass.DELEGATION

    rows: Places = kinds.rows_where(delegates)
    return rows.compress(facts.graph.holding.take(rows))


def follow_delegations(facts: RegisterFacts, delegations: Places) -> DelegationFacts:
    """Whether who exercises what is delegated answers to who delegates it: a step at a time."""
    relations = facts.graph.register.relations
    below, above = relations.froms.take(delegations), relations.tos.take(delegations)
    met = np.empty(len(delegations), dtype=np.bool_)
    for start in range(0, len(met), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        met[some] = _meet(facts.graph.lines, below[some], above[some])
    return DelegationFacts(below, above, met)


def _meet(lines: Lines, below: Integers, above: Integers) -> Flags:
    """Whether each body of one column is that of the other, or answers to it."""
    met: Flags = below == above
    place = np.flatnonzero(~met)
    at = below.take(place)
    seen = pair_up(place, at)
    while len(place):
        step, at = find_upward(lines, at)
        keys = pair_up(place.take(step), at)
        fresh = find_distinct(keys)
        fresh = fresh[~are_among(fresh, seen)]
        place, at = lower_of(fresh), upper_of(fresh).astype(below.dtype)
        met[place[at == above.take(place)]] = True
        open_ = ~met.take(place)
        seen = np.sort(np.concatenate([seen, fresh]))
        place, at = place.compress(open_), at.compress(open_)
    return met
