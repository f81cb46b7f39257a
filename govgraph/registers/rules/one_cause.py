"""One cause, one finding, by the column: as `govgraph.checks.one_cause` has it of a structure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.finding import Severity
from govgraph.checks.one_cause import (
    ANSWERED,
    BROKEN,
    NO_END,
    ORPHANED,
    format_break,
    format_with_below,
)
from govgraph.graph.number_columns import find_distinct, number_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.checks.finding import Finding
    from govgraph.graph.line_columns import Flags, Integers, Rows
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.rules.register_findings import RegisterFindings, RegisterGroup


@dataclass(frozen=True, slots=True, eq=False)
class Causes:
    """At which body each broken chain breaks, and what that makes of the findings.

    Attributes:
        at: the bodies at which chains break, ascending, one for each broken chain.
        bodies: the bodies whose chains these are.
        worst: for each body the gravest severity of what breaks there, of itself included.
        speakers: for each body at which chains break the body whose finding tells of them all: it
            itself, if something is found of it, or else the first of them; -1 of any other.
    """

    at: Integers
    bodies: Integers
    worst: Rows
    speakers: Rows

    def find(self, at: int) -> Integers:
        """The other bodies whose chains break at one."""
        first, last = np.searchsorted(self.at, [at, at + 1])
        some = self.bodies[first:last]
        others: Integers = some[some != at]
        return others


@dataclass(frozen=True, slots=True, eq=False)
class MergedGroup:
    """Findings of one group as people are told of them: those of one cause with the cause.

    Attributes:
        group: the findings as the rule found them, but as grave as the gravest told with each.
        places: which of the group are told; the others are told with these, or elsewhere.
        at: for each of these the body at which chains break, or -1.
        counts: how many other bodies each tells of.
    """

    group: RegisterGroup
    places: Rows
    at: Integers
    counts: Rows

    def __len__(self) -> int:
        return len(self.places)

    @property
    def bodies(self) -> Integers:
        """The bodies that they are about."""
        return self.group.bodies[self.places]


def merge_by_cause(findings: RegisterFindings) -> tuple[Causes, tuple[MergedGroup, ...]]:
    """What people are told of the findings, the gravest first; of a group those that tell most."""
    causes = find_causes(findings)
    told = [each for group in findings.groups for each in _merge(findings.graph, causes, group)]
    chain_ends = [each.group for each in told if _is_top(each.group)]
    worst = max((group.severity for group in chain_ends), default=Severity.INFORMATION)
    kept = (
        each
        for each in told
        if each.group.check.code != NO_END or not chain_ends or worst < each.group.severity
    )
    return causes, tuple(sorted(kept, key=lambda each: each.group.order))


def format_cause(
    findings: RegisterFindings, causes: Causes, finding: Finding, at: int
) -> tuple[Finding, tuple[str, ...]]:
    """A finding with the bodies whose chains break at one, and the names of these bodies."""
    others = causes.find(at).tolist()
    bodies = findings.graph.register.bodies
    names = tuple(bodies.names.gather(others).to_list())
    if not others:
        return finding, ()
    if causes.speakers[at] == at:
        says = format_with_below(finding, bodies.names[at], len(others))
        return replace(finding, message=says), names
    if len(others) > 1 and finding.broken:
        return replace(finding, message=format_break(names, finding.broken.told)), names
    return finding, ()


def find_causes(findings: RegisterFindings) -> Causes:
    """At which body each chain that is found broken breaks."""
    graph = findings.graph
    worst = np.full(len(graph), -1, dtype=np.int8)
    answering = np.zeros(len(graph), dtype=np.bool_)
    at, bodies = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.int32)]
    for group in findings.groups:
        if group.check.code == ORPHANED:
            answering[group.bodies] = True
            where = group.bodies
        elif group.check.code == BROKEN:
            where = _find_breaks(graph, group)
            at.append(where)
            bodies.append(group.bodies)
        else:
            continue
        worst[where] = np.maximum(worst[where], np.int8(group.severity))
    ends, starts = np.concatenate(at), np.concatenate(bodies)
    order = np.lexsort((starts, ends))
    ends, starts = ends[order], starts[order]
    return Causes(ends, starts, worst, _find_speakers(ends, starts, answering))


def _find_speakers(at: Integers, bodies: Integers, answering: Flags) -> Rows:
    speakers = np.full(len(answering), -1, dtype=number_type(len(answering)))
    speakers[at[::-1]] = bodies[::-1]  # of several, the first
    for own in (at[at == bodies], np.flatnonzero(answering)):
        speakers[own] = own
    return speakers


def _find_breaks(graph: RegisterGraph, group: RegisterGroup) -> Integers:
    """The body at which each chain of a group breaks: of a ring its first."""
    stops = group.ends["stop"]
    cycles = graph.cycle_of.take(stops)
    if not graph.cycles or not (cycles >= 0).any():
        return stops
    firsts = np.array(graph.first_of_cycles, dtype=stops.dtype)
    return np.where(cycles >= 0, firsts.take(np.maximum(cycles, 0)), stops)


def _merge(graph: RegisterGraph, causes: Causes, group: RegisterGroup) -> Iterator[MergedGroup]:
    """The findings of a group that are told, those as grave as one another together."""
    code = group.check.code
    if code == ORPHANED:
        at, kept = group.bodies, np.arange(len(group))
    elif code == BROKEN:
        at = _find_breaks(graph, group)
        kept = np.flatnonzero(causes.speakers.take(at) == group.bodies)
    else:
        nowhere = np.full(len(group), -1, dtype=np.int32)
        yield MergedGroup(
            group, np.arange(len(group)), nowhere, np.zeros(len(group), dtype=np.int64)
        )
        return
    at = at[kept]
    counts = np.searchsorted(causes.at, at, "right") - np.searchsorted(causes.at, at, "left")
    if code == BROKEN:
        counts = counts - 1  # its own
    graver = causes.worst.take(at)
    for severity in find_distinct(graver).tolist()[::-1]:
        some = np.flatnonzero(graver == severity)
        some = some[np.argsort(-counts[some], kind="stable")]
        graded = replace(group, severity=Severity(severity))
        yield MergedGroup(graded, kept[some], at[some], counts[some])


def _is_top(group: RegisterGroup) -> bool:
    return group.check.code == ORPHANED and group.variant == ANSWERED
