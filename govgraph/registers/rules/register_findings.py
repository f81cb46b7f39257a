"""Findings by the column: all that one rule found of one kind, without an object for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.finding import Severity, Tallied
from govgraph.checks.line_runner import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govgraph.checks.case import Case
    from govgraph.graph.line_columns import Integers, Rows
    from govgraph.registers.graph.body_lists import Lists
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.graph.row_sentences import Fill
    from govgraph.registers.reading.categorical import Words

NOBODY = -1
"""In a column of bodies: the finding is about no body that is known."""


@dataclass(frozen=True, slots=True, eq=False)
class RegisterGroup(Group):
    """The findings of one rule that read alike.

    Attributes:
        bodies: the body that each is about, or NOBODY.
        relations: the relation that each is about, by row; None if they are about bodies.
        fills: for each `{}` what stands there.
        chain: gives for some findings, by their places, the bodies that prove each, from the one
            who answers upward; None if the body it is about proves it alone.
        others: gives for some findings, by their places, the further bodies that each touches.
        case: the case of a line rule that they are; None for what a rule finds by itself.
        ends: further bodies that what is put to a board names, by the name of the slot.
    """

    bodies: Integers
    relations: Integers | None = None
    fills: tuple[Fill, ...] = ()
    chain: Callable[[Rows], Lists] | None = None
    others: Callable[[Rows], Lists] | None = None
    case: Case | None = None
    ends: Mapping[str, Integers] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.bodies)


@dataclass(frozen=True, eq=False)
class RegisterFindings(Tallied):
    """What the rules found in a register.

    Attributes:
        graph: who answers to whom in it.
        groups: the findings, the gravest first; no group is empty.
    """

    graph: RegisterGraph
    groups: tuple[RegisterGroup, ...]

    @cached_property
    def areas(self) -> Words | None:
        """The area of each body, read when it is asked for."""
        return self.graph.register.bodies.words("area")

    @cached_property
    def tally(self) -> Mapping[Severity, int]:
        """How many findings of each severity there are."""
        counts: Counter[Severity] = Counter()
        for group in self.groups:
            counts[group.severity] += len(group)
        return counts

    def __len__(self) -> int:
        return sum(map(len, self.groups))

    def per_body(self, least: Severity = Severity.INFORMATION) -> Integers:
        """Number of findings about each body that are at least as grave."""
        groups = [group.bodies for group in self.groups if group.severity >= least]
        bodies = np.concatenate([np.empty(0, dtype=np.int32), *groups])
        counts: Integers = np.bincount(bodies[bodies != NOBODY], minlength=len(self.graph)).astype(
            np.int32
        )
        return counts
