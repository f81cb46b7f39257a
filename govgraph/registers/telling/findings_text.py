"""The findings of a register as people read them: counted by rule, by kind and by area."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import format_not_checked
from govgraph.registers.rules.finding_records import list_each
from govgraph.registers.rules.one_cause import format_cause, merge_by_cause
from govgraph.registers.rules.register_findings import NOBODY
from govgraph.reporting.register_summary import sum_up_register
from govgraph.wording.lists import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Finding
    from govgraph.graph.line_columns import Integers
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.rules.one_cause import MergedGroup
    from govgraph.registers.rules.register_findings import RegisterFindings

EXAMPLES = 3
"""Findings of a rule that are told in words; the rest are counted."""
NAMED = 5
"""Kinds and areas named; the rest are counted together."""


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """What one rule found of one severity, and a few findings of it in words.

    Attributes:
        check: the rule.
        severity: how grave it is.
        told: its findings, those of one cause as one.
        examples: the first few of these.
        below: for each example the names of the bodies that it tells of besides.
    """

    check: Check
    severity: Severity
    told: tuple[MergedGroup, ...]
    examples: tuple[Finding, ...]
    below: tuple[tuple[str, ...], ...]

    @property
    def total(self) -> int:
        """How often it found something."""
        return sum(map(len, self.told))

    @property
    def bodies(self) -> Integers:
        """The bodies found fault with."""
        bodies = np.concatenate([each.bodies for each in self.told])
        known: Integers = bodies[bodies != NOBODY]
        return known


def register_findings_as_text(findings: RegisterFindings) -> str:
    """How often each rule found something, where most often, and a few of each.

    The gravest stand last, where a terminal shows them.
    """
    rules = sorted(summarise_rules(findings), key=lambda rule: rule.severity)
    closing = f"{sum_up(findings, rules)}\n{format_not_checked()}"
    return "\n\n".join([*(_format_rule(findings, rule) for rule in rules), closing])


def summarise_rules(findings: RegisterFindings) -> Iterator[RuleSummary]:
    """What each rule found of each severity, the gravest first, with the first few findings."""
    causes, told = merge_by_cause(findings)
    few = list_each(findings, [(each.group, each.places[:EXAMPLES]) for each in told])
    pairs = zip(told, few, strict=True)
    for _, those in groupby(pairs, lambda pair: pair[0].group.order[:2]):
        examples = []
        groups = []
        for each, found in those:
            groups.append(each)
            ends = each.at[: len(found)].tolist()
            examples += [
                format_cause(findings, causes, *one) for one in zip(found, ends, strict=True)
            ]
        first = examples[:EXAMPLES]
        yield RuleSummary(
            groups[0].group.check,
            groups[0].group.severity,
            tuple(groups),
            tuple(finding for finding, _ in first),
            tuple(below for _, below in first),
        )


def _format_rule(findings: RegisterFindings, rule: RuleSummary) -> str:
    check, total = rule.check, rule.total
    lines = [f"{rule.severity} {check.code} {check.name}: {total:,}, {check.summary}"]
    variants: dict[str, int] = {}
    for each in rule.told:
        variants[each.group.variant] = variants.get(each.group.variant, 0) + len(each)
    if len(variants) > 1:
        parts = (f"{variant or 'other'} {count:,}" for variant, count in variants.items())
        lines.append(f"  of these: {', '.join(parts)}")
    lines += [f"  by {name}: {counted}" for name, counted in count_words_of(findings, rule)]
    for place, (finding, below) in enumerate(zip(rule.examples, rule.below, strict=True)):
        first = f"{'such as' if total > EXAMPLES else 'namely'}: "
        lines.append(f"  {'  ' if place else first}{finding.message}")
        lines += [f"      {line}" for line in _format_more(finding, below)]
    return "\n".join(lines)


def _format_more(finding: Finding, below: Sequence[str]) -> Iterator[str]:
    """What stands below the sentence of a finding."""
    if len(finding.chain) > 1:
        yield f"chain: {' -> '.join(finding.chain)}"
    if below:
        yield f"below it: {join_words(below)}"
    elif others := [other for other in finding.others if other not in finding.chain]:
        yield f"to: {', '.join(others[:NAMED])}"
    if board := finding.board:
        yield f"to the board: {board.matter} {board.recommendation}"


def count_words_of(findings: RegisterFindings, rule: RuleSummary) -> list[tuple[str, str]]:
    """Of which kind and in which area bodies are that findings are about, where that is known."""
    columns = (("kind", findings.graph.register.bodies.kinds), ("area", findings.areas))
    counted = [(name, _count_words(words, rule.bodies)) for name, words in columns]
    return [(name, told) for name, told in counted if told]


def _count_words(words: Words | None, bodies: Integers) -> str:
    """The words most frequent among bodies, with how many have each."""
    if words is None or not len(bodies):
        return ""
    counts = np.bincount(words.codes[bodies], minlength=len(words.values))
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], code))
    parts = [f"{words.values[code] or '(none)'} {counts[code]:,}" for code in order[:NAMED]]
    rest = int(counts[order[NAMED:]].sum())
    return ", ".join([*parts, f"others {rest:,}"] if rest else parts)


def sum_up(findings: RegisterFindings, rules: Iterable[RuleSummary]) -> str:
    """How many findings of each severity there are, in how many bodies, and as at when."""
    graph = findings.graph
    counts = dict.fromkeys(Severity, 0)
    for rule in rules:
        counts[rule.severity] += rule.total
    told = sum_up_register(
        graph.register.files.name,
        counts,
        (len(graph), len(graph.relations)),
        int(np.count_nonzero(findings.per_body(Severity.ERROR))),
        graph.standpoint,
    )
    merged = sum(counts.values()) < len(findings)
    every = "every finding, body by body" if merged else "every finding"
    return f"{told} --format jsonl, csv or parquet gives {every}." if len(findings) else told
