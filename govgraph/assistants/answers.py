"""What each tool answers, as the command of the same name answers in JSON."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from govgraph import api
from govgraph.assistants.name_search import search as search_names
from govgraph.checks.finding import Severity
from govgraph.checks.settings import settings_for
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.names import find_body
from govgraph.reporting.findings.findings_as_json import findings_as_data
from govgraph.reporting.listing import build_listing, listing_as_data

Data = dict[str, Any]
Answer = Callable[[AccountabilityGraph, Data], Data]


def about(graph: AccountabilityGraph, asked: Data) -> Data:
    """What the structure is, and what is in it."""
    del asked
    structure = graph.structure
    return {
        "structure": structure.id,
        "title": structure.title,
        "jurisdiction": structure.jurisdiction,
        "own_date": str(structure.as_at) if structure.as_at else None,
        "counts": {
            name: len(getattr(structure, name))
            for name in ("bodies", "relations", "seats", "people", "sources", "requirements")
        },
        "bodies_in_force": len(graph.bodies),
        "apexes": list(graph.apexes),
        "body_kinds": dict(sorted(Counter(body.kind for body in structure.bodies).items())),
        "relation_kinds": dict(sorted(Counter(each.kind for each in structure.relations).items())),
    }


def search(graph: AccountabilityGraph, asked: Data) -> Data:
    """Bodies and people by part of a name."""
    return {"found": search_names(graph, asked["text"], asked.get("kind", ""))}


def list_(graph: AccountabilityGraph, asked: Data) -> Data:
    """One table of the structure."""
    what = asked["what"]
    return {"what": what, "items": listing_as_data(build_listing(graph, what))[what]}


def findings(graph: AccountabilityGraph, asked: Data, path: Path) -> Data:
    """What is wrong with the structure, by the settings that hold for it."""
    settings = settings_for(path)
    if settings.against or settings.policy:
        measured = api.against(graph.structure, settings.against, policy=settings.policy)
        graph = AccountabilityGraph(measured, graph.standpoint)
    found = api.check(
        graph,
        select=asked.get("select") or settings.select,
        ignore=asked.get("ignore") or settings.ignore,
        severities=settings.severities,
    )
    data = findings_as_data(found)
    least = Severity[asked.get("severity", "information").upper()]
    body = find_body(graph.structure, asked["body"]).id if asked.get("body") else ""
    data["findings"] = [
        finding
        for finding in data["findings"]
        if Severity[finding["severity"].upper()] >= least and (not body or _concerns(finding, body))
    ]
    return data


def _concerns(finding: Data, body: str) -> bool:
    """Whether a finding is about a body, or a relation of it."""
    subject = finding["subject"]
    relation = subject.get("relation", {})
    return body in {subject.get("body"), relation.get("from"), relation.get("to")}
