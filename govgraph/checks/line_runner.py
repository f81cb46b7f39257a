"""Runs the rules about lines of account on any engine that finds by the column."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from govgraph.checks.check import Check
from govgraph.checks.chosen_rules import choose_rules, grade, read_severities
from govgraph.checks.finding import Severity
from govgraph.checks.group import Group
from govgraph.checks.register_rules import LINE_RULES

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
