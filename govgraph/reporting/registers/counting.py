"""Counts what was found in a register that is held as columns."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.finding import Severity
from govgraph.checks.registers.counted import (
    EXAMPLES,
    NAMED,
    RegisterCount,
    RuleCount,
    WordCount,
)
from govgraph.checks.registers.found import NOBODY
from govgraph.reporting.registers.rows import tell_some

if TYPE_CHECKING:
    from govgraph.checks.registers.found import Found, RegisterFindings
    from govgraph.graph.columns import Integers
    from govgraph.graph.registers.words import Words


def count_findings(findings: RegisterFindings) -> RegisterCount:
    """How often each rule found something, where most often, and a few of each."""
    graph = findings.graph
    bodies = graph.register.bodies
    columns = {"kind": bodies.kinds, "area": bodies.words("area") if findings.groups else None}
    by_rule = groupby(findings.groups, lambda group: group.order[:2])
    return RegisterCount(
        graph.register.files.folder.name,
        len(graph),
        len(graph.relations),
        graph.standpoint,
        tuple(_count_rule(findings, list(those), columns) for _, those in by_rule),
        int(np.count_nonzero(findings.per_body(Severity.ERROR))),
    )


def _count_rule(
    findings: RegisterFindings, groups: list[Found], columns: dict[str, Words | None]
) -> RuleCount:
    variants: dict[str, int] = {}
    for group in groups:
        variants[group.variant] = variants.get(group.variant, 0) + len(group)
    about = np.concatenate([group.bodies for group in groups])
    about = about[about != NOBODY]
    counted = (
        _count_words(name, words, about) for name, words in columns.items() if words and len(about)
    )
    told = [words for group in groups for words in tell_some(findings, group, EXAMPLES)]
    return RuleCount(
        groups[0].check,
        groups[0].severity,
        tuple(variants.items()),
        tuple(counted),
        tuple(told[:EXAMPLES]),
    )


def _count_words(column: str, words: Words, bodies: Integers) -> WordCount:
    """The words most frequent among bodies, with how many have each."""
    counts = np.bincount(words.codes[bodies], minlength=len(words.values))
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], code))
    most = tuple((words.values[code], int(counts[code])) for code in order[:NAMED])
    return WordCount(column, most, int(counts[order[NAMED:]].sum()))
