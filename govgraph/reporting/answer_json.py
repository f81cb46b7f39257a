"""Answers as plain data for JSON; docs/json.md describes the shapes, which are kept stable."""

from typing import Any

from govgraph.analysis.chain import Chain, Chains
from govgraph.analysis.impact import Impact
from govgraph.analysis.paths import Paths
from govgraph.analysis.profile import Profile, Standing
from govgraph.analysis.reports import Reports
from govgraph.analysis.superiors import CommonSuperiors
from govgraph.graph.accountability import Line
from govgraph.model.bodies import ApexBasis
from govgraph.reporting.record_json import record_as_data
from govgraph.reporting.standpoint_json import last_heard_as_data
from govgraph.reporting.uncertainty import doubts_as_data

Data = dict[str, Any]


def chains_as_data(answer: Chains) -> Data:
    """`{"body", "chains": [{"steps", "basis", "apex", "stops", "leaves"}], "not_counted", ...}`."""
    missing = [
        {
            "from": gap.relation.from_body,
            "kind": gap.relation.kind,
            "to": gap.relation.to_body,
            "because": str(gap.gap),
        }
        for gap in answer.not_counted
    ]
    return {
        "body": answer.body,
        "chains": [_chain(chain) for chain in answer.chains],
        "not_counted": missing,
        "capped": answer.capped,
        "succeeded_by": list(answer.succeeded_by),
        "dates_uncertain": doubts_as_data(answer.doubts),
        "last_heard": last_heard_as_data(answer.last_heard),
    }


def _chain(chain: Chain) -> Data:
    stop = chain.stop
    return {
        "steps": [_line(line) for line in chain.steps],
        "basis": None if chain.basis is None else str(chain.basis),
        "apex": chain.apex,
        "apex_basis": str(chain.apex_basis or ApexBasis.STATED) if chain.apex else None,
        "stops": {"body": stop.body, "because": stop.because} if stop else None,
        "leaves": chain.leaves,
    }


def _line(line: Line) -> Data:
    relation = line.relation
    return {
        "from": relation.from_body,
        "kind": relation.kind,
        "to": relation.to_body,
        "basis": str(line.basis),
    }


def reports_as_data(answer: Reports) -> Data:
    """`{"body", "direct": [ids], "all": [ids], "succeeded_by", "dates_uncertain"}`."""
    return {
        "body": answer.body,
        "direct": list(answer.direct),
        "all": list(answer.all),
        "succeeded_by": list(answer.succeeded_by),
        "dates_uncertain": doubts_as_data(answer.doubts),
        "last_heard": last_heard_as_data(answer.last_heard),
    }


def paths_as_data(answer: Paths) -> Data:
    """`{"from", "to", "paths": [[ids]], "capped"}`."""
    return {
        "from": answer.from_body,
        "to": answer.to_body,
        "paths": [list(path) for path in answer.paths],
        "capped": answer.capped,
        "last_heard": last_heard_as_data(answer.last_heard),
    }


def common_as_data(answer: CommonSuperiors) -> Data:
    """`{"bodies", "nearest": [ids], "all": [ids]}`."""
    return {
        "bodies": list(answer.bodies),
        "nearest": list(answer.nearest),
        "all": list(answer.all),
        "last_heard": last_heard_as_data(answer.last_heard),
    }


def impact_as_data(answer: Impact) -> Data:
    """`{"body", "orphaned": [ids], "lose_only_line", "arrive_without_it", "arrive_nowhere"}`."""
    return {
        "body": answer.body,
        "orphaned": list(answer.orphaned),
        "lose_only_line": list(answer.lose_only_line),
        "arrive_without_it": list(answer.arrive_without_it),
        "arrive_nowhere": list(answer.arrive_nowhere),
        "last_heard": last_heard_as_data(answer.last_heard),
    }


def profile_as_data(answer: Profile) -> Data:
    """The body's own fields, with its relations both ways, seats, sources and events."""
    return {
        **record_as_data(answer.body),
        **_standing(answer.standing),
        "relations": [record_as_data(r) | _standing(standing) for r, standing in answer.outward],
        "relations_to_it": [
            record_as_data(r) | _standing(standing) for r, standing in answer.inward
        ],
        "seats": [record_as_data(seat) | _standing(standing) for seat, standing in answer.seats],
        "sources": [record_as_data(source) for source in answer.sources],
        "milestones": [record_as_data(event) for event in answer.milestones],
        "succeeded_by": list(answer.succeeded_by),
    }


def _standing(standing: Standing) -> Data:
    heard = {"heard": standing.words} if standing.words != standing.presence else {}
    return {"presence": str(standing.presence), "dates_certain": standing.certain} | heard
