"""Which bodies of a register a rule looks at, and what is so of all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.facts import (
    WholeFacts,
    orphaned,
    topmost,
    unfirm,
)
from govgraph.graph.number_columns import number_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.checks.facts import Predicate
    from govgraph.registers.rules.facts import RegisterFacts


def count_whole(facts: RegisterFacts) -> WholeFacts:
    """What is so of all bodies of a register together."""
    graph = facts.graph
    apexes = int(np.count_nonzero(graph.apex))
    outside = np.flatnonzero(graph.outside)
    exits = int(np.count_nonzero(facts.answered.take(outside))) if len(outside) else 0
    chain_ends = 0 if apexes else len(choose_bodies(facts, (unfirm, orphaned, topmost)).bodies)
    bodies = int(np.count_nonzero(graph.present)) - len(outside)
    return WholeFacts(bodies, apexes, exits, chain_ends)


def choose_bodies(facts: RegisterFacts, among: Iterable[Predicate]) -> RegisterFacts:
    """The facts of the bodies that predicates choose; kept for the next rule that asks of them."""
    for choose in among:
        if choose not in facts.chosen:
            rows = np.flatnonzero(choose(facts)).astype(number_type(len(facts.graph)))
            facts.chosen[choose] = facts.at(rows if facts.rows is None else facts.rows.take(rows))
        facts = facts.chosen[choose]
    return facts
