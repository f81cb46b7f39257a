"""Findings one a line or row: JSON lines, GitHub annotations, CSV, Markdown, a workbook."""

import csv
import io
import json

from govgraph.checks.board import COLUMNS as BOARD
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.runner import Findings
from govgraph.reporting.findings.findings_as_json import finding_as_data
from govgraph.reporting.findings.findings_as_text import format_chain, summary_as_text

COLUMNS = (
    "severity",
    "code",
    "name",
    "subject",
    "message",
    "remedy",
    "file",
    "line",
    "column",
    "waived because",
    "waived by",
    "waived until",
)
WITH_CHAIN = (*COLUMNS, "chain", *BOARD)
"""All columns; of registers, whose CSV is large, without the ids that prove a finding."""
COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
}
RISKY = (*"=+-@\t\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell may begin that a spreadsheet would take for a formula, full-width twins included."""


def findings_as_json_lines(findings: Findings) -> str:
    """One finding a line, each as in the JSON answer."""
    return "\n".join(
        json.dumps(finding_as_data(finding), ensure_ascii=False) for finding in findings.findings
    )


def findings_as_github(findings: Findings) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change.

    Waived findings are left out: a suppressed finding has no annotation. Source: GitHub Docs,
    Workflow commands for GitHub Actions.
    """
    lines = []
    for finding in findings.findings:
        if finding.waiver:
            continue
        place = finding.place
        where = (
            f"file={_property(place.file)},line={place.line},col={place.column}," if place else ""
        )
        title = _property(f"{finding.code} {finding.name}")
        message = _data(f"{finding.message} {finding.remedy}".strip())
        lines.append(f"::{COMMANDS[finding.severity]} {where}title={title}::{message}")
    return "\n".join(lines)


def findings_as_rows(findings: Findings) -> list[dict[str, str]]:
    """A row for each finding, under the headings of the table for a spreadsheet."""
    return [dict(zip(WITH_CHAIN, row_of(each), strict=True)) for each in findings.findings]


def findings_as_csv(findings: Findings) -> str:
    """A table for a spreadsheet, with a heading; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(WITH_CHAIN)
    writer.writerows([safe_cell(cell) for cell in row_of(f)] for f in findings.findings)
    return out.getvalue().rstrip("\n")


def findings_as_markdown(findings: Findings) -> str:
    """A table for an issue, a wiki or a merge request, and the summary."""
    lines = ["| severity | rule | finding | to put right | where |", "|---|---|---|---|---|"]
    for finding in findings.findings:
        proof = format_chain(findings.structure, finding)
        severity = f"{finding.severity} (waived)" if finding.waiver else str(finding.severity)
        cells = (
            severity,
            f"{finding.code} {finding.name}",
            finding.message + (f" Chain: {proof}." if proof else ""),
            finding.remedy,
            str(finding.place or ""),
        )
        lines.append(f"| {' | '.join(map(literal_markdown, cells))} |")
    return "\n".join([*lines, "", literal_markdown(summary_as_text(findings))])


def findings_as_workbook(findings: Findings) -> bytes:
    """One sheet, a row a finding, its headings as filters; no cell is a formula.

    Raises:
        OutputError: there are more findings than a sheet can hold.
        MissingExtraError: the extra `excel` is not installed.
    """
    from govgraph.reporting.paper.paper_tables import Sheet
    from govgraph.reporting.paper.sheets_workbook import write_workbook

    headings = tuple(column[0].upper() + column[1:] for column in WITH_CHAIN)
    rows = tuple(row_of(finding) for finding in findings.findings)
    structure = findings.structure
    return write_workbook((Sheet("Findings", headings, rows),), structure.title or structure.id)


def row_of(finding: Finding) -> tuple[str, ...]:
    """A finding as the cells of `WITH_CHAIN`, between the ids of a chain a stroke."""
    subject, place, waiver = finding.subject, finding.place, finding.waiver
    about = " ".join(subject.relation) if subject.relation else subject.body
    return (
        str(finding.severity),
        finding.code,
        finding.name,
        f"{about} {subject.seat}".strip(),
        finding.message,
        finding.remedy,
        place.file if place else "",
        str(place.line) if place else "",
        str(place.column) if place else "",
        waiver.because if waiver else "",
        waiver.owner if waiver else "",
        str(waiver.until) if waiver else "",
        "|".join(finding.chain),
        finding.board.matter if finding.board else "",
        finding.board.recommendation if finding.board else "",
    )


def safe_cell(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> safe_cell("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.startswith(RISKY) else text


def _data(text: str) -> str:
    """`text` escaped as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """`text` escaped as a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def literal_markdown(text: str) -> str:
    """`text` with whatever Markdown or HTML would act on made literal."""
    for mark in "\\`*_{}[]<>|#~&":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", " ")
