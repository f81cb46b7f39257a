"""Runs the rules about lines of account over a register on Spark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.checks.chosen_rules import choose_rules, grade, read_severities
from govgraph.checks.spark import names, shape, standing
from govgraph.checks.spark.footings import SparkFootings
from govgraph.checks.spark.found import SparkFindings, SparkFound, gather
from govgraph.graph.spark.fetched import TooMuchLeftError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Severity
    from govgraph.graph.spark.lines import SparkGraph

FINDERS: Mapping[str, Callable[[Check, SparkFootings], Iterator[SparkFound]]] = {
    "GG101": standing.find_orphans,
    "GG102": standing.find_broken_chains,
    "GG103": shape.find_cycles,
    "GG104": standing.find_self_accountability,
    "GG105": standing.find_dual_accountability,
    "GG106": names.find_unknown_references,
    "GG107": standing.find_no_apex,
    "GG108": standing.find_several_apexes,
    "GG109": shape.find_skipped_tiers,
    "GG110": shape.find_single_points,
    "GG111": shape.find_deep_chains,
    "GG112": shape.find_wide_spans,
    "GG113": standing.find_weak_chains,
}
"""The rules that a register is checked by, and what finds each in rounds of joins."""


def check_on_spark(
    graph: SparkGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
    tell: Callable[[str], None] | None = None,
) -> SparkFindings:
    """Everything the rules about lines of account find in a register on Spark.

    Args:
        graph: who answers to whom in it.
        select: codes, beginnings of codes (`GG1`) or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.
        severities: how grave rules are, by code or name, where not as they say themselves.
        tell: is told the name of each rule when it is begun.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    checks = choose_rules(FINDERS, select, ignore)
    wanted = read_severities(severities)
    footings = SparkFootings(graph)
    groups: list[SparkFound] = []
    left_out: list[str] = []
    for check in checks:
        if tell:
            tell(check.name)
        try:
            found = list(FINDERS[check.code](check, footings))
        except TooMuchLeftError as error:
            left_out.append(f"{check.code} {check.name}: {error}")
        else:
            groups += [
                replace(each, severity=grade(check, each.severity, wanted)) for each in found
            ]
    if tell:
        tell("gathering findings")
    return gather(graph, groups, left_out)
