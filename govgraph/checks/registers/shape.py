"""Rules about the shape of lines as a whole: GG110, GG111, GG112."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.registers.found import Found
from govgraph.checks.rules.chain_too_deep import STEPS
from govgraph.checks.rules.single_point_of_failure import DEPENDANTS
from govgraph.checks.rules.span_too_wide import SPAN
from govgraph.checks.wording import CHAIN_SHOWN
from govgraph.graph.registers.rows import Counted, Named
from govgraph.graph.upward import find_ends_upward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from govgraph.checks.check import Check
    from govgraph.checks.registers.footings import Footings
    from govgraph.graph.columns import Flags, Integers
    from govgraph.graph.registers.lines import RegisterGraph

    Keys = NDArray[np.int64]


def find_single_points(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies that several others depend on for their chain."""
    graph = footings.graph
    bodies = np.flatnonzero((graph.dependants >= DEPENDANTS) & ~graph.apex).astype(np.int32)
    yield Found(
        check,
        check.severity,
        "Without {}, {} other bodies lose their last line of account.",
        "Agree what happens to them should it end.",
        bodies,
        fills=(Named(bodies), Counted(graph.dependants[bodies])),
    )


def find_deep_chains(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies at the foot of a chain of too many steps."""
    graph = footings.graph
    depths = graph.depths
    deep = np.flatnonzero(depths > STEPS).astype(np.int32)
    bodies = deep.compress(~_answered(graph, deep).take(deep))
    yield Found(
        check,
        check.severity,
        "The longest chain upward from {} has {} steps.",
        "Let a body in the middle of the chain answer higher up.",
        bodies,
        fills=(Named(bodies), Counted(depths[bodies])),
        chain=lambda place: _climb(graph, int(bodies[place])),
    )


def _answered(graph: RegisterGraph, deep: Integers) -> Flags:
    """For each of the deep bodies whether another answers to it, from whom chains are longer.

    Whoever answers to a deep body is deep, so that only lines from these are looked along. A ring
    is one place: its first body by id stands for it, and the others are never the foot.
    """
    froms, tos = find_ends_upward(graph.lines, deep)
    answered = np.zeros(len(graph), dtype=np.bool_)
    answered[tos] = True
    if not graph.rings:
        return answered
    rings = graph.ring_of.take(tos)
    below = set(rings.compress((rings >= 0) & (rings != graph.ring_of.take(froms))).tolist())
    members = [body for ring in graph.rings for body in ring]
    ids = graph.register.bodies.ids.gather(members).to_list()
    id_of = dict(zip(members, ids, strict=True))
    answered[members] = True
    for number, ring in enumerate(graph.rings):
        answered[min(ring, key=id_of.__getitem__)] = number in below
    return answered


def _climb(graph: RegisterGraph, body: int) -> list[int]:
    """The longest chain upward from a body; none if it leads through a ring."""
    chain = [body]
    while len(chain) < CHAIN_SHOWN:
        above = graph.next_on_longest.item(chain[-1])
        if above == chain[-1]:
            return chain if len(chain) > graph.depths.item(body) else []
        chain.append(above)
    return chain


def find_wide_spans(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies with too many direct subordinates; a placeholder counts as often as it says."""
    graph = footings.graph
    spans = graph.subordinate_counts
    counts = graph.register.bodies.counts
    if counts is not None:
        lines = graph.lines
        single = np.flatnonzero(~lines.without_single)
        tos = np.concatenate([lines.superior[single], lines.tos])
        froms = np.concatenate([single, lines.froms])
        weights = np.where(counts > 0, counts, 1)[froms]
        spans = np.bincount(tos, weights=weights, minlength=len(graph)).astype(np.int64)
    bodies = np.flatnonzero(spans > SPAN).astype(np.int32)
    yield Found(
        check,
        check.severity,
        "{} bodies answer directly to {}.",
        "Put a body between some of them and it, or let them report together.",
        bodies,
        fills=(Counted(spans[bodies]), Named(bodies)),
    )
