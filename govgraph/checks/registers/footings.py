"""On what footing the bodies of a register stand: the twin of `govgraph.checks.footing`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph import contraction
from govgraph.graph.columns import sort_lines
from govgraph.graph.doubling import follow

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
        alone: Integers = unfirm[graph.superior_counts[unfirm] == 0]
        part = graph.presumed.superior_counts[alone] > 0
        orphaned: Integers = alone[part | ~(graph.owning[alone] | graph.missing[alone])]
        return orphaned

    @cached_property
    def weak(self) -> Integers:
        """Bodies that arrive only by a line that is implied, inferred or presumed."""
        graph, unfirm = self.graph, self.unfirm
        above = unfirm[graph.superior_counts[unfirm] > 0]
        weak: Integers = above[graph.presumed.arrives[above]]
        return weak

    @cached_property
    def broken(self) -> Integers:
        """Bodies with lines of account, or said to have some, of which none arrives."""
        graph, unfirm = self.graph, self.unfirm
        answering = graph.superior_counts[unfirm] > 0
        lost = unfirm[answering][~graph.presumed.arrives[unfirm[answering]]]
        alone = unfirm[~answering]
        gone = graph.missing[alone] & ~graph.owning[alone]
        gone &= graph.presumed.superior_counts[alone] == 0
        return np.sort(np.concatenate([lost, alone[gone]]))

    @cached_property
    def stops(self) -> Integers:
        """For each lost body a stop that one chain upward meets, or -1; in a ring, none but it.

        A stop is a body with nobody above it, with a line that does not hold, or of a ring.
        """
        graph = self.graph
        stops = np.full(len(graph), -1, dtype=np.int32)
        bodies, froms, tos = self._lost_lines
        superior = sort_lines(len(bodies), froms, tos).superior
        ends = self._ending[bodies]
        if graph.ring_of is not None:
            ends |= graph.ring_of[bodies] >= 0
        tops = follow(superior, ends | (superior == np.arange(len(bodies), dtype=np.int32))).tops
        stops[bodies] = np.where(ends[tops], bodies[tops], -1)
        return stops

    @cached_property
    def ringed(self) -> Flags:
        """For each body whether it is in a ring above which its chains meet no other stop."""
        graph = self.graph
        inside = np.zeros(len(graph), dtype=np.bool_)
        if graph.ring_of is None:
            return inside
        bodies, froms, tos = self._lost_lines
        met = contraction.arrivals(len(bodies), froms, tos, self._ending[bodies])
        inside[bodies] = ~met & (graph.ring_of[bodies] >= 0)
        return inside

    @cached_property
    def _lost(self) -> Flags:
        return self.graph.present & ~self.graph.arrives

    @cached_property
    def _lost_lines(self) -> tuple[Integers, Integers, Integers]:
        """The lost bodies, and the lines between them by their places among these."""
        graph = self.graph
        stated = graph.arrives is graph.arrives_firmly
        bodies = self.unfirm if stated else _numbers(self._lost)
        place = np.empty(len(graph), dtype=np.int32)  # of a body above a lost one, which is lost
        place[bodies] = np.arange(len(bodies), dtype=np.int32)
        lines = np.flatnonzero(self._lost.take(graph.froms))
        return bodies, place.take(graph.froms.take(lines)), place.take(graph.tos.take(lines))

    @cached_property
    def _ending(self) -> Flags:
        """Bodies at which a chain stops for want of a line."""
        ending: Flags = self._lost & (self.graph.missing | (self.graph.superior_counts == 0))
        return ending


def _numbers(flags: Flags) -> Integers:
    return np.flatnonzero(flags).astype(np.int32)
