"""Contraction: every chain of single superiors drawn together into one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import ref

import numpy as np

from govgraph.graph.line_columns import sort_lines
from govgraph.graph.multi_superior import group_cycles
from govgraph.graph.pointer_jumping import ChainEnds, follow, follow_again

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Flags, Integers, Lines


@dataclass(frozen=True, eq=False)
class ContractedChains:
    """Where the chain of single superiors ends for each body, and the lines between these ends.

    A chain ends at a body with no superior, at a head (a body with several), or at the first body
    of a cycle of single superiors, which is cut there and counts as a head of one line.

    They are followed when somebody asks for the first of these.

    Attributes:
        lines: the lines as they are.
    """

    lines: Lines

    @cached_property
    def climb(self) -> ChainEnds:
        """The end of each body's chain, an end being its own, and the steps to it."""
        return follow(self.lines.superior, self.lines.without_single, self.lines.answered)

    @cached_property
    def ends(self) -> Flags:
        """Whether chains end at this body."""
        cuts = self.climb.cuts
        if not len(cuts):
            return self.lines.without_single
        ends = self.lines.without_single.copy()
        ends[cuts] = True
        return ends

    @cached_property
    def froms(self) -> Integers:
        """The head at the lower end of each line of a head, cut cycles included."""
        return np.concatenate([self.lines.froms, self.climb.cuts.astype(self.lines.froms.dtype)])

    @cached_property
    def tos(self) -> Integers:
        """Its superior; `chain_ends[tos]` is the end that the line leads to."""
        return np.concatenate([self.lines.tos, self.lines.superior.take(self.climb.cuts)])

    @property
    def chain_ends(self) -> Integers:
        """The end of each body's chain."""
        return self.climb.chain_ends

    @property
    def steps(self) -> Integers:
        """Number of steps to the end of each body's chain."""
        return self.climb.steps

    @cached_property
    def cycles(self) -> list[list[int]]:
        """Groups of two or more bodies that answer to one another, sorted within and without.

        They are cycles of heads, with the bodies on the chains between these.
        """
        chain_ends = self.chain_ends.take(self.tos)
        inside, groups = group_cycles(self.lines.count, self.froms, chain_ends)
        members: dict[int, set[int]] = {}
        for group, head, body, top in zip(
            groups.tolist(),
            self.froms[inside].tolist(),
            self.tos[inside].tolist(),
            chain_ends[inside].tolist(),
            strict=True,
        ):
            cycle = members.setdefault(group, set())
            cycle.add(head)
            while body != top and body not in cycle:
                cycle.add(body)
                body = self.lines.superior.item(body)  # noqa: PLW2901 - the climb is the point
        return sorted(sorted(cycle) for cycle in members.values())


def contract(count: int, froms: Integers, tos: Integers) -> ContractedChains:
    """The chains of single superiors, from lines in any order."""
    return ContractedChains(sort_lines(count, froms, tos))


def end_also(chains: ContractedChains, others: Flags) -> ChainEnds:
    """Where chains end if they ended at these bodies too."""
    more = np.flatnonzero(others & ~chains.ends)
    if not len(more):
        return chains.climb
    return follow_again(chains.climb, chains.lines.superior, chains.ends, more)


_remembered: list[tuple[ref[Integers], ref[Integers], ContractedChains]] = []


def contract_once(count: int, froms: Integers, tos: Integers) -> ContractedChains:
    """The same, remembered while the same columns are asked about and cannot change.

    Only columns that are read-only are remembered, the last pair of them, and only for as long as
    somebody else holds them.
    """
    if froms.flags.writeable or tos.flags.writeable:
        return contract(count, froms, tos)
    for known_froms, known_tos, chains in _remembered:
        if known_froms() is froms and known_tos() is tos and chains.lines.count == count:
            return chains
    chains = contract(count, froms, tos)
    _remembered[:] = [(ref(froms, _forget), ref(tos, _forget), chains)]
    return chains


def _forget(_: ref[Integers]) -> None:
    _remembered.clear()
