"""Findings as plain data for JSON; docs/json.md describes the shape, which is kept stable."""

from typing import Any

from govgraph.checks.finding import BoardText, Finding, Severity, Subject
from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.record_json import (
    doubts_as_data,
    last_heard_as_data,
    standpoint_as_data,
)


def findings_as_data(findings: Findings) -> dict[str, Any]:
    """`{"structure", "as_at", "standpoint", "findings", "summary", "dates_uncertain", ...}`."""
    as_at = findings.standpoint.as_at
    return {
        "structure": findings.structure.id,
        "as_at": str(as_at) if as_at else None,
        "standpoint": standpoint_as_data(findings.structure, findings.standpoint),
        "findings": [finding_as_data(finding) for finding in findings.findings],
        "summary": {
            **{str(severity): findings.count(severity) for severity in reversed(Severity)},
            "waived": findings.waived,
            "bodies": len(findings.structure.bodies),
            **_apart(findings),
        },
        "dates_uncertain": doubts_as_data(findings.doubts),
        "last_heard": last_heard_as_data(findings.last_heard),
    }


def _apart(findings: Findings) -> dict[str, int]:
    """How many bodies are outside, and how many others have chains that leave to these."""
    graph = AccountabilityGraph(findings.structure, findings.standpoint)
    outside = len(graph.outside)
    return {"outside": outside, "leaving": sum(graph.leaves) - outside if outside else 0}


def finding_as_data(finding: Finding) -> dict[str, Any]:
    """One finding, its subject as `{"body": id}` or `{"relation": {"from", "kind", "to"}}`."""
    place, waiver = finding.place, finding.waiver
    location = place and {"file": place.file, "line": place.line, "column": place.column}
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "subject": subject_as_data(finding.subject),
        "message": finding.message,
        "remedy": finding.remedy,
        "board": board_as_data(finding.board),
        "chain": list(finding.chain),
        "others": list(finding.others),
        "variant": finding.variant,
        "parts": [_part_as_data(part) for part in finding.parts],
        "location": location,
        "waived": waiver is not None,
        "waiver": waiver
        and {"because": waiver.because, "owner": waiver.owner, "until": str(waiver.until)},
    }


def _part_as_data(part: Finding) -> dict[str, Any]:
    """One of the findings that are told together, as waivers and baselines know it."""
    return {
        "code": part.code,
        "severity": str(part.severity),
        "subject": subject_as_data(part.subject),
        "variant": part.variant,
        "message": part.message,
        "chain": list(part.chain),
    }


def board_as_data(board: BoardText | None) -> dict[str, str] | None:
    """What to put to the board and what it may resolve; null where only the record is at fault."""
    if board is None:
        return None
    return {"matter": board.matter, "recommendation": board.recommendation}


def subject_as_data(subject: Subject) -> dict[str, Any]:
    """What a finding is about; a finding about the structure as a whole has no subject."""
    if subject.relation:
        below, kind, above = subject.relation
        return {"relation": {"from": below, "kind": kind, "to": above}}
    if subject.seat:
        return {"body": subject.body, "seat": subject.seat}
    return {"body": subject.body} if subject.body else {"structure": True}
