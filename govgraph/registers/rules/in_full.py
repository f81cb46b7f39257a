"""Findings of a register in the words of their rules, which an excerpt around the bodies gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.runner import gather_evidence
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.blocks import look_up
from govgraph.graph.number_columns import find_distinct
from govgraph.registers.graph.excerpt import cut_to_tell
from govgraph.registers.rules.register_findings import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.checks.check import Evidence
    from govgraph.checks.finding import Finding
    from govgraph.graph.line_columns import Integers, Rows
    from govgraph.registers.rules.register_findings import RegisterFindings, RegisterGroup

MOST_RELATIONS = 500
"""Relations to one body beyond which its findings are told by the sentence of their case: nobody
reads more names, and each costs an object."""
MOST_IN_EXCERPT = 50_000
"""Relations of an excerpt beyond which none is cut: a second's work."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a register that is told of as a structure.

    Attributes:
        evidence: what the rules look at there.
        bodies: the ids of the bodies of which all is there.
    """

    evidence: Evidence
    bodies: frozenset[str]

    def word(self, group: RegisterGroup, finding: Finding) -> Finding:
        """A finding in the words of its rule; as it is, if these are no others."""
        line, body = group.check.line, finding.subject.body
        if line is None or line.build is None or group.case is None or body not in self.bodies:
            return finding
        full = line.build(group.check, self.evidence, group.case, body)
        return replace(full, severity=finding.severity, place=finding.place)


def cut_excerpt(
    findings: RegisterFindings, chosen: Iterable[tuple[RegisterGroup, Rows]]
) -> Excerpt | None:
    """What decides what is said of some findings of some groups, given by their places."""
    register = findings.graph.register
    few = _without_hubs(findings, [group.bodies[places] for group, places in chosen if group.case])
    structure = cut_to_tell(register, few.tolist(), MOST_IN_EXCERPT) if len(few) else None
    if structure is None:
        return None
    graph = AccountabilityGraph(structure, findings.graph.standpoint)
    return Excerpt(gather_evidence(graph), frozenset(register.bodies.ids.gather(few).to_list()))


def _without_hubs(findings: RegisterFindings, bodies: Sequence[Integers]) -> Integers:
    """Bodies, each once, to which no more than `MOST_RELATIONS` lead."""
    tos = findings.graph.register.relations.tos
    found = find_distinct(np.concatenate([np.empty(0, dtype=np.int32), *bodies]))
    found = found[found != NOBODY]
    asked = np.zeros(len(findings.graph) + 1, dtype=np.bool_)  # NOBODY reads the last
    asked[found] = True
    met = np.searchsorted(found, tos.compress(look_up(asked, tos)))
    few: Integers = found[np.bincount(met, minlength=len(found)) <= MOST_RELATIONS]
    return few
