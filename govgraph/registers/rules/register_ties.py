"""What ties the bodies of a register to others: lines, and relations that make none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.blocks import mark
from govgraph.model.kinds import WATCHING_KINDS

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Flags
    from govgraph.registers.graph.register_graph import RegisterGraph


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """What ties each body to others.

    Attributes:
        answered: whether another answers to it.
        linked: whether any relation that holds ties it to another.
        watching: whether it watches others, and nothing else ties it to any.
    """

    answered: Flags
    linked: Flags
    watching: Flags


def find_ties(graph: RegisterGraph) -> Ties:
    """The ties of every body; relations that make no line are gone through once."""
    relations = graph.register.relations
    answered = graph.lines.answered.copy()
    mark(answered, graph.lines.tos)
    rows = np.flatnonzero(graph.holding > graph.counting)
    froms, tos = relations.froms.take(rows), relations.tos.take(rows)
    watches = relations.kinds.choose(rows).where(WATCHING_KINDS.__contains__)
    apart = froms != tos
    tied = answered | graph.answering
    for ends in (froms, tos):
        mark(tied, ends.compress(apart & ~watches))
    linked = tied.copy()
    watching = np.zeros(len(graph), dtype=np.bool_)
    mark(watching, froms.compress(apart & watches))
    mark(linked, tos.compress(apart & watches))
    return Ties(answered, linked | watching, watching & ~tied)
