"""Some findings among many: by rule, body, severity, and whether they are waived."""

from typing import TYPE_CHECKING

from govgraph.checks.chosen_rules import find_codes
from govgraph.checks.finding import Finding, Severity
from govgraph.errors import SettingsError
from govgraph.model.names import find_body

if TYPE_CHECKING:
    from govgraph.checks.runner import Findings


def choose_findings(
    findings: "Findings",
    rule: str,
    body: str,
    at_least: Severity | str | None,
    *,
    waived: bool | None,
) -> tuple[Finding, ...]:
    """The findings that are all that is asked for.

    Raises:
        SettingsError: no rule goes by that name, or no severity.
        QuestionError: no body goes by that name, or several do.
    """
    codes = find_codes([rule]) if rule else None
    about = find_body(findings.structure, body).id if body else ""
    least = None if at_least is None else read_severity(at_least)
    return tuple(
        each
        for each in findings.findings
        if (codes is None or each.code in codes)
        and (not about or about in _bodies(each))
        and (least is None or each.severity >= least)
        and (waived is None or bool(each.waiver) is waived)
    )


def read_severity(word: Severity | str) -> Severity:
    """A severity by its name.

    Raises:
        SettingsError: there is none of that name.

    >>> read_severity("warning")
    <Severity.WARNING: 1>
    """
    known = {str(severity): severity for severity in Severity}
    if isinstance(word, Severity):
        return word
    if str(word).casefold() not in known:
        raise SettingsError(f"'{word}' is no severity (allowed: {', '.join(reversed(known))})")
    return known[str(word).casefold()]


def _bodies(finding: Finding) -> set[str]:
    """The bodies that a finding is about; one told together with others counts for each."""
    parts = {part.subject.body for part in finding.parts} if finding.parts else set()
    return {finding.subject.body, *parts, *(finding.subject.relation or ())[::2]}
