"""Findings as an Excel workbook that people can filter."""

from govgraph.checks.runner import Findings
from govgraph.reporting.findings.findings_lines import WITH_CHAIN, row_of
from govgraph.reporting.paper.paper_tables import Sheet
from govgraph.reporting.paper.sheets_workbook import write_workbook


def findings_as_workbook(findings: Findings) -> bytes:
    """One sheet, a row a finding, its headings as filters; no cell is a formula.

    Raises:
        OutputError: there are more findings than a sheet can hold.
        MissingExtraError: the extra `excel` is not installed.
    """
    headings = tuple(column[0].upper() + column[1:] for column in WITH_CHAIN)
    rows = tuple(row_of(finding) for finding in findings.findings)
    structure = findings.structure
    return write_workbook((Sheet("Findings", headings, rows),), structure.title or structure.id)
