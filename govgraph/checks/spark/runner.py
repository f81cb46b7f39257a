"""Runs the rules about lines of account over a register on Spark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.checks.catalogue import all_checks, find_check
from govgraph.checks.runner import find_codes
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
    chosen = find_codes(select) if select else frozenset(FINDERS)
    chosen -= find_codes(ignore)
    wanted = {find_check(name).code: severity for name, severity in (severities or {}).items()}
    footings = SparkFootings(graph)
    groups: list[SparkFound] = []
    left_out: list[str] = []
    for check in all_checks():
        if check.code in chosen and check.code in FINDERS:
            if tell:
                tell(check.name)
            try:
                found = list(FINDERS[check.code](check, footings))
            except TooMuchLeftError as error:
                left_out.append(f"{check.code} {check.name}: {error}")
            else:
                groups += [_graded(each, wanted) for each in found]
    if tell:
        tell("gathering findings")
    return gather(graph, groups, left_out)


def _graded(group: SparkFound, wanted: Mapping[str, Severity]) -> SparkFound:
    """The group, as grave as the settings say; one its rule softened is not raised."""
    severity = wanted.get(group.check.code, group.severity)
    if group.severity < group.check.severity:
        severity = min(severity, group.severity)
    return replace(group, severity=severity)
