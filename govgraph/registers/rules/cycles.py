"""GG103 on a register: of bodies that answer to one another the shortest ring, and its opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.chain_breaks import CHAIN_SHOWN
from govgraph.checks.cycles import find_shortest_cycle, format_cycle, grade_cycle
from govgraph.graph.number_columns import number_type
from govgraph.graph.pairs import HALF, lower_of
from govgraph.graph.upward import count_upward, find_upward
from govgraph.registers.graph.body_lists import make_lists
from govgraph.registers.graph.row_sentences import Told
from govgraph.registers.rules.firmest_relations import find_firmest
from govgraph.registers.rules.register_findings import RegisterGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Severity
    from govgraph.graph.line_columns import Integers
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.rules.facts import RegisterFacts

    Ring = tuple[str, ...]


def find_cycles(check: Check, facts: RegisterFacts) -> Iterator[RegisterGroup]:
    """One finding for each set of bodies that answer to one another."""
    graph = facts.graph
    if not graph.cycles:
        return
    number_of, groups = _name_groups(graph)
    superiors = _find_superiors(graph, {number: id_ for id_, number in number_of.items()})
    cycles = [find_shortest_cycle({body: superiors[body] for body in group}) for group in groups]
    relations, bases = _find_openings(graph, number_of, superiors, cycles)
    severities = [grade_cycle(check.severity, some) for some in bases]
    for severity in sorted(set(severities)):
        places = [place for place, each in enumerate(severities) if each is severity]
        some = [(groups[place], cycles[place]) for place in places]
        yield _make((check, severity), graph, number_of, some, relations[places])


def _make(
    graded: tuple[Check, Severity],
    graph: RegisterGraph,
    number_of: Mapping[str, int],
    some: Sequence[tuple[Ring, Ring]],
    relations: Integers,
) -> RegisterGroup:
    """The findings of some cycles, each with the bodies tied together and the relation named."""
    return RegisterGroup(
        *graded,
        "{}",
        "Take out the line that is named, which opens the ring, or say which body is senior.",
        graph.register.relations.froms[relations],
        relations,
        fills=(Told(lambda: _format_cycles(graph, number_of, some)),),
        chain=lambda places: make_lists(
            [
                [number_of[id_] for id_ in (*cycle, cycle[0])[:CHAIN_SHOWN]]
                for _, cycle in map(some.__getitem__, places.tolist())
            ]
        ),
        others=lambda places: make_lists(
            [
                [number_of[id_] for id_ in group]
                for group, _ in map(some.__getitem__, places.tolist())
            ]
        ),
    )


def _name_groups(graph: RegisterGraph) -> tuple[dict[str, int], list[Ring]]:
    """The number of each body in a ring by its id, and the sets, in the order of their ids."""
    members = [body for cycle in graph.cycles for body in cycle]
    ids = graph.register.bodies.ids.gather(members).to_list()
    id_of = dict(zip(members, ids, strict=True))
    groups = sorted(tuple(sorted(id_of[body] for body in cycle)) for cycle in graph.cycles)
    return dict(zip(ids, members, strict=True)), groups


def _find_superiors(graph: RegisterGraph, id_of: Mapping[int, str]) -> Mapping[str, Ring]:
    """The superiors of each body of a ring within that ring, sorted."""
    found: dict[str, set[str]] = {id_: set() for id_ in id_of.values()}
    cycle_of = {body: number for number, cycle in enumerate(graph.cycles) for body in cycle}
    bodies = np.array(list(id_of), dtype=number_type(len(graph)))
    place, tos = find_upward(graph.lines, bodies)
    for below, above in zip(bodies[place].tolist(), tos.tolist(), strict=True):
        if cycle_of.get(above) == cycle_of[below]:
            found[id_of[below]].add(id_of[above])
    return {id_: tuple(sorted(above)) for id_, above in found.items()}


def _find_openings(
    graph: RegisterGraph,
    number_of: Mapping[str, int],
    superiors: Mapping[str, Ring],
    cycles: Sequence[Ring],
) -> tuple[Integers, list[list[int]]]:
    """The relation that is best taken out of each ring, as `find_opening`; and all bases there."""
    lines = [list(zip(cycle, cycle[1:] + cycle[:1], strict=True)) for cycle in cycles]
    keys = [[number_of[low] << HALF | number_of[up] for low, up in some] for some in lines]
    pairs = np.array(sorted({key for some in keys for key in some}), dtype=np.uint64)
    firmest = zip(*(column.tolist() for column in find_firmest(graph, pairs)), strict=True)
    line_of = dict(zip(pairs.tolist(), firmest, strict=True))
    lower = lower_of(pairs)
    count_of = dict(zip(lower.tolist(), count_upward(graph.lines, lower).tolist(), strict=True))
    openings = []
    for cycle, some in zip(cycles, keys, strict=True):
        inside = frozenset(cycle)
        orders = []
        for key, below in zip(some, cycle, strict=True):
            relation, basis = line_of[key]
            within = len(inside.intersection(superiors[below]))
            number = key >> HALF
            elsewhere = count_of[number] > within
            orders.append((not graph.apex[number], -basis, not elsewhere, below, relation))
        openings.append(min(orders)[-1])
    bases = [[line_of[key][1] for key in some] for some in keys]
    return np.array(openings, dtype=graph.relations.dtype), bases


def _format_cycles(
    graph: RegisterGraph,
    number_of: Mapping[str, int],
    some: Sequence[tuple[Ring, Ring]],
) -> list[str]:
    """What is said of each ring."""
    names = graph.register.bodies.names.gather(list(number_of.values())).to_list()
    name_of = dict(zip(number_of, names, strict=True))
    return [
        format_cycle([name_of[id_] for id_ in cycle], len(group) - len(cycle))
        for group, cycle in some
    ]
