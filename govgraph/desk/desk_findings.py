"""Findings for the page: each with the cell that caused it, and what a button can do about it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govgraph.desk.desk_reading import Cell, Read

if TYPE_CHECKING:
    from govgraph.checks.finding import Finding
    from govgraph.checks.runner import Findings
    from govgraph.model.structure import Structure

_UNANSWERED = frozenset({"orphaned-body", "broken-chain", "no-apex"})
_CHAIRLESS = frozenset({"no-chair", "chair-unsaid"})


def found_as_data(read: Read, findings: "Findings | None") -> dict[str, Any]:
    """What the page shows beside the sheets: what cannot be read, or what was found."""
    if read.graph is None or findings is None:
        problems = [
            {"text": _problem(problem), "cell": read.cell(problem.place)}
            for problem in read.problems
        ]
        return {"problems": problems, "findings": [], "bodies": []}
    structure = read.graph.structure
    return {
        "problems": [],
        "findings": [_finding(read, structure, each) for each in findings.findings],
        "bodies": [
            {"id": body.id, "name": body.name, "cell": read.cell(body.place)}
            for body in structure.bodies
        ],
    }


def _problem(problem: Any) -> str:  # noqa: ANN401 - a Problem, told without its place
    meant = f"; did you mean ‘{problem.nearest}’?" if problem.nearest else ""
    allowed = f" ({problem.listed}: {', '.join(problem.allowed)})" if problem.allowed else ""
    return f"{problem.message}{meant}{allowed}"


def _finding(read: Read, structure: "Structure", finding: "Finding") -> dict[str, Any]:
    cell = read.cell(finding.place)
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "text": finding.message,
        "remedy": finding.remedy,
        "waived": finding.waiver is not None,
        "cell": cell,
        "bodies": list(finding.about),
        "mends": list(_mends(read, structure, finding, cell)),
    }


def _mends(
    read: Read, structure: "Structure", finding: "Finding", cell: Cell | None
) -> Iterator[dict[str, Any]]:
    """What a button can do about a finding, the likeliest first."""
    id_ = finding.broken.at if finding.broken else finding.subject.body
    body = structure.body_by_id.get(id_)
    own = read.cell(body.place) if body else None
    if body and own and finding.name in _UNANSWERED and not (body.apex or body.outside):
        yield _mend("add-line", "Add whom it answers to", own, body.name)
        yield _mend("mark-end", f"Accountability ends at {body.name}", own)
        yield _mend("mark-outside", f"{body.name} is outside", own)
    elif body and own and finding.name in _CHAIRLESS:
        yield _mend("fill-chair", "Say who chairs it", own, body.name)
        yield _mend("chair-vacant", "The chair is vacant", own, body.name)
    elif cell and finding.name == "vacant-seat":
        yield _mend("fill-seat", "Fill the seat", cell)
    elif finding.name == "unknown-reference" and finding.subject.relation:
        missing = finding.subject.relation[2]
        if missing not in structure.body_by_id:
            yield _mend("add-body", f"Add a body ‘{missing}’", cell, missing)


def _mend(do: str, label: str, cell: Cell | None, name: str = "") -> dict[str, Any]:
    return {"do": do, "label": label, "cell": cell, "name": name}
