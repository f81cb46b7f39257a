"""The facts of a structure, in plain Python."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from govgraph.checks.chain_breaks import Stop, find_chain_breaks, find_exclusion
from govgraph.checks.column import Column
from govgraph.checks.facts import (
    Predicate,
    WholeFacts,
    Why,
    find_rank,
    orphaned,
    topmost,
    unfirm,
)
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.kinds import JOINT_KIND, WATCHING_KINDS
from govgraph.model.sources import NO_BASIS, Basis


@dataclass(frozen=True)
class StructureFacts:
    """The facts of the bodies of a structure, or of some of them: `BodyFacts`.

    Attributes:
        graph: who answers to whom, as the question asked for it.
        presumed: the same with `part_of` counted as a presumed line.
        rows: the numbers of the bodies, if not of all.
    """

    graph: AccountabilityGraph
    presumed: AccountabilityGraph
    rows: tuple[int, ...] | None = None

    def at(self, rows: Sequence[int]) -> "StructureFacts":
        """The facts of some bodies alone; what was worked out is kept."""
        some = replace(self, rows=tuple(rows))
        some.__dict__["whole"] = self.whole
        return some

    @cached_property
    def whole(self) -> "StructureFacts":
        """The facts of all bodies."""
        return self if self.rows is None else replace(self, rows=None)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the bodies."""
        ids = self.graph.table.ids
        return tuple(ids if self.rows is None else map(ids.__getitem__, self.rows))

    @cached_property
    def present(self) -> Column:
        return self._take(self.graph.table.present)

    @cached_property
    def apex(self) -> Column:
        return self._take(self.graph.table.apex)

    @cached_property
    def outside(self) -> Column:
        outside = frozenset(self.graph.outside)
        return Column(body in outside for body in self.ids)

    @cached_property
    def leaves(self) -> Column:
        return self._take(self.whole.leaving)

    @cached_property
    def leaving(self) -> Sequence[int]:
        """For each body whether it is outside or a chain leads there."""
        table, number = self.presumed.table, self.presumed.table.number
        ends = bytearray(len(table))
        for body in self.presumed.outside:
            ends[number[body]] = 1
        return list(self.graph.engine.arrivals(len(table), table.froms, table.tos, ends))

    @cached_property
    def rank(self) -> Column:
        structure = self.graph.structure
        kinds = (structure.body_by_id[body].kind for body in self.ids)
        return Column(map(partial(find_rank, structure.kinds_of_body), kinds))

    @cached_property
    def firmness(self) -> Column:
        return self._take(self.whole.firmest)

    @cached_property
    def firmest(self) -> list[int]:
        """How firm the firmest chain of each body is: one look upward for every basis used."""
        table = self.presumed.table
        bases = [line.basis for line in self.presumed.lines]
        found = [NO_BASIS] * len(table)
        for basis in sorted({Basis.STATED, *bases}, reverse=True):
            froms, tos = array("i"), array("i")
            for one, below, above in zip(bases, table.froms, table.tos, strict=True):
                if one <= basis:
                    froms.append(below)
                    tos.append(above)
            arrives = self.graph.engine.arrivals(len(table), froms, tos, table.apex)
            found = [basis if here else old for here, old in zip(arrives, found, strict=True)]
        return found

    @cached_property
    def superiors(self) -> Column:
        return Column(len(self.graph.superiors(body)) for body in self.ids)

    @cached_property
    def recorded(self) -> Column:
        return Column(len(self._find_recorded(body)) for body in self.ids)

    def _find_recorded(self, body: str) -> set[str]:
        """The superiors of a body by lines that are not presumed."""
        lines = self.graph.lines_up.get(body, ())
        return {one.superior for one in lines if one.basis is not Basis.PRESUMED} - {body}

    @cached_property
    def parties(self) -> Column:
        return Column(len(self._find_parties(body)) for body in self.ids)

    @cached_property
    def unexplained(self) -> Column:
        return Column(list(self._find_parties(body).values()).count(False) for body in self.ids)

    def _find_parties(self, body: str) -> Mapping[str, bool]:
        """The parties that a body answers to, and whether it is said of each that it is meant.

        Those whose joint committee it is, and no more, are one party: nobody by name.
        """
        meant: dict[str, bool] = {}
        joint = find_joint(self.graph, body)
        for line in self.graph.lines_up.get(body, ()):
            if line.superior != body and line.basis is not Basis.PRESUMED:
                party = "" if line.superior in joint else line.superior
                meant[party] = meant.get(party, False) or bool(line.relation.intended)
        return meant

    @cached_property
    def part(self) -> Column:
        return Column(bool(self.presumed.superiors(body)) for body in self.ids)

    @cached_property
    def owning(self) -> Column:
        return Column(body in self.graph.lines_up for body in self.ids)

    @cached_property
    def excluded(self) -> Column:
        return Column(find_exclusion(self.graph, body) for body in self.ids)

    @cached_property
    def answered(self) -> Column:
        return Column(bool(self.graph.subordinates(body)) for body in self.ids)

    @cached_property
    def span(self) -> Column:
        known = self.graph.structure.body_by_id
        return Column(
            sum(known[below].count or 1 for below in self.graph.subordinates(body))
            for body in self.ids
        )

    @cached_property
    def linked(self) -> Column:
        linked = self.whole.tied
        return Column(body in linked for body in self.ids)

    @cached_property
    def watching(self) -> Column:
        watching = self.whole.watchers
        return Column(body in watching for body in self.ids)

    @cached_property
    def watchers(self) -> frozenset[str]:
        """The bodies that watch others, and that nothing else ties to any."""
        found: dict[bool, set[str]] = {True: set(), False: set()}
        for below, kind, above in self._ties:
            watches = kind in WATCHING_KINDS
            found[watches] |= {below} if watches else {below, above}
        return frozenset(found[True] - found[False])

    @cached_property
    def tied(self) -> frozenset[str]:
        """The bodies that a relation of any kind ties to another."""
        return frozenset(body for below, _, above in self._ties for body in (below, above))

    @cached_property
    def _ties(self) -> tuple[tuple[str, str, str], ...]:
        """The relations of any kind that hold between two bodies that do."""
        holds, there = self.graph.standpoint.holds, self.graph.holds
        keys = (one.key for one in self.graph.structure.relations if holds(one))
        apart = (key for key in keys if key[0] != key[2])
        return tuple(key for key in apart if there(key[0]) and there(key[2]))

    @cached_property
    def cycle_of(self) -> Mapping[str, int]:
        """For each body in a ring, which of `graph.cycles` it is in."""
        cycles = enumerate(self.graph.cycles)
        return {body: number for number, cycle in cycles for body in cycle}

    @cached_property
    def in_cycle(self) -> Column:
        stops = self.whole.stops
        return Column(
            body in stops and stops[body].at == body and stops[body].why is Why.CYCLE
            for body in self.ids
        )

    @cached_property
    def stops(self) -> Mapping[str, Stop]:
        """Where the chain of each body stops that arrives nowhere."""
        return find_chain_breaks(self.graph)

    @cached_property
    def why(self) -> Column:
        stops = self.whole.stops
        return Column(stops[body].why if body in stops else Why.NOWHERE for body in self.ids)

    @cached_property
    def here(self) -> Column:
        stops = self.whole.stops
        return Column(body in stops and stops[body].at == body for body in self.ids)

    @cached_property
    def stop(self) -> Column:
        stops = self.whole.stops
        return Column(stops[body].at if body in stops else "" for body in self.ids)

    @cached_property
    def dependants(self) -> Column:
        return self._take(self.graph.dependants)

    @cached_property
    def depth(self) -> Column:
        return self._take(self.graph.depths)

    @cached_property
    def foot(self) -> Column:
        return Column(map(self._is_foot, self.ids))

    def _is_foot(self, body: str) -> bool:
        """Whether no longer chain comes through a body; of a ring, only the first is its foot."""
        cycles, cycle = self.graph.cycles, self.whole.cycle_of.get(body)
        members = (body,) if cycle is None else cycles[cycle]
        depths, number = self.graph.depths, self.graph.table.number
        depth = depths[number[body]]
        below = (low for member in members for low in self.graph.subordinates(member))
        return body == members[0] and all(depths[number[low]] <= depth for low in below)

    def _take(self, column: Iterable[Any]) -> Column:
        """A column of all bodies, at these."""
        if self.rows is None:
            return Column(column)
        values = list(column)
        return Column(values[row] for row in self.rows)


def count_whole(facts: StructureFacts) -> WholeFacts:
    """What is so of all bodies of a structure together."""
    graph, outside = facts.graph, facts.graph.outside
    apexes = len(graph.apexes)
    exits = sum(bool(graph.subordinates(body)) for body in outside)
    tops = 0 if apexes else len(choose_bodies(facts, (unfirm, orphaned, topmost)).ids)
    return WholeFacts(len(graph.bodies) - len(outside), apexes, exits, tops)


def find_joint(graph: AccountabilityGraph, body: str) -> frozenset[str]:
    """The superiors that a body answers to as their joint committee and in no other way."""
    joint: dict[str, bool] = {}
    for line in graph.lines_up.get(body, ()):
        if line.basis is not Basis.PRESUMED:
            alone = line.relation.kind == JOINT_KIND
            joint[line.superior] = joint.get(line.superior, True) and alone
    return frozenset(superior for superior, alone in joint.items() if alone)


def choose_bodies(facts: StructureFacts, among: Iterable[Predicate]) -> StructureFacts:
    """The facts of the bodies that predicates choose one after another."""
    for choose in among:
        rows = choose(facts).rows()
        facts = facts.at(rows if facts.rows is None else tuple(facts.rows[row] for row in rows))
    return facts
