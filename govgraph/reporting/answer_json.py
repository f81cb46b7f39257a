"""Answers as plain data for JSON; docs/json.md describes the shapes, which are kept stable."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from govgraph.analysis.chain import Chain, Chains
from govgraph.analysis.profile import DatedPresence, Profile
from govgraph.graph.accountability import Line
from govgraph.model.bodies import ApexBasis
from govgraph.reporting.record_json import doubts_as_data, last_heard_as_data, record_as_data

Data = dict[str, Any]
ATTRIBUTES = {"from": "from_body", "to": "to_body", "dates_uncertain": "doubts"}
"""What an answer calls the fields that JSON calls otherwise."""
GROUPED: Mapping[str, Callable[[Any], list[Data]]] = {
    "dates_uncertain": doubts_as_data,
    "last_heard": last_heard_as_data,
}
"""Fields that JSON gives in a shape of their own."""


def chains_as_data(answer: Chains) -> Data:
    """`{"body", "chains": [{"steps", "basis", "apex", "stops", "leaves"}], "not_counted", ...}`."""
    missing = [
        {
            "from": gap.relation.from_body,
            "kind": gap.relation.kind,
            "to": gap.relation.to_body,
            "because": str(gap.why),
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


def answer_as_data(answer: object, keys: Iterable[str]) -> Data:
    """An answer's own fields under the keys of its JSON, in their order."""
    return {key: _as_data(key, getattr(answer, ATTRIBUTES.get(key, key))) for key in keys}


def _as_data(key: str, value: Any) -> Any:  # noqa: ANN401 - whatever an answer holds
    if key in GROUPED:
        return GROUPED[key](value)
    if isinstance(value, tuple):
        return [_as_data("", each) for each in value]
    if is_dataclass(value):
        return {each.name: _as_data(each.name, getattr(value, each.name)) for each in fields(value)}
    return value


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


def _standing(standing: DatedPresence) -> Data:
    heard = {"heard": standing.words} if standing.words != standing.presence else {}
    return {"presence": str(standing.presence), "dates_certain": standing.certain} | heard
