"""Runs the rules about lines of account over a register on Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.checks.line_runner import run_line_rules
from govgraph.spark.graph.fetched import TooMuchLeftError
from govgraph.spark.rules import shape, unknown_references
from govgraph.spark.rules.by_cases import find_by_cases
from govgraph.spark.rules.facts import SparkFacts
from govgraph.spark.rules.spark_findings import SparkFindings, SparkGroup, gather

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Severity
    from govgraph.spark.graph.spark_graph import SparkGraph

FINDERS: Mapping[str, Callable[[Check, SparkFacts], Iterator[SparkGroup]]] = {
    "GG103": shape.find_cycles,
    "GG106": unknown_references.find_unknown_references,
    "GG109": shape.find_skipped_tiers,
}
"""The rules that need an algorithm of their own, and what finds each in rounds of joins."""


def check_on_spark(
    graph: SparkGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
    tell: Callable[[str], None] | None = None,
) -> SparkFindings:
    """Everything the rules about lines of account find in a register on Spark.

    What it is given, and what it raises, is said at the front door: `govgraph.spark.check`.
    """
    facts = SparkFacts(graph)
    left_out: list[str] = []

    def find(check: Check) -> list[SparkGroup]:
        try:
            if check.line:
                return list(find_by_cases(check, check.line, facts))
            return list(FINDERS[check.code](check, facts))
        except TooMuchLeftError as error:
            left_out.append(f"{check.code} {check.name}: {error}")
            return []

    groups = run_line_rules(find, (select, ignore), severities, tell)
    if tell:
        tell("gathering findings")
    return gather(graph, groups, left_out)
