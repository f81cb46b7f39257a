"""The findings of a register as people read them: counted by rule, by kind and by area."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.checks.finding import Severity, Tallied

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.checks.check import Check
    from govgraph.model.standpoint import Standpoint

EXAMPLES = 3
"""Findings of a rule that are told in words; the rest are counted."""
NAMED = 5
"""Kinds and areas named; the rest are counted together."""


@dataclass(frozen=True, slots=True)
class WordCount:
    """The words that bodies found fault with have most often in one column.

    Attributes:
        column: `kind` or `area`.
        most: the most frequent words, with how many have each; the empty word stands for none.
        others: how many have another.
    """

    column: str
    most: tuple[tuple[str, int], ...]
    others: int


@dataclass(frozen=True, slots=True)
class RuleCount:
    """What one rule found of one severity.

    Attributes:
        check: the rule.
        severity: how grave it is.
        variants: its faults, and how often each was found.
        words: the same by kind and by area, where the register has them.
        examples: what the first findings say.
    """

    check: Check
    severity: Severity
    variants: tuple[tuple[str, int], ...]
    words: tuple[WordCount, ...]
    examples: tuple[str, ...]

    @property
    def total(self) -> int:
        """How often it found something."""
        return sum(count for _, count in self.variants)


@dataclass(frozen=True, slots=True)
class RegisterCount(Tallied):
    """What was found in a register, counted.

    Attributes:
        name: what it is called.
        bodies: how many it has.
        lines: how many lines of account hold.
        standpoint: from where it was asked.
        rules: each rule that found something, the gravest first.
        faulty: how many bodies have an error.
        left_out: rules that could not be run, with the reason.
    """

    name: str
    bodies: int
    lines: int
    standpoint: Standpoint
    rules: tuple[RuleCount, ...]
    faulty: int
    left_out: tuple[str, ...] = ()

    @property
    def tally(self) -> Mapping[Severity, int]:
        """How many findings of each severity there are."""
        counts: Counter[Severity] = Counter()
        for rule in self.rules:
            counts[rule.severity] += rule.total
        return counts
