"""The findings of a register as people read them: counted by rule, by kind and by area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.checks.finding import Severity
<<<<<<< HEAD
from govgraph.checks.registers.found import NOBODY
from govgraph.checks.registers.singly import tell
=======
from govgraph.checks.registers.counted import EXAMPLES
from govgraph.reporting.registers.counting import count_findings
>>>>>>> 99052a2 (Check registers on Spark Connect: a cluster, or Sail embedded)

if TYPE_CHECKING:
    from govgraph.checks.registers.counted import RegisterCount, RuleCount, WordCount
    from govgraph.checks.registers.found import RegisterFindings

EVERY = "--format jsonl, csv or parquet gives every finding."


def register_findings_as_text(findings: RegisterFindings) -> str:
    """How often each rule found something, where most often, and a few of each."""
<<<<<<< HEAD
    blocks = [
        _tell_rule(findings, list(those))
        for _, those in groupby(findings.groups, lambda group: (group.severity, group.check.code))
    ]
    return "\n\n".join([*blocks, sum_up(findings)])


def _tell_rule(findings: RegisterFindings, groups: list[Found]) -> str:
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
    some = [np.arange(min(len(group), EXAMPLES)) for group in groups]
    told = [f for group, few in zip(groups, some, strict=True) for f in tell(findings, group, few)]
    for place, finding in enumerate(told[:EXAMPLES]):
        first = f"{'such as' if total > EXAMPLES else 'namely'}: "
        lines.append(f"  {'  ' if place else first}{finding.message}")
        if len(finding.chain) > 1:
            lines.append(f"      chain: {' -> '.join(finding.chain)}")
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
    errors, warnings, information = map(findings.count, reversed(Severity))
    graph = findings.graph
    as_at = graph.standpoint.as_at
=======
    return counted_as_text(count_findings(findings), EVERY)


def counted_as_text(counted: RegisterCount, every: str) -> str:
    """The same of findings that are counted already; `every` says how to have each of them."""
    return "\n\n".join([*map(_tell_rule, counted.rules), f"{_summary(counted)} {every}"])


def _tell_rule(rule: RuleCount) -> str:
    check = rule.check
    lines = [f"{rule.severity} {check.code} {check.name}: {rule.total:,}, {check.summary}"]
    if len(rule.variants) > 1:
        parts = (f"{variant or 'other'} {count:,}" for variant, count in rule.variants)
        lines.append(f"  of these: {', '.join(parts)}")
    lines += [f"  by {words.column}: {_tell_words(words)}" for words in rule.words]
    lines += [f"  {'such as' if rule.total > EXAMPLES else 'namely'}: {rule.examples[0]}"]
    lines += [f"    {words}" for words in rule.examples[1:]]
    return "\n".join(lines)


def _tell_words(words: WordCount) -> str:
    parts = [f"{word or '(none)'} {count:,}" for word, count in words.most]
    return ", ".join([*parts, f"others {words.others:,}"] if words.others else parts)


def _summary(counted: RegisterCount) -> str:
    errors, warnings, information = map(counted.count, reversed(Severity))
    as_at = counted.standpoint.as_at
>>>>>>> 99052a2 (Check registers on Spark Connect: a cluster, or Sail embedded)
    when = f"as at {as_at.spoken()}" if as_at else "without regard to dates"
    count = f"{errors:,} errors, {warnings:,} warnings, {information:,} information"
    size = f"{counted.bodies:,} bodies, {counted.lines:,} lines of account, {when}"
    return (
        f"{counted.name}: {count if counted.rules else 'nothing to report'} ({size}); "
        f"{counted.faulty:,} bodies have an error."
    )
