"""What was found in a register on Spark as people read it: as for a register that is held here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import format_not_checked
from govgraph.reporting.register_summary import sum_up_register
from govgraph.spark.rules.counted import EXAMPLES

if TYPE_CHECKING:
    from govgraph.spark.rules.counted import RegisterCount, RuleCount, WordCount

EVERY = "Counted body by body; -o FOLDER writes every finding as Parquet."


def counts_as_text(counted: RegisterCount) -> str:
    """How often each rule found something, where most often, and a few of each.

    The gravest stand last, where a terminal shows them.
    """
    blocks = [*map(_format_rule, sorted(counted.rules, key=lambda rule: rule.severity))]
    blocks += [f"not looked for: {rule}" for rule in counted.left_out]
    return "\n\n".join([*blocks, f"{_summary(counted)} {EVERY}\n{format_not_checked()}"])


def _format_rule(rule: RuleCount) -> str:
    check = rule.check
    lines = [f"{rule.severity} {check.code} {check.name}: {rule.total:,}, {check.summary}"]
    if len(rule.variants) > 1:
        parts = (f"{variant or 'other'} {count:,}" for variant, count in rule.variants)
        lines.append(f"  of these: {', '.join(parts)}")
    lines += [f"  by {words.column}: {_format_words(words)}" for words in rule.words]
    lines += [f"  {'such as' if rule.total > EXAMPLES else 'namely'}: {rule.examples[0]}"]
    lines += [f"    {words}" for words in rule.examples[1:]]
    return "\n".join(lines)


def _format_words(words: WordCount) -> str:
    parts = [f"{word or '(none)'} {count:,}" for word, count in words.most]
    return ", ".join([*parts, f"others {words.others:,}"] if words.others else parts)


def _summary(counted: RegisterCount) -> str:
    return sum_up_register(
        counted.name,
        {severity: counted.count(severity) for severity in Severity},
        (counted.bodies, counted.lines),
        counted.faulty,
        counted.standpoint,
    )
