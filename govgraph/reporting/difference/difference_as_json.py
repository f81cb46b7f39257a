"""The difference between two states as plain data; docs/json.md describes the shape."""

from typing import Any

from govgraph.analysis.changes import AnyChange, Record, Succession
from govgraph.analysis.uncertainty import find_doubts
from govgraph.checks.comparison import Comparison
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.reporting.findings.findings_as_json import finding_as_data
from govgraph.reporting.record_json import doubts_as_data, record_as_data

Data = dict[str, Any]


def difference_as_data(comparison: Comparison) -> Data:
    """`{"before", "after", "differs", "changes", "meaning", "findings", "left_open"}`."""
    difference, findings = comparison.difference, comparison.findings
    return {
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "differs": comparison.differs,
        "changes": [change_as_data(change) for change in difference.changes],
        "meaning": {
            "answers_to_somebody_else": [
                {"body": one.body, "before": list(one.before), "after": list(one.after)}
                for one in difference.answering
            ],
            "lost": list(difference.lost),
            "chain_gained": list(difference.chain_gained),
            "chain_lost": list(difference.chain_lost),
        },
        "findings": {
            "new": [finding_as_data(finding) for finding in findings.new],
            "gone": [finding_as_data(finding) for finding in findings.gone],
            "same": [finding_as_data(finding) for finding in findings.same],
        },
        "left_open": [
            {"what": str(one.what), "bodies": list(one.bodies), "source": one.source or None}
            for one in comparison.left_open
        ],
    }


def change_as_data(change: AnyChange) -> Data:
    """One change: what it is about, the record before and after, and the field that differs."""
    if isinstance(change, Succession):
        return {
            "change": str(change.what),
            "before": list(change.before),
            "after": list(change.after),
        }
    return {
        "change": str(change.what),
        **_subject(change.record),
        "before": record_as_data(change.before) if change.before else None,
        "after": record_as_data(change.after) if change.after else None,
        "field": change.detail.rstrip("_") or None,
    }


def _subject(record: Record) -> Data:
    """What a change is about, as a finding would say it."""
    if isinstance(record, Body):
        return {"body": record.id}
    if isinstance(record, Relation):
        below, kind, above = record.key
        return {"relation": {"from": below, "kind": kind, "to": above}}
    if isinstance(record, Seat):
        return {"body": record.body, "seat": str(record.role)}
    return {"requirement": record.id}


def _side(graph: AccountabilityGraph) -> Data:
    """Which structure, from which standpoint, and which dates were not precise enough there."""
    here = graph.standpoint
    return {
        "structure": graph.structure.id,
        "as_at": str(here.as_at) if here.as_at else None,
        "include": sorted(map(str, here.include)),
        "proposals": str(here.reading),
        "presume": here.presume,
        "dates_uncertain": doubts_as_data(find_doubts(graph)),
    }
