"""What each tool answers, as the command of the same name answers in JSON; and names by a part."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from govgraph import api
from govgraph.checks.finding import Severity
from govgraph.checks.settings import settings_for
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.names import Named, acronyms, find_body, nearest, normalise
from govgraph.reporting.findings.findings_as_json import findings_as_data
from govgraph.reporting.listing import build_listing, listing_as_data

Data = dict[str, Any]
Answer = Callable[[AccountabilityGraph, Data], Data]


def search_names(graph: AccountabilityGraph, text: str, kind: str = "") -> list[dict[str, Any]]:
    """The bodies and people whose names hold the words of a text, the likeliest first.

    Bodies that do not hold from the standpoint are found too, and say so. Where no name holds the
    words, those spelt most like them are found.
    """
    structure = graph.structure
    bodies = [body for body in structure.bodies if not kind or body.kind == kind]
    people: Sequence[Named] = () if kind else structure.people
    found = []
    for items, what in ((bodies, "body"), (people, "person")):
        ranked = [(_rank(item, text), place, item) for place, item in enumerate(items)]
        found += [(rank, what, place, item) for rank, place, item in ranked if rank is not None]
    if not found:
        close = nearest(text, [*bodies, *people], most=10)
        by_id: dict[str, tuple[str, Named]] = {each.id: ("person", each) for each in people}
        by_id |= {each.id: ("body", each) for each in bodies}
        return [_result(graph, *by_id[id_]) for id_ in close]
    found.sort(key=lambda each: each[:3])
    return [_result(graph, what, item) for _, what, _, item in found]


def _rank(item: Named, text: str) -> int | None:
    """How well a name fits: 0 it is it, 1 its letters, 2 it begins so, 3 it holds the words."""
    wanted = normalise(text)
    names = [normalise(name) for name in (item.id, item.name, *item.also_known_as)]
    if not wanted:
        return None
    if wanted in names:
        return 0
    if any(wanted.upper() in acronyms(name) for name in (item.name, *item.also_known_as)):
        return 1
    if any(name.startswith(wanted) for name in names):
        return 2
    words = wanted.split()
    if any(all(word in name for word in words) for name in names):
        return 3
    return None


def _result(graph: AccountabilityGraph, what: str, item: Any) -> dict[str, Any]:  # noqa: ANN401
    """What is found, as data."""
    found: dict[str, Any] = {"type": what, "id": item.id, "name": item.name}
    if item.also_known_as:
        found["also_known_as"] = list(item.also_known_as)
    if what == "body":
        found |= {"kind": item.kind, "presence": str(graph.standpoint.presence(item))}
        found |= {"area": item.area} if item.area else {}
    elif item.post:
        found["post"] = item.post
    return found


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
