"""The findings of a register as people read them: counted by rule, by kind and by area."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.finding import Severity
from govgraph.checks.registers.found import NOBODY
from govgraph.checks.registers.singly import tell_each
from govgraph.reporting.registers.summary import sum_up_register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.checks.finding import Finding
    from govgraph.checks.registers.found import Found, RegisterFindings
    from govgraph.graph.columns import Integers
    from govgraph.graph.registers.words import Words

EXAMPLES = 3
"""Findings of a rule that are told in words; the rest are counted."""
NAMED = 5
"""Kinds and areas named; the rest are counted together."""


def register_findings_as_text(findings: RegisterFindings) -> str:
    """How often each rule found something, where most often, and a few of each."""
    blocks = [_tell_rule(findings, *one) for one in tell_examples(findings)]
    return "\n\n".join([*blocks, sum_up(findings)])


def tell_examples(findings: RegisterFindings) -> Iterator[tuple[list[Found], list[Finding]]]:
    """The groups of each rule and severity, and the first few of their findings, told."""
    chosen = [(group, np.arange(min(len(group), EXAMPLES))) for group in findings.groups]
    told = zip(findings.groups, tell_each(findings, chosen), strict=True)
    for _, those in groupby(told, lambda pair: (pair[0].severity, pair[0].check.code)):
        groups, few = zip(*those, strict=True)
        yield list(groups), [finding for some in few for finding in some][:EXAMPLES]


def _tell_rule(findings: RegisterFindings, groups: list[Found], told: list[Finding]) -> str:
    check, severity = groups[0].check, groups[0].severity
    total = sum(map(len, groups))
    lines = [f"{severity} {check.code} {check.name}: {total:,}, {check.summary}"]
    variants: dict[str, int] = {}
    for group in groups:
        variants[group.variant] = variants.get(group.variant, 0) + len(group)
    if len(variants) > 1:
        parts = (f"{variant or 'other'} {count:,}" for variant, count in variants.items())
        lines.append(f"  of these: {', '.join(parts)}")
    lines += [f"  by {name}: {counted}" for name, counted in count_groups(findings, groups)]
    for place, finding in enumerate(told):
        first = f"{'such as' if total > EXAMPLES else 'namely'}: "
        lines.append(f"  {'  ' if place else first}{finding.message}")
        if len(finding.chain) > 1:
            lines.append(f"      chain: {' -> '.join(finding.chain)}")
        if finding.others:
            lines.append(f"      to: {', '.join(finding.others[:NAMED])}")
    return "\n".join(lines)


def count_groups(findings: RegisterFindings, groups: list[Found]) -> list[tuple[str, str]]:
    """Of which kind and in which area bodies are that findings are about, where that is known."""
    bodies = findings.graph.register.bodies
    about = np.concatenate([group.bodies for group in groups])
    about = about[about != NOBODY]
    columns = (("kind", bodies.kinds), ("area", findings.areas))
    counted = [(name, _count_words(words, about)) for name, words in columns]
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


def sum_up(findings: RegisterFindings) -> str:
    """How many findings of each severity there are, in how many bodies, and as at when."""
    graph = findings.graph
    told = sum_up_register(
        graph.register.files.folder.name,
        {severity: findings.count(severity) for severity in Severity},
        (len(graph), len(graph.relations)),
        int(np.count_nonzero(findings.per_body(Severity.ERROR))),
        graph.standpoint,
    )
    return f"{told} --format jsonl, csv or parquet gives every finding." if len(findings) else told
