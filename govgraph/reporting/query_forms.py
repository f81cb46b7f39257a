"""The rows of a query as text to read, as a table for a spreadsheet, as data."""

import csv
import io
from typing import Any

from govgraph.analysis.query import Rows
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.answer_phrases import format_standpoint
from govgraph.reporting.findings.findings_lines import safe_cell
from govgraph.reporting.text_columns import columns_as_text
from govgraph.wording.lists import count_words


def rows_as_text(graph: AccountabilityGraph, answer: Rows, width: int | None = None) -> str:
    """Columns of equal width, how many rows there are, and from where they were asked."""
    lines = columns_as_text(
        answer.columns, [tuple(map(cell_as_text, row)) for row in answer.rows], width
    )
    count = count_words(len(answer.rows), "row")
    more = "; there are more: ask for them with --most" if answer.capped else ""
    return "\n".join([*lines, "", f"{count}{more}", "", format_standpoint(graph)])


def rows_as_csv(answer: Rows) -> str:
    """A table with a heading; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(safe_cell, answer.columns))
    writer.writerows([safe_cell(cell_as_text(value)) for value in row] for row in answer.rows)
    return out.getvalue().rstrip("\n")


def rows_as_data(answer: Rows) -> dict[str, Any]:
    """`{"columns": [names], "rows": [[values]], "capped"}`."""
    return {
        "columns": list(answer.columns),
        "rows": [list(row) for row in answer.rows],
        "capped": answer.capped,
    }


def cell_as_text(value: Any) -> str:  # noqa: ANN401 - whatever a query returns
    """A value as one cell: a body by its id, a relation as its three words, a list with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        named = ("from", "kind", "to") if "to" in value else ("id",)
        return " ".join(str(value[name]) for name in named)
    if isinstance(value, list):
        return ", ".join(map(cell_as_text, value))
    return str(value)
