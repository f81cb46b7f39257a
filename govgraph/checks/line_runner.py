"""Runs the rules about lines of account on any engine that finds by the column."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from govgraph.checks.check import Check
from govgraph.checks.chosen_rules import choose_rules, grade, read_severities
from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import LINE_RULES


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


GroupT = TypeVar("GroupT", bound=Group)


def run_line_rules(
    find: Callable[[Check], Iterable[GroupT]],
    chosen: tuple[Sequence[str], Sequence[str]],
    severities: Mapping[str, Severity] | None,
    tell: Callable[[str], None] | None,
) -> tuple[GroupT, ...]:
    """What the line rules find, the gravest first.

    Args:
        find: what one rule finds.
        chosen: the rules to run, all if none are named, and those to leave out: by code,
            beginning of a code (`GG1`) or name.
        severities: how grave rules are, by code or name, where not as they say themselves.
        tell: is told the name of each rule when it is begun.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    wanted = read_severities(severities)
    groups: list[GroupT] = []
    for check in choose_rules(LINE_RULES, *chosen):
        if tell:
            tell(check.name)
        groups += [
            replace(group, severity=grade(check, group.severity, wanted)) for group in find(check)
        ]
    return tuple(sorted(groups, key=lambda group: group.order))
