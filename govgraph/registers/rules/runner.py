"""Runs the rules about lines of account over a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.checks.line_runner import run_line_rules
from govgraph.registers.rules import cycles, tiers, unknown_references
from govgraph.registers.rules.by_cases import find_by_cases
from govgraph.registers.rules.facts import RegisterFacts
from govgraph.registers.rules.register_findings import RegisterFindings, RegisterGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Severity
    from govgraph.registers.graph.register_graph import RegisterGraph

FINDERS: Mapping[str, Callable[[Check, RegisterFacts], Iterator[RegisterGroup]]] = {
    "GG103": cycles.find_cycles,
    "GG106": unknown_references.find_unknown_references,
    "GG109": tiers.find_skipped_tiers,
}
"""The rules that need an algorithm of their own, and what finds each in columns."""


def check_register(
    graph: RegisterGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
    tell: Callable[[str], None] | None = None,
) -> RegisterFindings:
    """Everything the rules about lines of account find in a register.

    What it is given, and what it raises, is said at the front door: `govgraph.registers.check`.
    """
    facts = RegisterFacts(graph)

    def find(check: Check) -> Iterator[RegisterGroup]:
        graph.register.let_go()
        if check.line:
            return find_by_cases(check, check.line, facts)
        return FINDERS[check.code](check, facts)

    groups = run_line_rules(find, (select, ignore), severities, tell)
    return RegisterFindings(graph, tuple(group for group in groups if len(group)))
