"""Findings as people read them in a terminal, the gravest first."""

from govgraph.checks.finding import Finding, Severity
from govgraph.checks.runner import Findings


def findings_as_text(findings: Findings) -> str:
    """Each finding with its place and what would put it right, then a count."""
    blocks = [_finding(finding) for finding in findings.findings]
    return "\n\n".join([*blocks, summary_as_text(findings)])


def summary_as_text(findings: Findings) -> str:
    """How many findings of each severity there are, and as at when."""
    errors, warnings, information = (
        findings.count(severity)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
    )
    parts = [_counted(errors, "error"), _counted(warnings, "warning"), f"{information} information"]
    waived = f"; {findings.waived} waived" if findings.waived else ""
    bodies = _counted(len(findings.structure.bodies), "body", "bodies")
    as_at = findings.standpoint.as_at
    when = f"as at {as_at.spoken()}" if as_at else "without regard to dates"
    count = f"{', '.join(parts)}{waived}" if findings.findings else "nothing to report"
    title = findings.structure.title or findings.structure.id or "The structure"
    return f"{title}: {count} ({bodies}, {when})."


def _finding(finding: Finding) -> str:
    place = f"\n  at: {finding.place}" if finding.place else ""
    remedy = f"\n  to put right: {finding.remedy}" if finding.remedy else ""
    head = f"{finding.severity} {finding.code} {finding.name}"
    if waiver := finding.waiver:
        until = waiver.until.spoken()
        head = f"waived {head}"
        remedy = f"\n  waived: {waiver.because} ({waiver.owner}, until {until})"
    return f"{head}: {finding.message}{remedy}{place}"


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
