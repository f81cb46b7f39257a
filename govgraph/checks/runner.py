"""Runs the rules over a structure and gathers what they find."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from govgraph.analysis.last_heard import LastHeard, find_last_heard
from govgraph.analysis.uncertainty import Doubt, find_doubts
from govgraph.checks.board import add_board_texts, agree_with_names
from govgraph.checks.check import Check, Evidence
from govgraph.checks.chosen_rules import choose_rules, grade, read_severities
from govgraph.checks.finding import Finding, Severity, Tallied
from govgraph.checks.one_cause import merge_causes, separate_causes
from govgraph.checks.rule_catalogue import all_checks
from govgraph.checks.rule_plugins import find_with
from govgraph.checks.silent_findings import leave_out_silence, leave_out_unheard
from govgraph.checks.waivers import POLICY, apply_waivers
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.shown import Form, Shown, act
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure


@dataclass(frozen=True, slots=True, repr=False)
class Findings(Tallied, Shown):
    """What the rules found in a structure, the gravest first.

    Attributes:
        structure: the structure that was checked.
        standpoint: the standpoint it was checked from.
        findings: every finding, waived ones included; those of one cause are told as one.
        checks: every rule there is, whether it was run or not.

    >>> import govgraph
    >>> findings = govgraph.check(govgraph.load("data/hampshire"))
    >>> [str(finding.severity) for finding in findings][0]
    'error'
    >>> len(findings.filter(at_least="error")) < len(findings)
    True
    """

    structure: Structure
    standpoint: Standpoint
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...] = ()

    def __repr__(self) -> str:
        counted = ", ".join(
            f"{severity}: {self.count(severity)}" for severity in reversed(Severity)
        )
        return f"<Findings of {self.structure!r}, {counted}>"

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def filter(
        self,
        *,
        rule: str = "",
        body: str = "",
        at_least: Severity | str | None = None,
        waived: bool | None = None,
    ) -> "Findings":
        """Some of the findings.

        Args:
            rule: only those of this rule: a code, the beginning of one (`GG1`) or a name.
            body: only those about this body, by any of its names.
            at_least: only those at least this grave: a severity, or its name.
            waived: only waived ones, or only those that are not.

        Raises:
            SettingsError: no rule goes by that name, or no severity.
            QuestionError: no body goes by that name, or several do.

        >>> import govgraph
        >>> findings = govgraph.check(govgraph.load("data/hampshire"))
        >>> {finding.code for finding in findings.filter(rule="orphaned-body")}
        {'GG101'}
        """
        from govgraph.checks.filtering import choose_findings

        return replace(self, findings=choose_findings(self, rule, body, at_least, waived=waived))

    def to_dict(self) -> dict[str, Any]:
        """The findings as `check --format json` prints them.

        >>> import govgraph
        >>> "findings" in govgraph.check(govgraph.load("data/hampshire")).to_dict()
        True
        """
        data: dict[str, Any] = self._told(Form.DATA)
        return data

    def to_rows(self) -> list[dict[str, Any]]:
        """A row for each finding, as a frame takes them.

        >>> import govgraph
        >>> rows = govgraph.check(govgraph.load("data/hampshire")).to_rows()
        >>> list(rows[0])[:4]
        ['severity', 'code', 'name', 'subject']
        """
        rows: list[dict[str, Any]] = act("to_rows", self)
        return rows

    @property
    def tally(self) -> Mapping[Severity, int]:
        """How many findings of each severity nobody has waived."""
        return Counter(finding.severity for finding in self.findings if finding.waiver is None)

    @property
    def each(self) -> tuple[Finding, ...]:
        """The findings body by body, those of one cause not told together."""
        return separate_causes(self.findings)

    @property
    def waived(self) -> int:
        """How many findings are waived."""
        return sum(1 for finding in self.findings if finding.waiver)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The imprecise dates that decided what was checked."""
        return find_doubts(AccountabilityGraph(self.structure, self.standpoint))

    @property
    def last_heard(self) -> tuple[LastHeard, ...]:
        """What was checked although a later paper is silent on it."""
        return find_last_heard(AccountabilityGraph(self.structure, self.standpoint))


def check_structure(
    structure: Structure,
    standpoint: Standpoint | None = None,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
) -> Findings:
    """Everything the rules find in `structure`.

    Args:
        structure: what is checked.
        standpoint: from where; the structure's own date unless given.
        select: codes, beginnings of codes (`GG1`) or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.
        severities: how grave rules are, by code or name, where not as they say themselves.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    graph = AccountabilityGraph(structure, standpoint or structure.standpoint())
    evidence = gather_evidence(graph)
    checks = choose_rules((check.code for check in all_checks()), select, ignore)
    chosen = frozenset(check.code for check in checks)
    found = tuple(f for c in checks if not c.last for f in find_with(c, evidence))
    found = leave_out_silence(graph, leave_out_unheard(graph, found))
    evidence = replace(evidence, found=found, ran=_ran(structure, chosen))
    found += tuple(f for c in checks if c.last for f in find_with(c, evidence))
    words = {check.code: check.board for check in all_checks()}
    worded = agree_with_names(evidence, add_board_texts(evidence, words, found))
    found = tuple(_graded(worded, severities))
    waived = apply_waivers(found, structure, graph.standpoint)
    merged = merge_causes(structure, waived)
    return Findings(structure, graph.standpoint, merged, tuple(all_checks()))


def _graded(
    findings: Iterable[Finding], severities: Mapping[str, Severity] | None
) -> Iterator[Finding]:
    """The findings, each as grave as the settings say."""
    wanted = read_severities(severities)
    check_of = {check.code: check for check in all_checks()}
    for finding in findings:
        severity = grade(check_of[finding.code], finding.severity, wanted)
        yield finding if severity is finding.severity else replace(finding, severity=severity)


def gather_evidence(graph: AccountabilityGraph) -> Evidence:
    """What every rule looks at: the graph, and the same with presumed lines counted."""
    here = graph.standpoint
    presuming = replace(here, presume=True)
    presumed = graph if here.presume else AccountabilityGraph(graph.structure, presuming)
    return Evidence(graph, presumed)


def _ran(structure: Structure, chosen: frozenset[str]) -> Mapping[str, bool]:
    """Whether each rule is run, by code and name in lower case; the author's own by their id."""
    ran = {rule.id.casefold(): POLICY in chosen for rule in structure.policy}
    for check in all_checks():
        ran[check.code.casefold()] = ran[check.name] = check.code in chosen
    return ran
