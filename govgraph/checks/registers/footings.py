"""On what footing the bodies of a register stand: the twin of `govgraph.checks.footing`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph import contraction
from govgraph.graph.chains import Chains, end_also
from govgraph.graph.columns import Lines

if TYPE_CHECKING:
    from govgraph.graph.columns import Flags, Integers
    from govgraph.graph.registers.lines import RegisterGraph


@dataclass(frozen=True, eq=False)
class Footings:
    """Bodies without a chain of stated lines to an apex, by what they lack; ascending numbers."""

    graph: RegisterGraph

    @cached_property
    def unfirm(self) -> Integers:
        """Bodies that hold and of which no chain of stated lines arrives at an apex."""
        return _numbers(self.graph.present & ~self.graph.arrives_firmly)

    @cached_property
    def orphaned(self) -> Integers:
        """Bodies that have no line of account."""
        graph, unfirm = self.graph, self.unfirm
        alone: Integers = unfirm.compress(~graph.answering.take(unfirm))
        part = graph.presumed.answering.take(alone)
        said = graph.owning.take(alone) | graph.missing.take(alone)
        orphaned: Integers = alone.compress(part | ~said)
        return orphaned

    @cached_property
    def weak(self) -> Integers:
        """Bodies that arrive only by a line that is implied, inferred or presumed."""
        graph, unfirm = self.graph, self.unfirm
        above = unfirm.compress(graph.answering.take(unfirm))
        weak: Integers = above[graph.presumed.arrives[above]]
        return weak

    @cached_property
    def broken(self) -> Integers:
        """Bodies with lines of account, or said to have some, of which none arrives."""
        graph, unfirm = self.graph, self.unfirm
        answering = graph.answering.take(unfirm)
        lost = ~graph.presumed.arrives.take(unfirm)
        gone = graph.missing.take(unfirm) & ~graph.owning.take(unfirm)
        gone &= ~graph.presumed.answering.take(unfirm)
        broken: Integers = unfirm.compress(np.where(answering, lost, gone))
        return broken

    @cached_property
    def stops(self) -> Integers:
        """For each broken body a stop that one chain upward meets, or -1; in a ring, none but it.

        A stop is a body with nobody above it, with a line that does not hold, or of a ring.
        """
        graph = self.graph
        bodies, chains = self._lost_chains
        ends = self._ending.take(bodies)
        ends |= graph.ring_of.inside.take(bodies)
        tops = end_also(chains, ends).tops
        stops = np.where(ends.take(tops), bodies.take(tops), np.int32(-1))
        broken = np.zeros(len(graph), dtype=np.bool_)
        broken[self.broken] = True
        return stops.compress(broken.take(bodies))

    @cached_property
    def ringed(self) -> Flags:
        """For each body whether it is in a ring above which its chains meet no other stop."""
        graph = self.graph
        inside = np.zeros(len(graph), dtype=np.bool_)
        if not graph.rings:
            return inside
        bodies, chains = self._lost_chains
        met = contraction.find_arrivals(chains, self._ending.take(bodies))
        inside[bodies] = ~met & graph.ring_of.inside.take(bodies)
        return inside

    @cached_property
    def _lost(self) -> Flags:
        return self.graph.present & ~self.graph.arrives

    @cached_property
    def _lost_chains(self) -> tuple[Integers, Chains]:
        """The lost bodies, and the chains of them by their places among these.

        Whoever stands above a lost body is lost, so that its lines are those of the register.
        """
        graph = self.graph
        stated = graph.arrives is graph.arrives_firmly
        bodies = self.unfirm if stated else _numbers(self._lost)
        place = np.empty(len(graph), dtype=np.int32)
        place[bodies] = np.arange(len(bodies), dtype=np.int32)
        lines = graph.lines
        of_heads = np.flatnonzero(self._lost.take(lines.froms))
        superior, froms, tos = (
            place.take(column)
            for column in (
                lines.superior.take(bodies),
                lines.froms.take(of_heads),
                lines.tos.take(of_heads),
            )
        )
        return bodies, Chains(Lines(superior, froms, tos))

    @cached_property
    def _ending(self) -> Flags:
        """Bodies at which a chain stops for want of a line."""
        ending: Flags = self._lost & (self.graph.missing | ~self.graph.answering)
        return ending


def _numbers(flags: Flags) -> Integers:
    return np.flatnonzero(flags).astype(np.int32)
