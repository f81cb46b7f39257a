"""Who answers to whom in a register from a standpoint: lines as columns, and what they lack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from govgraph.graph import contraction
from govgraph.graph.blocks import cut_blocks, look_up
from govgraph.graph.contracted_chains import contract_once
from govgraph.graph.lives import UNKNOWN_END
from govgraph.graph.number_columns import number_type
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.sources import NO_BASIS, Basis
from govgraph.registers.graph.cycle_membership import RingOf
from govgraph.registers.reading.kept import kept

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Integers, Lines, Places, Rows
    from govgraph.model.standpoint import Standpoint
    from govgraph.registers.reading.register import Register

Value = TypeVar("Value", bound=np.generic)


@dataclass(frozen=True, eq=False)
class RegisterGraph:
    """The directed accountability graph of a register; its columns are worked out once.

    Bodies and relations are numbered by row. It mirrors `AccountabilityGraph`.
    """

    register: Register
    standpoint: Standpoint

    def __len__(self) -> int:
        return len(self.register.bodies)

    def keep(self, column: NDArray[Value]) -> NDArray[Value]:
        """A column that will be asked for again, where those of the register are."""
        return self.register.keep(column)

    @kept
    def present(self) -> Flags:
        """For each body whether it holds."""
        found = self.register.bodies.lives.holding(len(self), self.standpoint)
        return np.ones(len(self), dtype=np.bool_) if found is None else found

    @kept
    def holding(self) -> Flags:
        """For each relation whether it holds, and both its bodies are known and do."""
        relations = self.register.relations
        if self.present.all():
            holding = self.register.known
        else:
            there = np.append(self.present, False)  # an unknown body reads the last
            holding = look_up(there, relations.froms)
            holding &= look_up(there, relations.tos)
        found = relations.lives.holding(len(relations), self.standpoint)
        return holding if found is None else holding & found

    @kept
    def counting(self) -> Flags:
        """For each relation whether its kind makes a line, stated or, where asked, presumed."""
        if not self.standpoint.presume:
            return self.register.accountability
        return self.register.accountability | self.register.relations.kinds.where(
            lambda kind: kind == PRESUMED_KIND
        )

    @kept
    def relations(self) -> Integers:
        """The relation of each line."""
        counts = self.holding & self.counting
        numbers = number_type(len(counts))
        pieces = [
            (np.flatnonzero(counts[rows]) + rows.start).astype(numbers)
            for rows in cut_blocks(len(counts))
        ]
        return np.concatenate([np.empty(0, dtype=numbers), *pieces])

    @kept
    def froms(self) -> Integers:
        """The body that answers, for each line."""
        return _fixed(look_up(self.register.relations.froms, self.relations))

    @kept
    def tos(self) -> Integers:
        """The body that is answered to, for each line."""
        return _fixed(look_up(self.register.relations.tos, self.relations))

    @cached_property
    def lines(self) -> Lines:
        """The lines as they are looked along: distinct ones, between different bodies."""
        return contract_once(len(self), self.froms, self.tos).lines

    @kept
    def apex(self) -> Flags:
        """For each body whether it holds and accountability may end there."""
        return self.register.bodies.apex & self.present

    @kept
    def outside(self) -> Flags:
        """For each body whether it holds and its own governance is elsewhere."""
        return self.register.bodies.outside & self.present

    @property
    def _unqualified(self) -> bool:
        """Whether nothing is there that could make a line less than stated."""
        return not (self.register.relations.basis or self.standpoint.presume)

    @kept
    def bases(self) -> Integers:
        """How firmly each line is known, as a `Basis`."""
        basis, kinds = self.register.relations.basis, self.register.relations.kinds
        if self._unqualified:
            return np.broadcast_to(np.int32(Basis.STATED), len(self.relations))
        found = np.zeros(len(self.relations), dtype=np.int32)
        if basis:
            named = {str(one): int(one) for one in Basis}
            found[:] = basis.measure(lambda word: named.get(word, 0)).take(self.relations)
        if self.standpoint.presume:
            presumed = kinds.where(lambda kind: kind == PRESUMED_KIND)
            found[presumed.take(self.relations)] = int(Basis.PRESUMED)
        return found

    @cached_property
    def presumed(self) -> RegisterGraph:
        """The same with `part_of` counted as a presumed line; itself if that changes nothing."""
        if self.standpoint.presume or PRESUMED_KIND not in self.register.relations.kinds.values:
            return self
        return RegisterGraph(self.register, replace(self.standpoint, presume=True))

    @cached_property
    def unpresumed(self) -> RegisterGraph:
        """The same without presumed lines."""
        if not self.standpoint.presume:
            return self
        return RegisterGraph(self.register, replace(self.standpoint, presume=False))

    @kept
    def leading_outside(self) -> Flags:
        """For each body whether it is outside, or some chain upward leads there."""
        if not self.outside.any():
            return self.outside
        return contraction.arrivals(len(self), self.froms, self.tos, self.outside)

    @kept
    def arrives(self) -> Flags:
        """For each body whether some chain upward reaches an apex, or it is one."""
        return contraction.arrivals(len(self), self.froms, self.tos, self.apex)

    @kept
    def firmness(self) -> Rows:
        """The weakest basis on the firmest chain of each body to an apex; `NO_BASIS` for none."""
        counts = None if self._unqualified else np.bincount(self.bases, minlength=len(Basis))
        used = [b for b in Basis if b is Basis.STATED or (counts is not None and counts[b])]
        found = np.where(self.arrives, np.int8(used[-1]), np.int8(NO_BASIS))
        for basis in reversed(used[:-1]):
            lines = self.bases <= int(basis)
            froms, tos = self.froms[lines], self.tos[lines]
            found[contraction.arrivals(len(self), froms, tos, self.apex)] = basis
        return found

    @property
    def answering(self) -> Flags:
        """For each body whether it answers to another."""
        return self.lines.answering

    @kept
    def subordinate_counts(self) -> Integers:
        """Number of direct subordinates of each body, other than itself."""
        return contraction.subordinate_counts(len(self), self.froms, self.tos)

    @cached_property
    def cycles(self) -> list[list[int]]:
        """The sets of two or more bodies that answer to one another."""
        return contraction.cycles(len(self), self.froms, self.tos)

    @cached_property
    def first_of_cycles(self) -> list[int]:
        """The first body of each cycle by its identifier."""
        members = [body for cycle in self.cycles for body in cycle]
        ids = self.register.bodies.ids.gather(members).to_list()
        id_of = dict(zip(members, ids, strict=True))
        return [min(cycle, key=id_of.__getitem__) for cycle in self.cycles]

    @cached_property
    def cycle_of(self) -> RingOf:
        """For each body the number of its cycle, or -1."""
        return RingOf(len(self), self.cycles)

    @kept
    def depths(self) -> Integers:
        """Steps of the longest chain upward from each body, a cycle counted as one place."""
        return contraction.depths(len(self), self.froms, self.tos)

    @kept
    def next_on_longest(self) -> Integers:
        """For each body the superior through which its longest chain leads; itself for none."""
        onward = np.arange(len(self), dtype=number_type(len(self)))
        lines = np.flatnonzero(self.depths[self.froms] == self.depths[self.tos] + 1)[::-1]
        onward[self.froms[lines]] = self.tos[lines]  # of several, the one written first
        return onward

    @kept
    def dependants(self) -> Integers:
        """How many other bodies have a chain to an apex only through each."""
        return contraction.dependants(len(self), self.froms, self.tos, self.apex)

    @kept
    def owning(self) -> Flags:
        """For each body whether some line starts from it, be it to itself."""
        owning = self.answering.copy()
        owning[self.froms.take(self.to_itself)] = True
        return owning

    @kept
    def to_itself(self) -> Places:
        """The lines that lead from a body to itself."""
        return np.flatnonzero(self.froms == self.tos)

    @kept
    def exclusions(self) -> Rows:
        """For each body why a relation upward from it makes no line from here; 0 for none.

        Of several reasons the first of `PRESENCES`, of which `UNKNOWN_END` is one more.
        """
        relations, bodies = self.register.relations, self.register.bodies
        found = np.full(len(self), UNKNOWN_END + 1, dtype=np.int8)
        gone = np.flatnonzero(self.counting & ~self.holding & (relations.froms >= 0))
        whys = relations.lives.presences(gone, self.standpoint)
        for ends in (relations.tos, relations.froms):
            open_ = np.flatnonzero(whys == 0)
            at = ends.take(gone.take(open_))
            known = bodies.lives.presences(np.maximum(at, 0), self.standpoint)
            whys[open_] = np.where(at < 0, np.int8(UNKNOWN_END), known)
        np.minimum.at(found, relations.froms.take(gone), whys)
        found[found > UNKNOWN_END] = 0
        return found


def _fixed(column: Integers) -> Integers:
    """A column that nobody may change, so that its contraction is remembered."""
    column.flags.writeable = False
    return column
