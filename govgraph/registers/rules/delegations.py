"""The facts of what is delegated in a register, as columns of NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.facts import (
    DelegationFacts,
)
from govgraph.graph.distinct import find_distinct
from govgraph.graph.line_columns import LOW_HALF
from govgraph.graph.upward import find_upward
from govgraph.model.kinds import RelationClass
from govgraph.registers.rules.firmest_relations import are_among, pair_up

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Places
    from govgraph.registers.rules.facts import RegisterFacts


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
    met = below == above
    place = np.flatnonzero(~met).astype(np.int32)
    at = below.take(place)
    seen = pair_up(place, at)
    while len(place):
        step, at = find_upward(facts.graph.lines, at)
        keys = pair_up(place.take(step), at)
        fresh = find_distinct(keys)
        fresh = fresh[~are_among(fresh, seen)]
        place, at = (fresh >> 32).astype(np.int32), (fresh & LOW_HALF).astype(np.int32)
        met[place[at == above.take(place)]] = True
        open_ = ~met.take(place)
        seen = np.sort(np.concatenate([seen, fresh]))
        place, at = place.compress(open_), at.compress(open_)
    return DelegationFacts(below, above, met)
