"""Rules about the shape of lines: GG103, GG109, GG110, GG111, GG112."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.check import Evidence
from govgraph.checks.registers.found import Found
from govgraph.checks.rules.chain_too_deep import STEPS
from govgraph.checks.rules.single_point_of_failure import DEPENDANTS
from govgraph.checks.rules.span_too_wide import SPAN
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.chains import contract_once
from govgraph.graph.registers.excerpt import cut_relations
from govgraph.graph.registers.rows import Counted, Named, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from govgraph.checks.check import Check
    from govgraph.checks.registers.footings import Footings
    from govgraph.graph.columns import Flags, Integers, Lines
    from govgraph.graph.registers.lines import RegisterGraph

    Keys = NDArray[np.int64]


def find_cycles(check: Check, footings: Footings) -> Iterator[Found]:
    """Each set of bodies that answer to one another, told by the rule for small structures."""
    graph = footings.graph
    if not graph.rings:
        return
    _, relations = _find_rings(check, graph, named=False)
    yield Found(
        check,
        check.severity,
        "{}",
        "Take out the line that is named, which opens the ring, or say which body is senior.",
        graph.register.relations.froms[relations],
        relations,
        fills=(Told(lambda: _find_rings(check, graph, named=True)[0]),),
    )


def _find_rings(check: Check, graph: RegisterGraph, *, named: bool) -> tuple[list[str], Integers]:
    """What the rule says of each ring, and the relation that opens it."""
    bodies = sorted(body for ring in graph.rings for body in ring)
    structure, rows = cut_relations(graph.register, bodies, named=named)
    row_of = dict(zip(map(id, structure.relations), rows, strict=True))
    small = AccountabilityGraph(structure, graph.standpoint)
    places = {line.relation.key: row_of[id(line.relation)] for line in reversed(small.lines)}
    found = list(check.find(check, Evidence(small, small)))
    keys = [finding.subject.relation for finding in found]
    relations = np.array([places[key] for key in keys if key], dtype=np.int32)
    return [finding.message for finding in found], relations


def find_skipped_tiers(check: Check, footings: Footings) -> Iterator[Found]:
    """Lines that go past a body to which the other two also have a line."""
    graph = footings.graph
    lines = _lines(graph)
    bodies, middles, tops = _two_steps(lines)
    direct = _keys(lines.froms, lines.tos)
    kept = _among(_keys(bodies, tops), direct) & (tops != bodies)
    kept &= ~_same_ring(graph, bodies, middles) & ~_same_ring(graph, bodies, tops)
    kept &= ~_same_ring(graph, middles, tops)
    passing, first = np.unique(_keys(bodies[kept], tops[kept]), return_index=True)
    relations = _firmest(graph, passing)
    bodies, middles, tops = (column[kept][first] for column in (bodies, middles, tops))
    yield Found(
        check,
        check.severity,
        "A line leads from {} straight to {}, and another there through {}.",
        "Keep one of the two, or say why the body in the middle may be passed by.",
        bodies,
        relations,
        fills=(Named(bodies), Named(tops), Named(middles)),
    )


def _lines(graph: RegisterGraph) -> Lines:
    return contract_once(len(graph), graph.froms, graph.tos).lines


def _two_steps(lines: Lines) -> tuple[Integers, Integers, Integers]:
    """Every way of two steps from a body with several superiors: body, middle, top."""
    starts = np.searchsorted(lines.froms, lines.tos, "left")
    counts = np.searchsorted(lines.froms, lines.tos, "right") - starts
    many = np.repeat(np.arange(len(lines.tos)), counts)
    offset = np.arange(len(many)) - np.repeat(np.cumsum(counts) - counts, counts)
    single = np.flatnonzero(lines.superior[lines.tos] != lines.tos)
    one = np.concatenate([many, single])
    tops = np.concatenate(
        [lines.tos[np.repeat(starts, counts) + offset], lines.superior[lines.tos[single]]]
    )
    return lines.froms[one], lines.tos[one], tops


def _keys(froms: Integers, tos: Integers) -> Keys:
    """A number for each pair."""
    return froms.astype(np.int64) << 32 | tos


def _among(
    keys: Keys,
    known: Keys,
) -> Flags:
    """Whether each key is among sorted others."""
    if not len(known):
        return np.zeros(len(keys), dtype=np.bool_)
    places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    found: Flags = known[places] == keys
    return found


def _same_ring(graph: RegisterGraph, some: Integers, others: Integers) -> Flags:
    """Whether two bodies answer to one another in a ring."""
    if graph.ring_of is None:
        return np.zeros(len(some), dtype=np.bool_)
    rings = graph.ring_of[some]
    same: Flags = (rings >= 0) & (rings == graph.ring_of[others])
    return same


def _firmest(graph: RegisterGraph, pairs: Keys) -> Integers:
    """The relation of each pair of bodies, sorted and once each: the firmest, then by kind."""
    starting = np.zeros(len(graph), dtype=np.bool_)
    starting[pairs >> 32] = True
    own = np.flatnonzero(starting.take(graph.froms))
    keys = _keys(graph.froms[own], graph.tos[own])
    own, keys = own[_among(keys, pairs)], keys[_among(keys, pairs)]
    relations = graph.relations[own]
    kinds = graph.register.relations.kinds.codes[relations]  # in the order of their words
    order = np.lexsort((relations, kinds, graph.bases[own], keys))
    ordered = keys[order]
    first = np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]
    firmest: Integers = relations[order][first]
    return firmest


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
    place = np.arange(len(graph), dtype=np.int32)
    for ring in graph.rings:
        ids = graph.register.bodies.ids.gather(ring).to_list()
        place[ring] = ring[ids.index(min(ids))]
    longer = np.zeros(len(graph), dtype=np.bool_)
    longer[place[graph.tos[depths[graph.froms] > depths[graph.tos]]]] = True
    foot = (depths > STEPS) & ~longer & (place == np.arange(len(graph)))
    bodies = np.flatnonzero(foot).astype(np.int32)
    yield Found(
        check,
        check.severity,
        "The longest chain upward from {} has {} steps.",
        "Let a body in the middle of the chain answer higher up.",
        bodies,
        fills=(Named(bodies), Counted(depths[bodies])),
    )


def find_wide_spans(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies with too many direct subordinates; a placeholder counts as often as it says."""
    graph = footings.graph
    spans = graph.subordinate_counts
    counts = graph.register.bodies.counts
    if counts is not None:
        lines = _lines(graph)
        single = np.flatnonzero(lines.superior != np.arange(len(graph)))
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
