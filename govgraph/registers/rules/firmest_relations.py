"""Pairs of bodies as single numbers, and the relation that says most firmly of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.blocks import look_up
from govgraph.graph.number_columns import find_beginnings, find_distinct
from govgraph.graph.pairs import are_among, lower_of, pair_up
from govgraph.model.kinds import JOINT_KIND

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Integers
    from govgraph.graph.pairs import Keys
    from govgraph.registers.graph.register_graph import RegisterGraph


def find_joint(graph: RegisterGraph) -> Keys:
    """The pairs, sorted, of which one is the joint committee of the other and no more."""
    kinds = graph.register.relations.kinds
    if JOINT_KIND not in kinds.values:
        return np.empty(0, dtype=np.uint64)
    by_kind = kinds.where(lambda kind: kind == JOINT_KIND).take(graph.relations)
    pairs = pair_up(graph.froms, graph.tos)
    joint = find_distinct(pairs[by_kind & (graph.froms != graph.tos)])
    return joint[~are_among(joint, find_distinct(pairs[~by_kind]))]


def find_firmest(graph: RegisterGraph, pairs: Keys) -> tuple[Integers, Integers]:
    """The line of each pair of bodies, sorted and once each: the firmest, then by kind.

    Returns:
        The relation of each, and its basis.
    """
    starting = np.zeros(len(graph), dtype=np.bool_)
    starting[lower_of(pairs)] = True
    own = np.flatnonzero(look_up(starting, graph.froms))
    keys = pair_up(graph.froms[own], graph.tos[own])
    asked = are_among(keys, pairs)
    own, keys = own[asked], keys[asked]
    relations = graph.relations[own]
    kinds = graph.register.relations.kinds.codes[relations]  # in the order of their words
    bases = graph.bases[own]
    order = np.lexsort((relations, kinds, bases, keys))
    first = order[find_beginnings(keys[order])]
    return relations[first], bases[first]
