"""The facts of a register, as columns of NumPy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from govgraph.checks.facts import Why, doubled, find_rank
from govgraph.graph.contracted_chains import ContractedChains
from govgraph.graph.line_columns import Lines, count_superiors
from govgraph.graph.nearest import NONE, find_nearest
from govgraph.graph.number_columns import find_distinct, number_type
from govgraph.graph.pairs import are_among, lower_of, pair_up
from govgraph.graph.upward import count_upward, find_ends_upward
from govgraph.registers.reading.kept import kept
from govgraph.registers.rules.firmest_relations import find_joint
from govgraph.registers.rules.register_ties import Ties, find_ties

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.checks.facts import Predicate
    from govgraph.graph.line_columns import Flags, Integers, Rows
    from govgraph.graph.pairs import Keys
    from govgraph.registers.graph.register_graph import RegisterGraph


Value = TypeVar("Value", bound=np.generic)


@dataclass(frozen=True, eq=False)
class RegisterFacts:
    """The facts of the bodies of a register, or of some of them: `BodyFacts`.

    Attributes:
        graph: who answers to whom.
        rows: ascending numbers of the bodies, if not of all.
    """

    graph: RegisterGraph
    rows: Integers | None = None

    def at(self, rows: Integers) -> RegisterFacts:
        """The facts of some bodies alone; what was worked out is kept."""
        some = replace(self, rows=rows)
        some.__dict__["whole"] = self.whole
        return some

    def keep(self, column: NDArray[Value]) -> NDArray[Value]:
        """A column that will be asked for again, where those of the register are."""
        return self.graph.keep(column)

    @cached_property
    def whole(self) -> RegisterFacts:
        """The facts of all bodies."""
        return self if self.rows is None else replace(self, rows=None)

    @cached_property
    def chosen(self) -> dict[Predicate, RegisterFacts]:
        """The bodies that were chosen once, for the next rule that asks of the same."""
        if self.rows is not None:
            return {}
        several = self.at(self.graph.unpresumed.lines.multi_superior.bodies)
        return {doubled: several.at(several.bodies.compress(several.parties > 1))}

    @kept
    def bodies(self) -> Integers:
        """The numbers of the bodies."""
        count = len(self.graph)
        return np.arange(count, dtype=number_type(count)) if self.rows is None else self.rows

    @cached_property
    def present(self) -> Flags:
        return self._take(self.graph.present)

    @cached_property
    def apex(self) -> Flags:
        return self._take(self.graph.apex)

    @cached_property
    def outside(self) -> Flags:
        return self._take(self.graph.outside)

    @cached_property
    def leaves(self) -> Flags:
        return self._take(self.graph.presumed.leading_outside)

    @kept
    def rank(self) -> Integers:
        register, bodies = self.graph.register, self.bodies
        kinds = register.bodies.kinds
        if kinds is None:
            return np.zeros(len(bodies), dtype=np.int32)
        return kinds.choose(bodies).measure(partial(find_rank, register.kinds.bodies))

    @cached_property
    def firmness(self) -> Rows:
        return self._take(self.graph.presumed.firmness)

    @kept
    def superiors(self) -> Integers:
        if self.rows is None:
            return count_superiors(self.graph.lines)
        return count_upward(self.graph.lines, self.rows)

    @kept
    def recorded(self) -> Integers:
        if not self.graph.standpoint.presume:
            return self.superiors
        return count_upward(self.graph.unpresumed.lines, self.bodies)

    @cached_property
    def joint(self) -> Keys:
        """The pairs of bodies of which one is the joint committee of the other, and no more."""
        return find_joint(self.graph.unpresumed)

    @kept
    def parties(self) -> Rows:
        # A joint committee answers to all of its parents by design: together they are one party.
        joint = self._count(self.whole.joint)
        return self.recorded - np.maximum(joint - 1, 0)

    @cached_property
    def unexplained(self) -> Rows:
        graph = self.graph.unpresumed
        intended = graph.register.relations.intended
        if intended is None or not intended.any():
            return self.parties
        said = intended[graph.relations] & (graph.froms != graph.tos)
        meant = find_distinct(pair_up(graph.froms[said], graph.tos[said]))
        of_joint = are_among(meant, self.whole.joint)
        return self.parties - self._count(meant[~of_joint]) - (self._count(meant[of_joint]) > 0)

    def _count(self, pairs: Keys) -> Rows:
        """Number of the pairs, which are sorted, that start from each body."""
        lower, bodies = lower_of(pairs), self.bodies
        return np.searchsorted(lower, bodies, "right") - np.searchsorted(lower, bodies, "left")

    @cached_property
    def part(self) -> Flags:
        return self._take(self.graph.presumed.answering)

    @cached_property
    def owning(self) -> Flags:
        return self._take(self.graph.owning)

    @cached_property
    def excluded(self) -> Rows:
        return self._take(self.graph.exclusions)

    @cached_property
    def answered(self) -> Flags:
        return self._take(self.whole.ties.answered)

    @cached_property
    def linked(self) -> Flags:
        return self._take(self.whole.ties.linked)

    @cached_property
    def watching(self) -> Flags:
        return self._take(self.whole.ties.watching)

    @cached_property
    def ties(self) -> Ties:
        """What ties each body to others."""
        found = find_ties(self.graph)
        return Ties(*map(self.keep, (found.answered, found.linked, found.watching)))

    @kept
    def span(self) -> Integers:
        graph, lines = self.graph, self.graph.lines
        counts = graph.register.bodies.counts
        if counts is None:
            return self._take(graph.subordinate_counts)
        single = np.flatnonzero(~lines.without_single)
        tos = np.concatenate([lines.superior[single], lines.tos])
        froms = np.concatenate([single, lines.froms])
        # One row may stand for several bodies ("12 schools"): each of them answers.
        weights = np.where(counts > 0, counts, 1)[froms]
        spans = np.bincount(tos, weights=weights, minlength=len(graph))
        return self._take(spans.astype(np.int64))

    @cached_property
    def in_cycle(self) -> Flags:
        in_cycle: Flags = self.here & (self.why == Why.CYCLE)
        return in_cycle

    @cached_property
    def stop(self) -> Integers:
        return self._take(self.whole.stops[0])

    @cached_property
    def why(self) -> Rows:
        return self._take(self.whole.stops[1])

    @cached_property
    def here(self) -> Flags:
        here: Flags = self.stop == self.bodies
        return here

    @cached_property
    def stops(self) -> tuple[Integers, Rows]:
        """The nearest stop of each body that arrives nowhere, NONE of any other; and the reason.

        A ring is a stop only where a chain meets no other.
        """
        graph = self.graph
        lost = np.flatnonzero(graph.present & ~graph.arrives)
        bodies = lost.astype(number_type(len(graph)))
        whys = self._find_whys(bodies)
        chains = self._chain(bodies, whys > 0)
        at = find_nearest(chains, whys > 0, whys)
        in_cycle = (at == NONE) & graph.cycle_of.inside.take(bodies)
        if in_cycle.any():
            whys[in_cycle] = Why.CYCLE
            at = np.where(at == NONE, find_nearest(chains, in_cycle, whys), at)
        stop = np.full(len(graph), NONE, dtype=bodies.dtype)
        why = np.zeros(len(graph), dtype=np.int8)
        stop[bodies], why[bodies] = bodies.take(at), whys.take(at)
        return self.keep(stop), self.keep(why)

    def _find_whys(self, bodies: Integers) -> Rows:
        """Of some bodies why a chain that comes to one goes no further; 0 where it does."""
        graph, found = self.graph, self.graph.exclusions.take(bodies)
        alone = ~graph.answering.take(bodies) & (found == Why.NOWHERE)
        own = graph.owning.take(bodies)
        found[alone] = np.where(own[alone], np.int8(Why.ITSELF), np.int8(Why.NOBODY))
        return found

    def _chain(self, bodies: Integers, ends: Flags) -> ContractedChains:
        """The chains of lost bodies, by their places among these, as far as some ends.

        Whoever stands above a lost body is lost, so that its lines are those of the register.
        """
        lines = self.graph.lines
        place = np.full(len(self.graph), NONE, dtype=bodies.dtype)
        place[bodies] = np.arange(len(bodies), dtype=bodies.dtype)
        lower = place.take(lines.froms)
        of_several = np.flatnonzero(lower != NONE)
        lower = lower.take(of_several)
        going = ~ends.take(lower)
        superior = place.take(lines.superior.take(bodies))
        superior[ends] = np.flatnonzero(ends)
        upper = place.take(lines.tos.take(of_several))
        return ContractedChains(Lines(superior, lower.compress(going), upper.compress(going)))

    @cached_property
    def dependants(self) -> Integers:
        return self._take(self.graph.dependants)

    @cached_property
    def depth(self) -> Integers:
        return self._take(self.graph.depths)

    @cached_property
    def foot(self) -> Flags:
        """A ring is one place: its first body by id stands for it, the others are never the foot.

        Whoever answers to a deep body is deep, so that lines from these bodies are enough.
        """
        graph, bodies = self.graph, self.bodies
        froms, tos = find_ends_upward(graph.lines, bodies)
        passed = np.zeros(len(graph), dtype=np.bool_)
        passed[tos] = True
        if graph.cycles:
            cycles = graph.cycle_of.take(tos)
            below = set(
                cycles.compress((cycles >= 0) & (cycles != graph.cycle_of.take(froms))).tolist()
            )
            passed[[body for cycle in graph.cycles for body in cycle]] = True
            for number, first in enumerate(graph.first_of_cycles):
                passed[first] = number in below
        return ~passed.take(bodies)

    def _take(self, column: NDArray[Value]) -> NDArray[Value]:
        """A column of all bodies, at these."""
        return column if self.rows is None else column.take(self.rows)
