"""Findings as SARIF 2.1.0, which code hosts and editors show beside the file.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from govgraph.about import VERSION, find_page
from govgraph.checks.check import Check
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.rule_plugins import is_own
from govgraph.checks.runner import Findings
from govgraph.errors import Place
from govgraph.model.structure import Structure
from govgraph.reporting.findings.findings_as_json import board_as_data

LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
}


def findings_as_sarif(findings: Findings) -> str:
    """One run with every rule and every finding, waived ones as suppressed."""
    rules = [check.code for check in findings.checks]
    driver = {
        "name": "govgraph",
        "version": VERSION,
        "rules": [_rule(c) for c in findings.checks],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(finding, rules, findings.structure) for finding in findings.findings
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(check: Check) -> dict[str, Any]:
    summary = check.summary[0].upper() + check.summary[1:]
    page = check.help_uri or (find_page(f"rules/{check.name}/") if is_own(check) else "")
    return {
        "id": check.code,
        "name": "".join(word.capitalize() for word in check.name.split("-")),
        "shortDescription": {"text": f"{summary}."},
        **({"helpUri": page} if page else {}),
        "help": {"text": check.documentation.strip(), "markdown": check.documentation.strip()},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
    }


def _along(finding: Finding, structure: Structure) -> list[dict[str, Any]]:
    """Where the bodies of the chain that proves a finding stand, from the second upward."""
    bodies = [structure.body_by_id.get(id_) for id_ in finding.chain[1:]]
    return [
        {"message": {"text": body.name}, "physicalLocation": _physical(body.place)}
        for body in bodies
        if body and body.place
    ]


def _physical(place: Place) -> dict[str, Any]:
    """A place as SARIF says it."""
    return {
        "artifactLocation": {"uri": quote(PurePath(place.file).as_posix())},
        "region": {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)},
    }


def _result(finding: Finding, rules: list[str], structure: Structure) -> dict[str, Any]:
    remedy = f" {finding.remedy}" if finding.remedy else ""
    subject = finding.subject
    names = (*(subject.relation or (subject.body,)), subject.seat)
    about = "/".join(filter(None, names)) or "structure"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message + remedy},
        "partialFingerprints": {"govgraphSubject/v1": f"{finding.code}:{about}"},
    }
    if finding.code in rules:
        result["ruleIndex"] = rules.index(finding.code)
    location: dict[str, Any] = {
        "logicalLocations": [{"fullyQualifiedName": about, "kind": "element"}]
    }
    if finding.place:
        location["physicalLocation"] = _physical(finding.place)
    result["locations"] = [location]
    if related := _along(finding, structure):
        result["relatedLocations"] = related
    if board := board_as_data(finding.board):
        result["properties"] = {"board": board}
    if waiver := finding.waiver:
        why = f"{waiver.because} ({waiver.owner}, until {waiver.until})"
        result["suppressions"] = [{"kind": "inSource", "justification": why}]
    return result
