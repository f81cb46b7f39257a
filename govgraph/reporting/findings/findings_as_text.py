"""Findings as people read them in a terminal: the gravest last, above the summary."""

from itertools import groupby

from govgraph.checks.evidence_sentences import format_last_heard
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.runner import Findings
from govgraph.model.bodies import Body
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import doubts_as_text
from govgraph.reporting.findings.source_line import SourceLines
from govgraph.reporting.findings.together import FindingsTogether, alone, merge_alike
from govgraph.reporting.text_columns import fold
from govgraph.wording.lists import count_words, join_words
from govgraph.wording.standpoints import format_not_counted, format_standpoint_within

MOST_NAMED = 12
"""Bodies of one chain that are named; of a longer one the last is named after the first of them."""
MOST_SHOWN = 100
"""Findings of one rule and severity that are shown to people; the rest are counted."""
MOST_ALIKE = 5
"""Warnings or points of information of one rule that are shown where each is not asked for."""


def findings_as_text(findings: Findings, width: int | None = None, *, each: bool = False) -> str:
    """What was found, with its place and what would put it right, then a count.

    What one rule says alike of several bodies is told together. The gravest stand last, where a
    terminal shows them.

    Args:
        findings: what was found.
        width: how many columns a line may fill; None leaves every sentence on one line.
        each: whether to tell each finding by itself.
    """
    blocks: list[str] = []
    source = SourceLines(width)
    listed = findings.each if each else findings.findings
    by_severity = sorted(listed, key=lambda finding: finding.severity)
    for (severity, code), group in groupby(by_severity, lambda f: (f.severity, f.code)):
        found = tuple(group)
        told = tuple(map(alone, found)) if each else merge_alike(findings.structure, found)
        most = MOST_SHOWN if each or severity is Severity.ERROR else MOST_ALIKE
        most += len(told) == most + 1  # one more takes no more room than to say so
        blocks += [_format_finding(findings, one, width, source) for one in told[:most]]
        if more := sum(len(one.findings) for one in told[most:]):
            how = "--format json gives all" if most >= MOST_SHOWN else "--each lists them"
            blocks.append(f"... and {more} more of {code}; {how}.")
    summary = summary_as_text(findings)
    doubts = doubts_as_text(findings.structure, findings.standpoint, findings.doubts)
    left_out = format_not_counted(findings.structure, findings.standpoint)
    silent = format_last_heard(findings.structure, findings.last_heard)
    said = (summary, left_out, *silent)
    lines = [fold(line, width, hanging=0) for line in said if line]
    closing = [*lines, *doubts]
    return "\n\n".join([*blocks, "\n".join(closing)])


def summary_as_text(findings: Findings) -> str:
    """How many findings of each severity there are, and as at when."""
    errors, warnings, information = (
        findings.count(severity)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
    )
    parts = [
        count_words(errors, "error"),
        count_words(warnings, "warning"),
        f"{information} information",
    ]
    waived = f"; {findings.waived} waived" if findings.waived else ""
    bodies = count_words(len(findings.structure.bodies), "body", "bodies")
    outside = sum(map(findings.standpoint.holds, filter(_is_outside, findings.structure.bodies)))
    bodies += f", {outside} of them outside" if outside else ""
    count = f"{', '.join(parts)}{waived}" if findings.findings else "nothing to report"
    title = findings.structure.title or findings.structure.id or "The structure"
    return f"{title}: {count} ({bodies}, {format_standpoint_within(findings.standpoint)})."


def _is_outside(body: Body) -> bool:
    return body.outside


def _format_finding(
    findings: Findings, told: FindingsTogether, width: int | None, source: SourceLines
) -> str:
    finding = told.first
    head = f"{finding.severity} {finding.code} {finding.name}: {told.message}"
    proof = format_chain(findings.structure, finding) if len(told.findings) == 1 else ""
    chain = f"chain: {proof}" if proof else ""
    below = [findings.structure.name_of(body) for body in finding.others if finding.parts]
    board = told.board
    lines = [
        head,
        chain,
        f"below it: {join_words(below)}" if below else "",
        f"to the board: {board.matter} {board.recommendation}" if board else "",
        f"to put right: {told.remedy}" if told.remedy else "",
    ]
    if waiver := finding.waiver:
        lines = [f"waived {head}", chain, f"waived: {waiver.because} ({waiver.owner})"]
        lines.append(f"until: {waiver.until.spoken()}")
    shown = [line if place == 0 else f"  {line}" for place, line in enumerate(lines) if line]
    shown = [fold(line, width, hanging=2 if line.startswith(" ") else 4) for line in shown]
    # A place is never folded: people click it, and copy it.
    more = len(told.findings) - 1
    also = f", and {more} more: --each lists them" if more else ""
    return "\n".join([*shown, *source.quote(finding.place, also)])


def format_chain(structure: Structure, finding: Finding) -> str:
    """The names along the chain, from the one who answers upward, or nothing.

    A chain of one body proves no more than the finding says, and one whose bodies all stand in
    the sentence has been told.
    """
    names = [structure.name_of(id_) for id_ in finding.chain]
    if len(names) < 2 or all(name in finding.message for name in names):  # noqa: PLR2004 - a pair
        return ""
    if len(names) > MOST_NAMED:
        left = len(names) - MOST_NAMED
        names[MOST_NAMED - 1 : -1] = [f"({left} more)"]
    return " > ".join(names)
