"""The findings of a register as data: the counts that people read, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import list_not_checked

if TYPE_CHECKING:
    from govgraph.spark.rules.counted import RegisterCount, RuleCount


def counts_as_data(counted: RegisterCount) -> dict[str, Any]:
    """How often each rule found something, where most often, and a few of each."""
    as_at = counted.standpoint.as_at
    return {
        "register": counted.name,
        "as_at": str(as_at) if as_at else None,
        "bodies": counted.bodies,
        "lines": counted.lines,
        "rules": [_rule_as_data(rule) for rule in counted.rules],
        "left_out": list(counted.left_out),
        "not_checked": list_not_checked(),
        "summary": {
            **{str(severity): counted.count(severity) for severity in reversed(Severity)},
            "faulty": counted.faulty,
        },
    }


def _rule_as_data(rule: RuleCount) -> dict[str, Any]:
    return {
        "code": rule.check.code,
        "name": rule.check.name,
        "severity": str(rule.severity),
        "count": rule.total,
        "variants": dict(rule.variants),
        "by": {
            words.column: {"most": dict(words.most), "others": words.others} for words in rule.words
        },
        "examples": list(rule.examples),
    }
