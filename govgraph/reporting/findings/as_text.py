"""Findings as people read them in a terminal, the gravest first."""

from itertools import groupby
from textwrap import fill

from govgraph.checks.finding import Finding, Severity
from govgraph.checks.last_heard import say_last_heard
from govgraph.checks.runner import Findings
from govgraph.model.bodies import Body
from govgraph.reporting.findings.proof import spoken_chain
from govgraph.reporting.uncertainty import doubts_as_text
from govgraph.reporting.words import say_not_counted, spoken_when

MOST_SHOWN = 100
"""Findings of one rule and severity that are shown to people; the rest are counted."""


def findings_as_text(findings: Findings, width: int | None = None) -> str:
    """Each finding with its place and what would put it right, then a count.

    Args:
        findings: what was found.
        width: how many columns a line may fill; None leaves every sentence on one line.
    """
    blocks: list[str] = []
    for (_, code), group in groupby(findings.findings, lambda f: (f.severity, f.code)):
        found = list(group)
        blocks += [_finding(findings, finding, width) for finding in found[:MOST_SHOWN]]
        if len(found) > MOST_SHOWN:
            more = len(found) - MOST_SHOWN
            blocks.append(f"... and {more} more of {code}; --format json gives all.")
    summary = summary_as_text(findings)
    doubts = doubts_as_text(findings.structure, findings.standpoint, findings.doubts)
    left_out = say_not_counted(findings.structure, findings.standpoint)
    silent = say_last_heard(findings.structure, findings.last_heard)
    said = (summary, left_out, *silent)
    told = [fill(line, width) if width else line for line in said if line]
    closing = [*told, *doubts]
    return "\n\n".join([*blocks, "\n".join(closing)])


def summary_as_text(findings: Findings) -> str:
    """How many findings of each severity there are, and as at when."""
    errors, warnings, information = (
        findings.count(severity)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
    )
    parts = [_counted(errors, "error"), _counted(warnings, "warning"), f"{information} information"]
    waived = f"; {findings.waived} waived" if findings.waived else ""
    bodies = _counted(len(findings.structure.bodies), "body", "bodies")
    outside = sum(map(findings.standpoint.holds, filter(_is_outside, findings.structure.bodies)))
    bodies += f", {outside} of them outside" if outside else ""
    count = f"{', '.join(parts)}{waived}" if findings.findings else "nothing to report"
    title = findings.structure.title or findings.structure.id or "The structure"
    return f"{title}: {count} ({bodies}, {spoken_when(findings.standpoint)})."


def _is_outside(body: Body) -> bool:
    return body.outside


def _finding(findings: Findings, finding: Finding, width: int | None) -> str:
    head = f"{finding.severity} {finding.code} {finding.name}: {finding.message}"
    proof = spoken_chain(findings.structure, finding)
    chain = f"chain: {proof}" if proof else ""
    lines = [head, chain, f"to put right: {finding.remedy}" if finding.remedy else ""]
    if waiver := finding.waiver:
        lines = [f"waived {head}", chain, f"waived: {waiver.because} ({waiver.owner})"]
        lines.append(f"until: {waiver.until.spoken()}")
    shown = [line if place == 0 else f"  {line}" for place, line in enumerate(lines) if line]
    if width:
        shown = [fill(line, width, subsequent_indent="    ") for line in shown]
    # A place is never folded: people click it, and copy it.
    return "\n".join([*shown, f"  at: {finding.place}"] if finding.place else shown)


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
