"""Finding bodies and people by part of a name, for those who do not know what it is called."""

from collections.abc import Sequence
from typing import Any

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.names import Named, acronyms, nearest, normalise


def search(graph: AccountabilityGraph, text: str, kind: str = "") -> list[dict[str, Any]]:
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
