"""A structure from a graph of somebody else's: pairs of names, or a graph of networkx."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from govgraph.errors import SettingsError
from govgraph.formats.edge_columns import USUAL_KIND
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.python_data import read_mapping
from govgraph.formats.record_fields import BODY, RELATION
from govgraph.model.structure import Structure

_PAIR, _TRIPLE = 2, 3


def read_edges(
    edges: Iterable[Sequence[Any]], kind: str = USUAL_KIND, title: str = ""
) -> Structure:
    """The structure of pairs `(who answers, to whom)`, or of triples with a kind of relation.

    Raises:
        SettingsError: an edge is neither a pair nor a triple, or an end has no name.
        LoadError: something in it is wrong. A kind that is unknown is a finding, as in a file.
    """
    ids = Identifiers()
    bodies: dict[str, Any] = {}
    relations = []
    for number, edge in enumerate(edges, 1):
        if isinstance(edge, str) or len(edge) not in {_PAIR, _TRIPLE}:
            raise SettingsError(f"edge {number} is {edge!r}, not (from, to) or (from, to, kind)")
        if any(end is None or not str(end).strip() for end in edge[:_PAIR]):
            raise SettingsError(f"edge {number} is {edge!r}: one of its ends has no name")
        ends = [ids.of(str(end), str(end)) for end in edge[:_PAIR]]
        bodies |= {id_: {"name": str(end)} for id_, end in zip(ends, edge, strict=False)}
        named = str(edge[_PAIR]) if len(edge) == _TRIPLE else kind
        relations.append({"from": ends[0], "to": ends[1], "kind": named})
    return read_mapping({"structure": {"title": title}, "bodies": bodies, "relations": relations})


def read_network(view: Any, kind: str = USUAL_KIND) -> Structure:  # noqa: ANN401 - a graph of networkx
    """The structure in a directed graph of networkx, whose edges run from who answers.

    Attributes go by the names of fields; those of no field are told through Python's logging.

    Raises:
        SettingsError: the graph is not directed, or is none.
        LoadError: something in it is wrong.
    """
    if not hasattr(view, "is_directed"):
        raise SettingsError(f"a {type(view).__name__} is no graph of networkx")
    if not view.is_directed():
        raise SettingsError("an undirected graph does not say who answers to whom; use a DiGraph")
    left: set[str] = set()
    ids = Identifiers()
    ids.keep(str(node) for node in view.nodes)
    named = {node: ids.of(("id", str(node))) for node in view.nodes}
    bodies = {
        named[node]: {"name": str(node)} | _fields(attributes, BODY.by_name, left)
        for node, attributes in view.nodes(data=True)
    }
    relations = [
        {"kind": kind}
        | _fields(_since(attributes), RELATION.by_name, left)
        | {"from": named[start], "to": named[end]}
        for start, end, attributes in view.edges(data=True)
    ]
    for name in sorted(left):
        logging.getLogger(__name__).warning(
            "the attribute '%s' is no field, and was left out", name
        )
    head = {"title": str(view.graph.get("title", "")), "as_at": view.graph.get("as_at") or None}
    return read_mapping({"structure": head, "bodies": bodies, "relations": relations})


_OURS = {"accountability", "id", "from_body", "to_body"}
"""What `to_networkx` says besides fields."""


def _since(attributes: Mapping[Any, Any]) -> dict[Any, Any]:
    """The attributes of an edge, whose `from` is a date: a relation calls that `since`."""
    return {"since" if name == "from" else name: value for name, value in attributes.items()}


def _fields(attributes: Mapping[Any, Any], known: Iterable[str], left: set[str]) -> dict[str, Any]:
    fields = {str(name): value for name, value in attributes.items()}
    left |= ({*fields} - {*known} - _OURS) | ({*fields} & {"cites"})
    return {name: value for name, value in fields.items() if name in {*known} - {"cites"}}
