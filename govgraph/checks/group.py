"""The findings of one rule that read alike, by the column, on whatever engine they were found."""

from dataclasses import dataclass, field

from govgraph.checks.check import Check
from govgraph.checks.finding import Severity


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The findings of one case of a rule, without an object for each.

    Attributes:
        check: the rule.
        severity: how grave they are.
        says: what is wrong, as a sentence with a `{}` for each of `fills`.
        remedy: what would put it right.
        variant: which of several faults of the rule they are.
    """

    check: Check
    severity: Severity
    says: str
    remedy: str
    variant: str = field(default="", kw_only=True)

    @property
    def order(self) -> tuple[int, str, str]:
        """By which groups are listed: the gravest first, then by code and variant."""
        return (-self.severity, self.check.code, self.variant)
